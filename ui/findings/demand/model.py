"""The shares as a page or a document has them: each with parts, period, definition and source."""

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

DEMAND, PEOPLE, DEPLOYABLE, MONEY = "Demand", "People", "Deployable people", "Money"
NAMES = (DEMAND, PEOPLE, DEPLOYABLE, MONEY)
RULES_DRAWN = 2  # a chart has room for the demand lines of so many counting rules, the newest


@dataclass(frozen=True)
class Share:
    """One share, from 0 to 1. Without a value `said` says why in words; parts are known or None.

    `period`, `definition` and `source` are as printed; `unit` is what both parts are counted in. `hidden`: it
    is known and is not shown. `at_most`: its part is a sum of kinds, and a crime of two is counted twice.
    """

    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    said: str = ""
    period: str = ""
    definition: str = ""
    source: str = ""
    unit: str = ""
    hidden: bool = False
    at_most: bool = False

    @property
    def known(self) -> bool:
        """Whether there is a figure that may be shown."""
        return self.value is not None


@dataclass(frozen=True)
class Group:
    """A unit, or units together, with its four shares; `money` stands last."""

    name: str
    demand: Share
    people: Share
    money: Share
    deployable: Share = field(default_factory=Share)

    @property
    def shares(self) -> tuple[tuple[str, Share], ...]:
        """The four shares by name."""
        return tuple(zip(NAMES, (self.demand, self.people, self.deployable, self.money), strict=True))


@dataclass(frozen=True)
class Month:
    """The shares of the same units at one month end, with the counting rule of its demand."""

    month_end: date
    rule: str = ""
    demand: Share = field(default_factory=Share)
    people: Share = field(default_factory=Share)
    money: Share = field(default_factory=Share)
    deployable: Share = field(default_factory=Share)


@dataclass(frozen=True)
class Kind:
    """One kind of work and its share of all recorded crime of the whole force."""

    work_type: str
    share: Share


@dataclass(frozen=True)
class Shares:
    """All that is known of demand beside people and money.

    `name` is the units in view in words. `whole` is the units with recorded crimes, of which all shares are
    asked; `every` all units in view. `groups` are units of one type together, `each` every unit, `by_kind`
    the units that take a kind of work. `counted` is how many units are in `whole`, `units` how many in view,
    `in_part` how many of the others have sent some counts of which no share can be told. `month` is that of
    people and money; `demand_month` an earlier one where demand of the month has not come. `sent` is what
    came.
    """

    month: date
    demand_month: date
    name: str
    groups: tuple[Group, ...]
    each: tuple[Group, ...]
    by_kind: tuple[Group, ...]
    whole: Group
    every: Group
    months: tuple[Month, ...]
    kinds: tuple[Kind, ...]
    units: int
    counted: int
    in_part: int
    sent: frozenset[str]

    @property
    def waits(self) -> bool:
        """Whether demand of the month has not come, so that an earlier one is told."""
        return self.demand_month < self.month

    @property
    def breaks(self) -> tuple[tuple[date, str], ...]:
        """The first month of each counting rule after the first."""
        ruled = [each for each in self.months if each.rule]
        return tuple((b.month_end, b.rule) for a, b in pairwise(ruled) if a.rule != b.rule)

    @property
    def rules(self) -> tuple[str, ...]:
        """The counting rules, that of the last month last: a rule that came back is as new as its return."""
        newest_first = dict.fromkeys(each.rule for each in reversed(self.months) if each.rule)
        return tuple(newest_first)[::-1]
