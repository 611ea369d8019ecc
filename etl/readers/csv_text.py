"""The reader for .csv: strict encodings, the delimiter found from the text, one sheet."""

from __future__ import annotations

import csv
import io
from typing import Any

from etl.readers.cells import encode
from etl.readers.limits import checked_height, checked_width

DELIMITERS = (",", ";", "\t", "|")
SHEET = "csv"


def read(data: bytes) -> dict[str, Any]:
    """The filled rows of the file as one sheet, ready for JSON."""
    text = _decoded(data)
    delimiter, text = _delimiter(text)
    rows: list = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for number, values in enumerate(reader, start=1):
        cells = checked_width([encode(v.strip() or None) for v in values], SHEET)
        if cells:
            checked_height(rows, SHEET)
            rows.append([number, cells])
    return {"sheets": [{"name": SHEET, "rows": rows, "merged": []}], "passed_over": []}


def _decoded(data: bytes) -> str:
    """UTF-8, else UTF-16 where it says so, else the Windows encoding that Excel still writes."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _delimiter(text: str) -> tuple[str, str]:
    """The delimiter that a "sep=" line names, else the one that gives the first rows the most columns."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], "\n" + rest  # the line stays as a blank one, so that row numbers hold
    start = "\n".join(text.splitlines()[:30])
    return max(DELIMITERS, key=lambda d: _columns(start, d)), text


def _columns(start: str, delimiter: str) -> int:
    widths = [len(row) for row in csv.reader(io.StringIO(start, newline=""), delimiter=delimiter) if row]
    return sum(widths) - len(widths)
