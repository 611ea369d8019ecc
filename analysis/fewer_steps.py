"""A survival curve for publication: its steps joined, so that no step shows a few people leaving."""

from dataclasses import replace

from analysis.survival import HALF, SurvivalCurve

FEWEST_EXITS_IN_A_STEP = 5


def join_steps(curve: SurvivalCurve, fewest: int = FEWEST_EXITS_IN_A_STEP) -> SurvivalCurve:
    """The curve at those times only by which `fewest` people have left since the last one that is kept.

    Each step of a curve is 1/n for one person who leaves, and gives them away. The shares kept are exact;
    the curve ends at its last step, and the median is the first of its times by which half have gone.
    Between its times it is not level: nothing may be read there.
    """
    kept = _kept(curve.exits, fewest)
    if not kept:
        return SurvivalCurve(curve.level, curve.watched, why_not=curve.why_not or "too_few_exits")
    times = tuple(curve.times[i] for i in kept)
    median = _first(times, tuple(curve.survival[i] for i in kept))
    return replace(
        curve,
        times=times,
        at_risk=tuple(curve.at_risk[i] for i in kept),
        exits=_sums(curve.exits, kept),
        survival=tuple(curve.survival[i] for i in kept),
        lower=tuple(curve.lower[i] for i in kept),
        upper=tuple(curve.upper[i] for i in kept),
        median=median,
        median_lower=_first(times, tuple(curve.lower[i] for i in kept)),
        median_upper=_first(times, tuple(curve.upper[i] for i in kept)),
        median_why="not_reached" if median is None else "",
    )


def _kept(exits: tuple[int, ...], fewest: int) -> list[int]:
    kept, since = [], 0
    for place, left in enumerate(exits):
        since += left
        if since >= fewest:
            kept.append(place)
            since = 0
    return kept


def _sums(exits: tuple[int, ...], kept: list[int]) -> tuple[int, ...]:
    starts = [0, *(place + 1 for place in kept[:-1])]
    return tuple(sum(exits[a : b + 1]) for a, b in zip(starts, kept, strict=True))


def _first(times: tuple[float, ...], curve: tuple[float | None, ...]) -> float | None:
    reached = (t for t, share in zip(times, curve, strict=True) if share is not None and share <= HALF)
    return next(reached, None)
