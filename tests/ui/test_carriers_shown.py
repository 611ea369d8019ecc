"""The people of a need are shown where each unit's are shown beside its open work, and never else."""

from datetime import date
from types import SimpleNamespace

import pandas as pd

from analysis.disclosure import Suppressed
from ui.case import need
from ui.case.carriers_shown import deployable_beside_work

MONTH = date(2026, 9, 30)
CARRY = (("investigations", "investigator"), ("MARAC", "coordinator"), ("visits", "investigator"))
CARRY = (*CARRY, ("visits", "coordinator"))


def page(shown):
    """A page that shows these FTE by unit and kind of work, and none of the units together."""
    rows = [(unit, MONTH, family, fte) for (unit, family), fte in shown.items()]
    beside = pd.DataFrame(rows, columns=["unit", "month_end", "work_family", "denominator"])
    together = pd.DataFrame([(MONTH, Suppressed(), 2)], columns=["month_end", "value", "units"])

    def metric(name, where=None, **_):
        if not name.startswith("pressure"):
            return together
        return beside[beside["work_family"].isin(where["work_family"])]

    carriers = [SimpleNamespace(work_family=w, role=r, holds_on=lambda _: True) for w, r in CARRY]
    return SimpleNamespace(month=MONTH, metric=metric, force_settings=SimpleNamespace(carriers=carriers))


BOTH = {("A", "investigations"): 15.7, ("B", "investigations"): 25.1}


def test_units_whose_carriers_are_each_shown_are_added():
    assert deployable_beside_work(page(BOTH), ("investigator",), ("A", "B")) == 40.8
    staff, held = need._staff(page(BOTH), SimpleNamespace(roles=("investigator",), of_roles={}), ("A", "B"))
    assert (staff.deployable, staff.in_post, held) == (40.8, None, False)


def test_one_unit_that_is_hidden_or_missing_leaves_the_sum_hidden():
    for gone in ({("A", "investigations"): 15.7}, {**BOTH, ("B", "investigations"): Suppressed()}):
        assert deployable_beside_work(page(gone), ("investigator",), ("A", "B")) is None
        found = need._staff(page(gone), SimpleNamespace(roles=("investigator",), of_roles={}), ("A", "B"))
        assert found[0].deployable is None and found[1]


def test_work_that_other_roles_carry_too_tells_nothing_of_these():
    other = {("A", "visits"): 30.0, ("B", "visits"): 30.0, ("A", "MARAC"): 9.0, ("B", "MARAC"): 9.0}
    assert deployable_beside_work(page(other), ("investigator",), ("A", "B")) is None
    assert deployable_beside_work(page(BOTH), (), ("A", "B")) is None
