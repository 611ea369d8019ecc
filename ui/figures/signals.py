"""Every monthly flow of the units in view, judged: which moved more than chance would move it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pandas as pd

from analysis.chance import ByChance, JudgedChart, expected_by_chance
from metrics.catalogue import METRICS
from metrics.judged import Judged
from metrics.verdicts import DIFFERENCE_OF, Whose, judge
from ui.figures.kept import kept
from ui.figures.whole_months import whole_months
from ui.findings.series import plain, series
from ui.page.open_page import Page

MEASURES = tuple(metric.id for metric in METRICS.values() if metric.verdict == "signal")
Rebases = tuple[tuple[str, str, str | None, date], ...]
"""New limits: the measure, the unit, the family of work, and the month end from which they begin."""
Frames = Mapping[str, pd.DataFrame]


def signals(page: Page) -> tuple[Judged, ...]:
    """Every judged series of the units in view up to the chosen month, by measure, unit and family.

    Limits begin anew where a person has said so.
    """
    if not (page.world.file and page.month and page.scope):
        return ()
    return kept(page, ("signals",), lambda: tuple(_judged(page)))


def of_unit(found: tuple[Judged, ...], unit: str, work_family: str | None = None) -> tuple[Judged, ...]:
    """The series of one unit: those of one family of work, where it is named, and those of no family."""
    return tuple(
        each for each in found
        if each.unit == unit and (work_family is None or each.work_family in (None, work_family))
    )  # fmt: skip


def in_view(page: Page, metric_id: str) -> Judged | None:
    """One flow without families, judged over all units in view; None where nothing can be shown.

    A month that a unit expected in it has not sent is a missing month: a smaller sum is not a fall.
    """
    return kept(page, ("in view", metric_id), lambda: _in_view(page, metric_id)) if page.months else None


def _in_view(page: Page, metric_id: str) -> Judged:
    frame = page.metric(metric_id, by=("month_end",))
    whole = whole_months(page, page.metric(metric_id))
    known = zip(page.months, series(frame, page.months), strict=True)
    return judge(METRICS[metric_id], page.months, [value if m in whole else None for m, value in known])


def by_chance(found: tuple[Judged, ...]) -> ByChance:
    """How many of the charts that were judged would signal if nothing had changed in any of them."""
    return expected_by_chance(
        JudgedChart("quarterly" if each.kind == "quarterly" else "xmr", each.points)
        for each in found
        if each.is_judged
    )


def _by(metric_id: str) -> tuple[str, ...]:
    families = "work_family" in METRICS[metric_id].dimensions
    return ("unit", "month_end", "work_family") if families else ("unit", "month_end")


def _judged(page: Page) -> Iterator[Judged]:
    rebases = tuple((r.metric, r.unit, r.work_family, r.from_month) for r in page.rebases())
    units = tuple(unit.code for unit in page.units)
    frames = {name: page.metric(name, by=_by(name)) for name in MEASURES}
    for name in MEASURES:
        yield from _of_metric(name, units, page.months, rebases, frames)


def _of_metric(
    name: str, units: tuple[str, ...], months: tuple[date, ...], rebases: Rebases, frames: Frames
) -> Iterator[Judged]:
    held = _by_series(frames[name])
    parts = [_by_series(frames[part]) for part in DIFFERENCE_OF.get(name, ())]
    for whose in sorted((each for each in held if each.unit in units), key=str):
        begins = {month for *of, month in rebases if of == [name, whose.unit, whose.work_family]}
        both = [_over(part.get(whose, {}), months) for part in parts]
        yield judge(
            METRICS[name],
            months,
            _over(held[whose], months),
            whose=whose,
            rebase_at=[place for place, month in enumerate(months) if month in begins],
            parts=(both[0], both[1]) if both else None,
        )


def _by_series(frame: pd.DataFrame) -> dict[Whose, dict[date, float | None]]:
    """The figures of each unit and family by month end, in one pass: pages hold hundreds of series."""
    found: dict[Whose, dict[date, float | None]] = {}
    if frame.empty:
        return found
    families = frame["work_family"] if "work_family" in frame else [None] * len(frame)
    ends = pd.to_datetime(frame["month_end"]).dt.date
    for unit, family, month, value in zip(frame["unit"], families, ends, frame["value"], strict=True):
        found.setdefault(Whose(unit, family), {})[month] = plain(value)
    return found


def _over(known: Mapping[date, float | None], months: Sequence[date]) -> list[float | None]:
    return [known.get(month) for month in months]
