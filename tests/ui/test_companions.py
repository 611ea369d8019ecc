"""A unit hidden in publication mode cannot be worked out from the total and the units shown."""

from datetime import date

import pandas as pd

from analysis.disclosure import Hidden, Suppressed
from metrics.catalogue import METRICS
from ui.figures.publication import ratio_not_said_small
from ui.hidden.companions import hidden_units, hide_companions
from ui.hidden.hidden_splits import hide_in_splits
from ui.hidden.hiding import hide_small_groups
from ui.hidden.people import people_in

MONTH, BEFORE = date(2026, 9, 30), date(2026, 8, 31)
LEFT = METRICS["attrition/left_unit_12m"]
PEOPLE = {"A": (4, 40), "B": (12, 60), "C": (21, 80), "D": (0, 30)}


def frame(units, month=MONTH):
    rows = [(unit, month, top, bottom, top / bottom, 1) for unit, (top, bottom) in units.items()]
    return pd.DataFrame(rows, columns=["unit", "month_end", "numerator", "denominator", "value", "units"])


def total(units, month=MONTH):
    top, bottom = (sum(parts[n] for parts in units.values()) for n in (0, 1))
    return frame({"": (top, bottom)}, month).drop(columns="unit")


HIDDEN = hidden_units(pd.concat([frame(PEOPLE), frame({"A": (7, 40), "B": (12, 60)}, BEFORE)]))


def test_the_smallest_other_unit_is_hidden_beside_a_small_one_and_one_with_no_leavers_last():
    assert sorted(HIDDEN[MONTH].shown.hidden) == ["A", "B"]
    assert not HIDDEN[BEFORE].shown.hidden
    shown = hide_companions(hide_small_groups(frame(PEOPLE), LEFT), HIDDEN, PEOPLE)
    assert list(shown["numerator"]) == [Hidden(), Suppressed(), 21, 0]
    assert list(shown["value"])[1] == list(shown["denominator"])[1] == Suppressed()


def test_hidden_units_that_come_to_a_small_count_take_another_along():
    found = hidden_units(frame({"A": (1, 40), "B": (2, 60), "C": (21, 80)}))
    assert sorted(found[MONTH].shown.hidden) == ["A", "B", "C"]


def test_two_small_units_that_come_to_the_most_they_can_take_another_along():
    found = hidden_units(frame({"A": (4, 40), "B": (4, 60), "C": (21, 80), "D": (30, 80)}))
    assert sorted(found[MONTH].shown.hidden) == ["A", "B", "C"]


def test_a_unit_hidden_beside_another_is_hidden_when_it_is_chosen_alone_too():
    alone = total({"B": PEOPLE["B"]})
    assert list(hide_companions(alone, HIDDEN, {"B"}, total=False)["numerator"]) == [Suppressed()]
    shown = total({"C": PEOPLE["C"]})
    assert list(hide_companions(shown, HIDDEN, {"C"}, total=False)["numerator"]) == [21]


def test_a_total_is_withheld_where_one_of_its_units_or_one_of_the_others_is_hidden_alone():
    every = total(PEOPLE)
    assert list(hide_companions(every, HIDDEN, PEOPLE)["numerator"]) == [37]
    assert list(hide_companions(total({"A": (4, 40), "C": (21, 80)}), HIDDEN, {"A", "C"})["value"]) == [
        Suppressed()
    ]
    assert list(hide_companions(every, HIDDEN, {"B", "C", "D"})["numerator"]) == [Suppressed()]
    assert list(hide_companions(total({"C": (21, 80)}), HIDDEN, {"C"})["numerator"]) == [21]


def test_the_total_of_a_group_is_withheld_where_it_would_be_the_one_that_is_hidden():
    hidden = hidden_units(frame(PEOPLE), {"A": "x", "B": "y", "C": "x", "D": "y"})
    for group in ({"A", "C"}, {"B", "D"}):
        shown = hide_companions(total({unit: PEOPLE[unit] for unit in group}), hidden, group)
        assert list(shown["numerator"]) == [Suppressed()]
    both = hidden_units(frame(PEOPLE), {"A": "x", "B": "x", "C": "y", "D": "y"})
    shown = hide_companions(total({unit: PEOPLE[unit] for unit in "AB"}), both, {"A", "B"})
    assert list(shown["numerator"]) == [16]


def in_turn(*years, unit="A"):
    """Figures over twelve months of one unit, and of others that hide nothing, at month ends in a row."""
    months = [date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30)][-len(years) :]
    each = [
        frame({unit: (n, 60), "B": (12, 60), "C": (21, 80)}, m) for n, m in zip(years, months, strict=True)
    ]
    return pd.concat(each)


def test_a_year_less_the_year_before_is_not_the_one_month_that_is_new():
    """Nobody in a year, six, then eight: two in the newest month."""
    frames = in_turn(0, 6, 8)
    assert not any(found.shown.hidden for found in hidden_units(frames).values())
    found = hidden_units(frames, rolling=("numerator",))
    assert [sorted(found[m].shown.hidden) for m in sorted(found)] == [[], [], ["A", "B"]]
    shown = hide_companions(hide_small_groups(frames, LEFT), found, {"A", "B", "C"})
    assert list(shown["numerator"])[-3:] == [Suppressed(), Suppressed(), 21]
    alone = hide_companions(total({"A": (8, 60)}), found, {"A"}, total=False)
    assert list(alone["value"]) == [Suppressed()]


def test_what_is_shown_is_not_judged_anew_by_later_months():
    assert hidden_units(in_turn(0, 6, 8), rolling=("numerator",)) | {MONTH: None} == hidden_units(
        in_turn(0, 6, 9), rolling=("numerator",)
    ) | {MONTH: None}


