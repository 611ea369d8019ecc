"""The name under which a file is put away: its own, as far as any system can keep and print it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from etl.opening.file_name import shown_name

LONGEST_BYTES = 150  # a name may have 255, and what stands beside it is called after it
ALLOWED = " -_.,()+@&"
DEVICES = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.I)  # of Windows, whatever comes after


def safe_name(sent: str) -> str:
    """Letters, digits and a few marks; no longer than any file system takes; never a device or a path."""
    name = unicodedata.normalize("NFC", shown_name(sent))
    name = "".join(c if c.isalnum() or c in ALLOWED else "_" for c in name).strip(". ")
    name = f"_{name}" if DEVICES.match(name) or name[:1] in ("-", "~", "") else name
    return _shortened(name)


def numbered(name: str, number: int) -> str:
    """The same name for a second and third file: `book (2).xlsx`."""
    if number == 1:
        return name
    parts = PurePosixPath(name)
    return f"{parts.stem} ({number}){parts.suffix}"


def _shortened(name: str) -> str:
    if len(name.encode()) <= LONGEST_BYTES:
        return name
    end = PurePosixPath(name).suffix
    end = end if len(end.encode()) <= 20 else ""
    start = name.encode()[: LONGEST_BYTES - len(end.encode())].decode(errors="ignore")
    return f"{start.strip('. ')}{end}"
