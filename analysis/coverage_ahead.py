"""How many will still be in date on a course, and how many seats a month a target takes."""

import math
from collections.abc import Sequence

MONTHS = 12


def still_there(rate: float, months: float) -> float:
    """The share of people still in the unit after some months, at a yearly leaver rate: exp(-rate * m / 12).

    `rate` is leavers over person-years, as analysis.attrition gives it; 0.25 leaves 0.779 of a team after a
    year, not 0.75, since whoever comes in someone's place may leave too. Raises ValueError below 0.
    """
    if rate < 0 or months < 0:
        raise ValueError("neither a leaver rate nor a time ahead is below zero")
    return math.exp(-rate * months / MONTHS)


def coverage(in_date: Sequence[int], needed: int, rate: float) -> tuple[float | None, ...]:
    """The share in date now and at each month ahead, with nothing renewed; None where nobody needs it.

    `in_date[m]` is how many of today's people have a record that has not run out in `m` months. Those who
    need the course stay as many as now, `needed`: whoever leaves is replaced by somebody without a record, so
    coverage is in_date[m] * still_there(rate, m) / needed. Where nobody replaces them it stands higher.
    """
    if not needed:
        return (None,) * len(in_date)
    return tuple(held * still_there(rate, m) / needed for m, held in enumerate(in_date))


def seats_a_month(
    in_date_then: int,
    needed: int,
    target: float,
    rate: float,
    valid_months: int | None = None,
    months: int = MONTHS,
) -> float:
    """Seats in each month, the same number in all, that bring a target about in `months` from now.

    `in_date_then` is how many of today's people are in date then with nothing renewed, `target` a share of
    1. The gap is ceil(target * needed) - in_date_then * still_there(rate, months) people, and at least none.
    A seat of month m is worth still_there(rate, months - m) of a person by then, and nothing where the course
    has run out before (`valid_months`; None: it does not). All seats go to people who need one; places that
    are booked already are part of them. Raises ValueError for a target outside 0 to 1.
    """
    if not 0 <= target <= 1:
        raise ValueError("a target is a share from 0 to 1")
    gap = max(0.0, math.ceil(target * needed - 1e-9) - in_date_then * still_there(rate, months))
    left = [months - month for month in range(1, months + 1)]
    worth = sum(still_there(rate, each) for each in left if valid_months is None or each <= valid_months)
    return gap / worth
