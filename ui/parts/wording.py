"""Numbers, months and lists in words."""

from datetime import date

from charts.words import join, month_name, number

__all__ = ["change", "day", "fte", "join", "month_name", "number", "of", "plural", "share_of", "short_month"]


def day(when: date) -> str:
    """A day in words: 6 October 2026."""
    return f"{when.day} {when:%B %Y}"


def short_month(when: date) -> str:
    """A month as a label: Sep 26."""
    return f"{when:%b %y}"


def plural(count: float, one: str, many: str | None = None) -> str:
    """`1 unit`, `2 units`."""
    return f"{count:,.0f} {one if count == 1 else many or one + 's'}"


def change(
    now: float | None, before: float | None, on: date | None, decimals: int = 1, unit: str = ""
) -> str:
    """The plain change since an earlier month, of the two figures as they are printed: `up 0.4 on September`.

    Says so where a month is missing.
    """
    if now is None or now != now:
        return "no figure this month"
    if before is None or before != before or on is None:
        return "no earlier month to compare"
    step = round(_printed(now, decimals) - _printed(before, decimals), decimals)
    if step == 0:
        return f"the same as {on:%B}"
    return f"{'up' if step > 0 else 'down'} {abs(step):,.{decimals}f}{unit} on {on:%B}"


def _printed(value: float, decimals: int) -> float:
    return float(f"{value:.{decimals}f}")


def fte(value: float | None) -> str:
    """FTE with one decimal always, so that a share can be worked out again from what is printed."""
    return number(value, 1)


def of(part: float, whole: float, fractional: bool) -> str:
    """`171 of 266`; with a decimal on both where either may be part of a person: `8.6 of 12.0`."""
    decimals = 1 if fractional and not (part.is_integer() and whole.is_integer()) else 0
    return f"{number(part, decimals)} of {number(whole, decimals)}"


def share_of(part: float, whole: float) -> str:
    """A share in everyday words, to the nearest one that is honest: `one in three`, else a percentage."""
    if not whole:
        return "none"
    share = part / whole
    for top, bottom, words in (
        (1, 2, "half"),
        (1, 3, "one in three"),
        (1, 4, "one in four"),
        (1, 5, "one in five"),
    ):
        if abs(share - top / bottom) < 0.02:
            return words
    return f"{share:.0%}"
