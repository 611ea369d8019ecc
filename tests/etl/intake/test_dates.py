"""Dates as people and spreadsheets write them: read day first, or not at all."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.values.read_date import EXCEL_DAY_ZERO, read_date

LAST = date(2026, 9, 30)
DAYS = [
    # what the cell holds          the day that is read
    (datetime(2026, 9, 30, 14, 35), LAST),
    (LAST, LAST),
    ("30/09/2026", LAST),
    ("30/9/26", LAST),
    ("30.09.2026", LAST),
    ("30-09-2026", LAST),
    ("30 / 09 / 2026", LAST),
    (" 30/09/2026 ", LAST),
    ("30/09/2026 14:35", LAST),
    ("30/09/2026 00:00:00", LAST),
    ("2026-09-30", LAST),
    ("2026/09/30", LAST),
    ("20260930", LAST),
    ("2026-09-30T14:35:00Z", LAST),
    ("30 September 2026", LAST),
    ("30th September 2026", LAST),
    ("30th of September, 2026", LAST),
    ("Wednesday 30 September 2026", LAST),
    ("Wed, 30 Sep 2026", LAST),
    ("30 Sept. 2026", LAST),
    ("30-Sep-26", LAST),
    ("30-SEP-2026", LAST),
    ("30Sep2026", LAST),
    ("30 Sep '26", LAST),
    ("September 30, 2026", LAST),
    ("Sep 30th 2026", LAST),
    (46295, LAST),
    (46295.75, LAST),
    ("46295", LAST),
    ("1/2/2026", date(2026, 2, 1)),
    ("12/03/1999", date(1999, 3, 12)),
    ("12/03/99", date(1999, 3, 12)),
]
MONTHS = [
    ("Sep-26", LAST),
    ("Sept 2026", LAST),
    ("SEPTEMBER 2026", LAST),
    ("2026-SEP", LAST),
    ("2026-09", LAST),
    ("Feb 2024", date(2024, 2, 29)),
]
NOT_A_DAY = [
    "09/30/2026",  # month first: never turned round
    "31/09/2026",
    "29/02/2025",
    "30/09",
    "30-Sep",
    "30/09-2026",
    "2004/05",  # a year from April to March
    "2025/26",
    "2011-12",
    "2026",
    "12 cases",
    "12",
    "tbc",
    "Q2 2026",
    "week 39",
    120,
    9_999,
    True,
    "",
]


@pytest.mark.parametrize(("cell", "day"), DAYS, ids=str)
def test_each_way_of_writing_a_day(cell, day):
    assert read_date(cell) == day


@pytest.mark.parametrize(("cell", "day"), MONTHS)
def test_a_month_is_its_last_day_where_months_are_meant_and_no_day_elsewhere(cell, day):
    assert read_date(cell, month_only=True) == day
    assert read_date(cell) is None


@pytest.mark.parametrize("cell", NOT_A_DAY, ids=str)
def test_what_is_not_clearly_a_day_is_not_read(cell):
    assert read_date(cell) is None
    assert read_date(cell, month_only=True) is None


STYLES = (
    "{d:%d/%m/%Y}", "{d:%d.%m.%Y}", "{d:%d-%m-%Y}", "{d:%Y-%m-%d}", "{d:%Y/%m/%d}", "{d:%Y%m%d}",
    "{d.day}/{d.month}/{d.year}", "{d:%d %B %Y}", "{d.day} {d:%b} {d.year}", "{d:%d-%b-%Y}", "{d:%d%b%Y}",
    "{d:%A} {d.day} {d:%B %Y}", "{d:%a}, {d.day} {d:%b %Y}", "{d:%B} {d.day}, {d.year}",
    "{d:%d/%m/%Y} 23:59", "{d:%Y-%m-%d}T00:00:00", "  {d.day}.{d.month}.{d.year} ",
)  # fmt: skip
ANY_DAY = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@given(ANY_DAY, st.sampled_from(STYLES))
def test_a_day_written_in_any_style_is_read_back(day, style):
    assert read_date(style.format(d=day)) == day


@given(ANY_DAY)
def test_a_serial_day_is_read_back_as_number_and_as_text(day):
    serial = (day - EXCEL_DAY_ZERO).days
    assert read_date(serial) == read_date(str(serial)) == read_date(serial + 0.5) == day


@given(st.text(alphabet="0123456789/-. JanSepmber:T", max_size=14))
def test_whatever_is_read_as_a_day_names_its_day_month_and_year(text):
    day = read_date(text)
    if day is None:
        return
    digits = "".join(c for c in text if c.isdigit())
    assert len(digits) >= 4
    if digits != text.strip():  # not a serial number, nor all in one
        assert f"{day.day}" in digits
        assert f"{day.year}"[2:] in digits
