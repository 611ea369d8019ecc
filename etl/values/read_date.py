"""Dates as people and spreadsheets write them, always day before month, never guessed."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from etl.layout.grid import Row, as_text, is_number

EXCEL_DAY_ZERO = date(1899, 12, 30)
DAYS_TO_1904 = 1462
SERIALS = range(10_000, 80_000)  # 18 May 1927 to 10 January 2119
LATE_DAYS = 7
_MONTHS = {
    name.casefold(): number
    for number in range(1, 13)
    for name in (calendar.month_name[number], calendar.month_abbr[number])
} | {"sept": 9}
_YEAR = r"(\d{4}|'?\d{2})"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? )?"
_NUMERIC = re.compile(r"^" + _WEEKDAY + r"(\d{1,2}) ?([/.\-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$")
_ISO = re.compile(r"^(\d{4})([/.\-])(\d{1,2})\2(\d{1,2})$")
_COMPACT = re.compile(r"^((?:19|20)\d\d)([01]\d)([0-3]\d)$")
_WORDY = re.compile(
    r"^" + _WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \-/.]?([a-z]{3,9})\.?,?[ \-/]?" + _YEAR + "$"
)
# The month in words cannot be taken for the day, so the American order is clear too.
_MONTH_BEFORE = re.compile(
    r"^" + _WEEKDAY + r"([a-z]{3,9})\.?[ \-/](\d{1,2})(?:st|nd|rd|th)?,?[ \-/](\d{4})$"
)
_MONTH_ONLY = re.compile(r"^([a-z]{3,9})\.?,?[ \-/']*(\d{4}|\d{2})$")
_YEAR_FIRST = re.compile(r"^(\d{4})([ \-/])([a-z]{3,9}|\d{1,2})$")
_FINANCIAL_YEAR = re.compile(r"^(?:fy ?)?(20\d\d) ?[/\-] ?((?:20)?\d\d)$", re.I)
_TIME = re.compile(r"[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?:z|[+\-]\d{2}:?\d{2})?$")
_WORD = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_INSIDE = re.compile(
    r"\b\d{4}[/.\-]\d{1,2}[/.\-]\d{1,2}\b|\b\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ \-/]?{_WORD}\.?,?[ \-/]?(?:\d{{4}}|'?\d{{2}})\b|"
    rf"\b{_WORD}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b|"
    rf"\b{_WORD}\.?,?[ \-/']\d{{4}}\b|\b{_WORD}[\-' ]'?\d{{2}}\b|\b\d{{4}}[\-/ ]{_WORD}\b",
    re.I,
)


def read_date(cell: Any, *, month_only: bool = False) -> date | None:
    """The date in a cell, or None when it does not hold one.

    `month_only` also reads "Sep-26" or "September 2026", as the last day of that month.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if is_number(cell):
        return _serial(cell)
    text = _plain(cell)
    if text.isdigit() and len(text) == 5:
        return _serial(int(text))
    return _day(_TIME.sub("", text)) or (_month(text) if month_only else None)


def _plain(cell: Any) -> str:
    """A cell's text in small letters, with plain dashes and apostrophes."""
    return as_text(cell).casefold().replace("\u2019", "'").replace("\u2013", "-").replace("\u2011", "-")


def read_year_ending(cell: Any) -> date | None:
    """The 31 March that ends a financial year written 2026/27, 2026-27 or 2026/2027; else None."""
    match = _FINANCIAL_YEAR.match(as_text(cell).replace("\u2013", "-"))
    if not match or int(match.group(2)) % 100 != (int(match.group(1)) + 1) % 100:
        return None
    return date(int(match.group(1)) + 1, 3, 31)


def month_end(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def month_of_extract(day: date) -> date | None:
    """The month end that an extract of that day describes: the day, or up to 7 days before; else None."""
    if day == month_end(day):
        return day
    return day.replace(day=1) - timedelta(days=1) if day.day <= LATE_DAYS else None


def dates_inside(text: str) -> list[tuple[date, str]]:
    """The dates in a sentence such as "Caseload as at 30 September 2026", each with the words before it."""
    plain = " ".join(text.split())
    found = ((read_date(each.group(), month_only=True), each.start()) for each in _INSIDE.finditer(plain))
    return [(day, plain[:start]) for day, start in found if day]


def without_dates(text: str) -> str:
    """A text without the dates that are written in it."""
    return " ".join(_INSIDE.sub(" ", " ".join(text.split())).split())


def in_days_of_1900(row: Row, columns: Iterable[int]) -> Row:
    """A row of a workbook that counts days from 1904, with the numbers in these columns counted from 1900."""
    cells = list(row.cells)
    for index in columns:
        held = row.cell(index)
        if is_number(held):
            cells[index] = held + DAYS_TO_1904
        elif isinstance(held, str) and held.strip().isdecimal() and len(held.strip()) == 5:
            cells[index] = int(held) + DAYS_TO_1904
    return replace(row, cells=tuple(cells))


def _serial(number: float) -> date | None:
    whole = int(number)
    return EXCEL_DAY_ZERO + timedelta(days=whole) if whole in SERIALS else None


def no_such_day(cell: Any) -> str:
    """'November 2026 has 30 days.' where a cell names a later day of it; "" for every other cell."""
    found = _year_month_day(_TIME.sub("", _plain(cell)))
    if found is None or not 1 <= found[1] <= 12 or not 1 <= found[0] <= 9999:
        return ""
    year, month, day = found
    most = calendar.monthrange(year, month)[1]
    return f"{calendar.month_name[month]} {year} has {most} days." if day > most else ""


def _day(text: str) -> date | None:
    found = _year_month_day(text)
    return _date(*found) if found else None


def _year_month_day(text: str) -> tuple[int, int, int] | None:
    """What a text says is year, month and day, whether or not there is such a day."""
    if match := _NUMERIC.match(text):
        day, _, month, year = match.groups()
        return _year(year), int(month), int(day)
    if match := _ISO.match(text):
        year, _, month, day = match.groups()
        return int(year), int(month), int(day)
    if match := _COMPACT.match(text):
        year, month, day = match.groups()
        return int(year), int(month), int(day)
    if match := _WORDY.match(text):
        day, name, year = match.groups()
        return _year(year), _MONTHS.get(name, 0), int(day)
    if match := _MONTH_BEFORE.match(text):
        name, day, year = match.groups()
        return int(year), _MONTHS.get(name, 0), int(day)
    return None


def _month(text: str) -> date | None:
    if match := _MONTH_ONLY.match(text):
        name, year = match.groups()
    elif match := _YEAR_FIRST.match(text):
        year, between, name = match.groups()
        # 2025/26 and 2011-12 are years from April to March, whatever month the second number could be.
        if between != " " and name.isdigit() and int(name) == (int(year) + 1) % 100:
            return None
    else:
        return None
    month = int(name) if name.isdigit() else _MONTHS.get(name, 0)
    first = _date(_year(year), month, 1)
    return month_end(first) if first else None


def _year(said: str) -> int:
    text = said.lstrip("'")
    return int(text) if len(text) == 4 else 2000 + int(text) if int(text) < 70 else 1900 + int(text)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
