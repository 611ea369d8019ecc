"""A metric is written once: what it asks, how its two parts are counted, and how its value is said."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeGuard

from analysis.disclosure import NotShown
from metrics.told import Tells

DIMENSIONS = ("work_family", "work_type", "role", "course", "reason", "worker_type")
"""What a figure may be split by, besides force, unit and month end."""

MONTHS_BACK = {"last": 0, "sum": 11, "mean": 12}
"""How many months before its own a part reaches in a window of 12: a mean is of 13 month ends."""

IN_EACH_UNIT = "A person in two units is counted in each."
"""The caveat of a count of people that a card says where there is such a person."""

Enters = Literal["sum", "mean", "last"]
Chart = Literal["xmr", "lines", "bars", "stacked", "steps", "spread"]
Verdict = Literal["signal", "months over the line", "interval", "none"]
Over = Literal["flow", "stock", "rolling"]
YEAR = 11  # months back from which a figure shares most of its months with the figure before it
Value = float | NotShown | None


@dataclass(frozen=True)
class Metric:
    """One measure, its two parts in words, and the rules for adding and saying it.

    `numerator` and `denominator` are words a reader can check. A `count` shows its numerator; its
    denominator, where it has one, is what the count is part of. `needs` holds alternatives, each a tuple of
    datasets that must all have been sent for the unit and month. `also_needs` are further months back that
    must have been sent too. `rests_on_match`: the figure joins people across systems, and is withheld
    where too few could be matched (metrics/match.py). `counts_people`: both parts count people. `tells`: the
    people whom its parts give, of a measure of cases or posts as well (metrics/told.py). `same_people_as`:
    measures of which this one gives the count, in its own month or in those it reaches back to, so that what
    is hidden of them is hidden of it. `rest_is_told`: what the numerator leaves of the denominator is shown
    as well, so it is hidden when small, as they are.
    `below_zero`: what a share below zero is said as, with its numerator without the sign in place of {}.
    `whose`: a "share of force" has its numerator by unit and its denominator on a row without one, so it is
    read by month.
    """

    id: str
    title: str
    question: str
    numerator: str
    denominator: str
    kind: Literal["ratio", "count", "distribution"]
    basis: Literal["FTE", "headcount", "cases", "courses", "returns", "rows", "days", "hours", "pounds"]
    unit: str
    needs: tuple[tuple[str, ...], ...]
    dimensions: tuple[str, ...] = ()
    window: Literal[1, 12] = 1
    numerator_enters: Enters = "last"
    denominator_enters: Enters = "last"
    combine: Literal["sum", "max"] = "sum"
    not_added_over: tuple[str, ...] = ("month_end",)
    also_needs: tuple[int, ...] = ()
    whose: Literal["units", "rest of force", "whole force", "share of force"] = "units"
    better: Literal["lower", "higher", "neither"] = "neither"
    decimals: int = 0
    when_none: str = "nothing to divide by"
    below_zero: str = ""
    rests_on_match: bool = False
    counts_people: bool = False
    tells: tuple[Tells, ...] = ()
    same_people_as: tuple[str, ...] = ()
    rest_is_told: bool = False
    chart: Chart = "lines"
    verdict: Verdict = "none"
    caveats: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    owner: str = ""
    reviewed: str = ""

    @property
    def theme(self) -> str:
        """The folder the metric lives in: pressure, staffing, training, attrition or trust."""
        return self.id.split("/")[0]

    @property
    def name(self) -> str:
        """The metric's own name, and the name of its `.sql` file."""
        return self.id.split("/")[1]

    @property
    def sql(self) -> str:
        """The query that returns the metric's additive rows, as it stands."""
        return (Path(__file__).parent / self.theme / f"{self.name}.sql").read_text(encoding="utf-8")

    @property
    def months_back(self) -> tuple[int, ...]:
        """Every month, counted back from the figure's own, whose return the figure cannot do without."""
        reach = 0
        if self.window == 12:
            reach = max(MONTHS_BACK[self.numerator_enters], MONTHS_BACK[self.denominator_enters])
        return tuple(sorted({*range(reach + 1), *self.also_needs}))

    @property
    def over_time(self) -> Over:
        """What the figure is in time: a "flow" counted anew each month, which may be added over months; a
        "stock" at a month end; or "rolling", over months that it shares with the figure before.
        """
        if max(self.months_back) >= YEAR:
            return "rolling"
        return "stock" if "month_end" in self.not_added_over else "flow"

    @property
    def sums_over_a_year(self) -> tuple[str, ...]:
        """Its parts that are sums of twelve months, of which one less the one before tells of two months."""
        enters = {"numerator": self.numerator_enters, "denominator": self.denominator_enters}
        return tuple(part for part, how in enters.items() if self.window == 12 and how == "sum")

    @property
    def about_people(self) -> bool:
        """Whether small groups of people can be read off it, so that publication mode hides what tells."""
        return self.counts_people or bool(self.tells or self.same_people_as)

    @property
    def zero_is_a_return(self) -> bool:
        """A unit that was heard from and counted nothing has none. Work is different: it is sent line by
        line.
        """
        line_by_line = "work_family" in self.dimensions
        return self.kind == "count" and self.combine == "sum" and bool(self.needs) and not line_by_line

    def say(self, value: Value, numerator: float | None = None, denominator: float | None = None) -> str:
        """The value in the words a page prints: "15.8", "71%", "nobody to carry them", "no return"."""
        if isinstance(value, NotShown):
            return str(value)
        if not _known(value):
            nothing = self.kind == "ratio" and _known(numerator) and _known(denominator)
            return self.when_none if nothing else "no return"
        if self.below_zero and value < 0 and _known(numerator) and not isinstance(numerator, NotShown):
            return self.below_zero.format(f"{abs(numerator):,.1f}")
        return self._number(value)

    def _number(self, value: float) -> str:
        shown, sign = (value * 100, "%") if self.unit == "%" else (value, "")
        text = f"{abs(shown):,.{self.decimals}f}"
        below = shown < 0 and float(text.replace(",", "")) != 0
        return ("\N{MINUS SIGN}" if below else "") + text + sign


def _known(number: float | None) -> TypeGuard[float]:
    """Whether there is a number at all; pandas says none as NaN."""
    return number is not None and number == number
