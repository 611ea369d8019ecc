"""When promised posts were filled: months from the first return that names the decision to all in post."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analysis.disclosure import NotShown, Suppressed
from ui.parts.wording import join, month_name, plural

Level = float | NotShown | None


@dataclass(frozen=True)
class Delivery:
    """FTE in post at each month end since a return first named the decision, beside the funded posts.

    `from_the_start`: the first return there is names it, so that it may be older.
    """

    funded: float
    months: tuple[tuple[date, Level], ...]
    from_the_start: bool = False

    @property
    def hidden(self) -> NotShown | None:
        """What stands for a month that may not be shown; then nothing is told of when."""
        return next((level for _, level in self.months if isinstance(level, NotShown)), None)

    @property
    def full(self) -> tuple[date, ...]:
        """The month ends at which all promised posts were filled."""
        return tuple(day for day, n in self.months if isinstance(n, float) and n >= self.funded - 1e-9)

    @property
    def is_full(self) -> bool:
        """Whether all are filled at the last of the months."""
        return bool(self.full) and self.full[-1] == self.months[-1][0]

    @property
    def took(self) -> int | None:
        """Months from the first return that names it until all were filled; None where they never were."""
        return _months(self.months[0][0], self.full[0]) if self.full else None


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def delivered_cell(each: Delivery | None) -> str | NotShown:
    """When a decision was first named, and when its posts were all filled; one cell of a table."""
    if each is None or not each.months:
        return "not given"
    if each.hidden is not None:
        return Suppressed()
    first, last = each.months[0][0], each.months[-1][0]
    named = f"Named {month_name(first)}{' or before' if each.from_the_start else ''}"
    if each.took is None:
        return f"{named}; not in full{_after(_months(first, last), 'since')}"
    when = f"in full{_after(each.took, 'later') or ' in that month'}"
    return f"{named}; {when}" if each.is_full else f"{named}; {when}, not now"


def _after(months: int, word: str) -> str:
    if not months:
        return ""
    return (
        f" {plural(months, 'month')} {word}"
        if word == "later"
        else f" in the {plural(months, 'month')} {word}"
    )


def delivered_said(every: Sequence[Delivery]) -> str:
    """How many promises are in full, and how long they took; "" where no month may be told."""
    told = [each for each in every if each.months and each.hidden is None]
    if not told:
        return ""
    full = [each for each in told if each.is_full]
    took = sorted(each.took for each in full if each.took is not None)
    rows = plural(len(told), "row")
    said = f"All posts are filled in {len(full)} of {rows} that name a decision"
    if not took:
        return f"{said}."
    months = f"{join([str(n) for n in took])} month{'' if took == [1] else 's'}"
    return f"{said}, {months} after the first return that names it."
