"""Office files packed anew: nothing of this computer or of a library's template, the same bytes each time."""

import io
import re
import zipfile
from datetime import datetime

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The day that a zip file gives where none is said."""
LEFT_OUT = re.compile(r"docProps/(thumbnail\.jpeg|app\.xml)|ppt/printerSettings/.*|customXml/.*")
IN_A_WORKBOOK = "xl/workbook.xml"
"""A workbook keeps what it says of its program: by it others know how to read its charts."""
RELATION = re.compile(r'<Relationship\b[^>]*\bTarget="([^"]*)"[^>]*/>')
OVERRIDE = re.compile(r'<Override\b[^>]*\bPartName="/([^"]*)"[^>]*/>')
WRITTEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def packed_anew(data: bytes, made_at: datetime) -> bytes:
    """The same file without its template's thumbnail, printer settings and program, and without times but
    `made_at`; workbooks inside it too.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        workbook = IN_A_WORKBOOK in old.namelist()
        for name in old.namelist():
            if LEFT_OUT.fullmatch(name) and not workbook:
                continue
            info = zipfile.ZipInfo(name, FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            part = _dated(name, old.read(name), made_at)
            new.writestr(info, part if workbook else _without(name, part))
    return out.getvalue()


def _dated(name: str, part: bytes, made_at: datetime) -> bytes:
    if name.endswith(".xlsx"):
        return packed_anew(part, made_at)
    if name == "docProps/core.xml":
        return WRITTEN.sub(rb"\g<1>" + f"{made_at:%Y-%m-%dT%H:%M:%SZ}".encode(), part)
    return part


def _without(name: str, part: bytes) -> bytes:
    """A list of parts without those that are left out."""
    if name.endswith(".rels"):
        return RELATION.sub(_kept, part.decode()).encode()
    if name == "[Content_Types].xml":
        return OVERRIDE.sub(_listed, part.decode()).encode()
    return part


def _listed(found: re.Match[str]) -> str:
    return "" if LEFT_OUT.fullmatch(found[1]) else found[0]


def _kept(found: re.Match[str]) -> str:
    """A relation, unless it leads to a part that is left out."""
    target = found[1].lstrip("/").removeprefix("../")
    whole = (target, f"ppt/{target}")
    return "" if any(LEFT_OUT.fullmatch(each) for each in whole) else found[0]
