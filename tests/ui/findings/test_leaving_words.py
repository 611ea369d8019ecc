"""What is said of the three leaving rates, from small numbers."""

import pandas as pd
import pytest

from analysis.attrition import rates_of_year
from charts.funnel import FunnelModel
from charts.intervals import Intervals
from ui.findings import leaving as words
from ui.findings import vacancy

HEADS = [40.0, *[50.0] * 11, 60.0]
UNIT = words.Left("Left the unit", "left their unit", rates_of_year(12, HEADS))
NONE = words.Left("Left the force", "left the force", rates_of_year(None, HEADS))
ONE = words.Left("Left the force", "left the force", rates_of_year(1, HEADS))
HIDDEN = words.Left("Left the force", "left the force", rates_of_year(None, HEADS), hidden=True)
NAMES = {code: f"Unit {code}" for code in "ABCDEFGHIJK"}


def test_the_title_names_people_rate_and_interval():
    assert words.rates_title([UNIT]) == (
        "People left their unit 12 times in 12 months: 24.0%, interval 12.4% to 41.9%"
    )
    assert words.rates_title([ONE]).startswith("People left the force 1 time in 12 months: 2.0%, ")
    nobody = words.Left("Left the force", "left the force", rates_of_year(0, HEADS))
    assert (
        words.rates_title([nobody])
        == "Nobody left the force in 12 months; the underlying rate may be up to 7.4%"
    )
    assert words.rates_title([NONE, HIDDEN]) == "No 12-month leaving rate to show"


def test_a_rate_that_is_not_known_or_hidden_says_which():
    dots = words.rates([UNIT, NONE, HIDDEN]).dots
    assert [dot.said for dot in dots] == ["", "no figure", "not shown"]
    assert dots[0].value == pytest.approx(24) and dots[2].value is None


def test_the_same_leavers_stand_over_three_denominators():
    table = words.denominators([UNIT, HIDDEN, NONE])
    assert list(table.iloc[0]) == [
        "Left the unit",
        "12",
        "24.0% of 50.0",
        "12.4% to 41.9%",
        "24.0% of 50.0",
        "30.0% of 40.0",
    ]
    assert set(table.iloc[1][1:]) == {"not shown"}
    assert set(table.iloc[2][1:]) == {"no figure"}


def test_a_rate_that_rests_on_few_people_is_named():
    assert (
        words.few_events([UNIT, ONE])
        == "Fewer than 10 people: left the force. Read the interval, not the figure."
    )
    assert words.few_events([UNIT, HIDDEN]) == ""


def test_five_units_or_more_make_a_funnel_by_name_and_fewer_their_intervals():
    five, found = words.compared(dict.fromkeys("CABED", (5.0, 40.0)), NAMES, "left their unit")
    assert isinstance(five, FunnelModel) and not found.adjusted and found.spread is None
    assert [unit.name for unit in five.units] == [f"Unit {c}" for c in "ABCDE"]
    four, _ = words.compared(
        {"B": (30.0, 40.0), "A": (2.0, 40.0), "C": (9.0, 40.0), "D": (9.0, 40.0)}, NAMES, "x"
    )
    assert isinstance(four, Intervals)
    assert [dot.name for dot in four.dots] == ["Unit A", "Unit B", "Unit C", "Unit D"]
    assert four.title == "Unit A and Unit B differ from all units together (99.8%)"
    assert [dot.signal.glyph for dot in four.dots] == ["▼", "▲", "", ""]


def test_a_unit_that_lies_apart_at_95_percent_only_is_not_marked():
    model, found = words.compared({"A": (20.0, 40.0), "B": (28.0, 130.0), "C": (28.0, 130.0)}, NAMES, "x")
    first = next(point for point in found.points if point.unit == "A")
    assert first.usual.lower > found.average > first.alert.lower
    assert model.title == "No unit can be told apart from all units together (99.8%)"
    assert not any(dot.signal.glyph for dot in model.dots)


def test_only_ten_units_or_more_are_looked_at_for_overdispersion():
    wild = {c: (2.0 + 9 * (n % 3), 60.0 + n) for n, c in enumerate("ABCDEFGHIJ")}
    ten, found = words.compared(wild, NAMES, "left their unit")
    nine, less = words.compared({c: wild[c] for c in "ABCDEFGHI"}, NAMES, "left their unit")
    assert found.spread is not None and ten.adjusted
    assert less.spread is None and not nine.adjusted


def test_a_unit_far_outside_is_named_and_none_is_said_where_there_is_none():
    sizes = dict.fromkeys("ABCDE", (5.0, 50.0)) | {"F": (40.0, 50.0)}
    assert words.compared(sizes, NAMES, "left the force")[0].title == (
        "Unit F lies outside what chance alone gives of people who left the force"
    )
    quiet = words.compared(dict.fromkeys("ABCDE", (5.0, 50.0)), NAMES, "left the force")[0]
    assert quiet.title == "5 units, and none lies outside what chance alone gives (99.8% limits)"


def test_nobody_leaving_anywhere_has_intervals_and_one_unit_has_no_comparison():
    nobody, _ = words.compared(dict.fromkeys("ABCDEF", (0.0, 50.0)), NAMES, "left the force")
    assert isinstance(nobody, Intervals) and "Too few units" not in nobody.measure
    assert words.compared({"A": (5.0, 50.0), "B": (None, None)}, NAMES, "left")[0] is None


def test_units_that_are_not_drawn_are_named_with_the_reason():
    sizes = {"A": (5.0, 50.0), "B": (None, None), "C": (None, None)}
    assert words.not_drawn(sizes, NAMES, ["C"]) == (
        "Unit B: no 12-month figure. Unit C: not shown, fewer than 5 people or would give such a unit away."
    )
    assert words.not_drawn({"A": (5.0, 50.0)}, NAMES, []) == ""


def test_vacancy_is_by_name_with_the_rest_of_the_force_last():
    own = pd.DataFrame([{"unit": "B", "numerator": 3.0, "denominator": 20.0, "value": 0.15}])
    rest = pd.DataFrame([{"numerator": -2.0, "denominator": 80.0, "value": -0.025}])
    table = vacancy.table(own, rest, {"B": "Beta", "A": "Alpha"})
    assert list(table["Unit"]) == ["Alpha", "Beta", "Rest of force"]
    assert list(table["Vacant share, %"])[1:] == [pytest.approx(15), "2.0 FTE more than posts"]
    assert list(table["Vacant, FTE"])[1:] == [3.0, "none"]
    assert pd.isna(table["Vacant, FTE"][0])
