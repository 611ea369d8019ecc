"""Recorded demand and costs beside those loaded before: another counting rule, a number far away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from etl.checking.staged import StagedRow, StagedSheet
from etl.checking.unusual import MONTHS_BACK, months_before, unusual_says
from etl.reports.messages import breach
from etl.reports.report import Breach, FileReport
from store.place import Store, StoreProblem
from store.warehouse import connect

HERE = Path(__file__).parent
FAR = 1.5
"""How many times the cost before it, or the other way round, is worth asking about (also contracts/rules)."""
Key = tuple[Any, ...]


@dataclass(frozen=True)
class Loaded:
    """What stands of one key on one day: the value, and by which counting rule where there is one."""

    day: date
    value: float | None
    rule: str = ""


History = Mapping[Key, Sequence[Loaded]]


def with_what_was_loaded(store: Store, report: FileReport, sheets: Sequence[StagedSheet]) -> FileReport:
    """The report with a warning for each rule, count and cost that differs from those loaded before."""
    told = [each for sheet in sheets for each in _of_sheet(store, sheet)]
    return replace(report, breaches=(*report.breaches, *told)) if told else report


def _of_sheet(store: Store, sheet: StagedSheet) -> Iterator[Breach]:
    if sheet.dataset.name == "demand":
        key = ("unit", "category", "counted_as")
        history = _loaded(store, "loaded_demand", sheet, key, "month_end")
        yield from _rules(sheet, key, history)
        yield from _counts(sheet, key, history)
    elif sheet.dataset.name == "post_cost":
        key = ("role", "worker_type", "includes")
        history = _loaded(store, "loaded_costs", sheet, key, "valid_from")
        yield from _costs(sheet, key, history)


def _rules(sheet: StagedSheet, key: Sequence[str], history: History) -> Iterator[Breach]:
    """The rows whose counting rule is another than that of the nearest month before, told by that rule."""
    others: dict[str, list[StagedRow]] = defaultdict(list)
    for row, before in _with_before(sheet, key, history, "month_end"):
        said = str(row.codes.get("definition") or "")
        if said and before.rule and said.strip().casefold() != before.rule.strip().casefold():
            others[before.rule].append(row)
    for rule, rows in others.items():
        yield _told("definition_other", sheet, "definition", rows, detail=rule)


def _counts(sheet: StagedSheet, key: Sequence[str], history: History) -> Iterator[Breach]:
    """The counts far from those of the months before that were counted by the same rule."""
    for row in sheet.rows:
        month, count = row.codes.get("month_end"), row.codes.get("count")
        if month is None or count is None:
            continue
        rule = str(row.codes.get("definition") or "").strip().casefold()
        same = {
            each.day: each.value
            for each in history.get(_key(row, key), ())
            if each.rule.strip().casefold() == rule
        }
        months = months_before(month)[-MONTHS_BACK:]
        first = next((n for n, each in enumerate(months) if each in same), len(months))
        says = unusual_says(float(count), [same.get(each) for each in months[first:]], stock=False)
        if says:
            yield _told("count_unusual", sheet, "count", [row], value=f"{count:g}", detail=says)


def _costs(sheet: StagedSheet, key: Sequence[str], history: History) -> Iterator[Breach]:
    for row, before in _with_before(sheet, key, history, "valid_from"):
        cost, was = row.codes.get("cost_pounds"), before.value
        if cost and was and max(cost / was, was / cost) >= FAR:
            since = f"£{was:,.0f} from {before.day.day} {before.day:%B %Y}"
            yield _told("cost_far_from_loaded", sheet, "cost_pounds", [row], value=f"£{cost:,}", detail=since)


def _with_before(
    sheet: StagedSheet, key: Sequence[str], history: History, dated: str
) -> Iterator[tuple[StagedRow, Loaded]]:
    """Each row with what stands nearest before it, where the sheet itself says nothing in between."""
    own: dict[Key, list[date]] = defaultdict(list)
    for row in sheet.rows:
        if day := row.codes.get(dated):
            own[_key(row, key)].append(day)
    for row in sheet.rows:
        day = row.codes.get(dated)
        earlier = [each for each in history.get(_key(row, key), ()) if day and each.day < day]
        if earlier and not any(earlier[-1].day <= each < day for each in own[_key(row, key)]):
            yield row, earlier[-1]


def _key(row: StagedRow, key: Sequence[str]) -> Key:
    return tuple(row.codes.get(name) for name in key)


def _told(code: str, sheet: StagedSheet, field: str, rows: Iterable[StagedRow], **words: str) -> Breach:
    rows = list(rows)
    return breach(
        code,
        dataset=sheet.dataset.name,
        sheet=sheet.sheet,
        column=sheet.dataset.column(field).title,
        cells=tuple(row.places.get(field, f"row {row.row_number}") for row in rows),
        rows=tuple(row.row_number for row in rows),
        field=field,
        **words,
    )


def _loaded(store: Store, query: str, sheet: StagedSheet, key: Sequence[str], dated: str) -> History:
    """What stands of each key, oldest first, but for the days of which the sheet itself sends rows."""
    mine = {(_key(row, key), row.codes.get(dated)) for row in sheet.rows}
    found: dict[Key, list[Loaded]] = defaultdict(list)
    for *which, day, value, rule in _ask(store, query, sheet.force):
        if (tuple(which), day) not in mine:
            found[tuple(which)].append(Loaded(day, value, rule or ""))
    return found


def _ask(store: Store, query: str, force: str) -> list[tuple[Any, ...]]:
    """The rows of one of the queries beside this file; none where no figures can be read, or not these."""
    try:
        reader = connect(store)
    except StoreProblem:
        return []
    if reader is None:
        return []
    try:
        rows = (
            reader.cursor().execute((HERE / f"{query}.sql").read_text("utf-8"), {"force": force}).fetchall()
        )
    except duckdb.CatalogException:  # published before there was such a sheet
        return []
    finally:
        reader.close()
    return [row if query == "loaded_demand" else (*row, None) for row in rows]
