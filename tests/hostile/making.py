"""The pieces of hostile files: a small workbook by its parts, and a zip with any header we like."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from tests.etl.intake.workbooks import CASELOAD, DOMESTIC, workbook

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEADINGS = ("Month end", "Unit", "Work type", "Open", "Unallocated", "New", "Closed")
VALUES = ("30/09/2026", "Domestic abuse investigation", "domestic abuse", 120, 14, 41, 38)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@cache
def good() -> bytes:
    """A return of one row as openpyxl writes it."""
    return workbook(Caseload=[CASELOAD, DOMESTIC])


def cell(place: str, value: object) -> str:
    """The markup of one cell, text inline."""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def row(number: int, values: Iterable[object]) -> str:
    """The markup of one row; None leaves its cell out."""
    cells = (cell(f"{'ABCDEFGHIJKL'[i]}{number}", v) for i, v in enumerate(values) if v is not None)
    return f'<row r="{number}">{"".join(cells)}</row>'


def table(*more: str) -> str:
    """The rows of the usual return, then `more` rows as markup."""
    return row(1, HEADINGS) + row(2, VALUES) + "".join(more)


def sheet(rows: str, before: str = "", after: str = "") -> str:
    """A worksheet part around rows."""
    return (
        f'{XML}<worksheet xmlns="{MAIN}" xmlns:r="{LINKS}">{before}<sheetData>{rows}</sheetData>{after}'
        "</worksheet>"
    )


def parts(rows: str = "", before: str = "", after: str = "") -> dict[str, bytes]:
    """Every part of a workbook with one sheet, Caseload, to change and then to pack."""
    made = {
        "[Content_Types].xml": (
            f'{XML}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"'
            "/>"
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.spreadsheetml.sheet.main+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.spreadsheetml.worksheet+xml"/>'
            "</Types>"
        ),
        "_rels/.rels": links(("officeDocument", "xl/workbook.xml")),
        BOOK: book('<sheet name="Caseload" sheetId="1" r:id="rId1"/>'),
        "xl/_rels/workbook.xml.rels": links(("worksheet", "worksheets/sheet1.xml")),
        SHEET: sheet(rows or table(), before, after),
    }
    return {name: body.encode() for name, body in made.items()}


def book(sheets: str, before: str = "") -> str:
    """A workbook part that lists sheets."""
    return f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{before}<sheets>{sheets}</sheets></workbook>'


def links(*targets: tuple[str, str], more: str = "") -> str:
    """A relationships part: rId1 and on, each of a kind and with its target."""
    told = "".join(
        f'<Relationship Id="rId{n}" Type="{LINKS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{told}{more}</Relationships>'


OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def typed(name: str, kind: str) -> bytes:
    """The content types with one more part named: "styles+xml", or a whole type."""
    whole = kind if "/" in kind else f"{OFFICE}.{kind}"
    named = f'<Override PartName="{name}" ContentType="{whole}"/></Types>'
    return parts()["[Content_Types].xml"].replace(b"</Types>", named.encode())


def strings(body: str, says: str = "") -> dict[str, bytes]:
    """The shared strings part and the link to it. `says` are the counts it claims."""
    return {
        "[Content_Types].xml": typed("/xl/sharedStrings.xml", "sharedStrings+xml"),
        STRINGS: f'{XML}<sst xmlns="{MAIN}" {says}>{body}</sst>'.encode(),
        "xl/_rels/workbook.xml.rels": links(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
        ).encode(),
    }


def packed(made: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as a zip, as any program would pack them."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as new:
        for name, body in made.items():
            new.writestr(name, body)
    return out.getvalue()


def of_rows(rows: str, before: str = "", after: str = "") -> bytes:
    """A workbook whose one sheet holds this markup."""
    return packed(parts(rows, before, after))


def with_parts(more: Mapping[str, bytes | str]) -> bytes:
    """The usual return with parts added or put in place of its own."""
    return packed({**parts(), **more})


@dataclass(frozen=True)
class Member:
    """One part of a zip with its headers as we want them: None is the truth."""

    name: str
    body: bytes
    says_size: int | None = None
    says_crc: int | None = None
    flags: int = 0
    method: int = 8
    attributes: int = 0
    local_name: str | None = None
    extra: bytes = b""
    at: int | None = None


def zipped(members: Iterable[Member], comment: bytes = b"", says_count: int | None = None) -> bytes:
    """A zip written by hand, which may say of itself what is not so."""
    out, directory, count = bytearray(), bytearray(), 0
    for m in members:
        raw = deflated(m.body) if m.method == 8 else m.body
        crc = zlib.crc32(m.body) if m.says_crc is None else m.says_crc
        size = len(m.body) if m.says_size is None else m.says_size
        head = struct.pack("<HHHHHIII", 20, m.flags, m.method, 0, 33, crc, len(raw), size)
        name, own = m.name.encode(), (m.local_name or m.name).encode()
        place = len(out) if m.at is None else m.at
        directory += b"PK\x01\x02\x14\x03" + head + struct.pack("<HH", len(name), len(m.extra))
        directory += struct.pack("<HHHII", 0, 0, 0, m.attributes, place) + name + m.extra
        if m.at is None:
            out += b"PK\x03\x04" + head + struct.pack("<HH", len(own), 0) + own + raw
        count += 1
    said = count if says_count is None else says_count
    end = struct.pack("<HHHHIIH", 0, 0, said & 0xFFFF, said & 0xFFFF, len(directory), len(out), len(comment))
    return bytes(out + directory + b"PK\x05\x06" + end + comment)


def deflated(body: bytes) -> bytes:
    """The body as a zip packs it."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(body) + packer.flush()


def members(made: Mapping[str, bytes | str] | None = None, **change: object) -> list[Member]:
    """The usual parts as members of a zip; `change` is what is different of the sheet."""
    usual = {**parts(), **(made or {})}
    return [
        Member(name, body if isinstance(body, bytes) else body.encode(), **(change if name == SHEET else {}))  # type: ignore[arg-type]
        for name, body in usual.items()
    ]
