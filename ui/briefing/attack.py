"""Whether a small count of people can be worked out from what the readers of a document are shown.

Every measure of people in the document is attacked anew from what the page gives in publication mode: units
beside their total, twelve months beside the twelve before, and each split by role, course or reason.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

import access
from analysis.disclosure import FEWEST_PEOPLE_SHOWN, NotShown, ProtectedTable, RollingSums, Shown, Suppressed
from analysis.disclosure.attacks import attack
from analysis.disclosure.nested import Parts, worked_out
from analysis.disclosure.ranges import NotSolved
from analysis.disclosure.tables import Table, positions_of
from metrics.catalogue import METRICS
from metrics.model import Metric
from ui.figures.figures import figures_of
from ui.findings.series import plain
from ui.page.open_page import Page, Scope

PARTS = ("numerator", "denominator")
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
    people = (METRICS[name] for name in measures if name in METRICS and METRICS[name].counts_people)
    for metric in people:
        if any(gives for gives in _attacks(page, metric)):
            return REFUSED.format(metric.title, FEWEST_PEOPLE_SHOWN)
    return ""


def _reached(page: Page) -> Scope:
    """Every unit that the reader may choose: a document of one unit is read beside those of the others."""
    allowed = access.scope(page.reader, page.settings)
    own = {(unit.force, unit.code) for unit in page.world.units_of(page.force or "")}
    return frozenset(own & allowed)


def _attacks(page: Page, metric: Metric) -> Iterator[bool]:
    yield from _units(page, metric)
    yield _months(page, metric)
    for name in ONE_WAY:
        if name in metric.dimensions:
            yield _one_way(page, metric, name)
    if metric.id in CROSSED:
        yield _crossed(page, metric, CROSSED[metric.id])


def raw(page: Page, metric: Metric, by: tuple[str, ...], only: date | None = None) -> pd.DataFrame:
    """The figures as they are, of the units in view: what an attacker must not come to know."""
    scope = tuple(sorted(page.scope))
    return figures_of(page.world.file or "", metric.id, scope, by, page.force, only, page.month, ())


def _known(row: Any) -> Parts | None:
    parts = [plain(row[name]) for name in PARTS]
    return None if None in parts else tuple(part or 0.0 for part in parts)


def _by(frame: pd.DataFrame, *names: str) -> dict[tuple[Any, ...], Any]:
    return {tuple(_plain(row[name]) for name in names): row for row in frame.to_dict("records")}


def _plain(value: Any) -> Any:
    return value.date() if isinstance(value, pd.Timestamp) else value


def _units(page: Page, metric: Metric) -> Iterator[bool]:
    """At each month end: the units shown beside the total of those in view."""
    each, told = _by(raw(page, metric, BY_UNIT), *BY_UNIT), _by(page.metric(metric.id), *BY_UNIT)
    totals = _by(page.metric(metric.id, by=("month_end",)), "month_end")
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
    if not metric.sums_over_a_year or not page.months:
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
    grids = (_grid(each, part, rows, columns) for part in PARTS)
    return any(_table_tells(grid, frozenset(hidden)) for grid in grids if grid)


def _grid(
    each: dict[tuple[Any, ...], Any], part: str, rows: list[str], columns: list[str]
) -> tuple[tuple[int, ...], ...] | None:
    """The counts of a part by row and column; None where they are not whole people."""
    grid = [[0] * len(columns) for _ in rows]
    for key, row in each.items():
        count = plain(row[part])
        if count is None or count != int(count) or count < 0:
            return None
        grid[rows.index(str(key[0]))][columns.index(str(key[1]))] = int(count)
    return tuple(map(tuple, grid))


def _table_tells(counts: tuple[tuple[int, ...], ...], hidden: frozenset[tuple[int, int]]) -> bool:
    """Whether a small count is shown, or can be told from the totals and the cells that are."""
    table = Table(counts)
    grid = table.with_totals()
    inside = frozenset(at for at in hidden if at[0] < grid.shape[0] and at[1] < grid.shape[1])
    small = frozenset(at for at in positions_of(grid) if 0 < grid[at] < FEWEST_PEOPLE_SHOWN)
    if small - inside:
        return True
    shown = tuple(
        tuple(Suppressed() if (r, c) in inside else int(n) for c, n in enumerate(row))
        for r, row in enumerate(grid)
    )
    protected = ProtectedTable(shown, table.rows, table.columns, small, companions=inside - small)
    try:
        return attack(protected).succeeded
    except NotSolved:
        return True
