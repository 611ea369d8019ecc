"""The date above the headings that says which month a sheet describes; other dates may stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from etl.layout.grid import Row, as_text, is_blank, is_date
from etl.values.read_date import dates_inside, month_end, month_of_extract, read_date

_SAYS_MONTH = re.compile(r"as at|month|period|return for|position at|snapshot|to end|ending", re.I)
_YEAR = re.compile(r"\byears?\b", re.I)  # which one the month is in, and not the month
# The last words before a date that is about the file, or about another month.
_ABOUT_OTHER = re.compile(
    r"\b(?:produced|printed|run|ran|created|updated|extract(?:ed)?|generated|sent|due|since|from|issued|by|"
    r"compared (?:with|to)|previous(?: month)?|last month|version)\b[\s:(]*(?:on|at|by|of|date)?[\s:(]*$",
    re.I,
)


def title_days(above: Iterable[Row]) -> tuple[date, ...]:
    """The date above the headings: several where they name several months and nothing says which.

    The first row that says "as at" or the like beside a date is believed; without one, the only date there.
    """
    rows = list(above)
    stated = next((dated for row in rows if (dated := list(_dated(row))) and _says_month(row)), None)
    if stated:
        meant = [day for day, before in stated if not _ABOUT_OTHER.search(before)]
        return _one_month(meant or [day for day, _ in stated])
    every = [day for row in rows for day, _ in _dated(row)]
    return tuple(every[:1]) if len(set(every)) == 1 else ()


def other_month(above: Iterable[Row], month: date) -> date | None:
    """The month that a title names where that is another than the rows'; None where nothing says so.

    A day after the month is when somebody took or printed it; a first day may be of either month.
    """
    rows = (row for row in above if _says_month(row) and not any(_YEAR.search(as_text(c)) for c in row.cells))
    stated = next((dated for row in rows if (dated := list(_dated(row)))), [])
    meant = [day for day, before in stated if not _ABOUT_OTHER.search(before)]
    days = _one_month(meant) if meant else ()
    if len(days) != 1 or days[0].day == 1:
        return None
    day = days[0]
    said = month_of_extract(day) or (month_end(day) if day < month else None)
    return said if said != month else None


def stands_alone(above: Iterable[Row], day: date) -> bool:
    """Whether a date stands above the headings as a cell of its own, and not in words."""
    return any(is_date(cell) and read_date(cell) == day for row in above for cell in row.filled())


def _says_month(row: Row) -> bool:
    return any(_SAYS_MONTH.search(as_text(cell)) for cell in row.filled() if isinstance(cell, str))


def _dated(row: Row) -> Iterable[tuple[date, str]]:
    """Each date of a row with the words that stand before it, in its cell or in the one before."""
    before = ""
    for cell in row.cells:
        if is_date(cell):
            yield read_date(cell), before  # type: ignore[misc]
        elif isinstance(cell, str) and not is_blank(cell):
            text = as_text(cell)
            yield from ((day, words or before) for day, words in dates_inside(text))
            before = text


def _one_month(days: list[date]) -> tuple[date, ...]:
    """The last of the days where all of them are of one month: a period, or a month and its extract."""
    days = list(dict.fromkeys(days))
    first, last = days[0], days[-1]
    if len(days) == 2 and first.day == 1 and last == month_end(first):
        return (last,)
    months = {month_of_extract(day) or month_end(day) for day in days}
    return (last,) if len(months) == 1 else tuple(days)


def either(first: date) -> str:
    """The last day of a first day's month, and of the month before: what a first day may mean."""
    before = first - timedelta(days=1)
    return f"{month_end(first):%d/%m/%Y}, or {before:%d/%m/%Y} for the month before"
