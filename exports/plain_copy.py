"""One .zip that anybody can open: the PDF, the workbook, every table as CSV, and a text to begin with."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from exports.behind import behind
from exports.document import Assumed, Document, Table
from exports.grid import as_table
from exports.head import facts
from exports.tables import CONTROL, file_name, to_csv
from exports.workbook.tables import as_cell

MEDIA_TYPE = "application/zip"
READ_ME = "READ-ME.txt"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The day that every file in it carries, so that it tells nothing of the computer and is made alike twice."""


def plain_copy(document: Document, files: Mapping[str, bytes]) -> bytes:
    """The copy: `files` by name as they stand (the PDF, the workbook), then tables/ and READ-ME.txt."""
    made = {READ_ME: read_me(document).encode("utf-8"), **files}
    for n, (title, frame, decimals) in enumerate(_tables(document), start=1):
        made[f"tables/{n:02d}-{file_name(title, 'csv')}"] = to_csv(as_printed(frame, decimals))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in made.items():
            packed.writestr(zipfile.ZipInfo(name, LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def as_printed(frame: pd.DataFrame, decimals: int) -> pd.DataFrame:
    """The table with its numbers as a page prints them and no more exactly: what is rounded stays rounded."""
    rows = [[_whole(as_cell(v, decimals)) for v in row] for row in frame.itertuples(index=False, name=None)]
    return pd.DataFrame(rows, columns=frame.columns, dtype=object)


def _whole(cell: Any) -> Any:
    """A whole number without a point: 18, not 18.0."""
    return int(cell) if isinstance(cell, float) and cell == int(cell) else cell


def _tables(document: Document) -> Iterator[tuple[str, pd.DataFrame, int]]:
    """Every table with its decimals, then the numbers behind the charts."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table | Assumed):
                made = as_table(block)
                yield made.title, made.frame, made.decimals
    for each in behind(document):
        yield each.title, each.frame, each.decimals


def read_me(document: Document) -> str:
    """What the copy is: title, what every document says of itself, definitions and sources, as plain text."""
    lines = [document.title, "=" * len(document.title), ""]
    for name, said in facts(document):
        lines += [f"{name}: {'; '.join(said)}"]
    lines += ["", "What is in this copy", "--------------------"]
    lines += ["The document as PDF, its tables as an Excel workbook, and each table as CSV in tables/."]
    if document.assumed:
        lines += ["", "What is assumed", "---------------"]
        lines += [f"{gives}. {whose}." for whose, gives in document.assumed]
    lines += ["", "What each measure means", "-----------------------"]
    lines += [f"{title}: {meaning}" for title, meaning in document.definitions]
    lines += ["", "Where the figures come from", "---------------------------", *document.sources]
    return "\r\n".join(CONTROL.sub("", line) for line in lines) + "\r\n"
