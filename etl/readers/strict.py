"""A "Strict Open XML" workbook in the words of the usual one, so that the exact reader sees its sheets."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")


def is_strict(data: bytes) -> bool:
    """Whether the workbook's own part names itself in the strict way."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        return "xl/workbook.xml" in book.namelist() and bool(_STRICT.search(book.read("xl/workbook.xml")))


def in_usual_words(data: bytes) -> bytes:
    """The same workbook with the usual names of its parts' vocabularies; nothing else is changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as strict, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as usual:
        for name in strict.namelist():
            held = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", strict.read(name))
            usual.writestr(name, held)
    return out.getvalue()
