"""One cell of an .ods sheet: what it holds, and how often it repeats."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from etl.readers.cells import EXCEL_FAULTS, encode

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
CELL, COVERED = TABLE + "table-cell", TABLE + "covered-table-cell"
REPEATED, ROWS_REPEATED = TABLE + "number-columns-repeated", TABLE + "number-rows-repeated"
DOWN, ACROSS = TABLE + "number-rows-spanned", TABLE + "number-columns-spanned"
PARAGRAPH = TEXT + "p"
KIND, VALUE, FORMULA = OFFICE + "value-type", OFFICE + "value", TABLE + "formula"
CALC_KIND = CALC + "value-type"
NUMBERS = ("float", "percentage", "currency")


class ReadCell(NamedTuple):
    """A cell as it is read: what it holds, how often it stands there, and over how many rows and columns."""

    held: Any
    times: int
    down: int
    across: int


def read_cell(element: Element) -> ReadCell | None:
    """What a cell says; None of what is no cell. One that another lies over holds nothing."""
    said = element.attrib
    if element.tag not in (CELL, COVERED):
        return None
    times = repeats(element) if REPEATED in said else 1
    if element.tag == COVERED:
        return ReadCell(None, times, 1, 1)
    held = content(element) if said else None
    return ReadCell(held, times, int(said.get(DOWN, 1)), int(said.get(ACROSS, 1)))


def repeats(element: Element) -> int:
    """How often a row or a cell stands there; once where it does not say."""
    said = element.attrib
    return max(int(said.get(REPEATED) or said.get(ROWS_REPEATED) or 1), 1)


def content(cell: Element) -> Any:
    """What a cell holds, ready for JSON: None where blank, a fault where it shows one."""
    said = cell.attrib
    kind = said.get(KIND)
    formula = FORMULA in said
    if kind is None:
        return {"f": ""} if formula else None
    if kind == "float" and not formula and said.get(CALC_KIND) != "error":
        return encode(_number(said.get(VALUE, ""), cell))
    if said.get(CALC_KIND) == "error" or (formula and _shows_fault(_text(cell))):
        return {"e": _text(cell)}
    return encode(_value(cell, kind))


def _shows_fault(text: str) -> bool:
    return text in EXCEL_FAULTS or text.startswith("Err:")


def _value(cell: Element, kind: str) -> Any:
    if kind == "string":
        said = cell.get(OFFICE + "string-value")
        return _text(cell) if said is None else said
    if kind in NUMBERS:
        return _number(cell.get(VALUE, ""), cell)
    if kind == "date":
        return _day(cell.get(OFFICE + "date-value", ""), cell)
    if kind == "boolean":
        return cell.get(OFFICE + "boolean-value") == "true"
    if kind == "time":
        return _text(cell)
    said = cell.get(OFFICE + "string-value")
    return _text(cell) if said is None else said


def _number(said: str, cell: Element) -> Any:
    """A number; what does not say one is left as the text that the cell shows."""
    try:
        number = float(said)
    except ValueError:
        return _text(cell)
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _day(said: str, cell: Element) -> Any:
    try:
        return datetime.fromisoformat(said) if "T" in said else date.fromisoformat(said)
    except ValueError:
        return _text(cell)


def _text(cell: Element) -> str:
    """The paragraphs that a cell shows; a comment on it is none of them."""
    if len(cell) == 1 and cell[0].tag == PARAGRAPH and not len(cell[0]):
        return cell[0].text or ""  # nearly every cell: published tables have a million of them
    return "\n".join("".join(_pieces(paragraph)) for paragraph in cell.findall(PARAGRAPH))


def _pieces(element: Element) -> list[str]:
    pieces = [element.text or ""]
    if not len(element):
        return pieces
    for child in element:
        if child.tag == TEXT + "s":
            pieces.append(" " * min(int(child.get(TEXT + "c", 1)), 100))
        elif child.tag in (TEXT + "line-break", TEXT + "tab"):
            pieces.append("\n" if child.tag.endswith("break") else "\t")
        elif child.tag != OFFICE + "annotation":
            pieces += _pieces(child)
        pieces.append(child.tail or "")
    return pieces