def test_another_measure_of_the_same_people_is_hidden_with_it():
    first = hidden_units(in_turn(0, 6, 8), rolling=("numerator",))
    other = hidden_units(in_turn(9, 9, 9), beside=first)
    assert sorted(other[MONTH].shown.hidden) == ["A", "B"] and not other[date(2026, 8, 31)].shown.hidden
    assert METRICS["attrition/reason_recorded_share"].same_people_as == (LEFT.id,)
    assert METRICS["attrition/reason_recorded_share"].sums_over_a_year == ("numerator", "denominator")


def test_people_who_left_in_one_month_are_not_shown_for_publication_and_a_missing_month_stays_missing():
    month = METRICS["attrition/leavers_month"]
    shown = hide_small_groups(frame({"A": (0, 1), "B": (12, 1), "C": (float("nan"), 1)}), month)
    assert list(shown["numerator"])[:2] == [Suppressed(), Suppressed()]
    assert pd.isna(list(shown["numerator"])[2])


def split(rows, **names):
    counts = pd.DataFrame(rows, columns=["numerator", "denominator"])
    return counts.assign(value=counts["numerator"], units=1, **names)


def test_one_small_row_of_a_split_takes_another_along_as_the_total_is_shown_elsewhere():
    away = METRICS["staffing/unavailable_fte"]
    raw = split([(3.0, 0), (8.0, 0), (20.0, 0)], reason=["long-term sick", "in training", "on secondment"])
    shown = hide_in_splits(hide_small_groups(raw, away), raw)
    assert list(shown["value"]) == [Hidden(), Suppressed(), 20.0]


def test_a_split_two_ways_is_attacked_as_a_table_and_hidden_whole_where_it_does_not_hold():
    course = METRICS["training/required_course_in_date"]
    roles, courses = ["a"] * 3 + ["b"] * 3 + ["c"] * 3, ["x", "y", "z"] * 3
    tops = [3, 12, 20, 14, 15, 16, 30, 31, 32]
    raw = split([(n, 40) for n in tops], role=roles, course=courses)
    shown = hide_in_splits(hide_small_groups(raw, course), raw)
    hidden = [n for n, value in enumerate(shown["value"]) if isinstance(value, (Hidden, Suppressed))]
    assert len(hidden) == 4 and hidden[0] == 0
    raw = split([(3, 40), (12, 40), (9, 40)], role=["a", "a", "b"], course=["x", "y", "y"])
    shown = hide_in_splits(hide_small_groups(raw, course), raw)
    assert all(isinstance(value, (Hidden, Suppressed)) for value in shown["value"])


def test_a_force_of_one_small_unit_has_no_total():
    hidden = hidden_units(frame({"A": (4, 40)}))
    assert not hidden[MONTH].shown.total
    assert list(hide_companions(total({"A": (4, 40)}), hidden, {"A"})["numerator"]) == [Suppressed()]


def test_without_a_month_in_the_frame_it_is_the_one_asked_for():
    bare = frame(PEOPLE).drop(columns="month_end")
    assert list(hide_companions(bare, HIDDEN, PEOPLE, only=MONTH)["numerator"])[1] == Suppressed()
    assert list(hide_companions(bare, HIDDEN, PEOPLE, only=BEFORE)["numerator"])[1] == 12


UNBOOKED = METRICS["training/expiring_not_booked_90_days"]


def test_what_a_count_leaves_of_its_whole_is_hidden_where_it_is_told_too():
    units = {"A": (19, 20), "B": (12, 24), "C": (30, 40), "D": (8, 8)}
    small = hide_small_groups(frame(units), UNBOOKED)
    assert list(small["numerator"]) == [Hidden(), 12, 30, 8], "one of the 20 has a place"
    found = hidden_units(frame(units), rest_is_told=True)[MONTH].shown
    assert found.hidden == {"A", "B", "D"}, "D has nobody with a place, so D alone would not hide A's one"
    assert not hidden_units(frame(units))[MONTH].shown.hidden
    assert list(hide_small_groups(frame(units), LEFT)["numerator"]) == [19, 12, 30, 8]


def test_what_a_count_leaves_is_hidden_in_a_split_as_well():
    raw = split([(6, 7), (9, 16), (20, 30)], reason=["within 30 days", "31 to 60 days", "61 to 90 days"])
    shown = hide_in_splits(hide_small_groups(raw, UNBOOKED), raw, rest_is_told=True)
    assert list(shown["numerator"]) == [Hidden(), Suppressed(), 20]


def test_who_left_public_protection_is_hidden_where_a_few_moved_within_it():
    left, gone = frame({"A": (7, 40), "B": (15, 60)}), METRICS["attrition/left_public_protection_12m"]
    told = people_in(frame({"A": (5, 40), "B": (15, 60)}), gone, lambda asked: left)
    assert list(hide_small_groups(told, gone)["numerator"]) == [Suppressed(), 15], (
        "two of the seven moved within"
    )
    same = people_in(frame({"A": (7, 40), "B": (15, 60)}), gone, lambda asked: left)
    assert list(hide_small_groups(same, gone)["numerator"]) == [7, 15]


def test_a_hidden_ratio_reads_as_not_shown_and_its_count_of_people_as_small():
    for name in ("attrition/left_unit_12m", "staffing/staff_per_supervisor"):
        marked = ratio_not_said_small(hide_small_groups(frame(PEOPLE), LEFT), METRICS[name])
        assert METRICS[name].say(marked["value"][0]) == "not shown"
        assert str(marked["numerator"][0]) == "fewer than 5" and marked["value"][1] == 0.2
    count = METRICS["staffing/in_post_fte"]
    assert count.say(ratio_not_said_small(hide_small_groups(frame(PEOPLE), LEFT), count)["value"][0]) == (
        "fewer than 5"
    )
