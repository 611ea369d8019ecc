"""How many people the work needs, as charts: its range, the gaps to it, and what the answer hangs on."""

from datetime import date

from analysis.gap import GapResult, Influence, Staff
from analysis.gap.simulate import CASES, HOURS
from charts.intervals import Dot, Intervals
from charts.ranked_bars import Bar, RankedBars
from charts.waterfall import Step, Waterfall
from ui.findings.need.fte_range import Said, near, said_of
from ui.findings.need.people_needed import LEAST_SHARE, name_of
from ui.parts.wording import fte, month_name, number


def range_chart(result: GapResult, where: str, month: date) -> Intervals | None:
    """The need with its range, beside posts and people."""
    if result.required is None:
        return None
    need, staff = said_of(result.required, result.required), result.inputs.staff
    dots = (
        Dot("Needed for the work", need.middle, need.low, need.high),
        *(Dot(name, value, None, None, fte(value)) for name, value in _levels(staff)[::-1]),
    )
    return Intervals(
        _beside(need, staff),
        f"Full-time equivalent (FTE), {where}. Needed for a year of new work like the 12 months to "
        f"{month_name(month)}; posts and people at the month end",
        dots,
        None,
        "FTE",
        bar="range that holds 80 of 100 simulated years",
        ends=("80% from", "80% to"),
        decimals=0 if need.step == 1 else 1,
        of="What",
    )


def _beside(need: Said, staff: Staff) -> str:
    levels = ((staff.deployable, "deployable"), (staff.funded, "funded"))
    have = [f"{fte(value)} {word}" for value, word in levels if value is not None]
    beside = f"; {' and '.join(have)}" if have else ""
    return f"Needed: {need.from_to} FTE{beside}"


def _levels(staff: Staff) -> list[tuple[str, float]]:
    """From the people who can be used up to the posts that are paid for, as far as known."""
    levels = (("Deployable", staff.deployable), ("In post", staff.in_post), ("Funded posts", staff.funded))
    return [(name, value) for name, value in levels if value is not None]


GAPS = {
    ("Deployable", "In post"): "Availability gap: in post, not deployable",
    ("In post", "Funded posts"): "Vacancy gap: funded, nobody in post",
    ("Deployable", "Funded posts"): "Vacancy and availability gap",
    ("Funded posts", "Needed"): "Demand gap: needed beyond funded posts",
}


def waterfall(staff: Staff, result: GapResult | None, where: str) -> Waterfall | None:
    """From deployable people up to the need at its middle, as far as known; None with one level alone."""
    levels = _levels(staff)
    need = result.middle if result else None
    if result and need and result.required:
        step = said_of(result.required, result.required).step
        levels.append(("Needed", near(need.required, step)))
    if len(levels) < 2:
        return None
    (first, start), *rest = levels
    steps, below = [Step(first, start, "total")], (first, start)
    for name, value in rest:
        gap = _gap_name(below[0], name, value - below[1])
        steps += [
            Step(gap, value - below[1], said=_gap_said(name, result)),
            Step(name, value, "total", _level_said(name, value)),
        ]
        below = (name, value)
    basis = "; every assumption at its middle" if levels[-1][0] == "Needed" else ""
    return Waterfall(
        _rise(levels),
        f"Full-time equivalent (FTE), {where}{basis}",
        tuple(steps),
        names=("Posts, people or need", "Less", "More"),
    )


def _gap_name(below: str, name: str, gap: float) -> str:
    if (below, name) == ("In post", "Funded posts") and gap < 0:
        return "Vacancy gap: more people than funded posts"
    return GAPS.get((below, name), f"Gap: {below.lower()} to {name.lower()}")


def _gap_said(name: str, result: GapResult | None) -> str:
    """The demand gap with its range; a gap that is counted needs none."""
    if name != "Needed" or result is None or result.demand_gap is None or result.required is None:
        return ""
    said = said_of(result.demand_gap, result.required)
    return f"{said.words(said.low, True)} to {said.words(said.high, True)}"


def _level_said(name: str, value: float) -> str:
    return f"about {number(value, 0 if float(value).is_integer() else 1)}" if name == "Needed" else ""


def _rise(levels: list[tuple[str, float]]) -> str:
    (first, low), (last, high) = levels[0], levels[-1]
    if last == "Needed":
        return f"From {fte(low)} FTE {first.lower()} to {_level_said(last, high)} FTE needed"
    return f"{fte(low)} FTE {first.lower()}, {fte(high)} FTE {last.lower().removesuffix(' posts')}"


def _short(result: GapResult, found: Influence) -> str:
    """A number's name as it fits beside a bar."""
    if found.kind in (CASES, HOURS):
        return f"{'New cases' if found.kind == CASES else 'Hours'}: {found.name}"
    return name_of(result, found).split(",")[0]


def tornado(result: GapResult, where: str) -> RankedBars | None:
    """How much of the spread each number makes, largest first; those under one in a hundred left out."""
    shown = [each for each in result.influences if each.share >= LEAST_SHARE]
    if not shown:
        return None
    bars = tuple(Bar(_short(result, each), 100 * each.share) for each in shown)
    return RankedBars(
        f"{name_of(result, shown[0])} move the answer most",
        f"Share of the spread of the need that goes when one number is known, {where}. Numbers of one source "
        "err together, so shares do not add up to 100%",
        bars,
        "Share of the spread, %",
        first_column="Number",
        decimals=0,
        suffix="%",
    )
