"""Why open work for each deployable carrier changed: demand, or the people there are to carry it.

    R = O / D          O open cases, D deployable FTE of their carriers
    R1 − R0            = demand + capacity, exactly
    demand             = (O1 − O0) · (1/D0 + 1/D1) / 2
    capacity           = (O0 + O1) / 2 · (1/D1 − 1/D0)
    each part of D     = −(O0 + O1) / 2 / (D0 · D1) · (its own change in FTE)

The first line is the Shapley value of two causes: the mean over both orders in which they may have changed,
so that neither is favoured by going first (Shapley 1953; Shorrocks 2013, Journal of Economic Inequality 11;
Sun 1998, Energy Policy 26). Within capacity D is a sum (funded − vacant − each reason), so every FTE counts
the same (Aumann and Shapley 1974, along a straight line). The logarithmic mean (Divisia) was not chosen: it
needs logarithms, and a month without open cases has none. D must be above 0 in both months; every part may
be 0 in either, and parts that cancel are still told.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.variation import known

FUNDED = "funded posts"
VACANT = "vacant posts"
IN_POST = "in post"
UNAVAILABLE = "unavailable, reasons not sent"
NOT_EXPLAINED = "not explained"
DEPLOYABLE = "deployable, parts not sent"


@dataclass(frozen=True)
class Month:
    """One unit and family at one month end: open cases, and the FTE that they are for.

    `unavailable` is FTE by reason: a reason that is not in it is 0 FTE, and None means that the reasons were
    not sent. `funded` and `in_post` are those of the same carriers as `deployable`, as near as they are sent.
    """

    open: float | None
    deployable: float | None
    funded: float | None = None
    in_post: float | None = None
    unavailable: Mapping[str, float] | None = None


@dataclass(frozen=True)
class CapacityPart:
    """What one part of capacity added to the cases for each carrier (above 0: more to carry).

    `fte_change` is the change of the part itself: posts, vacancies, people away, in FTE.
    """

    part: str
    fte_change: float
    effect: float


@dataclass(frozen=True)
class ChangeSplit:
    """The change in open cases for each deployable FTE, and its causes, which add up to it.

    demand + capacity = change, and the effects of `parts` add up to capacity. `not_sent` names what was
    missing from either month, so that its parts are not told apart: "funded", "in_post", "unavailable".
    `why_not`, when there is no split: "missing", "negative" or "nobody_deployable" (in either month).
    """

    before: float | None = None
    after: float | None = None
    change: float | None = None
    demand: float | None = None
    capacity: float | None = None
    parts: tuple[CapacityPart, ...] = ()
    not_sent: tuple[str, ...] = ()
    why_not: str = ""


def change_split(before: Month, after: Month) -> ChangeSplit:
    """Split the change between two months (any two, not only neighbours) of one unit and family.

    For several units, add their cases and FTE first: the split of a force is not the sum of its units'.
    Never raises: what cannot be split says why.
    """
    o0, d0, o1, d1 = (known(each) for each in (before.open, before.deployable, after.open, after.deployable))
    if o0 is None or d0 is None or o1 is None or d1 is None:
        return ChangeSplit(why_not="missing")
    if min(o0, d0, o1, d1) < 0:
        return ChangeSplit(why_not="negative")
    if d0 == 0 or d1 == 0:
        return ChangeSplit(why_not="nobody_deployable")
    demand = (o1 - o0) * (1 / d0 + 1 / d1) / 2
    for_each_fte = -(o0 + o1) / 2 / (d0 * d1)
    changes, not_sent = _changes(before, after)
    parts = tuple(_part(name, by, for_each_fte) for name, by in changes.items())
    capacity = for_each_fte * (d1 - d0)
    return ChangeSplit(o0 / d0, o1 / d1, o1 / d1 - o0 / d0, demand, capacity, parts, not_sent)


TAKES_AWAY = -1.0
ADDS = 1.0
_ADDING = (FUNDED, IN_POST, NOT_EXPLAINED, DEPLOYABLE)


def _part(name: str, fte_change: float, for_each_fte: float) -> CapacityPart:
    """A post more is a carrier more; a vacancy or an absence more is one less."""
    sign = ADDS if name in _ADDING else TAKES_AWAY
    return CapacityPart(name, fte_change, sign * for_each_fte * fte_change)


def _changes(before: Month, after: Month) -> tuple[dict[str, float], tuple[str, ...]]:
    """The change of every part of deployable, in FTE, as far as both months tell the parts apart."""
    deployable = _change(before.deployable, after.deployable)
    in_post = _change(before.in_post, after.in_post)
    funded = _change(before.funded, after.funded)
    reasons = _reasons(before.unavailable, after.unavailable)
    sent = {"funded": funded, "in_post": in_post, "unavailable": reasons}
    not_sent = tuple(name for name, each in sent.items() if each is None)
    assert deployable is not None
    if in_post is None:
        return {DEPLOYABLE: deployable}, not_sent
    posts = {IN_POST: in_post} if funded is None else {FUNDED: funded, VACANT: funded - in_post}
    if reasons is None:
        return {**posts, UNAVAILABLE: in_post - deployable}, not_sent
    left_over = deployable - in_post + math.fsum(reasons.values())
    return {**posts, **reasons, NOT_EXPLAINED: left_over}, not_sent


def _change(before: float | None, after: float | None) -> float | None:
    first, second = known(before), known(after)
    return None if first is None or second is None else second - first


def _reasons(
    before: Mapping[str, float] | None, after: Mapping[str, float] | None
) -> dict[str, float] | None:
    """The change in FTE of every reason of either month; None where either did not send reasons.

    A reason with no known FTE in one of the months leaves its part to "not explained".
    """
    if before is None or after is None:
        return None
    both = {name: _change(before.get(name, 0.0), after.get(name, 0.0)) for name in sorted({*before, *after})}
    return {name: change for name, change in both.items() if change is not None}
