"""Files of other kinds, under the name of a workbook; and workbooks under other names."""

from __future__ import annotations

import gzip
import io
import json
import random
import sqlite3
import struct
import tarfile

from tests.hostile.answers import accepted, refused
from tests.hostile.making import good, packed, with_parts

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CSV = (
    "Month end,Unit,Work type,Open,Unallocated,New,Closed\n"
    "30/09/2026,Domestic abuse investigation,domestic abuse,120,14,41,38\n"
)


def chance(size: int, seed: int = 1) -> bytes:
    """The same random bytes on every run."""
    return random.Random(seed).randbytes(size)


@refused("file_empty")
def nothing_at_all() -> bytes:
    return b""


@refused("file_no_sheet")
def one_letter() -> bytes:
    return b"x"


@refused("file_no_sheet")
def spaces_and_line_ends() -> bytes:
    return b" \r\n\t\r\n" * 50


@refused("file_not_a_workbook")
def only_nul() -> bytes:
    return bytes(5_000)


@refused("file_not_a_workbook")
def random_bytes() -> bytes:
    return chance(20_000)


@refused("file_damaged")
def random_bytes_that_begin_like_a_zip() -> bytes:
    return b"PK\x03\x04" + chance(20_000, 2)


@refused("file_old_xls")
def random_bytes_that_begin_like_an_old_workbook() -> bytes:
    return OLE + chance(20_000, 3)


@refused("file_too_large")
def more_than_twenty_megabytes() -> bytes:
    return CSV.encode() + b"x" * (20 * 1024 * 1024)


@refused("file_not_a_workbook", file_name="return.xls")
def a_web_page_saved_as_a_workbook() -> bytes:
    return b"<html><body><table><tr><td>Unit</td><td>Open</td></tr></table></body></html>"


@refused("file_not_a_workbook")
def a_web_page_with_a_mark_before_it() -> bytes:
    return b"\xef\xbb\xbf  <!DOCTYPE html><html><script>alert(1)</script></html>"


@refused("file_not_a_workbook")
def a_web_page_in_wide_letters() -> bytes:
    return "<html><table></table></html>".encode("utf-16")


@refused("file_not_a_workbook", file_name="return.xml")
def a_workbook_of_2003_as_one_page_of_markup() -> bytes:
    return b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'


@refused("file_not_a_workbook")
def an_e_mail_with_a_workbook_inside() -> bytes:
    return b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n" + good()


@refused("file_not_a_workbook")
def a_pdf() -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj"


@refused("file_not_a_workbook")
def a_pdf_behind_a_line_end() -> bytes:
    return b"\n%PDF-1.4 hello"


@refused("file_not_a_workbook")
def a_picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + bytes(60)


@refused("file_not_a_workbook")
def a_photograph() -> bytes:
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + chance(500)


@refused("file_not_a_workbook")
def a_program_of_windows() -> bytes:
    return b"MZ\x90\x00" + bytes(200) + b"This program cannot be run in DOS mode."


@refused("file_not_a_workbook")
def a_program_of_linux() -> bytes:
    return b"\x7fELF\x02\x01\x01" + bytes(64)


@refused("file_not_a_workbook")
def a_word_document() -> bytes:
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>"})


@refused("file_not_a_workbook")
def a_text_document_of_libre_office() -> bytes:
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})


@refused("file_not_a_workbook")
def a_spreadsheet_of_a_telephone() -> bytes:
    return packed({"Index/Document.iwa": b"\x00x", "Metadata/Properties.plist": b"bplist00"})


@refused("file_not_a_workbook")
def a_program_of_java() -> bytes:
    return packed({"META-INF/MANIFEST.MF": "Main-Class: Evil", "Evil.class": b"\xca\xfe\xba\xbe"})


@refused("file_not_a_workbook")
def rich_text() -> bytes:
    return rb"{\rtf1\ansi Dear all}"


@refused("file_not_a_workbook")
def a_database() -> bytes:
    con = sqlite3.connect(":memory:")
    con.execute("create table a (b)")
    return con.serialize()


