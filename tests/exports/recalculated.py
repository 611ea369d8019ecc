"""A workbook as LibreOffice reckons it anew: every formula when the file is opened, whatever was stored."""

import csv
import subprocess
from dataclasses import replace
from pathlib import Path

from exports.document import LiveCell, LiveSheet

CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


def spoiled(sheet: LiveSheet) -> LiveSheet:
    """The sheet with a wrong value stored for every formula, so that only reckoning gives it again."""
    tables = (replace(t, rows=tuple(tuple(map(_spoiled, row)) for row in t.rows)) for t in sheet.tables)
    return replace(sheet, tables=tuple(tables))


def _spoiled(value: object) -> object:
    return replace(value, value=-1.0) if isinstance(value, LiveCell) and value.formula else value


def recalculated(book: bytes, folder: Path) -> dict[str, list[list[str]]]:
    """The rows of each sheet by its name, with every number in full."""
    (folder / "book.xlsx").write_bytes(book)
    (folder / "profile/user").mkdir(parents=True)
    (folder / "profile/user/registrymodifications.xcu").write_text(ALWAYS, "utf-8")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    order = ["soffice", profile, "--headless", "--convert-to", CSV, "--outdir", folder, folder / "book.xlsx"]
    subprocess.run(order, check=True, capture_output=True, timeout=180)
    return {
        file.stem.removeprefix("book-"): list(csv.reader(file.read_text("utf-8").splitlines()))
        for file in folder.glob("book-*.csv")
    }
