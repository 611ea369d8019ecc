"""The words of the overview, pressure and one-unit pages, from drawn tables."""

from datetime import date

import pandas as pd
import pytest

from metrics.catalogue import METRICS
from ui.findings import bridge as bridges
from ui.findings import cards, one_unit, overview, pressure
from ui.findings import spread as spreads
from ui.findings.series import main_family

PER = METRICS["pressure/open_per_deployable_carrier"]
MONTHS = (date(2026, 8, 31), date(2026, 9, 30))


def rows(text):
    """A drawn table: unit, family, month, numerator, denominator."""
    out = []
    for line in text.strip().splitlines():
        unit, family, month, top, bottom = (part.strip() for part in line.split("|"))
        pair = (float(top) if top else None, float(bottom) if bottom else None)
        value = pair[0] / pair[1] if pair[0] is not None and pair[1] else None
        out.append((unit, family, MONTHS[int(month)], *pair, value))
    frame = pd.DataFrame(
        out, columns=["unit", "work_family", "month_end", "numerator", "denominator", "value"]
    )
    return frame.astype({"value": float})


def test_the_headline_gives_the_figure_and_its_plain_change():
    frame = rows("x | investigations | 0 | 154 | 10\nx | investigations | 1 | 158 | 10")
    assert (
        overview.headline(PER, frame, MONTHS, "investigations")
        == "15.8 open investigations for each deployable investigator, up 0.4 on August"
    )


def test_the_headline_of_a_first_month_claims_no_change():
    frame = rows("x | registered offenders | 1 | 509 | 10")
    assert (
        overview.headline(PER, frame, MONTHS[1:], "registered offenders")
        == "50.9 open registered offenders for each deployable offender manager"
    )


def test_nobody_to_carry_is_words_and_never_zero():
    frame = rows("x | investigations | 1 | 158 | 0")
    assert (
        overview.headline(PER, frame, MONTHS, "investigations") == "Open investigations: nobody to carry them"
    )


def test_the_family_with_most_open_work_speaks_for_a_unit():
    frame = rows(
        "DA1 | disclosures | 1 | 40 | 0\nDA1 | investigations | 1 | 400 | 0\nMASH1 | referrals | 1 | 900 | 0"
    )
    assert main_family(frame, MONTHS[1], unit="DA1") == "investigations"
    assert main_family(frame, MONTHS[1], unit="VA1") is None


def test_a_stock_is_never_called_unusual():
    frame = rows("DA1 | investigations | 0 | 100 | 10\nDA1 | investigations | 1 | 300 | 10")
    said = overview.headline(PER, frame, MONTHS, "investigations")
    card = cards.card(PER, frame, MONTHS, work_family="investigations")
    assert "unusual" not in said + card.change
    assert card.tone == "common"
    assert card.basis == "300 cases, 10 FTE"


@pytest.mark.parametrize(
    "metric, top, bottom, said",
    [
        ("staffing/deployable_share_of_funded", 8.6, 12.0, "8.6 of 12.0 FTE"),
        ("staffing/deployable_share_of_funded", 9.0, 12.0, "9 of 12 FTE"),
        ("staffing/deployable_share_of_funded", 13.2, 10.0, "13.2 of 10.0 FTE, 3.2 over funding"),
        ("staffing/vacancy_rate", -3.2, 14.0, "3.2 FTE over 14.0 funded"),
        ("staffing/vacancy_rate", 3.4, 0.0, ""),
        ("staffing/staff_per_supervisor", 20.3, 2.9, "20.3 staff, 2.9 supervisors (FTE)"),
        ("training/trauma_informed_in_date_in_post", 9.0, 12.0, "9 of 12 people"),
        ("pressure/open_per_deployable_carrier", 158.0, 9.6, "158 cases, 9.6 FTE"),
    ],
)
def test_a_share_can_be_worked_out_again_from_what_is_printed(metric, top, bottom, said):
    frame = pd.DataFrame({"month_end": [MONTHS[1]], "numerator": [top], "denominator": [bottom]})
    assert cards.basis_words(METRICS[metric], frame, MONTHS[1]) == said


def test_a_ratio_without_a_return_has_no_bare_basis():
    assert cards.basis_words(METRICS["staffing/vacancy_rate"], pd.DataFrame(), MONTHS[1]) == ""


def test_the_bars_by_unit_are_in_the_order_given_and_skip_units_without_the_family():
    frame = rows(
        "B | investigations | 1 | 90 | 10\nA | investigations | 1 | 50 | 10\nC | referrals | 1 | 9 | 1"
    )
    model = pressure.by_unit(
        PER, frame, MONTHS[1], "investigations", {"A": "Alpha", "B": "Beta", "C": "Gamma"}
    )
    assert [(bar.name, bar.said) for bar in model.bars] == [("Alpha", "5.0"), ("Beta", "9.0")]
    assert model.title.endswith("run from 5.0 to 9.0")


