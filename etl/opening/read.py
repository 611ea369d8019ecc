"""Reads a file that the gate let through, in a child process, and gives back plain rows or a message code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from etl.layout.grid import CountedCases, ListFault, ListHeadings, Row, Sheet, Workbook
from etl.readers.cells import decode, unpacked

# The child limits its own processor time (child.py); the clock stops one that waits. A busy machine must
# not refuse a good file. Windows knows no such limit: there the clock alone holds.
WALL_SECONDS = 60 if os.name != "nt" else 10
CRASHES = (signal.SIGSEGV, signal.SIGABRT, signal.SIGILL, signal.SIGFPE)
PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Unread:
    """Why a file could not be read: a message code, with the sheet it concerns where there is one."""

    fault: str
    detail: str = ""
    sheet: str = ""


def read(
    kind: str, data: bytes, wall_seconds: float = WALL_SECONDS, headings: Mapping[str, str] | None = None
) -> Workbook | Unread:
    """The visible sheets of a file, or why it could not be read. Never raises for what a file holds.

    `headings`: what the force's own headings of a live list of crimes mean (etl/layout/local_headings.py).
    """
    try:
        done = subprocess.run(
            _command(kind, headings or {}),
            input=data,
            capture_output=True,
            timeout=wall_seconds,
            cwd=PROJECT,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Unread("file_exhausts", "time")
    if done.returncode != 0:
        return Unread("file_damaged" if -done.returncode in CRASHES else "file_exhausts", "stopped")
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        return Unread("file_damaged")
    if "fault" in answer:
        return Unread(answer["fault"], answer.get("detail", ""), answer.get("sheet", ""))
    return _workbook(answer)


def _command(kind: str, headings: Mapping[str, str]) -> list[str]:
    """The child apart from the user's own set-up (-I) and without a search for packages (-S)."""
    folders = [str(PROJECT), *(folder for folder in sys.path if folder)]
    return [
        sys.executable,
        "-I",
        "-S",
        "-X",
        "utf8",
        str(PROJECT / "etl" / "opening" / "child.py"),
        kind,
        json.dumps(headings),
        *folders,
    ]


def _environment() -> dict[str, str]:
    """What the child needs and no more: no store address, no key folder."""
    kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG", "LC_ALL")
    single = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    return {name: os.environ[name] for name in kept if name in os.environ} | single


def _workbook(answer: dict[str, Any]) -> Workbook:
    sheets = tuple(
        Sheet(
            s["name"],
            _rows(s),
            tuple(tuple(m) for m in s["merged"]),
            s.get("dates_1904", False),
            _counted(s["counted"]) if "counted" in s else None,
            tuple(s.get("widths", ())),
        )
        for s in answer["sheets"]
    )
    return Workbook(sheets, tuple((name, why) for name, why in answer["passed_over"]))


def _counted(about: dict[str, Any]) -> CountedCases:
    """What the child says of a live list of cases whose counts stand in its place."""
    day = date.fromisoformat
    return CountedCases(
        about["dataset"],
        about["list"],
        tuple(about.get("columns", ())),
        day(about["month"]) if "month" in about else None,
        day(about["taken"]) if "taken" in about else None,
        about.get("rows_in_sheet", 0),
        tuple((number, reason) for reason, numbers in about.get("ignored", ()) for number in numbers),
        tuple(ListFault(*fault) for fault in about["faults"]),
        about.get("open", 0),
        about.get("closed", 0),
        tuple((number, unit, kind) for number, unit, kind in about.get("faulty", ())),
        ListHeadings(
            tuple((name, text) for name, text in about["found"]),
            tuple((text, looks) for text, looks in about["asked"]),
            tuple((name, tuple(texts)) for name, texts in about["doubled"]),
            about["unsure"],
        ),
    )


def _counts(sheet: dict[str, Any]) -> tuple[Row, ...]:
    """The rows of a sheet of counts: the headings, then each count with the rows of its cases."""
    heads, *rows = sheet["rows"]
    made = zip(rows, sheet["counted"].get("from_rows", ()), strict=True)
    return (
        Row(heads[0], tuple(heads[1])),
        *(Row(number, tuple(map(decode, cells)), (), tuple(rows_of)) for (number, cells), rows_of in made),
    )


def _rows(sheet: dict[str, Any]) -> tuple[Row, ...]:
    """The rows of a sheet that came row by row, or by columns: distinct values, and where each stands."""
    if "counted" in sheet:
        return _counts(sheet)
    if "rows" in sheet:
        return tuple(Row(n, tuple(decode(c) for c in cells)) for n, cells in sheet["rows"])
    columns = []
    for values, places in sheet["columns"]:
        decoded = [decode(value) for value in values]
        columns.append(map(decoded.__getitem__, unpacked(places)))
    return tuple(map(Row, sheet["numbers"], zip(*columns, strict=True)))
