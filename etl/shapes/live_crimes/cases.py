"""The rows of a list as cases: open at the month end, closed in the month, or left out with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from contracts.live_crimes import COLUMNS, STATES
from etl.shapes.live_crimes import words
from etl.shapes.live_crimes.cells import Cells
from etl.shapes.live_crimes.heads import Heads
from etl.shapes.live_crimes.lines import Line, read_lines
from etl.shapes.live_crimes.told import Told
from etl.shapes.live_crimes.words import Officer

TITLES = {column.name: column.title for column in COLUMNS}
FEWEST_FILLED = 3
NONE: frozenset[str] = frozenset()
NOT_OPEN = "closed before the month"
AFTER = "recorded after the month end"
NO_DAY = "closed, without the day"


@dataclass(frozen=True, slots=True)
class Case:
    """One case that is counted. `flags` are those it has, `unclear` those whose words are not known.

    Its reference is not part of it. `recorded` is None where no day can be read.
    """

    number: int
    unit: str
    work_type: str
    officer: Officer
    is_open: bool
    recorded: date | None
    flags: frozenset[str] = frozenset()
    unclear: frozenset[str] = frozenset()


@dataclass
class Cases:
    """The cases of one list, what it can tell, and what there is to say.

    `units_undated`: units with a case that is closed and does not say when.
    """

    cases: list[Case] = field(default_factory=list)
    told: Told = field(default_factory=Told)
    tells: frozenset[str] = frozenset()
    units_undated: set[str] = field(default_factory=set)


def read_cases(cells: Cells, heads: Heads, month_end: date, seen: dict[str, str]) -> Cases:
    """Read every row. `seen`: where references stand in this file, of this list and those before it."""
    done = Cases()
    heading = words.reference(heads.found["reference"][1])
    for line in read_lines(cells, heads, month_end):
        reason = _no_case(line, cells, heading)
        if reason:
            done.told.ignore(reason, line.number)
        elif _whole(line, heads, done.told) and _once(line, cells.name, seen, done.told):
            _judge(line, heads, month_end, done)
    states = {name for case in done.cases if case.is_open for name in case.flags}
    done.tells = frozenset(heads.found) | states
    return done


def _no_case(line: Line, cells: Cells, heading: str) -> str:
    """Why a row is no case: a total, a note, the headings again; "" where it is one."""
    if line.reference == heading:
        return "headings repeated"
    if line.is_total:
        return "total"
    return "" if line.unit and line.work_type else _note(line, cells)


def _note(line: Line, cells: Cells) -> str:
    return "note" if cells.filled(line.position) < FEWEST_FILLED else ""


def _whole(line: Line, heads: Heads, told: Told) -> bool:
    """Whether a case has all by which it is counted; what is missing is told by its row."""
    if line.reference and line.unit and line.work_type and not (line.closed.unread or line.officer.fault):
        return True
    blank = [
        n for n, cell in (("unit", line.unit), ("work_type", line.work_type)) if not cell and n in heads.found
    ]
    for name in blank:
        code = "live_not_value" if getattr(line, name) is None else "cell_blank_text"
        told.fault(code, TITLES[name], line.number)
    if not line.reference:
        told.fault("live_no_reference", TITLES["reference"], line.number)
    if line.closed.unread:
        told.fault("cell_not_date", TITLES["closed_on"], line.number)
    if line.officer.fault == "cell_error":
        told.fault("cell_error", TITLES["officer"], line.number)
    elif line.officer.fault:
        told.of_officer(line.officer.fault, TITLES["officer"], line.number)
    return not blank and bool(line.reference)


def _once(line: Line, sheet: str, seen: dict[str, str], told: Told) -> bool:
    """Whether the case stands here for the first time in the file."""
    before = seen.setdefault(line.reference, f"{sheet}\n{line.number}")
    where, number = before.split("\n")
    if where == sheet and number == str(line.number):
        return True
    told.twice(TITLES["reference"], line.number, f"row {number}" + ("" if where == sheet else f" of {where}"))
    return False


def _judge(line: Line, heads: Heads, month_end: date, done: Cases) -> None:
    closed, kind = line.closed.day, line.status.kind
    if closed and closed <= month_end and kind == "open":
        done.told.fault("live_open_and_closed", TITLES["status"], line.number)
    if line.recorded.day and line.recorded.day > month_end:
        done.told.ignore(AFTER, line.number)
    elif closed and closed < month_end.replace(day=1):
        done.told.ignore(NOT_OPEN, line.number)
    elif kind == "closed" and not closed:
        done.told.ignore(NO_DAY, line.number)
        done.units_undated.add((line.unit or "").casefold())
    else:
        done.cases.append(_case(line, heads, done.told, is_open=not (closed and closed <= month_end)))


def _unclear(line: Line, heads: Heads) -> frozenset[str]:
    """What cannot be told of an open case; of one whose status is not known also what it waits for."""
    return line.unclear | (STATES.keys() - heads.found.keys() if line.status.kind == "unknown" else NONE)


def _case(line: Line, heads: Heads, told: Told, *, is_open: bool) -> Case:
    if "recorded" in heads.found and not line.recorded.day:
        told.fault("live_no_date", TITLES["recorded"], line.number)
    if is_open and line.status.kind == "unknown":
        told.fault(
            "live_status_open" if "closed_on" in heads.found else "live_status", TITLES["status"], line.number
        )
    for name in line.unclear if is_open else ():
        told.fault("live_words", TITLES[name], line.number)
    return Case(
        line.number,
        line.unit or "",
        line.work_type or "",
        line.officer,
        is_open,
        line.recorded.day,
        (line.flags | line.status.states if line.status.states else line.flags) if is_open else NONE,
        _unclear(line, heads) if is_open else NONE,
    )
