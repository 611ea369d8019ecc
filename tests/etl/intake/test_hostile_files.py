"""Files that are not what they say, are damaged, or are built to harm: a sentence each, and we live."""

import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from openpyxl import Workbook

from etl.opening.gate import gate
from etl.opening.read import Unread, read
from etl.reports.messages import MESSAGES
from tests.etl.intake.workbooks import CASELOAD, DOMESTIC, check_bytes, codes, saved, workbook

GOOD = workbook(Caseload=[CASELOAD, DOMESTIC])
SHEET = "xl/worksheets/sheet1.xml"


def repacked(change=None, add=()) -> bytes:
    """The good workbook with parts changed or added."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            body = old.read(member)
            new.writestr(member, (change or (lambda _, b: b))(member, body))
        for name, body in add:
            new.writestr(name, body)
    return out.getvalue()


def in_sheet(old: bytes, new: bytes) -> bytes:
    def change(name: str, body: bytes) -> bytes:
        return body.replace(old, new, 1) if name == SHEET else body

    return repacked(change)


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'


def in_wide_letters() -> bytes:
    """A sheet with entities in UTF-16, without the mark that says so."""

    def change(name: str, body: bytes) -> bytes:
        return body.replace(b"<worksheet", DOCTYPE, 1).decode().encode("utf-16-le") if name == SHEET else body

    return repacked(change)


def renamed(name: str) -> bytes:
    """A sheet with entities under a name that does not say that it is markup; the links still lead there."""
    hostile, out = in_sheet(b"<worksheet", DOCTYPE), BytesIO()
    with zipfile.ZipFile(BytesIO(hostile)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            body = old.read(member).replace(SHEET.encode(), name.encode())
            new.writestr(name if member == SHEET else member, body)
    return out.getvalue()


HOSTILE = {
    "nothing in it": (b"", "file_empty"),
    "too large": (b"PK\x03\x04" + b"0" * (20 * 1024 * 1024), "file_too_large"),
    "an old .xls": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "file_old_xls"),
    "encrypted": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "file_password"),
    "a PDF": (b"%PDF-1.7 ...", "file_not_a_workbook"),
    "a web page": (b"<html><table></table></html>", "file_not_a_workbook"),
    "a program": (b"MZ\x90\x00\x03", "file_not_a_workbook"),
    "NUL in text": (b"Unit,Open\nA,\x001\n", "file_not_a_workbook"),
    "cut short": (GOOD[: len(GOOD) // 2], "file_damaged"),
    "macros": (repacked(add=[("xl/vbaProject.bin", b"x")]), "file_macros"),
    "entities": (in_sheet(b"<worksheet", DOCTYPE), "file_unsafe"),
    "entities in wide letters": (in_wide_letters(), "file_unsafe"),
    "entities in a sheet by another name": (renamed("xl/worksheets/sheet1.dat"), "file_unsafe"),
    "entities in another encoding": (
        in_sheet(b"<worksheet", b'<?xml version="1.0" encoding="utf-7"?><worksheet'),
        "file_unsafe",
    ),
    "a path outside": (repacked(add=[("../evil.xml", b"<a/>")]), "file_unsafe"),
    "a zip bomb": (repacked(add=[("xl/big.xml", b"0" * 50_000_000)]), "file_unsafe"),
    "many parts": (repacked(add=[(f"xl/p{n}.xml", b"<a/>") for n in range(300)]), "file_unsafe"),
    "the same part twice": (repacked(add=[(SHEET.upper(), b"<a/>")]), "file_unsafe"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_gate_says_what_is_wrong(name: str):
    data, code = HOSTILE[name]
    assert gate(data).fault == code
    file = check_bytes(data, "return.xlsx")
    assert codes(file) == [code]
    assert not file.report.ok


def test_a_part_that_was_changed_after_saving_is_refused():
    data = bytearray(GOOD)
    with zipfile.ZipFile(BytesIO(GOOD)) as book:
        info = book.getinfo(SHEET)
    data[info.header_offset + 14 : info.header_offset + 18] = struct.pack("<I", zlib.crc32(b"other"))
    central = bytes(data).rindex(SHEET.encode()) - 46
    data[central + 16 : central + 20] = struct.pack("<I", zlib.crc32(b"other"))
    assert gate(bytes(data)).fault == "file_damaged"


def test_a_stray_cell_far_away_ends_in_a_sentence():
    stray = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    assert codes(check_bytes(in_sheet(b"</sheetData>", stray))) == ["sheet_too_wide"]


def test_dimensions_that_lie_lose_no_row():
    file = check_bytes(in_sheet(b'<dimension ref="A1:G2"', b'<dimension ref="A1:A1"'))
    assert file.report.ok, file.report.breaches
    assert file.report.sheets[0].rows_loaded == 1


def test_a_reader_that_takes_too_long_is_stopped():
    assert read("xlsx", GOOD, wall_seconds=0.001) == Unread("file_exhausts", "time")


def test_hidden_sheets_are_not_read_and_are_named():
    book = Workbook()
    book.active.title = "Caseload"
    for row in (CASELOAD, DOMESTIC):
        book.active.append(row)
    for title, state in (("Names", "hidden"), ("More names", "veryHidden")):
        sheet = book.create_sheet(title)
        sheet.append(["SECRET"])
        sheet.sheet_state = state
    file = check_bytes(saved(book))
    assert file.report.ok
    assert sum("is hidden and was not read" in s for s in file.report.said) == 2
    assert "SECRET" not in repr(file)


def test_a_formula_never_calculated_and_a_fault_are_named_never_blank():
    rows = [*DOMESTIC[:3], "=1+1", "#N/A", True, 38]
    file = check_bytes(workbook(Caseload=[CASELOAD, rows]))
    assert {(b.code, b.cells) for b in file.report.breaches} == {
        ("cell_formula", ("D2",)),
        ("cell_error", ("E2",)),
        ("cell_true_false", ("F2",)),
    }


def test_merged_units_hold_for_every_row_they_span():
    book = Workbook()
    book.active.title = "Caseload"
    for row in (CASELOAD, DOMESTIC, [DOMESTIC[0], None, "rape", 1, 0, 0, 0]):
        book.active.append(row)
    book.active.merge_cells("B2:B3")
    file = check_bytes(saved(book))
    assert file.report.ok, file.report.breaches
    assert [r["unit"] for r in file.sheets[0].records()] == [DOMESTIC[1]] * 2


def test_two_row_headings_are_joined():
    upper = ["Month end", "Unit", "Work type", "Open", "Unallocated", "New", "Closed", "Over", None]
    book = Workbook()
    book.active.title = "Caseload"
    for row in (upper, [*[None] * 7, "90 days", "180 days"], [*DOMESTIC, 40, 20]):
        book.active.append(row)
    book.active.merge_cells("H1:I1")
    file = check_bytes(saved(book))
    assert file.report.ok, file.report.breaches
    (row,) = file.sheets[0].records()
    assert (row["over_90_days"], row["over_180_days"]) == (40, 20)


def test_no_sentence_uses_a_word_that_blames():
    for message in MESSAGES.values():
        said = f"{message.says} {message.how_to_fix}".casefold()
        assert not any(word in said for word in ("invalid", "please", "sorry", "forbidden", "error occurred"))
        assert message.how_to_fix
