"""Tables as CSV and as a workbook, safe to open: no text becomes a formula, no control character survives."""

import io
import re
from datetime import date
from typing import Any

import pandas as pd
import xlsxwriter

STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
UNSEEN = re.compile(r"^[\s\ufeff\u200b-\u200f\u2060]+")
BELOW_ZERO = re.compile("\N{MINUS SIGN}\\d[\\d,]*(\\.\\d+)?")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def safe_text(text: str) -> str:
    """The text without control characters, led by an apostrophe where a spreadsheet would run it.

    What stands before the first visible character is looked past: a spreadsheet may drop it.
    """
    plain = CONTROL.sub("", text)
    return f"'{plain}" if UNSEEN.sub("", plain).startswith(STARTS_A_FORMULA) else plain


def safe(value: Any) -> Any:
    """A cell value: text made safe, a missing value blank, a date or number as it is."""
    if isinstance(value, str):
        return safe_text(value)
    if value is None or value is pd.NaT or value != value:
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value.item() if hasattr(value, "item") else value


def to_csv(frame: pd.DataFrame) -> bytes:
    """UTF-8 with a byte order mark, for Excel; dates as 2026-09-30; missing cells blank.

    A number in words below zero stands with the minus of a keyboard, so that it is read as one.
    """
    clean = pd.DataFrame(
        [[_read_as_number(safe(v)) for v in row] for row in frame.itertuples(index=False, name=None)],
        columns=[safe_text(str(c)) for c in frame.columns],
        dtype=object,
    )
    return ("\ufeff" + clean.to_csv(index=False, lineterminator="\r\n")).encode("utf-8")


def _read_as_number(cell: Any) -> Any:
    return f"-{cell[1:]}" if isinstance(cell, str) and BELOW_ZERO.fullmatch(cell) else cell


def to_xlsx(frame: pd.DataFrame, title: str, notes: tuple[str, ...] = ()) -> bytes:
    """One sheet: title in A1, the notes under it, then a marked table. No formulas and no hidden sheets."""
    out = io.BytesIO()
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": safe_text(title)})
        sheet = book.add_worksheet("Figures")
        _write_head(book, sheet, title, notes)
        _write_table(book, sheet, frame, len(notes) + 2)
    return out.getvalue()


def file_name(title: str, extension: str, most: int = 60) -> str:
    """Lower case with dashes, as published spreadsheets are named; at most so many letters."""
    stem = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:most].strip("-")
    return f"{stem or 'figures'}.{extension}"


def _write_head(book: Any, sheet: Any, title: str, notes: tuple[str, ...]) -> None:
    bold = book.add_format({"bold": True, "font_size": 14, "font_name": "Arial"})
    plain = book.add_format({"font_name": "Arial", "font_size": 10})
    sheet.write_string(0, 0, safe_text(title), bold)
    for n, line in enumerate(notes, start=1):
        sheet.write_string(n, 0, safe_text(line), plain)


def _write_table(book: Any, sheet: Any, frame: pd.DataFrame, top: int) -> None:
    dates = book.add_format({"num_format": "d mmm yyyy", "font_name": "Arial", "font_size": 10})
    plain = book.add_format({"font_name": "Arial", "font_size": 10})
    titles = distinct([safe_text(str(c)) for c in frame.columns])
    rows = [[safe(v) for v in row] for row in frame.itertuples(index=False, name=None)]
    for r, row in enumerate(rows, start=top + 1):
        for c, value in enumerate(row):
            sheet.write(r, c, value, dates if isinstance(value, date) else plain)
    if titles:
        sheet.add_table(
            top,
            0,
            top + max(1, len(rows)),
            len(titles) - 1,
            {"columns": [{"header": t} for t in titles], "name": "figures", "style": "Table Style Light 1"},
        )
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, max(1, len(titles) - 1), 18)


def distinct(titles: list[str]) -> list[str]:
    """A table needs every heading once, whatever its case."""
    seen: dict[str, int] = {}
    out = []
    for title in titles:
        count = seen[title.lower()] = seen.get(title.lower(), 0) + 1
        out.append(title if count == 1 else f"{title} ({count})")
    return out
