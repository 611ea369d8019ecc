"""Months, counted so that stories can be placed before or after each other."""

import datetime as dt

from etl.samples.chance import Chance


def month_number(year: int, month: int) -> int:
    """Number a month so that the next month is one more."""
    return year * 12 + month - 1


def month_end(number: int) -> dt.date:
    """Give the last day of a numbered month."""
    first_of_next = dt.date((number + 1) // 12, (number + 1) % 12 + 1, 1)
    return first_of_next - dt.timedelta(days=1)


def month_start(number: int) -> dt.date:
    """Give the first day of a numbered month."""
    return dt.date(number // 12, number % 12 + 1, 1)


def some_day(number: int, chance: Chance) -> dt.date:
    """Draw a day of a numbered month."""
    return month_start(number) + dt.timedelta(days=chance.between(0, month_end(number).day - 1))


def read_month(text: str) -> int:
    """Number the month written `YYYY-MM`. Raises ValueError when it is not written so."""
    year, _, month = text.partition("-")
    if not (len(year) == 4 and year.isdigit() and month.isdigit() and 1 <= int(month) <= 12):
        raise ValueError(f"a month is written YYYY-MM, for example 2026-10, not {text!r}")
    return month_number(int(year), int(month))


def last_full_month(today: dt.date) -> int:
    """Number the month before the one that `today` is in."""
    return month_number(today.year, today.month) - 1


def folder_name(number: int) -> str:
    """Write a numbered month as `2026-10`."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def short_name(number: int) -> str:
    """Write a numbered month as `Oct 2026`."""
    short = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{short[number % 12]} {number // 12}"
