"""Whether people stay longer in one unit, or type of unit, than in another, by more than chance."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analysis.risk_sets import Numbers, before, count_at

FEWEST_EXITS = 10


@dataclass(frozen=True)
class Watch:
    """One group: how long each person stayed, whether they left, how long they were there before first seen.

    One value for each person in all three, in one unit of time; `entry` None when all were watched from the
    start.
    """

    time: Numbers
    exited: Numbers
    entry: Numbers | None = None


@dataclass(frozen=True)
class LogRank:
    """Exits seen in each group beside those expected were all alike, in the order of the groups' names.

    `why_not`: "one_group", or "fewer_than_10_exits" in some group, where only curves with their bands may
    be shown; then nothing else is known.
    """

    groups: tuple[str, ...]
    observed: tuple[int, ...] = ()
    expected: tuple[float, ...] = ()
    chi_squared: float | None = None
    p_value: float | None = None
    why_not: str = ""


def log_rank(groups: Mapping[str, Watch], fewest_exits: int = FEWEST_EXITS) -> LogRank:
    """The log-rank test of two or more groups, with delayed entry.

    At each time with an exit the d exits are shared out by the numbers at risk: expected n_g·d/n,
    covariance d(n − d)/(n − 1) · (n_g/n)(1[g = h] − n_h/n). χ² = uᵀV⁻u with one degree of freedom fewer
    than groups, u observed less expected. Only with 10 or more exits in each group. Source: Mantel 1966;
    equal to R's `survdiff`.
    """
    names = tuple(sorted(groups))
    watches = [_known(groups[name]) for name in names]
    exits = [int(watch.exited.sum()) for watch in watches]
    if len(names) < 2:
        return LogRank(names, why_not="one_group")
    if min(exits) < fewest_exits:
        return LogRank(names, why_not=f"fewer_than_{fewest_exits}_exits")
    expected, covariance = _sums(watches)
    return _result(names, exits, expected, covariance)


def _known(watch: Watch) -> Watch:
    """The people whose watch has a length."""
    time = np.asarray(watch.time, dtype=np.float64)
    entry = np.full_like(time, -np.inf) if watch.entry is None else np.asarray(watch.entry, dtype=np.float64)
    kept = entry < time
    return Watch(time[kept], np.asarray(watch.exited, dtype=np.float64)[kept], entry[kept])


def _sums(watches: list[Watch]) -> tuple[Numbers, Numbers]:
    """Exits expected in each group, and their covariance, summed over every time with an exit."""
    left = [watch.time[watch.exited > 0] for watch in watches]
    times = np.unique(np.concatenate(left))
    at_risk = np.array(
        [before(w.entry, times) - before(w.time, times) for w in watches if w.entry is not None]
    )
    exits = np.sum([count_at(each, times) for each in left], axis=0)
    n = at_risk.sum(axis=0)
    share = at_risk / n
    # A last person alone has nobody to be compared with, and adds no variance.
    weight = np.where(n > 1, exits * (n - exits) / np.maximum(n - 1, 1), 0.0)
    expected = (share * exits).sum(axis=1)
    covariance = np.diag((share * weight).sum(axis=1)) - (share * weight) @ share.T
    return expected, covariance


def _result(names: tuple[str, ...], exits: list[int], expected: Numbers, covariance: Numbers) -> LogRank:
    # The function under scipy.stats.chi2.sf, without the half second that importing scipy.stats takes.
    from scipy.special import chdtrc

    apart = np.array(exits, dtype=np.float64) - expected
    chi_squared = float(apart @ np.linalg.pinv(covariance) @ apart)
    p_value = float(chdtrc(len(names) - 1, chi_squared))
    return LogRank(names, tuple(exits), tuple(expected.tolist()), chi_squared, p_value)
