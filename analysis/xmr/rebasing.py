"""Whether a series holds what new limits must rest on. Deciding is for a person, who names the cause.

Source: NHSRplotthedots and NHS England, Making Data Count: no formula decides, and limits are never
recalculated automatically.
"""

from typing import Literal

from analysis.variation import Series, known
from analysis.xmr.limits import FEWEST_FOR_LIMITS, limits_of
from analysis.xmr.rules import RUN

NoRebase = Literal["", "too few points before", "too few points after", "no shift"]


def why_not_rebase(
    values: Series, at: int, *, rebase_at: tuple[int, ...] = (), fix_after: int | None = None
) -> NoRebase:
    """Why new limits may not begin at position `at`, or "" when a person may begin them there.

    Needed: limits before it (in the group that holds it now); 8 values from it up to the next of
    `rebase_at`, or to the end, for its limits rest on those alone; and the first 7 of them in a row, none
    missing, on one side of the centre as it was before. Positions count from 0.
    """
    y = [known(value) for value in values]
    start = max((each for each in rebase_at if 0 < each < at), default=0)
    before = limits_of(y, start, max(at, 0), fix_after=fix_after, screen=True)
    following = min((each for each in rebase_at if each > at), default=len(y))
    after = y[max(at, 0) : following]
    if before.centre is None or before.points < FEWEST_FOR_LIMITS:
        return "too few points before"
    if sum(value is not None for value in after) < FEWEST_FOR_LIMITS:
        return "too few points after"
    first = after[:RUN]
    higher = all(value is not None and value > before.centre for value in first)
    lower = all(value is not None and value < before.centre for value in first)
    return "" if higher or lower else "no shift"
