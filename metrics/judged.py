"""What judging a metric's monthly figures gives, in numbers and short codes; pages word it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from analysis.quarters import QuarterlyChart
from analysis.run_over_line import OverLine
from analysis.variation import Direction, Variation
from analysis.xmr import Reason, XmrChart

Kind = Literal["xmr", "quarterly", "line"]
MISSING = ("last month missing", "last quarter missing")


@dataclass(frozen=True)
class Signal:
    """A last point that chance alone seldom gives.

    `first` is the first month of the run it ends, `months` the months in that run. `size` is its distance
    from the centre in mean moving ranges. `to_return`: a count that many or fewer (for a high signal; that
    many or more for a low one) in the month or quarter to come would end the signal, by these limits; None
    where no count would.
    """

    reason: Reason | Literal["quarter"]
    direction: Direction
    first: date
    months: int
    size: float
    to_return: float | None


@dataclass(frozen=True)
class Judged:
    """One metric of one unit (None: all in view) and one family of work, month by month without a hole.

    `latest` and `usual` are of a month, or of a quarter where `kind` is "quarterly"; `usual` holds the least
    and the most still within the usual range, in the metric's unit, whole for counts. `centre` is the mean.
    `signal` is None where there is none or no verdict; `why_not` then tells: "" (judged, nothing unusual),
    the charts' own codes, "too few to judge" (a difference of small counts), "no chart" (a stock or a
    rolling rate, which no signal rule fits).
    """

    metric: str
    unit: str | None
    work_family: str | None
    months: tuple[date, ...]
    values: tuple[float | None, ...]
    kind: Kind
    chart: XmrChart | QuarterlyChart | None = None
    over: OverLine | None = None
    latest: float | None = None
    centre: float | None = None
    usual: tuple[float, float] | None = None
    variation: Variation = "not known"
    signal: Signal | None = None
    why_not: str = ""

    @property
    def points(self) -> int:
        """The values that its limits rest on: months, or quarters; 0 without a chart."""
        if isinstance(self.chart, QuarterlyChart):
            return sum(quarter.count is not None for quarter in self.chart.quarters)
        return self.chart.groups[-1].points if self.chart and self.chart.groups else 0

    @property
    def is_judged(self) -> bool:
        """Whether its last point has a verdict."""
        return self.chart is not None and self.variation != "not known"

    @property
    def is_missing(self) -> bool:
        """Whether it has limits, and no last point to judge by them."""
        return self.why_not in MISSING

    @property
    def trial(self) -> bool:
        """Whether its limits rest on under 12 months."""
        return isinstance(self.chart, XmrChart) and self.chart.trial
