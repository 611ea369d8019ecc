"""A unit hidden in publication mode cannot be worked out from the total and the units shown."""

from datetime import date

import pandas as pd

from analysis.disclosure import Hidden, Suppressed
from metrics.catalogue import METRICS
from ui.companions import hidden_units, hide_companions, worked_out
from ui.hiding import hide_small_groups

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
    assert sorted(HIDDEN[MONTH]) == ["A", "B"]
    assert HIDDEN[BEFORE] == {}
    shown = hide_companions(hide_small_groups(frame(PEOPLE), LEFT), HIDDEN, PEOPLE)
    assert list(shown["numerator"]) == [Hidden(), Suppressed(), 21, 0]
    assert list(shown["value"])[1] == list(shown["denominator"])[1] == Suppressed()


def test_hidden_units_that_come_to_a_small_count_take_another_along():
    found = hidden_units(frame({"A": (1, 40), "B": (2, 60), "C": (21, 80)}))
    assert sorted(found[MONTH]) == ["A", "B", "C"]


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


def test_a_force_of_one_small_unit_has_no_total():
    hidden = hidden_units(frame({"A": (4, 40)}))
    assert worked_out(hidden[MONTH])
    assert list(hide_companions(total({"A": (4, 40)}), hidden, {"A"})["numerator"]) == [Suppressed()]


def test_without_a_month_in_the_frame_it_is_the_one_asked_for():
    bare = frame(PEOPLE).drop(columns="month_end")
    assert list(hide_companions(bare, HIDDEN, PEOPLE, only=MONTH)["numerator"])[1] == Suppressed()
    assert list(hide_companions(bare, HIDDEN, PEOPLE, only=BEFORE)["numerator"])[1] == 12
