"""From funded posts to deployable people: the steps of the staffing waterfall."""

from collections.abc import Mapping
from dataclasses import dataclass

from charts.waterfall import Step, Waterfall
from ui.parts.wording import fte

SMALL_FTE = 5.0
SOME_JOINED, ALL_JOINED = "Unavailable, reasons of under 5 FTE together", "Unavailable, all reasons"
JOINED = (SOME_JOINED, ALL_JOINED)


@dataclass(frozen=True)
class Parts:
    """FTE at one month end, of the roles that carry work; None where a sheet is not in.

    `reasons` are the unavailable FTE by reason.

    `accredited` counts people whose post needs no accreditation too: they are not short of it.
    """

    funded: float | None
    in_post: float | None
    deployable: float | None
    accredited: float | None
    reasons: Mapping[str, float]


def bridge(parts: Parts, measure: str, show_small: bool = False) -> Waterfall | None:
    """The waterfall, as far as it is known; None where in post is not, or has nothing beside it.

    A reason under 5 FTE joins the others."""
    if parts.in_post is None or (parts.deployable is None and parts.funded is None):
        return None
    steps = [Step("In post", parts.in_post, "total")]
    if parts.funded is not None:
        steps = [Step("Funded posts", parts.funded, "total"), _vacant(parts.in_post - parts.funded), *steps]
    if parts.deployable is None:
        return Waterfall(_filled(parts), measure, tuple(steps))
    steps += [Step(name, -amount) for name, amount in _told(parts.reasons, show_small)]
    unexplained = parts.deployable - parts.in_post + sum(parts.reasons.values())
    if abs(unexplained) >= 0.05:
        steps.append(Step("Not explained", unexplained, "unexplained"))
    steps.append(Step("Deployable", parts.deployable, "total"))
    steps += _accredited(parts)
    return Waterfall(_title(parts), measure, tuple(steps))


def _filled(parts: Parts) -> str:
    if parts.in_post > parts.funded:
        return f"{fte(parts.in_post)} FTE in post, {over_funding(parts.in_post, parts.funded)}"
    return f"{fte(parts.in_post)} of {fte(parts.funded)} funded FTE are in post"


def over_funding(people: float, funded: float) -> str:
    """How far more people are there than posts are paid for."""
    return f"{fte(people - funded)} FTE over the {fte(funded)} funded"


def _accredited(parts: Parts) -> list[Step]:
    """From deployable to deployable and accredited as far as the post needs it."""
    if parts.accredited is None or parts.deployable is None:
        return []
    short = parts.accredited - parts.deployable
    steps = [Step("Not yet accredited", short)] if abs(short) >= 0.05 else []
    return [*steps, Step("Deployable and accredited", parts.accredited, "total")]


def _vacant(gap: float) -> Step:
    return Step("Vacant" if gap <= 0 else "Above funded posts", gap)


def _told(reasons: Mapping[str, float], show_small: bool) -> list[tuple[str, float]]:
    """Reasons, largest first; those under 5 FTE together, and with the smallest told one if alone."""
    ranked = sorted(((n, v) for n, v in reasons.items() if v > 0), key=lambda pair: -pair[1])
    if show_small:
        return [(_capital(n), v) for n, v in ranked]
    told = [pair for pair in ranked if pair[1] >= SMALL_FTE]
    small = ranked[len(told) :]
    if len(small) == 1 and told:
        small = [told.pop(), *small]
    rest = (
        [
            (
                SOME_JOINED if told else ALL_JOINED,
                sum(v for _, v in small),
            )
        ]
        if small
        else []
    )
    return [(_capital(n), v) for n, v in told] + rest


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _title(parts: Parts) -> str:
    if not parts.funded:
        return f"{fte(parts.deployable)} of {fte(parts.in_post)} FTE in post are deployable"
    if parts.deployable > parts.funded:
        return f"{fte(parts.deployable)} FTE are deployable, {over_funding(parts.deployable, parts.funded)}"
    return f"{fte(parts.deployable)} of {fte(parts.funded)} funded FTE are deployable"
