"""The gate for zipped workbooks: what is packed in them, counted and looked through while it is unpacked."""

from __future__ import annotations

import re
import stat
import zipfile
from io import BytesIO

from etl.opening.not_opened import NotOpened

MEGABYTE = 1024 * 1024
LARGEST_INFLATED = 200 * MEGABYTE
MOST_MEMBERS = 200
HIGHEST_RATIO = 200
CHUNK = 256 * 1024
ENTRY = b"PK\x01\x02"
END = b"PK\x05\x06"
CONTENT_TYPES = "[Content_Types].xml"
MANIFEST = "META-INF/manifest.xml"
ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']+)""")
UTF8 = (b"utf-8", b"us-ascii")
# What "save as a workbook without macros" takes out, and objects of other programs. An add-in or a ribbon of
# the sender's own Excel is left alone: nothing here runs it, and saving again would not take it out.
ACTIVE_PARTS = ("vbaproject", "macrosheets/", "activex", "/embeddings/", "dialogsheets/")
ACTIVE_FOLDERS = ("basic/", "scripts/")  # of an ODS
MACROS_BY_TYPE = re.compile(rb"<(?:\w+:)?Override[^>]*(?:vbaProject|macrosheet)[^>]*>", re.I)
OUTSIDE_PARTS = ("externallinks/", "connections.xml", "querytables/")


def gate_zip(data: bytes) -> tuple[str, tuple[str, ...], int]:
    """The kind ("xlsx" or "ods"), the parts that lead outside, the bytes unpacked. Raises NotOpened."""
    # Before the directory is read: each entry of it takes memory, and it may hold a million.
    if data.count(ENTRY) > MOST_MEMBERS:
        raise NotOpened("file_unsafe", f"it holds more than {MOST_MEMBERS} parts")
    with zipfile.ZipFile(BytesIO(data)) as book:
        members = book.infolist()
        names = [m.filename for m in members]
        _check_names(members)
        _check_alone(book, members)
        kind = _kind(book, names)
        inflated = 0
        for member in members:
            inflated += _inflate(book, member, inflated)
    outside = tuple(n for n in names if any(part in n.lower() for part in OUTSIDE_PARTS))
    return kind, outside, inflated


def _check_names(members: list[zipfile.ZipInfo]) -> None:
    names = [m.filename for m in members]
    if len({n.lower() for n in names}) != len(names):
        raise NotOpened("file_unsafe", "it holds the same part twice")
    for member in members:
        if _unsafe_name(member):
            raise NotOpened("file_unsafe", "it holds a part with an unsafe name")
        if member.flag_bits & 0x1:
            raise NotOpened("file_password")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise NotOpened("file_unsafe", "it holds a part packed in an unusual way")
        name = member.filename.lower()
        if any(part in name for part in ACTIVE_PARTS) or name.startswith(ACTIVE_FOLDERS):
            raise NotOpened("file_macros")


def _unsafe_name(member: zipfile.ZipInfo) -> bool:
    """Whether a name leads out of the archive, or is not that of a file: a link, a device."""
    name = member.orig_filename
    kind = stat.S_IFMT(member.external_attr >> 16)
    leads_out = ".." in name.split("/") or name.startswith("/") or bool(re.match("[A-Za-z]:", name))
    return leads_out or "\\" in name or "\x00" in name or kind not in (0, stat.S_IFREG, stat.S_IFDIR)


def _check_alone(book: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    """One archive from the first byte to the last: of two, two readers may read different ones."""
    if END in book.comment or (members and min(m.header_offset for m in members)):
        raise NotOpened("file_unsafe", "it is more than one file in one")


def _kind(book: zipfile.ZipFile, names: list[str]) -> str:
    if _says_ods(book, names):
        return "ods"
    if "xl/workbook.bin" in names:
        raise NotOpened("file_xlsb")
    if any(n.lower().startswith("xl/") for n in names) and CONTENT_TYPES in names:
        return "xlsx"
    raise NotOpened("file_not_a_workbook")


def _says_ods(book: zipfile.ZipFile, names: list[str]) -> bool:
    if "content.xml" not in names or "mimetype" not in names or book.getinfo("mimetype").file_size > 200:
        return False
    return book.read("mimetype").strip().startswith(ODS_TYPE)


def _inflate(book: zipfile.ZipFile, member: zipfile.ZipInfo, before: int) -> int:
    """Inflate one part and count: the sizes written in the directory may lie."""
    size, tail, is_markup = 0, b"", False
    with book.open(member) as part:
        while chunk := part.read(CHUNK):
            size += len(chunk)
            check_inflated(before + size, size, member.compress_size)
            first = size == len(chunk)
            is_markup = _starts_markup(chunk) if first else is_markup
            if is_markup:
                _check_xml(tail + chunk, member.filename, first)
                tail = chunk[-32:]
    return size


def check_inflated(everything: int, part: int, packed: int) -> None:
    """Raise NotOpened once what was unpacked is too much, in all or beside the size it was packed in."""
    if everything > LARGEST_INFLATED:
        raise NotOpened("file_unsafe", "it unpacks to more than 200MB")
    if part > MEGABYTE and part > HIGHEST_RATIO * max(packed, 1):
        raise NotOpened("file_unsafe", "it unpacks to more than 200 times its size")


def _starts_markup(text: bytes) -> bool:
    """Whether a part is markup, by its first character: its name is whatever the file's links say."""
    return text[:200].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def _check_xml(text: bytes, name: str, first: bool) -> None:
    # In another encoding the words below would be spelt in other bytes, and found by no search.
    if b"\x00" in text or (first and text[:2] in (b"\xff\xfe", b"\xfe\xff")):
        raise NotOpened("file_unsafe", "it holds a part in an unusual encoding")
    if first and (named := ENCODING.search(text[:200])) and named[1].lower() not in UTF8:
        raise NotOpened("file_unsafe", "it holds a part in an unusual encoding")
    if name == MANIFEST and b"encryption-data" in text:
        raise NotOpened("file_password")
    if name == CONTENT_TYPES and MACROS_BY_TYPE.search(text):
        raise NotOpened("file_macros")
    # Old office suites wrote a DOCTYPE into the manifest alone; no reader of ours opens that part.
    if name != MANIFEST and (b"<!DOCTYPE" in text or b"<!ENTITY" in text):
        raise NotOpened("file_unsafe", "it declares entities")
