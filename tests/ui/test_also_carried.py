"""The other work of the same carriers: by role and month, and only where the unit has it."""

from datetime import date
from types import SimpleNamespace

import pandas as pd

from settings.model import Carrier
from ui.pressure.also_carried import also_carried

MONTH = date(2026, 9, 30)
HAVE = [("DA1", "investigations"), ("DA1", "disclosures"), ("VA1", "investigations"), ("VA1", "referrals")]
CARRIERS = (
    Carrier(work_family="investigations", role="investigator"),
    Carrier(work_family="disclosures", role="investigator"),
    Carrier(work_family="missing", role="investigator"),
    Carrier(work_family="referrals", role="referral officer"),
)


def page(carriers=CARRIERS, have=HAVE):
    frame = pd.DataFrame(
        [(*each, MONTH, 5.0) for each in have], columns=["unit", "work_family", "month_end", "value"]
    )
    return SimpleNamespace(
        month=MONTH, force_settings=SimpleNamespace(carriers=carriers), units=[SimpleNamespace(code="DA1"),
        SimpleNamespace(code="VA1")], metric=lambda *_, **__: frame,
    )  # fmt: skip


def test_families_of_the_same_role_are_named_where_the_unit_has_them():
    assert also_carried(page(), "investigations", None) == ["disclosures"]
    assert also_carried(page(), "investigations", "DA1") == ["disclosures"]
    assert also_carried(page(), "investigations", "VA1") == []
    assert also_carried(page(), "referrals", None) == []


def test_a_carrier_that_no_longer_holds_is_not_named():
    gone = Carrier(work_family="disclosures", role="investigator", valid_to=date(2025, 1, 1))
    assert also_carried(page((CARRIERS[0], gone)), "investigations", None) == []


def test_without_settings_or_figures_there_is_none():
    assert also_carried(page((), []), "investigations", None) == []
