"""Whether a small count of people can be worked out from what the readers of a document are shown.

Every measure of people in the document is attacked anew from what the page gives in publication mode: units
beside their total, twelve months beside the twelve before, and each split by role, course or reason; then all
of them together, since several measures show the same people (attack_across.py).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, TypeVar

import pandas as pd

from analysis.disclosure import FEWEST_PEOPLE_SHOWN, NotShown, RollingSums, Shown
from analysis.disclosure.nested import Parts, worked_out
from metrics.catalogue import METRICS
from metrics.model import Metric
from ui.briefing.attack_across import told_by
from ui.briefing.attack_table import grid_of, table_tells
from ui.figures import shown
from ui.figures.figures import Asked, beside, figures_of
from ui.figures.kept import kept
from ui.findings.series import plain, records
from ui.hidden.hiding import TOLD
from ui.hidden.people import people_in
from ui.page.open_page import Page, Scope

T = TypeVar("T")
PARTS = ("numerator", "denominator")
FAMILY = "work_family"
NO_FILTER: Mapping[str, tuple[str, ...]] = {}
BY_UNIT = ("unit", "month_end")
ONE_WAY = ("role", "course", "reason")
CROSSED = {"training/required_course_in_date": ("role", "course")}
REFUSED = (
    "The document was not made: from “{}” a group of under {} people could be worked out. Choose another "
    "section or more units, or ask the person who looks after the dashboard."
)


def refusal(page: Page, measures: Iterable[str]) -> str:
    """Why a document of these measures may not be published, naming the table; "" where it may.

    `page` is in publication mode. Inside the force nothing is hidden and nothing is asked.
    """
    if page.reader.internal:
        return ""
    page = replace(page, scope=_reached(page))
    people = [METRICS[name] for name in measures if name in METRICS and METRICS[name].about_people]
    names = tuple(metric.id for metric in people)
    told = next((metric for metric in people if _tells(page, metric)), None)
    told = told or _kept(page, ("attack across", *names), lambda: told_by(page, people))
    return REFUSED.format(told.title, FEWEST_PEOPLE_SHOWN) if told else ""


def _tells(page: Page, metric: Metric) -> bool:
    """Whether few people can be told from what pages show of a measure: the same for every document."""
    return _kept(page, ("attack", metric.id), lambda: any(_attacks(page, metric)))


def _kept(page: Page, asked: tuple[str, ...], make: Callable[[], T]) -> T:
    """Kept without what was read for it, which no reader is shown."""
    return kept(page, asked, lambda: shown.heard(make)[0])


def _reached(page: Page) -> Scope:
    """Every unit of the force, whoever makes it: a document of one is read beside those of the others."""
    return frozenset((unit.force, unit.code) for unit in page.world.units_of(page.force or ""))


def _attacks(page: Page, metric: Metric) -> Iterator[bool]:
    for where in _wheres(page, metric):
        yield from _units(page, metric, where)
    yield _months(page, metric)
    for name in ONE_WAY:
        if name in metric.dimensions:
            yield _one_way(page, metric, name)
    if metric.id in CROSSED:
        yield _crossed(page, metric, CROSSED[metric.id])


def _wheres(page: Page, metric: Metric) -> list[dict[str, tuple[str, ...]]]:
    """Families of work are never added: each by itself, where the measure is of them."""
    if FAMILY not in metric.dimensions:
        return [{}]
    frame = page.metric("pressure/open", by=("month_end", FAMILY))
    return [{FAMILY: (family,)} for family in sorted(set(frame[FAMILY].dropna()))]


def raw(
    page: Page,
    metric: Metric,
    by: tuple[str, ...],
    only: date | None = None,
    where: Mapping[str, tuple[str, ...]] = NO_FILTER,
) -> pd.DataFrame:
    """The people as they are, of the units in view: what an attacker must not come to know."""
    scope, kept = tuple(sorted(page.scope)), tuple(sorted(where.items()))
    asked = Asked(page.world.file or "", metric.id, scope, by, page.force, only, page.month, kept)
    return people_in(figures_of(*asked), metric, partial(beside, asked))


def _known(row: Any) -> Parts | None:
    parts = [plain(value) for name, value in row.items() if name in PARTS or name.startswith(TOLD)]
    return None if None in parts else tuple(part or 0.0 for part in parts)


def _by(frame: pd.DataFrame, *names: str) -> dict[tuple[Any, ...], Any]:
    return {tuple(_plain(row[name]) for name in names): row for row in records(frame)}


def _plain(value: Any) -> Any:
    return value.date() if isinstance(value, pd.Timestamp) else value


def _units(page: Page, metric: Metric, where: Mapping[str, tuple[str, ...]]) -> Iterator[bool]:
    """At each month end: the units shown beside the total of those in view."""
    each = _by(raw(page, metric, BY_UNIT, where=where), *BY_UNIT)
    told = _by(page.metric(metric.id, where=where), *BY_UNIT)
    totals = _by(page.metric(metric.id, by=("month_end",), where=where), "month_end")
    for month in page.months:
        units = {
            u: parts
            for (u, m), row in each.items()
            if m == month and isinstance(u, str) and (parts := _known(row))
        }
        hidden = frozenset(u for u in units if _is_hidden(told.get((u, month))))
        total = not _is_hidden(totals.get((month,))) and "unit" not in metric.not_added_over
        yield _gives_away(units, hidden, total)


def _gives_away(rows: dict[str, Parts], hidden: frozenset[str], total: bool) -> bool:
    """Whether a hidden row can be told from the others, and from their sum where that is shown."""
    withheld = frozenset() if total else frozenset({""})
    return bool(rows) and worked_out(rows, dict.fromkeys(rows, ""), Shown(hidden, withheld, total))


def _is_hidden(row: Any) -> bool:
    return row is None or isinstance(row["value"], NotShown)


def _months(page: Page, metric: Metric) -> bool:
    """Sums over twelve months of each unit, one after the other, as far as they are shown."""
    if not (metric.counts_people and metric.sums_over_a_year and page.months):
        return False
    each, told = _by(raw(page, metric, BY_UNIT), *BY_UNIT), _by(page.metric(metric.id), *BY_UNIT)
    first = page.months[0]
    place = {m: (m.year - first.year) * 12 + m.month - first.month for m in page.months}
    for part in metric.sums_over_a_year:
        sums = RollingSums(max(place.values()) + 1)
        for (unit, month), row in sorted(each.items(), key=lambda pair: pair[0][1]):
            people = plain(row[part])
            if people is None or month not in place or _is_hidden(told.get((unit, month))):
                continue
            if sums.tells(unit, place[month], people):
                return True
            sums.see(unit, place[month], people)
    return False


def _one_way(page: Page, metric: Metric, split: str) -> bool:
    """Each row of a split beside what the split comes to, at the month."""
    by = (split,)
    each = _by(raw(page, metric, by, page.month), *by)
    told = _by(page.metric(metric.id, by=by, only=page.month), *by)
    rows = {str(key[0]): parts for key, row in each.items() if key[0] is not None and (parts := _known(row))}
    hidden = frozenset(str(key[0]) for key in each if _is_hidden(told.get(key))) & frozenset(rows)
    total = page.metric(metric.id, by=("month_end",), only=page.month)
    seen = not total.empty and not isinstance(total["value"].iloc[0], NotShown)
    return _gives_away(rows, hidden, seen)


def _crossed(page: Page, metric: Metric, by: tuple[str, str]) -> bool:
    """A table of two splits with its totals: what its hidden cells can be."""
    each = _by(raw(page, metric, by, page.month), *by)
    told = _by(page.metric(metric.id, by=by, only=page.month), *by)
    sums = [_by(page.metric(metric.id, by=(name,), only=page.month), name) for name in by]
    rows, columns = (sorted({str(key[n]) for key in each}) for n in (0, 1))
    hidden = {
        (rows.index(str(key[0])), columns.index(str(key[1]))) for key in each if _is_hidden(told.get(key))
    }
    hidden |= {(n, len(columns)) for n, name in enumerate(rows) if _is_hidden(sums[0].get((name,)))}
    hidden |= {(len(rows), n) for n, name in enumerate(columns) if _is_hidden(sums[1].get((name,)))}
    grids = (grid_of(each, part, rows, columns) for part in PARTS)
    return any(table_tells(grid, frozenset(hidden)) for grid in grids if grid)
