"""What a written document holds, read by other programs' libraries: cells, texts, parts."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from html import unescape

import docx
import openpyxl
import pandas as pd
from pptx import Presentation
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from exports.document import Chart, Document, Table
from exports.formats import FORMATS
from exports.grid import as_table
from tests.exports.made_document import made
from ui.parts.plain_table import table_html

CELL = re.compile(r"<t([hd])[^>]*>(.*?)</t\1>")
Rows = list[list[str]]


@cache
def written(extension: str, shape: str = "pack") -> bytes:
    """The made document as a file."""
    return FORMATS[extension].write(made(shape))


def shown(frame: pd.DataFrame, decimals: int) -> Rows:
    """The rows of a frame as a page shows them, its headings first."""
    html = table_html(frame, "caption", decimals)
    rows = re.findall(r"<tr>(.*?)</tr>", html)
    return [[unescape(text) for _, text in CELL.findall(row)] for row in rows]


def tables(document: Document) -> list[tuple[str, pd.DataFrame, int]]:
    """Title, frame and decimals of every table, the one behind each chart among them."""
    blocks = [block for section in document.sections for block in section.blocks]
    found = []
    for block in blocks:
        if isinstance(block, Chart):
            found.append((block.model.title, block.model.numbers(), block.decimals))
        elif hasattr(block, "title"):
            table: Table = as_table(block)
            found.append((table.title, table.frame, table.decimals))
    return found


@cache
def pdf_text(data: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def tags(data: bytes) -> Iterator[DictionaryObject]:
    """Every tag of a PDF."""
    reader = PdfReader(io.BytesIO(data))
    for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1):
        thing = reader.get_object(number) if _is_there(reader, number) else None
        if isinstance(thing, DictionaryObject) and thing.get("/Type") == "/StructElem":
            yield thing


def _is_there(reader: PdfReader, number: int) -> bool:
    return number in reader.xref_objStm or any(number in known for known in reader.xref.values())


def streams(data: bytes) -> str:
    """All that a PDF holds, its streams unpacked, and the text of its pages."""
    reader = PdfReader(io.BytesIO(data))
    held = [str(reader.metadata), *pdf_text(data)]
    for generation in reader.xref.values():
        for number in generation:
            thing = reader.get_object(number) if number else None
            held.append(thing.get_data().decode("latin-1") if isinstance(thing, StreamObject) else str(thing))
    return "\n".join(held)


@cache
def parts(data: bytes) -> dict[str, bytes]:
    """Every part of an office file, and the parts of workbooks inside it."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        for name in zipped.namelist():
            part = zipped.read(name)
            found[name] = part
            if name.endswith(".xlsx"):
                found |= {f"{name}/{inner}": text for inner, text in parts(part).items()}
    return found


@cache
def everything(extension: str, data: bytes) -> str:
    """All that a file holds, as text."""
    if extension == "pdf":
        return streams(data)
    return "\n".join(part.decode("utf-8", "replace") for part in parts(data).values())


@cache
def docx_tables(data: bytes) -> list[Rows]:
    """The tables of a text, cell by cell."""
    return [
        [[cell.text for cell in row.cells] for row in t.rows] for t in docx.Document(io.BytesIO(data)).tables
    ]


@cache
def deck(data: bytes) -> list[list[object]]:
    """The shapes of each slide."""
    return [list(slide.shapes) for slide in Presentation(io.BytesIO(data)).slides]


def pptx_tables(data: bytes) -> list[Rows]:
    """The tables of all slides, cell by cell."""
    held = [shape.table for shapes in deck(data) for shape in shapes if shape.has_table]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in held]


@cache
def book(data: bytes) -> openpyxl.Workbook:
    """A workbook with its formulas."""
    return openpyxl.load_workbook(io.BytesIO(data))
