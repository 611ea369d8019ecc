"""The answer of a reader with each live list of crimes replaced by its counts, before it leaves the child."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from contracts import dataset
from contracts.live_crimes import AS_AT, BY_OFFICER, BY_UNIT
from contracts.live_crimes_asked import NAMES
from etl.layout.grid import Row
from etl.layout.longer_rows import longer_rows
from etl.readers.cells import encode
from etl.shapes.live_crimes import DEEPEST, counts
from etl.shapes.live_crimes.cases import Cases, Seen, read_cases
from etl.shapes.live_crimes.cells import Cells
from etl.shapes.live_crimes.counts import Counted
from etl.shapes.live_crimes.heads import Agreed, Heads, find_heads
from etl.shapes.live_crimes.looks import cells_under, looks_of
from etl.shapes.live_crimes.month import ListMonth, month_of
from etl.shapes.live_crimes.told import Fault, first_places, handed_on, reasons
from etl.shapes.live_crimes.unsure import unsure_heads
from etl.shapes.live_crimes.words import day

LONGEST_NAME = 50
ABOUT = {"caseload": ("unit", "work_type"), "investigators": ("person_ref", "unit", "work_type")}
HEADED_AS = {"person_ref": "officer"}
Sheet = dict[str, Any]


@dataclass(frozen=True)
class _List:
    """One list whose rows were read. Its counts wait for the other lists, in which cases may stand again."""

    cells: Cells
    heads: Heads
    above: Sequence[Row]
    month: ListMonth
    done: Cases


def with_lists_counted(answer: dict[str, Any], agreed: Agreed) -> dict[str, Any]:
    """The answer with counts in the place of lists. Of a list nothing else is in it."""
    seen: Seen = {}
    gc.disable()  # nothing here goes in circles, and what was read need not be looked through over and over
    try:
        read = [_read(sheet, seen, agreed) for sheet in answer["sheets"]]
        sheets = [each for one in read for each in (_made(one) if isinstance(one, _List) else [one])]
    finally:
        gc.enable()
    return answer | {"sheets": sheets}


def _read(sheet: Sheet, seen: Seen, agreed: Agreed) -> Sheet | _List:
    """The sheet as it is where it is no list, or what is to be said of one that cannot be counted."""
    cells = Cells(sheet)
    top = cells.top(DEEPEST)
    heads = find_heads(top, agreed) or unsure_heads(cells, top, agreed)
    if heads is None:
        return sheet
    wrong = [*_missing(heads), *_doubled(heads), *_longer(sheet, heads)]
    if wrong:
        return _uncounted(cells, heads, wrong)
    month = month_of(_days(cells, heads), top[: heads.position], cells.name)
    return _List(
        cells, heads, top[: heads.position], month, read_cases(cells, heads, month.month or date.max, seen)
    )


def _made(one: _List) -> list[Sheet]:
    one.done.settle()
    faults = handed_on(one.done.told.faults)
    if one.month.month is None:
        asked = [one.month.fault, AS_AT.title, [], one.month.shown, one.month.detail, []]
        return [_uncounted(one.cells, one.heads, [asked, *faults])]
    if not one.done.cases:
        return [_uncounted(one.cells, one.heads, faults or [["sheet_no_rows", "", [], "", "", []]])]
    return _counts(one)


def _missing(heads: Heads) -> list[Fault]:
    where = [f"row {heads.row}"]
    return [["column_missing", c.title, where, "", ", ".join(c.headings[1:5]), []] for c in heads.missing]


def _longer(sheet: Sheet, heads: Heads) -> list[Fault]:
    """Rows of a text with more cells than its headings: which case is what, nobody could say."""
    if "widths" not in sheet:
        return []
    filled = [len(cells) for _, cells in sheet["rows"]]
    found = [sheet["rows"][at][0] for at in longer_rows(filled, sheet["widths"], heads.position, 1)]
    return [["row_longer", "", first_places([f"row {n}" for n in found]), "", "", found]] if found else []


def _doubled(heads: Heads) -> list[Fault]:
    return [
        ["column_twice", NAMES[name].title, [], ", ".join(f"“{t}”" for t in texts), "", []]
        for name, texts in heads.doubled
    ]


def _days(cells: Cells, heads: Heads) -> list[date]:
    if AS_AT.name not in heads.found:
        return []
    column = cells.column(heads.found[AS_AT.name][0], heads.position + 1)
    return [found for value in column.values if (found := day(cells.day(value)).day)]


def _uncounted(cells: Cells, heads: Heads, faults: list[Fault]) -> Sheet:
    """A list that cannot be counted: the headings that were read, and why. No row of it is handed on."""
    headings = [text for _, text in sorted(heads.found.values())]
    about = {"dataset": "caseload", "list": cells.name, "faults": faults, **_headings(cells, heads)}
    return {"name": cells.name, "rows": [[heads.row, headings]], "merged": [], "counted": about}


def _headings(cells: Cells, heads: Heads) -> dict[str, Any]:
    """The headings as they were read, those that were not, and of what kind the cells under these are."""
    first = heads.position + 1
    return {
        "unread": list(heads.unread),
        "found": [[name, text] for name, (_, text) in heads.found.items()],
        "asked": [[text, looks_of(cells_under(cells, index, first))] for index, text in heads.others],
        "doubled": [[name, list(texts)] for name, texts in heads.doubled],
        "unsure": heads.unsure,
        "rows_in_sheet": len(cells.numbers),
    }


def _counts(one: _List) -> list[Sheet]:
    cells, heads, done = one.cells, one.heads, one.done
    end = one.month.month or date.max
    about = {
        "list": cells.name,
        "month": end.isoformat(),
        "taken": (one.month.taken or end).isoformat(),
        **_headings(cells, heads),
    }
    left = {"title": [row.number for row in one.above], **done.told.ignored}
    units = about | {
        "faults": handed_on(done.told.faults),
        "ignored": reasons(left),
        "faulty": [row[:3] for row in done.faulty.values()],
        "open": sum(case.is_open for case in done.cases),
        "closed": sum(not case.is_open for case in done.cases),
    }
    officers = about | {
        "faults": handed_on(done.told.of_officers),
        "ignored": reasons(left, counts.not_by_officer(done)),
        "faulty": [row[:3] for row in counts.faulty_by_officer(done)],
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
