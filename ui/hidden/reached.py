"""What is hidden of measures of the same people, in the months that another measure reaches back to."""

from collections.abc import Sequence
from datetime import date

from analysis.disclosure import Shown
from ui.hidden.companions import ByMonth, OfMonth


def reached(several: Sequence[ByMonth], months_back: Sequence[int]) -> ByMonth | None:
    """What is hidden of any of some measures in a month or those it reaches back to; None of no measure."""
    found: dict[date, OfMonth] = {}
    for one in several:
        numbered = {_number(month): of for month, of in one.items()}
        for month in one:
            back = [of for n in months_back if (of := numbered.get(_number(month) - n))]
            found[month] = _together([*([found[month]] if month in found else []), *back])
    return found if several else None


def _together(each: Sequence[OfMonth]) -> OfMonth:
    shown = Shown(
        frozenset().union(*(of.shown.hidden for of in each)),
        frozenset().union(*(of.shown.withheld for of in each)),
        all(of.shown.total for of in each),
    )
    return OfMonth(shown, unsaid=frozenset().union(*(of.unsaid for of in each)))


def _number(month: date) -> int:
    return month.year * 12 + month.month
