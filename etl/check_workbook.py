"""From the sheets of one workbook to staged rows, reports and breaches."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import contracts
from contracts.model import Dataset
from etl import never_stored
from etl.check import check, headings_of
from etl.find import Table, find_table, is_passed_over
from etl.grid import Sheet, Workbook, as_text, is_blank
from etl.known_values import KnownValues
from etl.match import heading_key, match, must_have, nearest_heading
from etl.messages import breach, did_you_mean, said
from etl.month import SheetMonth, latest_month, month_of
from etl.report import Breach, SheetReport
from etl.shapes import police_strength, training_matrix
from etl.stage import Staging, event_days, is_about_people, stage
from etl.staged import StagedSheet
from settings.model import Settings


@dataclass
class CheckedWorkbook:
    """What checking a workbook gathers."""

    sheets: list[StagedSheet] = field(default_factory=list)
    reports: list[SheetReport] = field(default_factory=list)
    breaches: list[Breach] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Found:
    table: Table
    month: SheetMonth


def check_workbook(book: Workbook, settings: Settings | None, force: str, today: date) -> CheckedWorkbook:
    """Check every sheet of a workbook that was read."""
    done = CheckedWorkbook()
    done.said += [said(why, name) for name, why in book.passed_over]
    if police_strength.is_publication(book):
        police_strength.check_publication(book, done)
        return done
    found = [f for sheet in book.sheets if (f := _find(sheet, settings, force, today, done))]
    months = [f.month.month for f in found if f.month.month and not f.month.fault]
    for each in found:
        _check_table(each, months, settings, force, today, done)
    _same_sheet_twice(done)
    if not done.reports and not done.breaches:
        done.breaches.append(breach("file_no_sheet"))
    return done


def _find(
    sheet: Sheet, settings: Settings | None, force: str, today: date, done: CheckedWorkbook
) -> _Found | None:
    if not sheet.rows or is_passed_over(sheet.name):
        done.said += [said("sheet_passed_over", sheet.name)] if sheet.rows else []
        return None
    table = find_table(sheet, contracts.DATASETS.values())
    if table is None or (table.dataset.wide and table.matching.share < 1):
        table = _matrix(sheet, KnownValues(settings, force, today), done) or table
    if table is None:
        _not_recognised(sheet, done)
        return None
    return _Found(table, month_of(table, today))


def _matrix(sheet: Sheet, known: KnownValues, done: CheckedWorkbook) -> Table | None:
    for dataset in contracts.DATASETS.values():
        if dataset.wide and dataset.wide.across == "course":
            unfolded = training_matrix.unfold(sheet, dataset, known)
            if unfolded:
                done.breaches += unfolded.breaches
                done.said += unfolded.said
                return unfolded.table
    return None


def _not_recognised(sheet: Sheet, done: CheckedWorkbook) -> None:
    """An unknown sheet is passed over, unless it lists reasons of health beside people: that is refused."""
    people = contracts.dataset("people")
    for row in sheet.rows[:20]:
        texts = [(i, as_text(c)) for i, c in enumerate(row.cells) if isinstance(c, str) and not is_blank(c)]
        if any(m.column == "person_ref" for m in match(people, texts).matched):
            headings = [t for _, t in texts if never_stored.tells_of_health(t)]
            if headings:
                done.breaches.append(
                    breach("column_person_health", sheet=sheet.name, value=_quoted(headings))
                )
                return
    done.said.append(said("sheet_not_recognised", sheet.name))


def _quoted(headings: list[str]) -> str:
    return ", ".join(f"“{h}”" for h in headings)


def _check_table(
    found: _Found,
    months: list[date],
    settings: Settings | None,
    force: str,
    today: date,
    done: CheckedWorkbook,
) -> None:
    table, month = found.table, found.month
    breaches = _heading_breaches(table)
    if not table.rows:
        breaches.append(breach("sheet_no_rows", dataset=table.dataset.name, sheet=table.sheet))
    month, told = _settled_month(table, month, months)
    breaches += _month_breaches(table, month)
    staging = stage(table, month, KnownValues(settings, force, month.month or today))
    staging, month, later = _month_from_rows(staging, table, month, months, settings, force, today)
    breaches += _month_unknown(table, month) + staging.breaches
    if not any(b.code == "column_person_health" for b in breaches):
        breaches += check(staging.sheet)
    done.said += [*told, *month.said, *later, *staging.said, *_heading_words(table)]
    done.breaches += breaches
    done.reports.append(_report(table, month, staging))
    done.sheets.append(staging.sheet)


def _settled_month(table: Table, month: SheetMonth, months: list[date]) -> tuple[SheetMonth, list[str]]:
    """A sheet that says no month takes the one month that the other sheets of the workbook say."""
    if month.month or month.fault or len(set(months)) != 1:
        return month, []
    only = months[0]
    return SheetMonth(only), [said("month_from_workbook", table.sheet, f"{only.day} {only:%B %Y}")]


def _month_from_rows(
    staging: Staging,
    table: Table,
    month: SheetMonth,
    months: list[date],
    settings: Settings | None,
    force: str,
    today: date,
) -> tuple[Staging, SheetMonth, list[str]]:
    """A sheet of events alone in its file is the return of its latest event's month."""
    latest = latest_month(event_days(staging.sheet)) if "date" in table.dataset.column_names else None
    if month.month or month.fault or not latest:
        return staging, month, []
    month = SheetMonth(latest)
    told = [said("month_from_rows", table.sheet, f"{latest.day} {latest:%B %Y}")]
    return stage(table, month, KnownValues(settings, force, latest)), month, told


