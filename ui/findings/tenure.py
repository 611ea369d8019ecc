"""What is said of time in a unit: the curve, when half have gone, and who differs by more than chance."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd

from analysis.disclosure import NotShown, hide_row, hide_small
from analysis.fewer_steps import join_steps
from analysis.intervals import FEW_EVENTS
from analysis.log_rank import FEWEST_EXITS
from analysis.risk_sets import FEWEST_AT_RISK
from analysis.survival import SurvivalCurve, survival_of
from charts.judged import of_survival
from charts.survival import Curve, SurvivalModel
from metrics.tenure import FORCE, Comparison, Tenure
from ui.parts.wording import plural

YEAR = 12
LONG = 84
"""Months from which the axis has a number every two years."""
SHOWN_AFTER = (12, 24, 36, 60)
"""Months after joining for which shares are given."""
CHANCE = 0.05
MEASURE = "Share of people still in the same unit, by months since they joined it"
ALL = "All units"
Name = Callable[[str], str]


def curve_of(found: Tenure, internal: bool) -> SurvivalCurve:
    """The curve of these counts; for publication with its steps joined, so that none shows one person."""
    curve = survival_of(found.sets)
    return curve if internal else join_steps(curve)


def title_of(found: Tenure, name: Name) -> str:
    """What the people of a curve are called."""
    return ALL if found.level == FORCE else name(found.name)


def survival(shown: Sequence[Tenure], name: Name, internal: bool) -> SurvivalModel:
    """The curves over one axis, with the numbers at risk each year or every other year."""
    curves = [curve_of(each, internal) for each in shown]
    last = max((c.times[-1] for c in curves if c.times), default=float(YEAR))
    step = 2 * YEAR if last > LONG else YEAR
    ticks = tuple(float(t) for t in range(0, int(last) + 1, step))
    drawn = tuple(
        _named(of_survival(title_of(each, name), curve, _at_risk(each, ticks)), curve, internal)
        for each, curve in zip(shown, curves, strict=True)
    )
    return SurvivalModel(survival_title(curves[0], title_of(shown[0], name), internal), MEASURE, drawn, ticks)


def _named(drawn: Curve, curve: SurvivalCurve, internal: bool) -> Curve:
    """A curve without five leavers has no step that may be published; one that may has joined steps."""
    few = curve.why_not == "too_few_exits"
    drawn = replace(drawn, joined=not internal)
    return replace(drawn, why_not="fewer than 5 people have left") if few else drawn


def _at_risk(found: Tenure, ticks: Sequence[float]) -> tuple[int | None, ...]:
    """How many were at risk at each tick; fewer than may be shown read as none given."""
    counts = [
        found.every_year[int(t) // YEAR] if int(t) // YEAR < len(found.every_year) else 0 for t in ticks
    ]
    return tuple(n if n >= found.fewest else None for n in counts)


def survival_title(curve: SurvivalCurve, who: str, internal: bool) -> str:
    """When half have gone, or that more than half stay as long as anybody was seen.

    With joined steps the median is not known, only a time by which half or more have gone.
    """
    where = "their unit" if who == ALL else who
    if curve.why_not or not curve.times:
        return "Time in unit: too few people to draw a curve"
    half = "half" if internal else "half or more"
    stayed = f"of people who have stayed {plural(curve.starts_at, 'month')}, {half}"
    begin = stayed if curve.starts_at else half
    begin = begin[:1].upper() + begin[1:]
    if curve.median is not None:
        return f"{begin} have left {where} {plural(curve.median, 'month')} after joining"
    return f"More than half are still in {where} after {plural(curve.times[-1], 'month')}"


def by_type(
    found: Sequence[Tenure], name: Name, internal: bool, every: Sequence[Tenure] = ()
) -> pd.DataFrame:
    """Each curve in a row, by name: leavers, when half have gone, and who is still there after.

    Leavers are those of the curve: who left when too few were at risk is in no curve, and in no count here.
    For publication a small count is hidden, and another type's with it among `every` curve of the force.
    """
    said = _leavers(every or found, internal)
    rows = [_row(each, title_of(each, name), said[each.level, each.name], internal) for each in found]
    after = [f"Still there after {n} months" for n in SHOWN_AFTER] if internal else []
    fewest = found[0].fewest if found else FEWEST_AT_RISK
    left = f"Left while {fewest} or more were at risk, people"
    columns = ["Units of type", left, "Half have gone by", "95% interval", *after]
    return pd.DataFrame(sorted(rows, key=lambda row: (row[0] != ALL, row[0])), columns=columns)


def _leavers(every: Sequence[Tenure], internal: bool) -> dict[tuple[str, str], str]:
    """How many left of each curve, as printed. The types of a force are hidden as a row with its total."""
    counts = {(each.level, each.name): int(each.sets.all_exits.sum()) for each in every}
    if internal:
        return {key: str(left) for key, left in counts.items()}
    fewest = every[0].fewest if every else FEWEST_AT_RISK
    types = [key for key in counts if key[0] != FORCE]
    hidden = hide_row([counts[key] for key in types], fewest)
    shown = {key: hide_small(left, fewest) for key, left in counts.items()} | dict(
        zip(types, hidden, strict=True)
    )
    return {key: str(mark) if isinstance(mark, NotShown) else str(counts[key]) for key, mark in shown.items()}


def _row(found: Tenure, who: str, said: str, internal: bool) -> tuple[str, ...]:
    curve = curve_of(found, internal)
    after = tuple(_still(curve, n) for n in SHOWN_AFTER) if internal else ()
    if curve.starts_at and curve.times:
        who = f"{who}, of those who had stayed {plural(curve.starts_at, 'month')}"
    if curve.why_not or not curve.times:
        return (who, said, "too few at risk", "none", *after)
    return (who, said, _months(curve.median), _ends(curve), *after)


def _months(value: float | None) -> str:
    return "not reached" if value is None else plural(value, "month")


def _ends(curve: SurvivalCurve) -> str:
    if curve.median_lower is None and curve.median_upper is None:
        return "not reached"
    low = "not reached" if curve.median_lower is None else f"{curve.median_lower:,.0f}"
    return f"{low} to {_months(curve.median_upper)}"


def _still(curve: SurvivalCurve, after: int) -> str:
    if not curve.times or after > curve.times[-1] or after < curve.starts_at:
        return "too few at risk"
    reached = [s for t, s in zip(curve.times, curve.survival, strict=True) if t <= after]
    return f"{reached[-1] if reached else 1.0:.0%}"


def tested(test: Comparison | None, who: str) -> str:
    """Whether a type of unit differs from all others by more than chance, or why that is not tested."""
    if test is None:
        return ""
    if test.p_value is None or test.exits is None or test.expected is None:
        return (
            f"{who} and the other units are not tested against each other: it takes at least {FEWEST_EXITS} "
            "leavers in each. The curves and their intervals are what can be said."
        )
    seen = (
        f"{plural(test.exits, 'person', 'people')} left, at whatever time since joining, and "
        f"{test.expected:.1f} would have left had all units been alike "
        f"(log-rank test, {_p(test.p_value)}{_among(test)})"
    )
    if (test.p_value if test.q_value is None else test.q_value) >= CHANCE:
        return f"{who} and the other units cannot be told apart: {seen}."
    side = "sooner" if test.exits > test.expected else "later"
    return f"People leave {who} {side} than the other units, by more than chance would give: {seen}."


def _among(test: Comparison) -> str:
    """What the test is worth beside those of the other types: of many tests some fall out by chance."""
    if test.q_value is None or test.tested < 2:
        return ""
    return f"; {_p(test.q_value).removeprefix('p ').removeprefix('= ')} among the {test.tested} types tested"


def _p(p_value: float) -> str:
    return "p under 0.001" if p_value < 0.001 else f"p = {p_value:.3f}"


def left_out(found: Tenure, internal: bool) -> str:
    """How many have no date of joining; a small group is not counted out for publication."""
    count = found.start_unknown
    if not count:
        return ""
    shown = internal or count >= FEW_EVENTS
    many = f"{plural(count, 'stay')} {'is' if count == 1 else 'are'}" if shown else "Some stays are"
    return f"{many} left out: nobody said when the person joined (In unit since, in People)."