@refused("file_not_a_workbook")
def a_columnar_file() -> bytes:
    return b"PAR1" + bytes(40) + b"PAR1"


@refused("file_not_a_workbook")
def a_seven_zip() -> bytes:
    return b"7z\xbc\xaf\x27\x1c\x00\x04" + chance(200)


@refused("file_not_a_workbook")
def a_rar() -> bytes:
    return b"Rar!\x1a\x07\x01\x00" + chance(200)


@refused("file_not_a_workbook")
def a_tape_of_files() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tape:
        about = tarfile.TarInfo("../../evil.sh")
        about.size = 4
        tape.addfile(about, io.BytesIO(b"evil"))
    return out.getvalue()


@refused("file_no_sheet", file_name="return.json")
def a_structure_in_text() -> bytes:
    return json.dumps({"__proto__": {"x": 1}, "rows": [[1, 2]]}).encode()


@refused("file_no_sheet")
def a_hundred_thousand_open_brackets() -> bytes:
    return b"[" * 100_000


@refused("file_no_sheet")
def a_script() -> bytes:
    return b"#!/bin/sh\nrm -rf ~\n"


@refused("file_old_xls", file_name="return.xls")
def an_old_workbook() -> bytes:
    return OLE + bytes(600) + "Workbook".encode("utf-16-le") + bytes(600)


@refused("file_old_xls")
def an_old_workbook_under_a_new_name() -> bytes:
    return OLE + bytes(600) + "Book".encode("utf-16-le") + bytes(600)


@refused("file_not_a_workbook", file_name="return.xls")
def a_workbook_of_1990() -> bytes:
    return b"\x09\x02\x06\x00\x00\x00\x10\x00" + bytes(600)


@refused("file_password")
def a_workbook_with_a_password() -> bytes:
    return OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le") + chance(4_000)


@refused("file_xlsb", file_name="return.xlsb")
def a_binary_workbook() -> bytes:
    return packed({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": b"\x83\x01\x00"})


@refused("file_xlsb")
def a_binary_workbook_under_another_name() -> bytes:
    return with_parts({"xl/workbook.bin": b"\x83\x01\x00"})


@accepted(file_name="return.csv")
def a_workbook_under_the_name_of_a_text() -> bytes:
    return good()


@accepted(file_name="return.xlsx")
def a_text_under_the_name_of_a_workbook() -> bytes:
    return CSV.encode()


@accepted(file_name="return.pdf")
def a_workbook_under_the_name_of_a_page() -> bytes:
    return good()


@accepted(file_name="return")
def a_workbook_without_an_ending_to_its_name() -> bytes:
    return good()


@accepted(file_name="return.csv.gz")
def a_packed_text() -> bytes:
    return gzip.compress(CSV.encode())


@refused("file_unsafe", says="200 times", file_name="return.csv.gz")
def a_packed_text_that_swells_a_thousand_times() -> bytes:
    return gzip.compress(bytes(50 * 1024 * 1024))


@refused("file_not_a_workbook", file_name="return.csv.gz")
def a_packed_web_page() -> bytes:
    return gzip.compress(b"<html></html>")


@refused("file_not_a_workbook", file_name="return.csv.gz")
def a_packed_workbook() -> bytes:
    return gzip.compress(good())


@refused("file_not_a_workbook", file_name="return.csv.gz")
def a_text_packed_twice() -> bytes:
    return gzip.compress(gzip.compress(CSV.encode()))


@refused("file_damaged", file_name="return.csv.gz")
def a_packed_text_cut_short() -> bytes:
    return gzip.compress(CSV.encode())[:-20]


@refused("file_damaged", file_name="return.csv.gz")
def a_packed_text_that_was_changed() -> bytes:
    data = bytearray(gzip.compress(CSV.encode()))
    data[-6] ^= 0xFF
    return bytes(data)


@refused("file_empty", file_name="return.csv.gz")
def a_packed_nothing() -> bytes:
    return gzip.compress(b"")