def _month_breaches(table: Table, month: SheetMonth) -> list[Breach]:
    where = {
        "dataset": table.dataset.name,
        "sheet": table.sheet,
        "column": table.dataset.column("month_end").title,
    }
    return [breach(month.fault, value=month.shown, **where)] if month.fault else []


def _month_unknown(table: Table, month: SheetMonth) -> list[Breach]:
    if month.month or month.fault or month.faults:
        return []
    return [breach("month_missing", dataset=table.dataset.name, sheet=table.sheet)]


def _heading_breaches(table: Table) -> list[Breach]:
    """Headings that are missing, doubled, or give reasons beside people."""
    dataset, matching = table.dataset, table.matching
    where = {"dataset": dataset.name, "sheet": table.sheet}
    told = []
    for name in must_have(dataset):
        if name not in matching.found and name != "month_end":
            near = nearest_heading(dataset, name, matching.unmatched)
            told.append(
                breach(
                    "column_missing",
                    column=dataset.column(name).title,
                    cells=(f"row {table.header_row}",),
                    detail=headings_of(dataset, name),
                    near=did_you_mean((near,) if near else ()),
                    **where,
                )
            )
    for name, headings in matching.doubled:
        told.append(
            breach("column_twice", column=dataset.column(name).title, value=_quoted(list(headings)), **where)
        )
    health = [t for _, t in matching.unmatched if never_stored.tells_of_health(t)]
    if is_about_people(dataset) and health:
        told.append(breach("column_person_health", value=_quoted(health), **where))
    return told


def _heading_words(table: Table) -> list[str]:
    dataset = table.dataset
    told = [
        said("heading_close", table.sheet, m.heading, dataset.column(m.column).title)
        for m in table.matching.matched
        if m.how == "close"
    ]
    left = [t for _, t in table.matching.unmatched if heading_key(t)]
    told += [said("not_stored", table.sheet, _quoted(left))] if left else []
    return told + ([said("merged_filled", table.sheet)] if table.filled_down else [])


def _report(table: Table, month: SheetMonth, staging: Staging) -> SheetReport:
    loaded = len(staging.sheet.rows)
    return SheetReport(
        table.dataset.name,
        table.sheet,
        table.header_row,
        month.month,
        loaded + len(table.ignored),
        loaded,
        len(table.ignored),
        table.ignored,
        tuple((m.heading, m.column, m.how) for m in table.matching.matched),
        tuple(t for _, t in table.matching.unmatched),
    )


def _same_sheet_twice(done: CheckedWorkbook) -> None:
    """Two sheets of one return are fine when they name different units; else one of them would count twice."""
    seen: dict[Dataset, StagedSheet] = {}
    for sheet in done.sheets:
        first = seen.setdefault(sheet.dataset, sheet)
        if first is not sheet and (first.units_named & sheet.units_named or not sheet.units_named):
            done.breaches.append(
                breach(
                    "sheet_twice", dataset=sheet.dataset.name, sheet=sheet.sheet, detail=f"“{first.sheet}”"
                )
            )
        seen[sheet.dataset] = replace(first, rows=first.rows + sheet.rows) if first is not sheet else first
