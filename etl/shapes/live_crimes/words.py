"""What one cell of a live list means. A word that is not known is said to be so, never taken for another."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from contracts.live_crimes import CLOSED, HIGH, NO, NOBODY, NOT_HIGH, OPEN, REOPENED, STATES, TRAY, YES
from etl.layout.grid import CellFault, as_text, is_blank
from etl.layout.heading_key import heading_key
from etl.values.missing import kind_of_missing
from etl.values.person_ref import read_ref
from etl.values.read_date import no_such_day, read_date

LONGEST_VALUE = 80
_PARTS = re.compile(r"\s[-\u2013\u2014]\s|[:;,/()]")
_STATE_OF = {word: name for name, words in STATES.items() for word in words}


@dataclass(frozen=True)
class Day:
    """A day; `unread`: something stands there that is none. `near` says that its month is not so long."""

    day: date | None
    unread: bool = False
    near: str = ""


@dataclass(frozen=True)
class Status:
    """`kind`: open, closed, blank or unknown; `states`: what an open case waits for."""

    kind: str
    states: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Officer:
    """`number` of whoever has the case, or the code that says why there is none; neither is unallocated."""

    number: str = ""
    fault: str = ""

    @property
    def nobody(self) -> bool:
        """Whether the case is unallocated."""
        return not (self.number or self.fault)


def reference(cell: Any) -> str:
    """By what cases are told apart: the reference without spaces and case."""
    return "".join(as_text(cell).casefold().split())


def value(cell: Any) -> str | None:
    """A unit or kind of work in its own words; None where the cell is a fault or too long to be one."""
    text = as_text(cell)
    return None if isinstance(cell, CellFault) or len(text) > LONGEST_VALUE else text


def day(cell: Any) -> Day:
    """A day, where the cell holds one."""
    found = None if isinstance(cell, (CellFault, bool)) or is_blank(cell) else read_date(cell)
    unread = found is None and not _says_nothing(cell)
    return Day(found, unread, no_such_day(cell) if unread else "")


def status(cell: Any) -> Status:
    """Whether a status says open or closed. Each part of "Open - awaiting CPS" has to be known.

    After "Filed - " may stand why, but nothing that an open case is or waits for: that says both.
    """
    if _says_nothing(cell):
        return Status("blank")
    key = heading_key(as_text(cell))
    parts = [key] if _is_open(key) or _closes(key) else _parts(as_text(cell))
    if _closes(parts[0]):
        return Status("unknown" if any(map(_is_open_again, parts[1:])) else "closed")
    if not all(map(_is_open, parts)):
        return Status("unknown")
    return Status("open", frozenset(_STATE_OF[part] for part in parts if part in _STATE_OF))


def _closes(key: str) -> bool:
    """Whether it is words of closing and no other: what only begins with one may say anything."""
    ends = (key[len(word) :].lstrip() for word in CLOSED if f"{key} ".startswith(f"{word} "))
    return any(not rest or _closes(rest) for rest in ends)


def _is_open(key: str) -> bool:
    return key in OPEN or key in _STATE_OF


def _is_open_again(key: str) -> bool:
    return _is_open(key) or any(f" {word} " in f" {key} " for word in REOPENED)


def _parts(text: str) -> list[str]:
    return [key for part in _PARTS.split(text) if (key := heading_key(part))] or [""]


def officer(cell: Any) -> Officer:
    """Whose case it is. The name beside a number goes no further than here."""
    key = heading_key(as_text(cell))
    if isinstance(cell, CellFault):
        return Officer(fault="cell_error")
    if _says_nothing(cell) or key in NOBODY or any(word in f" {key} " for word in _tray()):
        return Officer()
    read = read_ref(cell)
    return Officer(read.number or "", read.fault)


def _tray() -> tuple[str, ...]:
    return tuple(f" {word} " for word in TRAY)


def risk(cell: Any) -> bool | None:
    """Whether the risk is high; None where the word is not known."""
    return _one_of(cell, HIGH, NOT_HIGH)


def flag(month_end: date, *, due: bool = False) -> Callable[[Any], bool | None]:
    """Reads yes and no, or a day: up to the month end it says yes, and of a day that is due, before it."""

    def read(cell: Any) -> bool | None:
        found = day(cell).day
        if found:
            return found < month_end if due else found <= month_end
        return _one_of(cell, YES, NO)

    return read


def _one_of(cell: Any, yes: tuple[str, ...], no: tuple[str, ...]) -> bool | None:
    if isinstance(cell, bool):
        return cell
    if _says_nothing(cell):
        return False
    key = heading_key(as_text(cell))
    return True if key in yes else False if key in no else None


def _says_nothing(cell: Any) -> bool:
    return is_blank(cell) or (isinstance(cell, str) and kind_of_missing(cell, number=False) is not None)
