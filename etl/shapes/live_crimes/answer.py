"""The answer of a reader with each live list of crimes replaced by its counts, before it leaves the child."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from datetime import date
from typing import Any

from contracts import dataset
from contracts.live_crimes import AS_AT, BY_OFFICER, BY_UNIT
from etl.layout.grid import Row
from etl.readers.cells import encode
from etl.shapes.live_crimes import DEEPEST, counts
from etl.shapes.live_crimes.cases import Cases, read_cases
from etl.shapes.live_crimes.cells import Cells
from etl.shapes.live_crimes.counts import Counted
from etl.shapes.live_crimes.heads import Heads, find_heads
from etl.shapes.live_crimes.month import ListMonth, month_of
from etl.shapes.live_crimes.told import Fault, handed_on, reasons
from etl.shapes.live_crimes.words import day

LONGEST_NAME = 50
ABOUT = {"caseload": ("unit", "work_type"), "investigators": ("person_ref", "unit", "work_type")}
HEADED_AS = {"person_ref": "officer"}
Sheet = dict[str, Any]


def with_lists_counted(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer with counts in the place of lists. Of a list nothing else is in it."""
    seen: dict[str, str] = {}
    gc.disable()  # nothing here goes in circles, and what was read need not be looked through over and over
    try:
        sheets = [each for sheet in answer["sheets"] for each in _of_sheet(sheet, seen)]
    finally:
        gc.enable()
    return answer | {"sheets": sheets}


def _of_sheet(sheet: Sheet, seen: dict[str, str]) -> list[Sheet]:
    cells = Cells(sheet)
    top = cells.top(DEEPEST)
    heads = find_heads(top)
    if heads is None:
        return [sheet]
    wrong = [*_missing(heads), *_doubled(heads)]
    if wrong:
        return [_uncounted(cells, heads, wrong)]
    month = month_of(_days(cells, heads), top[: heads.position], cells.name)
    done = read_cases(cells, heads, month.month or date.max, seen)
    faults = handed_on(done.told.faults)
    if month.month is None:
        asked = [month.fault, AS_AT.title, [], month.shown, month.detail]
        return [_uncounted(cells, heads, [asked, *faults])]
    if not done.cases:
        return [_uncounted(cells, heads, faults or [["sheet_no_rows", "", [], "", ""]])]
    return _counts(cells, heads, top[: heads.position], month, done)


def _missing(heads: Heads) -> list[Fault]:
    where = [f"row {heads.row}"]
    return [["column_missing", c.title, where, "", ", ".join(c.headings[1:5])] for c in heads.missing]


def _doubled(heads: Heads) -> list[Fault]:
    return [
        ["column_twice", title, [], ", ".join(f"“{t}”" for t in texts), ""] for title, texts in heads.doubled
    ]


def _days(cells: Cells, heads: Heads) -> list[date]:
    if AS_AT.name not in heads.found:
        return []
    column = cells.column(heads.found[AS_AT.name][0], heads.position + 1)
    return [found for value in column.values if (found := day(cells.day(value)).day)]


def _uncounted(cells: Cells, heads: Heads, faults: list[Fault]) -> Sheet:
    """A list that cannot be counted: the headings that were read, and why. No row of it is handed on."""
    headings = [text for _, text in sorted(heads.found.values())]
    about = {"dataset": "caseload", "list": cells.name, "faults": faults, "unread": list(heads.unread)}
    return {"name": cells.name, "rows": [[heads.row, headings]], "merged": [], "counted": about}


def _counts(cells: Cells, heads: Heads, above: Sequence[Row], month: ListMonth, done: Cases) -> list[Sheet]:
    end = month.month or date.max
    about = {
        "list": cells.name,
        "month": end.isoformat(),
        "taken": (month.taken or end).isoformat(),
        "rows_in_sheet": len(cells.numbers),
    }
    left = {"title": [row.number for row in above], **done.told.ignored}
    units = about | {
        "faults": handed_on(done.told.faults),
        "ignored": reasons(left),
        "unread": list(heads.unread),
        "open": sum(case.is_open for case in done.cases),
        "closed": sum(not case.is_open for case in done.cases),
    }
    officers = about | {
        "faults": handed_on(done.told.of_officers),
        "ignored": reasons(left, counts.not_by_officer(done)),
    }
    made = _sheet(cells, heads, "caseload", counts.by_unit(done, end), units)
    spread = counts.by_officer(done, end)
    return [made, _sheet(cells, heads, "investigators", spread, officers)] if _has(spread, done) else [made]


def _has(spread: Counted, done: Cases) -> bool:
    return bool(spread.rows or done.told.of_officers)


def _sheet(cells: Cells, heads: Heads, name: str, counted: Counted, about: dict[str, Any]) -> Sheet:
    """Counts as a sheet of the return, each in the row of its first case."""
    own = ABOUT[name]
    contract = dataset(name)
    titles = [contract.column(column).title for column in counted.columns]
    headings = [heads.found[HEADED_AS.get(column, column)][1] for column in own]
    month = encode(date.fromisoformat(about["month"]))
    rows = [[numbers[0], [month, *values]] for numbers, values in counted.rows]
    return {
        "name": f"{cells.name[:LONGEST_NAME]}, {BY_UNIT if name == 'caseload' else BY_OFFICER}",
        "rows": [[heads.row, ["Month end", *headings, *titles]], *rows],
        "merged": [],
        "counted": about
        | {
            "dataset": name,
            "columns": ["month_end", *own, *counted.columns],
            "from_rows": [list(numbers) for numbers, _ in counted.rows],
        },
    }
