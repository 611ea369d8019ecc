"""One cell, read as its column says: a value, a kind of missing, or the code of what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from contracts.model import Column
from contracts.words import WHOLE_FORCE, WHOLE_FORCE_SPELLINGS
from etl.layout.grid import CellFault, as_text, is_blank
from etl.reports.messages import NOT_SHOWN, did_you_mean, use_one_of
from etl.values import never_stored
from etl.values.known_values import LEFT_OUT, Known, KnownValues
from etl.values.missing import BLANK, kind_of_missing
from etl.values.person_ref import read_ref
from etl.values.read_date import no_such_day, read_date, read_year_ending
from etl.values.read_number import Amount, read_count, read_fte, read_pounds
from settings.plain import plain

_WHOLE_FORCE = frozenset(plain(text) for text in WHOLE_FORCE_SPELLINGS)
_FAULTS = {"error": "cell_error", "formula": "cell_formula", "not finite": "cell_not_number"}


@dataclass(frozen=True)
class Value:
    """A cell as read. `kept` is what is stored (units and courses as sent); `value` its code, for checks.

    `missing` is the kind of missing; `fault` a message code, with `shown`, `near` and `detail` for its words.
    `written` is how a number stood there (read_number.py), where a person is told that it was read so.
    `word`: how a text of a list was read, where a person is told of it.
    """

    value: Any = None
    kept: Any = None
    missing: str | None = None
    fault: str = ""
    shown: str = ""
    near: str = ""
    detail: str = ""
    name_dropped: bool = False
    written: str = ""
    word: Known | None = None

    @property
    def tells(self) -> bool:
        """Whether there is more to say of the cell than its value."""
        return bool(self.missing or self.fault or self.name_dropped or self.written or self.word)

    @property
    def left_out(self) -> bool:
        """Whether it is not one of ours, as was answered: its row is left out."""
        return self.word is not None and self.word.how == LEFT_OUT


def read_value(column: Column, cell: Any, known: KnownValues, *, about_people: bool = False) -> Value:
    """Read one cell. `about_people`: in sheets of people, reasons of health are never repeated."""
    if isinstance(cell, CellFault):
        return Value(fault=_FAULTS[cell.kind], shown=cell.text)
    if is_blank(cell):
        return _missing(column, BLANK)
    if isinstance(cell, bool) and column.type != "text":
        return Value(fault="cell_true_false", shown=str(cell).upper())
    if column.type == "text":
        return _text(column, cell, known, about_people)
    kind = kind_of_missing(cell, number=column.type != "date") if isinstance(cell, str) else None
    if kind:
        return _missing(column, kind, as_text(cell))
    return _date(column, cell) if column.type == "date" else _number(column, cell)


def _missing(column: Column, kind: str, shown: str = "") -> Value:
    """A missing cell is a fault only where the row cannot do without it."""
    if not column.needs_value:
        return Value(missing=kind, shown=shown)
    is_number = column.type in ("number", "whole_number")
    if kind == BLANK:
        return Value(missing=kind, fault="cell_blank" if is_number else "cell_blank_text")
    return Value(missing=kind, fault="cell_missing_kind" if is_number else "cell_missing_text", shown=shown)


def _text(column: Column, cell: Any, known: KnownValues, about_people: bool) -> Value:
    if column.sensitivity == "person":
        return _person(column, cell)
    text = as_text(cell)
    if column.may_be_whole_force and plain(text) in _WHOLE_FORCE:
        return Value(WHOLE_FORCE)  # kept without a unit
    if column.allowed_from or column.allowed:
        found = known.look_up(column, text)
        if found.code is not None or found.how == LEFT_OUT:
            return Value(found.code, found.kept, word=found if found.to_tell else None)
    kind = kind_of_missing(text, number=False)
    if kind:
        return _missing(column, kind, text)
    if about_people and never_stored.tells_of_health(text):
        return Value(fault="cell_person_health", shown=NOT_SHOWN)
    if column.allowed_from or column.allowed:
        return _unknown(column, text, found)
    return Value(text, text)


def _unknown(column: Column, text: str, found: Known) -> Value:
    near = did_you_mean(found.suggestions)
    if column.allowed:
        listed = ", ".join(column.allowed)
        return Value(fault="cell_not_allowed", shown=text[:80], near=near, detail=listed, word=found)
    detail = use_one_of(found.choices)
    return Value(fault="cell_unknown", shown=text[:80], near=near, detail=detail, word=found)


def _person(column: Column, cell: Any) -> Value:
    kind = kind_of_missing(as_text(cell), number=False)
    if kind:
        return _missing(column, kind, as_text(cell))
    ref = read_ref(cell)
    if ref.fault:
        return Value(fault=ref.fault, shown=NOT_SHOWN)
    return Value(ref.number, ref.number, name_dropped=ref.name_dropped)


def _date(column: Column, cell: Any) -> Value:
    day = read_date(cell, month_only=False)
    if day is None and column.name == "year_ending":
        day = read_year_ending(cell)
    if day:
        return Value(day, day)
    return Value(fault="cell_not_date", shown=as_text(cell)[:40], near=no_such_day(cell))


def _number(column: Column, cell: Any) -> Value:
    shown = as_text(cell)[:40]
    amount = _amount(column, cell)
    number = amount.value if amount else read_count(cell)
    if number is None:
        return Value(fault="cell_not_number", shown=shown)
    if column.type == "whole_number":
        if not number.is_integer():
            return Value(fault="cell_not_whole", shown=shown)
        number = int(number)
    if column.at_least is not None and number < column.at_least:
        return Value(fault="cell_too_small", shown=shown, detail=f"{column.at_least:g}")
    if column.at_most is not None and number > column.at_most:
        return Value(fault="cell_too_large", shown=shown, detail=f"{column.at_most:g}")
    return Value(number, number, shown=shown, written=amount.written if amount else "")


def _amount(column: Column, cell: Any) -> Amount | None:
    """What a cell of FTE or of pounds holds: such cells are written in ways of their own."""
    if column.name.endswith("fte"):
        return read_fte(cell)
    return read_pounds(cell) if column.name.endswith("_pounds") else None
