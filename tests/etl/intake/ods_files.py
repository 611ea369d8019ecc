"""Small .ods files, written cell by cell as LibreOffice writes them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

NAMES = " ".join(
    f'xmlns:{short}="urn:{long}:1.0"'
    for short, long in {
        "office": "oasis:names:tc:opendocument:xmlns:office",
        "table": "oasis:names:tc:opendocument:xmlns:table",
        "text": "oasis:names:tc:opendocument:xmlns:text",
        "style": "oasis:names:tc:opendocument:xmlns:style",
        "calcext": "org:documentfoundation:names:experimental:calc:xmlns:calcext",
    }.items()
)
HIDDEN = (
    '<office:automatic-styles><style:style style:name="gone" style:family="table">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
)


def cell(attributes: str = "", shown: str = "") -> str:
    """A cell by its attributes and the text that it shows."""
    return f"<table:table-cell {attributes}>{f'<text:p>{shown}</text:p>' if shown else ''}</table:table-cell>"


def plain(value: Any) -> str:
    """A cell that holds a text, a number, a date, or nothing."""
    if value is None:
        return cell()
    if isinstance(value, date):
        said = f'office:value-type="date" office:date-value="{value.isoformat()}"'
        return cell(said, f"{value:%d/%m/%y}")
    if isinstance(value, str):
        return cell('office:value-type="string"', escape(value))
    return cell(f'office:value-type="float" office:value="{value}"', str(value))


def row(cells: Iterable[str], attributes: str = "") -> str:
    """A row of cells."""
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def table(name: str, rows: Iterable[str], style: str = "shown") -> str:
    """A sheet of rows; `style` "gone" hides it."""
    return f'<table:table table:name="{name}" table:style-name="{style}">{"".join(rows)}</table:table>'


def ods(*tables: str) -> bytes:
    """The bytes of a file with these sheets."""
    body = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
    text = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES}>{HIDDEN}{body}'
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("content.xml", text + "</office:document-content>")
    return out.getvalue()
