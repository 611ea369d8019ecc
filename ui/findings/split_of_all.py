"""The split of all units in view together: of those known in both months, and which units it leaves out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from analysis.change_split import ChangeSplit, Month, change_split
from ui.findings import split as words
from ui.findings.carriers import one_carrier
from ui.findings.series import things
from ui.parts.wording import join, month_name

MOST_LEFT_OUT = 0.1
"""Of open work. Beyond it the units left out may turn the cause around, so all together are not split."""
ALL = "all units in view together"


@dataclass(frozen=True)
class Whole:
    """Both months of the units known in both; the titles of the units left out; of how many units.

    `left_open` is the share of open work that the units left out hold, in whichever month it is larger.
    """

    before: Month
    after: Month
    left: tuple[str, ...] = ()
    units: int = 0
    left_open: float = 0.0

    @property
    def is_split(self) -> bool:
        """Whether so little is left out that what is left speaks for all."""
        return self.left_open <= MOST_LEFT_OUT


def whole(by_title: Mapping[str, tuple[Month, Month]]) -> Whole:
    """Units added before they are split; a unit missing in either month is left out and named."""
    left = [title for title, both in by_title.items() if change_split(*both).why_not == "missing"]
    held = [both for title, both in by_title.items() if title not in left]
    gone = [by_title[title] for title in left]
    share = max(_share([b[n] for b in gone], [b[n] for b in held]) for n in (0, 1))
    before, after = (words.together(both[n] for both in held) for n in (0, 1))
    return Whole(before, after, tuple(left), len(by_title), share)


def _share(gone: list[Month], held: list[Month]) -> float:
    """The share of the open work known in one month that the units left out hold."""
    left, rest = (sum(month.open or 0.0 for month in months) for months in (gone, held))
    return left / (left + rest) if left else 0.0


def without(found: Whole) -> str:
    """`Without Fenmarket (6 of 7 units)`; empty where no unit is left out."""
    if not found.left:
        return ""
    return f"Without {join(found.left)} ({found.units - len(found.left)} of {found.units} units)"


def sentence(
    found: Whole,
    split: ChangeSplit,
    since: date,
    family: str,
    known: bool = True,
    hidden: Collection[str] = (),
) -> str:
    """The sentence of the units that are known, then those left out; or why all together are not split.

    `hidden`: the units of which something was sent that is not shown to this reader.
    """
    why = _why_left(found.left, hidden)
    if found.is_split:
        said = words.sentence(split, since, family, known, bool(hidden))
        return f"{said} {without(found)}, {why}." if found.left and split.change is not None else said
    what = f"open {things(family)} per {one_carrier(family, known)}"
    verb = "is" if len(found.left) == 1 else "are"
    return (
        f"{what[:1].upper()}{what[1:]} since {month_name(since)}: {join(found.left)}, with "
        f"{found.left_open:.0%} of the open work, {verb} {why}, so the change of all "
        "units together cannot be split. Choose one unit."
    )


def _why_left(left: Collection[str], hidden: Collection[str]) -> str:
    if not set(left) & set(hidden):
        return "not known for both months"
    return words.HIDDEN if set(left) <= set(hidden) else "not shown (small groups) or not known"


def where(found: Whole) -> str:
    """What the chart is of: all units in view together, and without which."""
    left = without(found)
    return f"{ALL}, {left[:1].lower()}{left[1:]}" if left else ALL
