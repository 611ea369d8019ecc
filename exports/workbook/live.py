"""Sheets that recompute: assumptions to change, and formulas over them that give the product's own values."""

import re
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from charts.tokens import LIGHT
from exports.document import LiveCell, LiveSheet, LiveTable
from exports.tables import safe_text
from exports.workbook.book import Book, is_day, width_of

NAME = re.compile(r"\{(\w+)\}")
HOW = "Numbers in blue on a pale ground are assumptions. Change one, and what rests on it is reckoned anew."


def add_live(book: Book, live: LiveSheet) -> str:
    """One sheet with its tables under each other; its name. KeyError for a formula over an unknown name."""
    sheet, top = book.sheet(live.title, live.title, (HOW, *live.notes))
    places = _places(live, top)
    for table in live.tables:
        sheet.write_string(top, 0, safe_text(table.title), book.look(bold=True, font_size=12))
        _table(book, sheet, table, top + 1, places)
        top += len(table.rows) + 4
    for n, texts in enumerate(_columns(live)):
        sheet.set_column(n, n, width_of(texts))
    return str(sheet.get_name())


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


def _table(book: Book, sheet: Any, table: LiveTable, top: int, places: dict[str, str]) -> None:
    right = {c for row in table.rows for c, value in enumerate(row) if isinstance(value, LiveCell)}
    for c, heading in enumerate(table.headings):
        look = book.look(bold=True, bottom=1, **_side(c in right))
        sheet.write_string(top, c, safe_text(heading), look)
    for r, row in enumerate(table.rows, start=top + 1):
        for c, value in enumerate(row):
            if isinstance(value, LiveCell):
                _cell(book, sheet, r, c, value, places)
            elif is_day(value):
                sheet.write_datetime(r, c, value, book.day())
            else:
                sheet.write_string(r, c, safe_text(str(value)), book.look(**_side(False)))


def _cell(book: Book, sheet: Any, r: int, c: int, cell: LiveCell, places: dict[str, str]) -> None:
    if not cell.formula:
        look = book.number(cell.decimals, font_color="#0000FF", bg_color=LIGHT.improve_tint)
        sheet.write_number(r, c, cell.value, look)
        return
    formula = NAME.sub(lambda found: places[found[1]], cell.formula)
    sheet.write_formula(r, c, formula, book.number(cell.decimals), cell.value)


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