def test_age_of_work_leaves_out_a_unit_that_did_not_send_it():
    whole = rows("A | investigations | 1 | 50 | 0\nB | investigations | 1 | 10 | 0")
    half, year = rows("A | investigations | 1 | 20 | 0"), rows("A | investigations | 1 | 5 | 0")
    model = pressure.age(whole, half, year, MONTHS[1], "investigations", {"A": "Alpha", "B": "Beta"})
    assert model.rows == (("Alpha", (30.0, 15.0, 5.0)),)
    assert model.title == "40% of open investigations are over 180 days old"
    assert pressure.age(whole, half[:0], year, MONTHS[1], "investigations", {"A": "Alpha"}) is None


def test_the_unit_headline_begins_with_its_title():
    frame = rows("A | investigations | 1 | 50 | 10")
    assert one_unit.headline("Alpha", PER, frame, MONTHS, "investigations").startswith("Alpha: 5.0 open")
    assert one_unit.headline("Alpha", PER, frame, MONTHS, None) == "Alpha: no caseload return"


def parts(**changed):
    usual = {
        "funded": 60.0,
        "in_post": 50.0,
        "deployable": 38.0,
        "accredited": None,
        "reasons": {"in training": 9.0},
    }
    return bridges.Parts(**{**usual, **changed})


def test_the_waterfall_explains_in_post_less_deployable_and_names_the_rest():
    names = {s.name: s.amount for s in bridges.bridge(parts(), "FTE").steps}
    assert names["Vacant"] == -10 and names["In training"] == -9
    assert names["Not explained"] == pytest.approx(-3)


def test_a_reason_of_under_five_fte_is_not_told_for_one_unit_and_cannot_be_worked_out():
    small = parts(reasons={"in training": 9.0, "career break": 1.0}, deployable=40.0)
    names = {s.name for s in bridges.bridge(small, "FTE").steps}
    assert not {n for n in names if "career" in n.lower() or "training" in n.lower()}


def test_an_over_established_unit_is_above_its_posts_and_not_negatively_vacant():
    names = {s.name: s.amount for s in bridges.bridge(parts(in_post=63.0), "FTE").steps}
    over = [n for n in names if "over" in n.lower() or "above" in n.lower()]
    assert over and names[over[0]] == pytest.approx(3.0)


def test_without_deployable_the_waterfall_ends_with_the_people_in_post():
    steps = bridges.bridge(parts(deployable=None), "FTE").steps
    assert [s.name for s in steps] == ["Funded posts", "Vacant", "In post"]
    assert bridges.bridge(parts(deployable=None, in_post=None), "FTE") is None


def test_a_small_count_of_people_takes_its_rate_with_it():
    from ui.hidden.hiding import hide_small_groups

    left, one = METRICS["attrition/left_unit_12m"], METRICS["pressure/unallocated"]
    frame = pd.DataFrame(
        {"unit": ["A", "B"], "numerator": [3.0, 9.0], "denominator": [40.0, 40.0], "value": [0.075, 0.225]}
    )
    hidden = hide_small_groups(frame, left)
    assert left.say(hidden["value"][0]) == "fewer than 5"
    assert hidden["value"][1] == 0.225 and str(hidden["numerator"][0]) == "fewer than 5"
    assert hide_small_groups(frame, one) is frame


SPREAD = ["level", "name", "n", "median", "p90", "over_ceiling"]


def test_units_are_pooled_only_where_one_is_too_small_to_stand_alone():
    frame = pd.DataFrame(
        [
            ("unit", "A", 12, 5, 9, 0.5),
            ("unit type", "DA", 12, 5, 9, 0.5),
            ("unit type", "CA", 14, 6, 9, None),
            ("force", "N", 26, 6, 9, None),
        ],
        columns=SPREAD,
    )
    types = {"DA": frozenset({"A"}), "CA": frozenset({"B", "C"})}
    table = spreads.spread(frame, types, lambda level, name: name)
    assert table["Group"].tolist() == ["A", "CA", "N"]
    assert table.iloc[:, -1].tolist() == ["50%", "no ceiling set", "no ceiling set"]


def test_a_pool_that_holds_nobody_beyond_one_unit_is_not_told_twice():
    frame = pd.DataFrame(
        [
            ("unit", "A", 12, 5, 9, 0.5),
            ("unit", "C", 11, 5, 9, 0.5),
            ("unit", "D", 13, 5, 9, 0.5),
            ("unit type", "DA", 12, 5, 9, 0.5),  # its other unit, B, has nobody who carries this work
            ("unit type", "CA", 24, 6, 9, 0.5),
        ],
        columns=SPREAD,
    )
    types = {"DA": frozenset({"A", "B"}), "CA": frozenset({"C", "D"})}
    table = spreads.spread(frame, types, lambda level, name: name)
    assert table["Group"].tolist() == ["A", "C", "D", "CA"]
    one = pd.DataFrame([("unit", "A", 12, 5, 9, 0.5), ("force", "N", 12, 5, 9, 0.5)], columns=SPREAD)
    assert spreads.spread(one, types, lambda level, name: name)["Group"].tolist() == ["A"]
