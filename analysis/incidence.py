"""Where people go: the share who have left for each kind of place after so many months in a unit."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.risk_sets import FEWEST_AT_RISK, Numbers, RiskSets, risk_sets


@dataclass(frozen=True)
class Incidence:
    """The share gone to each kind of place after each time; with the share still there they make 1.

    `exits` and `gone` have an entry for each cause, in the order of their names. `starts_at` and `why_not`
    are those of a survival curve.
    """

    watched: int
    times: tuple[float, ...] = ()
    at_risk: tuple[int, ...] = ()
    still_there: tuple[float, ...] = ()
    gone: tuple[tuple[str, tuple[float, ...]], ...] = ()
    exits: tuple[tuple[str, int], ...] = ()
    starts_at: float = 0.0
    why_not: str = ""


def cumulative_incidence(
    time: Sequence[float] | Numbers,
    cause: Sequence[str],
    entry: Sequence[float] | Numbers | None = None,
    fewest: int = FEWEST_AT_RISK,
) -> Incidence:
    """The Aalen-Johansen cumulative incidence of competing exits, with delayed entry.

    I_k(t) = Σ S(s−)·d_k(s)/n(s) over s ≤ t, S the share still there whatever the cause. One less a survival
    curve for each cause would overstate them: who has gone one way cannot go the other. `cause` is "" for
    who is still there; the rest as for `kaplan_meier`. Source: Aalen and Johansen 1978.
    """
    return incidence_of(risk_sets(time, cause, entry, fewest))


def incidence_of(sets: RiskSets) -> Incidence:
    """The same from who was at risk, and who left for what, at each time."""
    if not len(sets.times):
        return Incidence(sets.watched, why_not="too_few_at_risk" if sets.watched else "nobody")
    after = np.cumprod(1 - sets.all_exits / sets.at_risk)
    before = np.concatenate(([1.0], after[:-1]))
    gone = {name: np.cumsum(before * left / sets.at_risk) for name, left in sets.exits.items()}
    return Incidence(
        watched=sets.watched,
        times=tuple(sets.times.tolist()),
        at_risk=tuple(sets.at_risk.astype(int).tolist()),
        still_there=tuple(after.tolist()),
        gone=tuple((name, tuple(curve.tolist())) for name, curve in gone.items()),
        exits=tuple((name, int(left.sum())) for name, left in sets.exits.items()),
        starts_at=sets.starts_at,
    )
