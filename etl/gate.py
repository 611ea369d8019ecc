"""The gate: what a file is and whether it may be opened, told from its bytes before any reader sees it.

Only the standard library is used: every spreadsheet reader can be crashed or exhausted by a small file.
"""

from __future__ import annotations

import re
import stat
import zipfile
from dataclasses import dataclass
from io import BytesIO

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
LARGEST_INFLATED = 200 * MEGABYTE
MOST_MEMBERS = 200
HIGHEST_RATIO = 200
CHUNK = 256 * 1024
ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']+)""")
UTF8 = (b"utf-8", b"us-ascii")
ACTIVE_PARTS = ("vbaproject", "macrosheets/", "activex", "/embeddings/", "dialogsheets/")
OUTSIDE_PARTS = ("externallinks/", "connections.xml", "querytables/")


@dataclass(frozen=True)
class Gated:
    """The gate's answer: `kind` is "xlsx", "ods" or "csv"; or `fault`, the message code that says why not."""

    kind: str = ""
    fault: str = ""
    detail: str = ""
    outside: tuple[str, ...] = ()


class _Refused(Exception):
    """Carries a message code out of the checks of one file."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code, self.detail = code, detail


def gate(data: bytes) -> Gated:
    """Say what the file is, or the code of the message that says why it cannot be opened."""
    try:
        return _gate(data)
    except _Refused as refused:
        return Gated(fault=refused.code, detail=refused.detail)
    except Exception as damaged:  # whatever the archive reader raises: the file is from outside
        return Gated(fault="file_damaged", detail=type(damaged).__name__)


def _gate(data: bytes) -> Gated:
    if not data:
        raise _Refused("file_empty")
    if len(data) > LARGEST_FILE:
        raise _Refused("file_too_large", f"{len(data) / MEGABYTE:.0f}MB")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise _Refused("file_password" if encrypted else "file_old_xls")
    if data.startswith(b"PK\x03\x04"):
        return _gate_zip(data)
    return _gate_text(data)


def _gate_text(data: bytes) -> Gated:
    start = data[:512].lstrip().lower()
    if data[:4] in (b"PK\x05\x06", b"Rar!") or start.startswith(
        (b"%pdf", b"mz", b"<", b"{\\rtf", b"\x7felf")
    ):
        raise _Refused("file_not_a_workbook")
    if data[:2] not in (b"\xff\xfe", b"\xfe\xff") and b"\x00" in data:
        raise _Refused("file_not_a_workbook")
    return Gated(kind="csv")


def _gate_zip(data: bytes) -> Gated:
    with zipfile.ZipFile(BytesIO(data)) as book:
        members = book.infolist()
        names = [m.filename for m in members]
        _check_names(members)
        kind = _kind(book, names)
        inflated = 0
        for member in members:
            inflated += _inflate(book, member, inflated)
        outside = tuple(n for n in names if any(part in n.lower() for part in OUTSIDE_PARTS))
    return Gated(kind=kind, outside=outside)


def _check_names(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise _Refused("file_unsafe", f"{len(members)} parts")
    names = [m.filename for m in members]
    if len({n.lower() for n in names}) != len(names):
        raise _Refused("file_unsafe", "the same part twice")
    for member in members:
        if _unsafe_name(member):
            raise _Refused("file_unsafe", "a part with an unsafe name")
        if member.flag_bits & 0x1:
            raise _Refused("file_password")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _Refused("file_unsafe", "a part packed in an unusual way")
        if any(part in member.filename.lower() for part in ACTIVE_PARTS):
            raise _Refused("file_macros")


def _unsafe_name(member: zipfile.ZipInfo) -> bool:
    name = member.orig_filename
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    return ".." in name.split("/") or name.startswith("/") or "\\" in name or "\x00" in name or is_link


def _kind(book: zipfile.ZipFile, names: list[str]) -> str:
    if _says_ods(book, names):
        return "ods"
    if "xl/workbook.bin" in names:
        raise _Refused("file_xlsb")
    if any(n.lower().startswith("xl/") for n in names) and "[Content_Types].xml" in names:
        return "xlsx"
    raise _Refused("file_not_a_workbook")


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
            if before + size > LARGEST_INFLATED:
                raise _Refused("file_unsafe", "it unpacks to more than 200MB")
            if size > MEGABYTE and size > HIGHEST_RATIO * max(member.compress_size, 1):
                raise _Refused("file_unsafe", "one part unpacks to more than 200 times its size")
            first = size == len(chunk)
            is_markup = _starts_markup(chunk) if first else is_markup
            if is_markup:
                _check_xml(tail + chunk, member.filename, first)
                tail = chunk[-32:]
    return size


def _starts_markup(text: bytes) -> bool:
    """Whether a part is markup, by its first character: its name is whatever the file's links say."""
    return text[:200].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def _check_xml(text: bytes, name: str, first: bool) -> None:
    # In another encoding the words below would be spelt in other bytes, and found by no search.
    if b"\x00" in text or (first and text[:2] in (b"\xff\xfe", b"\xfe\xff")):
        raise _Refused("file_unsafe", "a part in an unusual encoding")
    if first and (named := ENCODING.search(text[:200])) and named[1].lower() not in UTF8:
        raise _Refused("file_unsafe", "a part in an unusual encoding")
    if b"encryption-data" in text and name == "META-INF/manifest.xml":
        raise _Refused("file_password")
    # Old office suites wrote a DOCTYPE into the manifest alone; no reader of ours opens that part.
    if name != "META-INF/manifest.xml" and (b"<!DOCTYPE" in text or b"<!ENTITY" in text):
        raise _Refused("file_unsafe", "it declares entities")
