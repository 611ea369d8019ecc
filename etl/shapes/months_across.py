"""A caseload with months across (a month over Open, New, Closed) as a table of plain rows for each month."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from contracts.model import Dataset
from etl.layout.find import DEEPEST_HEADING, Table, fill_merged
from etl.layout.grid import Row, Sheet, as_text, is_blank, is_date
from etl.layout.heading_rows import spread
from etl.layout.match import Matched, Matching, keyed, match, must_have
from etl.layout.table_rows import sort_rows
from etl.layout.title_month import either
from etl.reports.messages import breach, said
from etl.reports.report import Breach, FileReport
from etl.values.read_date import dates_inside, month_end, read_date, without_dates

FEWEST_MONTHS = 2
DOWN = ("unit", "work_type")


@dataclass(frozen=True)
class _Place:
    """A column under a month: where it stands, what stands there for the month, and what is counted."""

    index: int
    month: Any
    row_number: int
    measure: str
    heading: str


@dataclass(frozen=True)
class _Heads:
    """The heading rows of such a sheet: the columns down, and those under each month."""

    position: int
    height: int
    down: Matching
    months: dict[date, list[_Place]]
    bare: int  # months with nothing that says what is counted


@dataclass(frozen=True)
class Unfolded:
    """A table for each month, or why it cannot be read; and what to say."""

    tables: tuple[Table, ...] = ()
    breaches: tuple[Breach, ...] = ()
    said: tuple[str, ...] = ()


def unfold(sheet: Sheet, dataset: Dataset) -> Unfolded | None:
    """The tables of a sheet with months across, or None when it is not one."""
    heads = next(
        (h for p in range(min(len(sheet.rows), DEEPEST_HEADING)) if (h := _heads(sheet, p, dataset))), None
    )
    if heads is None:
        return None
    if first_days := [places[0] for day, places in heads.months.items() if day.day == 1]:
        return Unfolded(breaches=(_unclear(sheet, dataset, first_days),))
    needed = {name for name in must_have(dataset) if name not in (*DOWN, "month_end")}
    lacking = needed - {place.measure for places in heads.months.values() for place in places}
    if lacking or not all(name in heads.down.found for name in DOWN):
        return Unfolded(breaches=(_cannot(sheet, dataset, heads),))
    tables = [
        table for places in heads.months.values() if (table := _table(sheet, dataset, heads, places)).rows
    ]
    if not tables:
        return Unfolded(breaches=(breach("sheet_no_rows", dataset=dataset.name, sheet=sheet.name),))
    told = said("months_across", sheet.name, len(tables), len(heads.months) - len(tables))
    return Unfolded(tuple(tables), said=(told,))


def _unclear(sheet: Sheet, dataset: Dataset, first_days: list[_Place]) -> Breach:
    """A first day may be how Excel keeps "Sep-26", or the day after August: it is asked about."""
    day = month_in(first_days[0].month) or date.max
    cells = tuple(Row(place.row_number, ()).place(place.index) for place in first_days)
    title = dataset.column("month_end").title
    where = {"dataset": dataset.name, "sheet": sheet.name, "column": title}
    return breach("month_first", cells=cells, value=f"{day:%d/%m/%Y}", detail=either(day), **where)


def _cannot(sheet: Sheet, dataset: Dataset, heads: _Heads) -> Breach:
    row = sheet.rows[heads.position].number
    return breach("months_across", dataset=dataset.name, sheet=sheet.name, cells=(f"row {row}",))


def _heads(sheet: Sheet, position: int, dataset: Dataset) -> _Heads | None:
    """The heading rows at this place: two with months in one of them, or one with months in its words."""
    upper = sheet.rows[position]
    lower = sheet.rows[position + 1] if position + 1 < len(sheet.rows) else None
    if _has_months(upper):
        two = _two(sheet, position, lower, dataset, months_above=True) if lower else None
        return two or _one(upper, position, dataset)
    if lower and _has_months(lower):
        return _two(sheet, position, lower, dataset, months_above=False)
    return _one(upper, position, dataset) if _names_months(upper) else None


def _has_months(row: Row) -> bool:
    return any(month_in(cell) for cell in row.cells)


def _names_months(row: Row) -> bool:
    return sum(bool(dates_inside(as_text(cell))) for cell in row.cells if isinstance(cell, str)) > 1


def _two(sheet: Sheet, position: int, lower: Row, dataset: Dataset, *, months_above: bool) -> _Heads | None:
    upper = sheet.rows[position]
    over = _reaching(spread(sheet, upper), lower)
    dated, worded = (
        (over, dict(enumerate(lower.cells))) if months_above else (dict(enumerate(lower.cells)), over)
    )
    dated_row = upper if months_above else lower
    places = [
        _Place(index, cell, dated_row.number, measure, as_text(worded.get(index)))
        for index, cell in dated.items()
        if month_in(cell) and (measure := _measure(worded.get(index), dataset))
    ]
    texts = {i: as_text(c) for row in (upper, lower) for i, c in enumerate(row.cells) if isinstance(c, str)}
    return _judged(position, 2, places, texts, dataset, 0)


def _one(row: Row, position: int, dataset: Dataset) -> _Heads | None:
    """Headings in one row: "Open Sep-26", or months alone, which do not say what is counted."""
    places, bare = [], 0
    for index, cell in enumerate(row.cells):
        inside = dates_inside(as_text(cell)) if isinstance(cell, str) else []
        if is_date(cell) or (inside and not _measure(without_dates(as_text(cell)), dataset)):
            bare += bool(month_in(cell))
        elif len(inside) == 1 and (measure := _measure(without_dates(as_text(cell)), dataset)):
            places.append(_Place(index, inside[0][0], row.number, measure, as_text(cell)))
    texts = {i: as_text(c) for i, c in enumerate(row.cells) if isinstance(c, str)}
    return _judged(position, 1, places, texts, dataset, bare)


def _judged(
    position: int, height: int, places: list[_Place], texts: dict[int, str], dataset: Dataset, bare: int
) -> _Heads | None:
    """Several months beside a column of units or of work is such a sheet."""
    taken = {place.index for place in places}
    matching = match(dataset, keyed((i, t) for i, t in texts.items() if i not in taken and t))
    down = tuple(m for m in matching.matched if m.column in DOWN and m.how != "close")
    months: dict[date, list[_Place]] = {}
    for place in sorted(places, key=lambda each: each.index):
        day = month_in(place.month)
        if day:
            months.setdefault(day, []).append(place)
    # Months alone may be of anything: beside kinds of work they are cases.
    is_one = len(months) >= FEWEST_MONTHS or (
        bare >= FEWEST_MONTHS and any(m.column == "work_type" for m in down)
    )
    if not down or not is_one:
        return None
    kept = {m.index for m in down} | taken
    left = tuple((i, t) for i, t in texts.items() if i not in kept and t and not month_in(t))
    return _Heads(position, height, Matching(dataset, down, left), months, bare)


def month_in(cell: Any) -> date | None:
    """The day that a heading is, where it is a month or a day and nothing else. Digits alone are a number."""
    if is_date(cell) or (isinstance(cell, str) and not cell.strip().isdigit()):
        return read_date(cell, month_only=True)
    return None


def _measure(cell: Any, dataset: Dataset) -> str:
    """The count that a heading means; "" for any other."""
    if not isinstance(cell, str) or is_blank(cell):
        return ""
    matched = match(dataset, keyed([(0, as_text(cell))])).matched
    name = matched[0].column if matched and matched[0].how != "close" else ""
    return name if name and dataset.column(name).type == "whole_number" else ""


def _reaching(over: dict[int, Any], lower: Row) -> dict[int, Any]:
    """An upper heading that is not merged, as standing also over the next columns that have none."""
    reaching, last = dict(over), None
    for index in range(len(lower.cells)):
        last = over.get(index, None if is_blank(lower.cell(index)) else last)
        if last is not None:
            reaching[index] = last
    return reaching


def _table(sheet: Sheet, dataset: Dataset, heads: _Heads, places: list[_Place]) -> Table:
    """The plain rows of one month, under a name of their own: other months stand in the same rows."""
    names = ("month_end", *(m.column for m in heads.down.matched), *(p.measure for p in places))
    headings = ("Month", *(m.heading for m in heads.down.matched), *(p.heading for p in places))
    first = heads.position + heads.height
    body, filled = fill_merged(sheet, sheet.rows[first:], heads.down)
    under = sort_rows(body, _whole(heads), sheet.rows[heads.position : first])
    rows, blank = [], []
    for row in under.rows:
        made = _row(row, heads, places)
        if all(is_blank(row.cell(place.index)) for place in places):
            blank.append((row.number, "nothing for this month"))
        else:
            rows.append(made)
    matched = tuple(Matched(i, h, n, "title") for i, (h, n) in enumerate(zip(headings, names, strict=True)))
    doubled = tuple((n, (n, n)) for n in dict.fromkeys(names) if names.count(n) > 1)
    day = month_end(month_in(places[0].month) or date.max)
    return Table(
        f"{sheet.name}, {day:%B %Y}",
        sheet.rows[first - 1].number,
        Matching(dataset, matched, heads.down.unmatched, doubled),
        tuple(rows),
        sheet.rows[: heads.position],
        tuple(sorted((*under.ignored, *blank))),
        filled,
        len(sheet.rows),
        heads.height,
        under.below,
    )


def in_sheets_of(report: FileReport, names: Container[str]) -> FileReport:
    """The report with the tables of months told under the sheet of the file that holds them."""

    def real(said: str) -> str:
        sheet = said.rpartition(", ")[0]
        return sheet if said not in names and sheet in names else said

    return replace(
        report,
        sheets=tuple(replace(each, sheet=real(each.sheet)) for each in report.sheets),
        breaches=tuple(replace(each, sheet=real(each.sheet)) for each in report.breaches),
    )


def _whole(heads: _Heads) -> Matching:
    """Every column that is read, of all months, by which rows of data are told from totals and notes."""
    every = [place for places in heads.months.values() for place in places]
    under = tuple(Matched(place.index, place.heading, place.measure, "title") for place in every)
    return Matching(heads.down.dataset, (*heads.down.matched, *under), ())


def _row(row: Row, heads: _Heads, places: list[_Place]) -> Row:
    down = [m.index for m in heads.down.matched]
    cells = (places[0].month, *(row.cell(i) for i in down), *(row.cell(p.index) for p in places))
    head = Row(places[0].row_number, ()).place(places[0].index)
    return Row(
        row.number, cells, (head, *(row.place(i) for i in down), *(row.place(p.index) for p in places))
    )
