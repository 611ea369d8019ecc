"""Open cases in the months to come from what comes in and what can be closed, by simulation.

    open_{t+h} = open_{t+h−1} + new − closed
    closed     = as in the past (a flow of its own), or min(open · largest share, case hours / hours a case),
                 of the cases open as the month begins; never more than there is to close

New and closed are drawn apart: a team that closes more because more came in has a narrower fan than this.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.projection.fans import FanMonth, checked_horizon, fan_of_paths
from analysis.projection.flows import YEAR, FlowFit
from analysis.variation import known

DRAWS = 20_000


@dataclass(frozen=True)
class ClosingCapacity:
    """What can be closed in a month: a share of the open cases at most, and so many hours at so many a case.

    `largest_share` is a share of 1. `hours_a_month` are case hours available; `hours_a_case` must be above 0.
    """

    largest_share: float
    hours_a_month: float
    hours_a_case: float

    def __post_init__(self) -> None:
        if not (0 <= self.largest_share <= 1 and self.hours_a_month >= 0 and self.hours_a_case > 0):
            raise ValueError("a share is 0 to 1, hours a month are 0 or more, and a case takes some hours")


@dataclass(frozen=True)
class FlowProjection:
    """The fan of open cases, and how often in the draws there are more at the end than now.

    `why_not`: "missing" or "negative" (open cases now), "new_too_few_points", "new_negative",
    "closed_too_few_points" or "closed_negative". `seed` and `draws` give the same answer again.
    """

    fan: tuple[FanMonth, ...] = ()
    chance_of_more: float | None = None
    seed: int = 0
    draws: int = 0
    why_not: str = ""


def project_from_flows(
    open_now: float | None,
    new: FlowFit,
    closing: FlowFit | ClosingCapacity,
    *,
    next_calendar_month: int,
    horizon: int = 6,
    seed: int = 1,
    draws: int = DRAWS,
) -> FlowProjection:
    """Simulate open cases `horizon` months on from `open_now`, the first of them in that calendar month.

    The same inputs and seed give the same fan. Raises ValueError for a horizon under 1 or over 12 months,
    fewer than 1 draw, or a calendar month that is not 1 to 12; never for the figures.
    """
    checked_horizon(horizon)
    if draws < 1 or not 1 <= next_calendar_month <= YEAR:
        raise ValueError(f"{draws} draws from calendar month {next_calendar_month} are no projection")
    stock = known(open_now)
    if stock is None or stock < 0:
        return FlowProjection(why_not="missing" if stock is None else "negative")
    for name, flow in (("new", new), ("closed", closing)):
        if isinstance(flow, FlowFit) and flow.why_not:
            return FlowProjection(why_not=f"{name}_{flow.why_not}")
    months = [(next_calendar_month - 1 + step) % YEAR + 1 for step in range(horizon)]
    paths = simulate(stock, new, closing, months, draws, np.random.default_rng(seed))
    more = float(np.mean(paths[:, -1] > stock))
    return FlowProjection(fan_of_paths(paths), more, seed, draws)


def simulate(
    stock: float,
    new: FlowFit,
    closing: FlowFit | ClosingCapacity,
    calendar_months: list[int],
    draws: int,
    rng: np.random.Generator,
) -> NDArray[np.float64]:
    """Paths of open cases, draws × months, at the end of every month."""
    came = new.draw(calendar_months, draws, rng)
    wanted = closing.draw(calendar_months, draws, rng) if isinstance(closing, FlowFit) else None
    paths = np.empty(came.shape)
    now = np.full(draws, stock)
    for step in range(len(calendar_months)):
        there = now + came[:, step]
        now = there - (np.minimum(there, wanted[:, step]) if wanted is not None else _closed(now, closing))
        paths[:, step] = now
    return paths


def _closed(now: NDArray[Any], closing: FlowFit | ClosingCapacity) -> NDArray[np.float64]:
    assert isinstance(closing, ClosingCapacity)
    most = closing.hours_a_month / closing.hours_a_case
    return np.minimum(now * closing.largest_share, most)
