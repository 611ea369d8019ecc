"""A process that checks files one after the other, as the web process does, and says what that did to it.

It is started by tests/hostile/told.py: the folder of the files on the command line, the answers as JSON on
standard output. Whatever else it writes anywhere is a finding.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pandas  # noqa: F401  # as the web process has it from the start; a check alone loads it late

import settings
from etl.checking import check_apart
from etl.checking.check_file import CheckedFile, checked
from etl.command_line.print_report import print_report

TODAY = date(2026, 10, 12)
COLUMNS = ("unit", "work_type", "open", "unallocated", "new", "closed")
LOGGED = io.StringIO()


def main(folder: Path, as_pages: bool = False) -> None:
    """Check every file of the folder's list and tell; `as_pages`: by the way that the pages take."""
    logging.basicConfig(stream=LOGGED, level=logging.DEBUG, force=True)
    known = settings.sample()
    checked(known, [("first.csv", b"Unit,Open\nA,1\n")], today=TODAY)
    listed = json.loads((folder / "list.json").read_text("utf-8"))
    before = most_memory()
    answer = _answer_of_pages if as_pages else _answer
    answers = {each["name"]: answer(known, folder / each["file"], each["file_name"]) for each in listed}
    told = {"answers": answers, "grown": most_memory() - before, "logged": LOGGED.getvalue()}
    sys.stdout.write(json.dumps(told))


def _answer(known: Any, path: Path, file_name: str) -> dict[str, Any]:
    started = time.monotonic()
    try:
        [file] = checked(known, [(file_name, path.read_bytes())], today=TODAY)
        return {**_told(file), "seconds": time.monotonic() - started}
    except BaseException as died:
        return {
            "died": repr(died),
            "codes": [],
            "rows": [],
            "told": "",
            "seconds": time.monotonic() - started,
        }


def _answer_of_pages(known: Any, path: Path, file_name: str) -> dict[str, Any]:
    [report] = check_apart.check(None, known, [(file_name, path.read_bytes())], today=TODAY)
    return {"codes": [b.code for b in report.breaches], "told": repr(report)}


def _told(file: CheckedFile) -> dict[str, Any]:
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")  # strict, as a terminal is
    with contextlib.redirect_stdout(printed):
        print_report(file.report)
    printed.flush()
    return {
        "died": "",
        "codes": [b.code for b in file.report.breaches],
        "rows": [[record.get(c) for c in COLUMNS] for sheet in file.sheets for record in sheet.records()],
        "told": repr((file.report, file.sheets, file.held)) + printed.buffer.getvalue().decode(),
        "name": file.report.file_name,
    }


def most_memory() -> int:
    """The most memory that this process has held, in bytes.

    Not by getrusage where Linux tells it better: there a new process begins with what its parent held.
    """
    status = Path("/proc/self/status")
    if status.exists():
        [line] = [each for each in status.read_text().splitlines() if each.startswith("VmHWM")]
        return int(line.split()[1]) * 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(Path(sys.argv[1]), as_pages=len(sys.argv) > 2)
