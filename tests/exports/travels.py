"""What may be in a file that somebody takes away, and a return with all in it that must not travel."""

import csv
import io
import re
import zipfile
from datetime import date

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from contracts import DATASETS, words
from contracts.to_rows import example_row

MARK = "Zebra9931"  # stands in every place of the upload that is not a cell of the table
RUNS = ("=", "+", "-", "@", "\t", "\r")
CELLS = ("=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "＝1+1")
NUMBER = re.compile(r"-?\d[\d,]*(\.\d+)?%?")
PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/(styles|sharedStrings|metadata)\.xml|xl/theme/theme1\.xml|xl/worksheets/sheet\d+\.xml"
    r"|xl/worksheets/_rels/sheet\d+\.xml\.rels|xl/tables/table\d+\.xml|xl/comments/?(comment)?\d+\.xml"
    r"|xl/drawings/(vmlDrawing\d+|commentsDrawing\d+)\.vml|(xl/)?drawings/commentsDrawing\d+\.vml"
)
AUTHORS = {"", "PPU workforce dashboard"}


def faults(name: str, data: bytes) -> list[str]:
    """Everything in a file to take away that must not be there; empty for a file as it should be."""
    if name.endswith(".csv"):
        return [f"{name}: {cell!r}" for row in rows(data) for cell in row if runs(cell) or MARK in cell]
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        told = [f"{name}: {part}" for part in parts.namelist() if not PARTS.fullmatch(part)]
        for part in parts.namelist():
            told += [
                f"{name}: {part}: {what}"
                for what in of_part(part, parts.read(part).decode("utf-8", "replace"))
            ]
    return told


def rows(data: bytes) -> list[list[str]]:
    """The cells of a CSV file."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def runs(cell: str) -> bool:
    """Whether a spreadsheet that opens a CSV takes the cell for a formula."""
    return cell.lstrip(" \ufeff\xa0").startswith((*RUNS, "＝", "＋", "－", "＠")) and not NUMBER.fullmatch(
        cell
    )


def of_part(part: str, text: str) -> list[str]:
    """What must not be in one part of a workbook."""
    told = [MARK] if MARK in text else []
    if part.startswith("xl/worksheets/sheet") and re.search(r"<f[ >/]", text):
        told.append("a formula")
    if part.startswith("xl/tables/") and "Formula" in text:
        told.append("a formula of a column")
    if part == "xl/workbook.xml" and re.search('state="(hidden|veryHidden)"', text):
        told.append("a hidden sheet")
    if part == "xl/workbook.xml" and re.search("<definedName[ >]", text):
        told.append("a defined name")
    if part.endswith(".rels") and "External" in text:
        told.append("a link to another file")
    if part == "docProps/core.xml" and not AUTHORS.issuperset(
        re.findall(r"<dc:creator>(.*?)</dc:creator>", text)
    ):
        told.append("an author")
    choices = re.findall(r"<formula1>(.*?)</formula1>", text)
    return told + [f"a choice from {each}" for each in choices if not each.startswith("'Lists'!")]


def hostile(month: date, fte: object = 8.0) -> bytes:
    """Establishment with cells that would run, and every other place of a workbook holding the mark."""
    book = Workbook()
    sheet = book.active
    sheet.title = "+Establishment"
    columns = DATASETS["establishment"].columns
    sheet.append([column.title for column in columns])
    for place, text in enumerate(CELLS, start=2):
        role = words.LISTS["roles"][place - 2]
        changed = {"month_end": month, "role": role, "funded_fte": fte}
        sheet.append(list(example_row(DATASETS["establishment"], **changed).values()))
        for at, column in enumerate(columns, start=1):
            if column.name in ("funding_source", "decision_ref"):
                cell = sheet.cell(place, at)
                cell._value, cell.data_type = text, "s"
    sheet["A2"].comment = Comment(MARK, MARK)
    for state in ("hidden", "veryHidden"):
        book.create_sheet(f"{MARK} {state}").sheet_state = state
    book.defined_names.add(DefinedName(MARK, attr_text="'+Establishment'!$A$1"))
    book.properties.creator = book.properties.title = MARK
    out = io.BytesIO()
    book.save(out)
    return with_leftovers(out)


def with_leftovers(held: io.BytesIO) -> bytes:
    """The workbook with a picture, custom properties and a link that runs a program."""
    dde = f'<externalLink xmlns="x"><ddeLink ddeService="cmd" ddeTopic="{MARK}"/></externalLink>'
    with zipfile.ZipFile(held, "a") as parts:
        parts.writestr("xl/externalLinks/externalLink1.xml", dde)
        parts.writestr("docProps/custom.xml", f"<Properties><property name='{MARK}'/></Properties>")
        parts.writestr("xl/media/image1.png", b"\x89PNG\r\n\x1a\n" + MARK.encode())
    return held.getvalue()
