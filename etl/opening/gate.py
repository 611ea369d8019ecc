"""The gate: what a file is and whether it may be opened, told from its bytes before any reader sees it.

Only the standard library is used: every spreadsheet reader can be crashed or exhausted by a small file.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from etl.opening.gate_zip import CHUNK, MEGABYTE, check_inflated, gate_zip
from etl.opening.letters import in_wide_letters
from etl.opening.not_opened import NotOpened

LARGEST_FILE = 20 * MEGABYTE
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
GZIP = b"\x1f\x8b"
NO_TEXT = (b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"PAR1", GZIP)
NO_TABLE = (b"%pdf", b"mz", b"<", b"{\\rtf", b"\x7felf", b"mime-version:")


@dataclass(frozen=True)
class Gated:
    """The gate's answer: `kind` is "xlsx", "ods", "csv" or "csv.gz"; or `fault`, the message code of why not.

    `outside` are parts that lead to other files; none is ever followed. `unpacked`: bytes it holds, unpacked.
    """

    kind: str = ""
    fault: str = ""
    detail: str = ""
    outside: tuple[str, ...] = ()
    unpacked: int = 0


def gate(data: bytes) -> Gated:
    """Say what the file is, or the code of the message that says why it cannot be opened."""
    try:
        return _gate(data)
    except NotOpened as refused:
        return Gated(fault=refused.code, detail=refused.detail)
    except Exception as damaged:  # whatever the archive reader raises: the file is from outside
        return Gated(fault="file_damaged", detail=type(damaged).__name__)


def _gate(data: bytes) -> Gated:
    if not data:
        raise NotOpened("file_empty")
    if len(data) > LARGEST_FILE:
        raise NotOpened("file_too_large", f"{len(data) / MEGABYTE:.0f}MB")
    if data.startswith(OLD_WORKBOOK):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise NotOpened("file_password" if encrypted else "file_old_xls")
    if data.startswith(b"PK\x03\x04"):
        kind, outside, size = gate_zip(data)
        return Gated(kind, outside=outside, unpacked=size)
    if data.startswith(GZIP):
        start, size = _inflated(data)
        _check_text(start)
        return Gated("csv.gz", unpacked=size)
    _check_text(data)
    return Gated("csv", unpacked=len(data))


def _check_text(data: bytes) -> None:
    wide = in_wide_letters(data)
    plain = data[:1024].replace(b"\x00", b"") if wide else data[:512]
    start = plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if data.startswith((*NO_TEXT, b"PK\x03\x04")) or start.startswith(NO_TABLE):
        raise NotOpened("file_not_a_workbook")
    if b"\x00" in data and not wide:
        raise NotOpened("file_not_a_workbook")


def _inflated(data: bytes) -> tuple[bytes, int]:
    """The first piece of a packed text, once the whole of it was unpacked, and its size."""
    unpacker, start, size = zlib.decompressobj(31), b"", 0
    piece = unpacker.decompress(data, CHUNK)
    while piece:
        start, size = start or piece, size + len(piece)
        check_inflated(size, size, len(data))
        piece = unpacker.decompress(unpacker.unconsumed_tail, CHUNK)
    if size == 0 and unpacker.eof:
        raise NotOpened("file_empty")
    if not unpacker.eof or unpacker.unused_data:
        raise NotOpened("file_damaged")
    return start, size
