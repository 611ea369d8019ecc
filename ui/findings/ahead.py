"""How many cases may be open in the months to come, and how well the method forecast known months."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from analysis.projection import PastForecast, Projection
from charts.fan import FanModel, Spread
from ui.findings.series import things
from ui.parts.wording import month_name, number, plural

METHODS = {
    "naive": "the last figure carried on",
    "drift": "the last figure, and on as fast as it has moved on average",
    "seasonal_naive": "the figure of the same month a year before",
    "ets_level": "exponential smoothing of the level",
    "ets_damped_trend": "exponential smoothing with a trend that fades",
    "ets_season": "exponential smoothing with a season",
}
NONE = {
    "no_values": "No month has a figure.",
    "last_month_missing": "The last month is missing, and a projection starts from it.",
    "too_few_points": "It takes 12 months without a gap; there are {points}.",
    "negative": "A count below zero was sent.",
    "no_variation": "Every month has the same figure, so nothing says how far it may move.",
}
SCORED = 0.8
TOO_NARROW = 0.7


def why_not(found: Projection) -> str:
    """Why there is no projection, in words."""
    return NONE[found.why_not].format(points=found.points)


def model(
    found: Projection, months: Sequence[date], values: Sequence[float | None], family: str, where: str
) -> FanModel:
    """What has been and the fan of what may come, with the scores of the method under it."""
    ahead = _ahead(months[-1], len(found.fan))
    spreads = tuple(
        Spread(
            round(level * 100),
            tuple(month.bands[n].lower for month in found.fan),
            tuple(month.bands[n].upper for month in found.fan),
        )
        for n, level in sorted(enumerate(b.level for b in found.fan[0].bands), key=lambda pair: -pair[1])
    )
    return FanModel(
        _title(found, ahead[-1], family),
        f"Open {things(family)}, {where}, {months[0]:%b %Y} to {ahead[-1]:%b %Y}",
        tuple(months),
        tuple(values),
        ahead,
        tuple(month.middle for month in found.fan),
        spreads,
        " ".join([_method(found), *scores(found)]).rstrip("."),
        naive=found.method == "naive",
        by_chance=holds(found),
        column=f"Open {things(family)}",
    )


def _ahead(last: date, count: int) -> tuple[date, ...]:
    ends = pd.date_range(start=pd.Timestamp(last), periods=count + 1, freq="ME")[1:]
    return tuple(end.date() for end in ends)


def _title(found: Projection, last: date, family: str) -> str:
    """The range that is scored: with its chance where past ranges held, or else with how often they did."""
    band = next(b for b in found.fan[-1].bands if b.level == SCORED)
    said = f"{number(band.lower)} to {number(band.upper)} open {things(family)} in {month_name(last)}"
    mine = _mine(found)
    if holds(found):
        return f"If nothing changes, {said} with a chance of 80%"
    tried = f"held {_held(mine)} of {len(mine)}" if mine else "was tried on no past month"
    return f"{said}; the method's range {tried}"


def holds(found: Projection) -> bool:
    """Whether the 80% ranges held often enough on known months for their chance to be said."""
    mine = _mine(found)
    return bool(mine) and _held(mine) >= TOO_NARROW * len(mine)


def _mine(found: Projection) -> list[PastForecast]:
    """The past forecasts of the method that is shown, at every step."""
    return [each for each in found.past if each.method == found.method]


def _method(found: Projection) -> str:
    rests = f"from the last {found.points} months"
    left = f" ({plural(found.left_out, 'month')} before a gap left out)" if found.left_out else ""
    return f"Method: {METHODS[found.method]}, {rests}{left}."


def scores(found: Projection) -> list[str]:
    """How the method did on known months: its 80% ranges a month ahead, at all steps, and beside naive."""
    mine = _mine(found)
    if not mine:
        return []
    next_month = [each for each in mine if each.step == 1]
    furthest = max(each.step for each in mine)
    said = [
        f"Tried on months that are known, one month ahead its 80% ranges held the truth in "
        f"{_held(next_month)} of {len(next_month)} past months; up to {furthest} months ahead in "
        f"{_held(mine)} of {len(mine)} forecasts."
    ]
    if not holds(found):
        said.append("Fewer held than the 80% that should, so further ahead the ranges are too narrow.")
    marks = {score.method: score for score in found.scores}
    own, bar = marks.get(found.method), marks.get("naive")
    if own and own.method == "naive":
        said.append(f"It was out by {number(own.error, 1)} cases on average.")
    elif own and bar:
        said.append(
            f"It was out by {number(own.error, 1)} cases on average; carrying the last figure on, by "
            f"{number(bar.error, 1)}."
        )
    return said


def _held(past: Sequence[PastForecast]) -> int:
    return sum(each.lower <= each.actual <= each.upper for each in past)


def tried(found: Projection) -> pd.DataFrame:
    """Every method that was tried and how it did, the simplest first."""
    rows = [
        (
            METHODS[score.method][:1].upper() + METHODS[score.method][1:],
            "not known" if score.mase is None else number(score.mase, 2),
            number(score.error, 1),
            f"{score.coverage_80:.0%}",
            number(score.forecasts),
        )
        for score in found.scores
    ]
    heads = ["Method", "Scaled error (MASE)", "Out by, cases", "In its 80% range", "Forecasts tried"]
    return pd.DataFrame(rows, columns=heads)
