"""Months over a force's own line: in the last twelve, in the current run and in the longest."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.run_over_line import OverLine, Run, over_line

OVER, UNDER, GONE = 20.0, 10.0, None  # of a line of 15; the last is a month without a value


def test_months_over_runs_and_the_window() -> None:
    found = over_line(
        [OVER, OVER, UNDER, OVER, OVER, OVER, OVER, OVER, UNDER, OVER, UNDER, OVER, OVER, OVER], 15
    )
    assert found == OverLine(12, 12, 9, 0, current=Run(3, 0, 11), longest=Run(5, 0, 3))


def test_on_the_line_is_not_over_it() -> None:
    assert over_line([15, 15.01], 15).over == 1


def test_a_run_may_be_longer_than_the_window() -> None:
    found = over_line([UNDER, *[OVER] * 20], 15)
    assert (found.over, found.current.months, found.longest.months) == (12, 20, 20)


def test_a_missing_month_neither_ends_nor_lengthens_a_run_and_is_counted() -> None:
    found = over_line([UNDER, OVER, OVER, GONE, OVER, UNDER, OVER], 15)
    assert found.longest == Run(months=3, missing=1, start=1)
    assert (found.known, found.over, found.missing) == (6, 4, 1)


def test_missing_months_around_a_run_are_not_inside_it() -> None:
    assert over_line([GONE, GONE, OVER, OVER, GONE, UNDER], 15).longest == Run(2, 0, 2)
    assert over_line([UNDER, GONE, OVER, OVER, UNDER], 15).longest == Run(2, 0, 2)


def test_a_missing_last_month_leaves_the_current_run_open_and_says_so() -> None:
    found = over_line([UNDER, OVER, OVER, math.nan, GONE], 15)
    assert found.current == Run(2, 2, 1)
    assert found.longest == Run(2, 0, 1)
    assert over_line([OVER, UNDER, GONE], 15).current == Run()


def test_a_line_may_change_from_month_to_month() -> None:
    found = over_line([12, 12, 12, 12], [None, 15, 10, 10])
    assert (found.known, found.over, found.missing, found.current) == (3, 2, 1, Run(2, 0, 2))


def test_why_there_is_nothing_to_say() -> None:
    assert over_line([OVER, OVER], None).why_not == "no line set"
    assert over_line([OVER, OVER], [None, None]).why_not == "no line set"
    assert over_line([GONE, math.nan], 15).why_not == "no values"
    assert over_line([], 15).why_not == "no values"
    nothing = over_line([OVER, OVER], None)
    assert (nothing.known, nothing.over, nothing.missing, nothing.current) == (0, 0, 2, Run())


def test_what_a_programmer_may_not_ask() -> None:
    with pytest.raises(ValueError, match="window"):
        over_line([OVER], 15, window=0)
    with pytest.raises(ValueError, match="zip"):
        over_line([OVER, OVER], [15])


MONTHS = st.lists(st.sampled_from([OVER, UNDER, GONE]), max_size=30)


@given(MONTHS)
def test_runs_of_a_series_are_those_of_its_known_months(months: list[float | None]) -> None:
    """Reckoned again in another way: by joining the known months to text and cutting it at those under."""
    found = over_line(months, 15)
    text = "".join("o" if v == OVER else "u" for v in months if v is not None)
    assert found.longest.months == max(map(len, text.split("u")))
    assert found.current.months == len(text.split("u")[-1])
    assert found.known + found.missing == min(len(months), 12)


@given(MONTHS)
def test_the_missing_months_of_a_run_lie_inside_it(months: list[float | None]) -> None:
    for run, to_the_end in ((over_line(months, 15).longest, False), (over_line(months, 15).current, True)):
        if run.start is None:
            assert run == Run()
            continue
        assert run.missing >= 0 and months[run.start] == OVER
        stop = len(months) if to_the_end else run.start + run.months + run.missing
        inside = months[run.start : stop]
        assert UNDER not in inside and (inside.count(OVER), inside.count(GONE)) == (run.months, run.missing)


def test_arrays_are_read_as_lists_are() -> None:
    values = np.array([OVER, math.nan, OVER])
    assert over_line(values, np.float64(15)) == over_line(list(values), 15.0)
    assert over_line(values, np.array([15.0, 15.0, 15.0])) == over_line(list(values), 15.0)
