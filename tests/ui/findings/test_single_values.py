"""One value is looked up without taking its row out, and is the value of that row."""

from datetime import date

import pandas as pd
import pytest

from analysis.disclosure import Hidden
from metrics.catalogue import METRICS
from ui.findings.series import at, rows_at, said

MONTHS = (date(2026, 8, 31), date(2026, 9, 30))
FRAME = pd.DataFrame(
    {
        "month_end": pd.to_datetime([MONTHS[0], MONTHS[1], MONTHS[1], MONTHS[1]]),
        "unit": ["DA1", "DA1", "CA1", "VA1"],
        "value": [1.5, 2.5, Hidden(), None],
        "numerator": [3, 5, None, 0],
        "denominator": [2, 2, None, 0],
    }
)
RATE = METRICS["pressure/over_180_days"]


@pytest.mark.parametrize("month", [*MONTHS, date(2026, 7, 31), None])
@pytest.mark.parametrize("unit", ["DA1", "CA1", "VA1", "MASH1"])
def test_it_is_the_value_of_the_first_such_row(month, unit):
    rows = rows_at(FRAME, month, unit=unit)
    for column in ("value", "numerator", "unit"):
        expected = None if rows.empty else rows.iloc[0][column]
        found = at(FRAME, month, column, unit=unit)
        assert found is expected or found == expected or (found != found and expected != expected)


def test_each_is_said_in_the_measures_words():
    assert said(RATE, FRAME, MONTHS[1], unit="DA1") == "250%"
    assert said(RATE, FRAME, MONTHS[1], unit="CA1") == "fewer than 5"
    assert said(RATE, FRAME, MONTHS[1], unit="VA1") == RATE.when_none
    assert said(RATE, FRAME, MONTHS[0], unit="VA1") == "no return"


def test_nothing_is_found_in_an_empty_frame_and_months_need_not_be_a_column():
    assert at(FRAME.iloc[:0], MONTHS[1]) is None and said(RATE, FRAME.iloc[:0], MONTHS[1]) == "no return"
    assert at(FRAME.drop(columns="month_end"), None, unit="CA1") == Hidden()
