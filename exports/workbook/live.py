"""Sheets that recompute: assumptions to change, and formulas over them that give the product's own values."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from charts.tokens import LIGHT
from exports.document import Bounds, LiveCell, LiveSheet, LiveTable
from exports.tables import safe_text
from exports.workbook.book import Book, is_day, width_of

NAME = re.compile(r"\{(\w+)\}")
RANGE = re.compile(r"\{(\w+)_(\d+)\}:\{\w+_(\d+)\}")
HOW = "Numbers in blue on a pale ground are assumptions. Change one, and what rests on it is reckoned anew."
IDLE = "Numbers in grey carry nothing in this sheet: what they would be needed for is not reckoned here."


@dataclass(frozen=True)
class Sheet:
    """A sheet that is being written: the cell of each name, and the names that a formula rests on."""

    book: Book
    sheet: Any
    places: Mapping[str, str]
    used: frozenset[str]


def add_live(book: Book, live: LiveSheet) -> str:
    """One sheet with its tables under each other; its name. KeyError for a formula over an unknown name."""
    used = used_in(live)
    idle = (IDLE,) if any(not cell.formula and cell.name not in used for cell in cells_of(live)) else ()
    sheet, top = book.sheet(live.title, live.title, (HOW, *idle, *live.notes))
    at = Sheet(book, sheet, _places(live, top), used)
    for table in live.tables:
        sheet.write_string(top, 0, safe_text(table.title), book.look(bold=True, font_size=12))
        _table(at, table, top + 1)
        top += len(table.rows) + 4
    for n, texts in enumerate(_columns(live)):
        sheet.set_column(n, n, width_of(texts))
    return str(sheet.get_name())


def cells_of(live: LiveSheet) -> Iterator[LiveCell]:
    """Every number of the sheet, inputs and formulas."""
    for row in (row for table in live.tables for row in table.rows):
        yield from (value for value in row if isinstance(value, LiveCell))


def used_in(live: LiveSheet) -> frozenset[str]:
    """The names that a formula of the sheet rests on, those between the ends of a range too."""
    said = " ".join(cell.formula for cell in cells_of(live))
    between = (
        f"{name}_{n}" for name, first, last in RANGE.findall(said) for n in range(int(first), int(last) + 1)
    )
    return frozenset((*NAME.findall(said), *between))


def _places(live: LiveSheet, top: int) -> dict[str, str]:
    """The cell of each name."""
    places = {}
    for table in live.tables:
        for r, row in enumerate(table.rows):
            for c, value in enumerate(row):
                if isinstance(value, LiveCell):
                    places[value.name] = xl_rowcol_to_cell(top + 2 + r, c)
        top += len(table.rows) + 4
    return places


def _table(at: Sheet, table: LiveTable, top: int) -> None:
    book, sheet = at.book, at.sheet
    right = {c for row in table.rows for c, value in enumerate(row) if isinstance(value, LiveCell)}
    for c, heading in enumerate(table.headings):
        look = book.look(bold=True, bottom=1, **_side(c in right))
        sheet.write_string(top, c, safe_text(heading), look)
    for r, row in enumerate(table.rows, start=top + 1):
        for c, value in enumerate(row):
            if isinstance(value, LiveCell):
                _cell(at, r, c, value)
            elif is_day(value):
                sheet.write_datetime(r, c, value, book.day())
            else:
                sheet.write_string(r, c, safe_text(str(value)), book.look(**_side(False)))


def _cell(at: Sheet, r: int, c: int, cell: LiveCell) -> None:
    if cell.formula:
        formula = NAME.sub(lambda found: at.places[found[1]], cell.formula)
        at.sheet.write_formula(r, c, formula, at.book.number(cell.decimals), cell.value)
        return
    if cell.name not in at.used:
        at.sheet.write_number(r, c, cell.value, at.book.number(cell.decimals, font_color=LIGHT.muted))
        return
    look = at.book.number(cell.decimals, font_color="#0000FF", bg_color=LIGHT.improve_tint)
    at.sheet.write_number(r, c, cell.value, look)
    if cell.bounds:
        at.sheet.data_validation(r, c, r, c, _checked(at, cell.bounds))


def _checked(at: Sheet, bounds: Bounds) -> dict[str, Any]:
    """What the program asks of a number that is typed: within its bounds, or nothing is changed."""
    kind = "a whole number" if bounds.whole else "a number"
    also = "" if not bounds.no_more_than else f", and no more than {at.places[bounds.no_more_than]}"
    return {
        "validate": "integer" if bounds.whole else "decimal",
        "criteria": "between",
        "minimum": bounds.least,
        "maximum": f"={at.places[bounds.no_more_than]}" if bounds.no_more_than else bounds.most,
        "error_title": "Outside its range",
        "error_message": f"Write {kind} from {bounds.least:g} to {bounds.most:,.15g}{also}.",
    }


def _side(right: bool) -> dict[str, object]:
    return {"align": "right"} if right else {"align": "left", "indent": 1}


def _columns(live: LiveSheet) -> list[list[str]]:
    """The texts of each column over all tables."""
    columns: dict[int, list[str]] = {}
    for table in live.tables:
        for row in (table.headings, *table.rows):
            for n, value in enumerate(row):
                text = value if isinstance(value, str) else "30 Sep 2026" if is_day(value) else "123,456.78"
                columns.setdefault(n, []).append(text)
    return [columns[n] for n in sorted(columns)]
