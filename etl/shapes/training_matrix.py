"""A training matrix (people down, courses across, dates in cells) as one row for each person and course."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from contracts.model import Column, Dataset
from etl.layout.find import DEEPEST_HEADING, Table, fill_merged
from etl.layout.grid import Row, Sheet, as_text, is_blank, is_date
from etl.layout.match import Matched, Matching, keyed, match
from etl.layout.table_rows import why_ignored
from etl.reports.messages import breach, did_you_mean, said
from etl.reports.report import Breach
from etl.values.known_values import LEFT_OUT, KnownValues
from etl.values.missing import kind_of_missing
from etl.values.read_date import read_date

LONG = ("person_ref", "unit", "course", "completed_on", "status", "booked_for")
FEWEST_COURSES = 2


@dataclass(frozen=True)
class Unfolded:
    """A matrix as a table of long rows, with what was wrong in it and what to say of it."""

    table: Table
    breaches: tuple[Breach, ...]
    said: tuple[str, ...]


@dataclass(frozen=True)
class _Heads:
    position: int
    matching: Matching
    courses: tuple[tuple[int, str], ...]


def unfold(sheet: Sheet, dataset: Dataset, known: KnownValues) -> Unfolded | None:
    """The long rows of a sheet that is a matrix, or None when it is not one."""
    heads = next((h for h in (_heads(sheet, p, dataset, known) for p in range(_depth(sheet))) if h), None)
    if heads is None:
        return None
    body, filled = fill_merged(sheet, sheet.rows[heads.position + 1 :], heads.matching)
    taken, rows, ignored, faults, people = {i for i, _ in heads.courses}, [], [], [], 0
    for row in body:
        reason = why_ignored(row, heads.matching)
        if reason == "note" and any(not is_blank(row.cell(i)) for i in taken):
            reason = ""
        made = [] if reason else _long_rows(row, heads, dataset, faults)
        if reason or not made:
            ignored.append((row.number, reason or "no course has a date"))
        people += bool(made)
        rows += made
    table = Table(
        sheet.name,
        sheet.rows[heads.position].number,
        _long_matching(heads),
        tuple(rows),
        sheet.rows[: heads.position],
        tuple(ignored),
        filled,
        len(sheet.rows),
    )
    told = said("matrix", sheet.name, people, len(heads.courses), len(rows))
    return Unfolded(table, tuple(_told(sheet, dataset, heads, known, faults)), (told,))


def _depth(sheet: Sheet) -> int:
    return min(len(sheet.rows), DEEPEST_HEADING)


def _heads(sheet: Sheet, position: int, dataset: Dataset, known: KnownValues) -> _Heads | None:
    row = sheet.rows[position]
    texts = [(i, as_text(c)) for i, c in enumerate(row.cells) if isinstance(c, str) and not is_blank(c)]
    if len(texts) <= FEWEST_COURSES:
        return None
    matching = match(dataset, keyed(texts))
    found = {m.column for m in matching.matched}
    if "person_ref" not in found or "course" in found:
        return None
    body = sheet.rows[position + 1 :]
    free = list(matching.unmatched) + [(m.index, m.heading) for m in matching.matched if m.how == "close"]
    courses = [(i, t) for i, t in free if _is_course(t, dataset, known) or _mostly_dates(body, i)]
    if len(courses) < FEWEST_COURSES or not any(_is_course(t, dataset, known) for _, t in courses):
        return None
    taken = {i for i, _ in courses}
    kept = tuple(m for m in matching.matched if m.column in ("person_ref", "unit") and m.index not in taken)
    left = tuple((i, t) for i, t in texts if i not in taken and i not in {m.index for m in kept})
    return _Heads(position, Matching(dataset, kept, left), tuple(sorted(courses)))


def _is_course(text: str, dataset: Dataset, known: KnownValues) -> bool:
    return known.look_up(dataset.column("course"), text).code is not None


def _mostly_dates(body: tuple[Row, ...], index: int) -> bool:
    cells = [row.cell(index) for row in body if not is_blank(row.cell(index))]
    return bool(cells) and sum(
        is_date(c) or (isinstance(c, str) and read_date(c) is not None) for c in cells
    ) * 2 > len(cells)


def _long_matching(heads: _Heads) -> Matching:
    made = tuple(
        Matched(position, name, name, "title")
        for position, name in enumerate(LONG)
        if name != "unit" or "unit" in heads.matching.found
    )
    return Matching(heads.matching.dataset, made, heads.matching.unmatched)


def _long_rows(row: Row, heads: _Heads, dataset: Dataset, faults: list[tuple[str, str, str]]) -> list[Row]:
    found = heads.matching.found
    person, unit = found["person_ref"].index, found["unit"].index if "unit" in found else None
    rows = []
    for index, course in heads.courses:
        held = _cell(row.cell(index), dataset)
        if held == "unclear":
            faults.append((course, row.place(index), as_text(row.cell(index))[:30]))
        elif held:
            cells = (row.cell(person), row.cell(unit) if unit is not None else None, course, *held)
            here = row.place(index)
            rows.append(Row(row.number, cells, (row.place(person), row.place(unit), here, here, here, here)))
    return rows


def _cell(cell: Any, dataset: Dataset) -> tuple[Any, Any, Any] | str | None:
    """(completed on, status, booked for) of a cell; None for no record; "unclear" for words not known."""
    if is_blank(cell):
        return None
    day = read_date(cell)
    if day:
        return day, None, None
    text = as_text(cell).casefold()
    words = dataset.wide.cell_words if dataset.wide else {}
    if text in words:
        return None, words[text].get("status"), None
    if text.startswith("booked"):
        booked = read_date(text.removeprefix("booked").strip(" :-for"))
        return (None, "booked", booked) if booked else "unclear"
    return None if kind_of_missing(text, number=False) else "unclear"


def _told(
    sheet: Sheet, dataset: Dataset, heads: _Heads, known: KnownValues, faults: list[tuple[str, str, str]]
) -> list[Breach]:
    head = sheet.rows[heads.position]
    grouped: dict[tuple[str, str], list[str]] = {}
    for course, place, shown in faults:
        grouped.setdefault((course, shown), []).append(place)
    told = [
        breach(
            "matrix_not_date",
            dataset=dataset.name,
            sheet=sheet.name,
            column=course,
            value=shown,
            cells=tuple(places),
        )
        for (course, shown), places in grouped.items()
    ]
    for index, text in heads.courses:
        found = known.look_up(_course(dataset), text)
        if found.code is None and found.how != LEFT_OUT:
            told.append(
                breach(
                    "course_unknown",
                    dataset=dataset.name,
                    sheet=sheet.name,
                    column=text,
                    value=text,
                    near=did_you_mean(found.suggestions),
                    cells=(head.place(index),),
                )
            )
    return told


def _course(dataset: Dataset) -> Column:
    return dataset.column("course")
