"""The shares as a page or a document has them: each with parts, period, definition and source."""

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

DEMAND, PEOPLE, MONEY = "Demand", "People", "Money"
NAMES = (DEMAND, PEOPLE, MONEY)


@dataclass(frozen=True)
class Share:
    """One share, from 0 to 1. Without a value `said` says why in words; parts are known or None.

    `period`, `definition` and `source` are as printed; `unit` is what both parts are counted in.
    """

    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    said: str = ""
    period: str = ""
    definition: str = ""
    source: str = ""
    unit: str = ""

    @property
    def known(self) -> bool:
        """Whether there is a figure that may be shown."""
        return self.value is not None


@dataclass(frozen=True)
class Group:
    """A unit, or units together, with its three shares."""

    name: str
    demand: Share
    people: Share
    money: Share

    @property
    def shares(self) -> tuple[tuple[str, Share], ...]:
        """The three shares by name."""
        return ((DEMAND, self.demand), (PEOPLE, self.people), (MONEY, self.money))


@dataclass(frozen=True)
class Month:
    """The shares of the same units at one month end, with the counting rule of its demand."""

    month_end: date
    rule: str = ""
    demand: Share = field(default_factory=Share)
    people: Share = field(default_factory=Share)
    money: Share = field(default_factory=Share)


@dataclass(frozen=True)
class Kind:
    """One kind of work and its share of all recorded crime of the whole force."""

    work_type: str
    share: Share


@dataclass(frozen=True)
class Shares:
    """All that is known of demand beside people and money.

    `whole` is the units with recorded crimes, of which all three are asked; `every` all units in view.
    `counted` is how many units are in `whole`, `units` how many in view. `deployable` is the share of
    deployable people of `every`.
    """

    month: date
    groups: tuple[Group, ...]
    whole: Group
    every: Group
    deployable: Share
    months: tuple[Month, ...]
    kinds: tuple[Kind, ...]
    units: int
    counted: int
    sent: frozenset[str]

    @property
    def breaks(self) -> tuple[tuple[date, str], ...]:
        """The first month of each counting rule after the first."""
        ruled = [each for each in self.months if each.rule]
        pairs = pairwise(ruled)
        return tuple((b.month_end, b.rule) for a, b in pairs if a.rule.casefold() != b.rule.casefold())
