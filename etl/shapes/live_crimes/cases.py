"""The rows of a list as cases: open at the month end, closed in the month, or left out with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from contracts.live_crimes import COLUMNS, STATES
from etl.layout.grid import address
from etl.shapes.live_crimes import words
from etl.shapes.live_crimes.cells import Cells
from etl.shapes.live_crimes.heads import Heads
from etl.shapes.live_crimes.lines import Line, read_lines
from etl.shapes.live_crimes.told import Told
from etl.shapes.live_crimes.words import Day, Officer

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


class Faulty(NamedTuple):
    """A row that is in no count because of what is wrong in it, so that it may be held back.

    Nothing else is known of it: `unit` and `work_type` as sent ("" where they are none), and whether it names
    an officer by number.
    """

    number: int
    unit: str
    work_type: str
    has_officer: bool


@dataclass
class Cases:
    """The cases of one list, the rows at fault, what it can tell, and what there is to say.

    `units_undated`: units with a case that is closed and does not say when.
    """

    name: str = ""
    columns: frozenset[str] = frozenset()
    cases: list[Case] = field(default_factory=list)
    faulty: dict[int, Faulty] = field(default_factory=dict)
    told: Told = field(default_factory=Told)
    tells: frozenset[str] = frozenset()
    units_undated: set[str] = field(default_factory=set)

    def set_aside(self, line: Line) -> None:
        """Leave a row out of every count."""
        told = (line.unit or "", line.work_type or "", bool(line.officer.number))
        self.faulty[line.number] = Faulty(line.number, *told)

    def settle(self) -> None:
        """Once all lists of the file are read: without the cases that stand again further on."""
        self.cases = [case for case in self.cases if case.number not in self.faulty]
        states = {name for case in self.cases if case.is_open for name in case.flags}
        self.tells = self.columns | states


Seen = dict[str, tuple[Cases, Line]]
"""Where each reference of the file stood first. It goes no further than the counting."""


def read_cases(cells: Cells, heads: Heads, month_end: date, seen: Seen) -> Cases:
    """Read every row. `seen`: where references stand in this file, of this list and those before it."""
    done = Cases(cells.name, frozenset(heads.found))
    heading = words.reference(heads.found["reference"][1])
    for line in read_lines(cells, heads, month_end):
        reason = _no_case(line, cells, heading)
        if reason:
            done.told.ignore(reason, line.number)
        elif not (_whole(line, heads, done.told) and _once(line, done, seen)):
            done.set_aside(line)
        else:
            _judge(line, heads, month_end, done)
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
    wrong = [
        ("live_not_value" if cell is None else "cell_blank_text", name)
        for name, cell in (("unit", line.unit), ("work_type", line.work_type))
        if not cell and name in heads.found
    ]
    wrong += [("live_no_reference", "reference")] if not line.reference else []
    wrong += [("cell_error", "officer")] if line.officer.fault == "cell_error" else []
    for code, name in wrong:
        told.fault(code, TITLES[name], line.number)
    if line.closed.unread:
        _no_date("cell_not_date", "closed_on", line.closed, line, heads, told)
    return not wrong and not line.closed.unread


def _no_date(code: str, name: str, held: Day, line: Line, heads: Heads, told: Told) -> None:
    """Tell of a cell that holds no day as of other dates: where it is, and of a short month."""
    told.fault(code, TITLES[name], line.number, address(line.number, heads.found[name][0]), held.near)


def _once(line: Line, done: Cases, seen: Seen) -> bool:
    """Whether the case stands here for the first time in the file. Nothing says which of two rows holds."""
    before, first = seen.setdefault(line.reference, (done, line))
    if first is line:
        return True
    here = before is done
    where = f"row {first.number}" + ("" if here else f" of {before.name}")
    done.told.twice(TITLES["reference"], line.number, where)
    if first.number not in before.faulty:
        before.set_aside(first)
        before.told.also_twice(
            TITLES["reference"], first.number, "" if here else f"row {line.number} of {done.name}"
        )
    return False


def _judge(line: Line, heads: Heads, month_end: date, done: Cases) -> None:
    closed, kind = line.closed.day, line.status.kind
    if closed and closed <= month_end and kind == "open":
        done.told.fault("live_open_and_closed", TITLES["status"], line.number)
        done.set_aside(line)
    elif line.recorded.day and line.recorded.day > month_end:
        done.told.ignore(AFTER, line.number)
    elif closed and closed < month_end.replace(day=1):
        done.told.ignore(NOT_OPEN, line.number)
    elif kind == "closed" and not closed:
        done.told.ignore(NO_DAY, line.number)
        done.units_undated.add((line.unit or "").casefold())
    elif kind == "unknown" and "closed_on" not in heads.found:
        done.told.fault("live_status", TITLES["status"], line.number)
        done.set_aside(line)
    else:
        done.cases.append(_case(line, heads, done.told, is_open=not (closed and closed <= month_end)))


def _unclear(line: Line, heads: Heads) -> frozenset[str]:
    """What cannot be told of an open case; of one whose status is not known also what it waits for."""
    return line.unclear | (STATES.keys() - heads.found.keys() if line.status.kind == "unknown" else NONE)


def _case(line: Line, heads: Heads, told: Told, *, is_open: bool) -> Case:
    if "recorded" in heads.found and not line.recorded.day:
        _no_date("live_no_date", "recorded", line.recorded, line, heads, told)
    if is_open and line.status.kind == "unknown":
        told.fault("live_status_open", TITLES["status"], line.number)
    if is_open and line.officer.fault:
        told.of_officer(line.officer.fault, TITLES["officer"], line.number)
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
