"""One cell of an .ods sheet: what it holds, and how often it repeats."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from xml.etree.ElementTree import Element

from etl.readers.cells import EXCEL_FAULTS, encode

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
COVERED = TABLE + "covered-table-cell"
NUMBERS = ("float", "percentage", "currency")


def is_cell(element: Element) -> bool:
    """Whether it is a cell: one of its own, or one that a merged cell lies over."""
    return element.tag in (TABLE + "table-cell", COVERED)


def repeats(element: Element, way: str) -> int:
    """How often a row ("rows") or cell ("columns") stands in a row; once where it does not say."""
    return max(int(element.get(f"{TABLE}number-{way}-repeated", 1)), 1)


def content(cell: Element) -> Any:
    """What a cell holds, ready for JSON: None where blank, a fault where it shows one."""
    kind = cell.get(OFFICE + "value-type")
    formula = cell.get(TABLE + "formula") is not None
    if kind is None:
        return {"f": ""} if formula else None
    text = _text(cell)
    if cell.get(CALC + "value-type") == "error" or (formula and _shows_fault(text)):
        return {"e": text}
    return encode(_value(cell, kind, text))


def _shows_fault(text: str) -> bool:
    return text in EXCEL_FAULTS or text.startswith("Err:")


def _value(cell: Element, kind: str, text: str) -> Any:
    if kind in NUMBERS:
        return _number(cell.get(OFFICE + "value", ""), text)
    if kind == "date":
        return _day(cell.get(OFFICE + "date-value", ""), text)
    if kind == "boolean":
        return cell.get(OFFICE + "boolean-value") == "true"
    if kind == "time":
        return text
    said = cell.get(OFFICE + "string-value")
    return text if said is None else said


def _number(said: str, text: str) -> Any:
    """A number; what does not say one is left as the text that the cell shows."""
    try:
        number = float(said)
    except ValueError:
        return text
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _day(said: str, text: str) -> Any:
    try:
        return datetime.fromisoformat(said) if "T" in said else date.fromisoformat(said)
    except ValueError:
        return text


def _text(cell: Element) -> str:
    """The paragraphs that a cell shows; a comment on it is none of them."""
    return "\n".join("".join(_pieces(paragraph)) for paragraph in cell.findall(TEXT + "p"))


def _pieces(element: Element) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        if child.tag == TEXT + "s":
            pieces.append(" " * min(int(child.get(TEXT + "c", 1)), 100))
        elif child.tag in (TEXT + "line-break", TEXT + "tab"):
            pieces.append("\n" if child.tag.endswith("break") else "\t")
        elif child.tag != OFFICE + "annotation":
            pieces += _pieces(child)
        pieces.append(child.tail or "")
    return pieces
