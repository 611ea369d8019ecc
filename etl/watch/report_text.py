"""The report that is put beside a file: what was taken and left, or every fault and what to do about it."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from etl.command_line.print_report import lines
from etl.loading.decisions import Decisions
from etl.loading.load import Answer
from etl.reports.report import Breach

CELLS_SHOWN = 1_000
PYTHON = r".venv\Scripts\python" if os.name == "nt" else ".venv/bin/python"
FROM = "From the project's folder, with your own words in the place of those in capitals:"


@dataclass(frozen=True)
class Asking:
    """How the watch was called: the store, who loads, and the options that a command must say again."""

    store: Path
    by: str
    options: tuple[str, ...] = ()

    def load(self, file: Path, *more: str) -> str:
        """The command that loads a file by the same rules, with more said."""
        words = [PYTHON, "-m", "etl", "--store", str(self.store), "load", str(file), "--by", self.by]
        return _quoted([*words, *self.options, *more])

    def undo(self, load_id: str) -> str:
        """The command that undoes a load."""
        return _quoted([PYTHON, "-m", "etl", "--store", str(self.store), "undo", load_id, "--by", self.by])


def report_text(
    answer: Answer, publication: int | None, asking: Asking, decisions: Decisions, put: Path, workbook: str
) -> str:
    """The whole report of one file, in lines that hold no character that is not seen."""
    told = [f"{put.name}: {_came_of(answer, publication)}", f"{_now()}, by {asking.by}.", ""]
    told += [*answer.said, "", *_read(answer), ""]
    told += _to_do(answer, asking, decisions, put, workbook) if answer.refused else _after(answer, asking)
    if answer.report.sha256:
        told += ["", f"SHA-256 of the file as it was read: {answer.report.sha256}"]
    return "\n".join("".join(c if c.isprintable() else " " for c in line).rstrip() for line in told) + "\n"


def _came_of(answer: Answer, publication: int | None) -> str:
    if answer.refused:
        return "refused. Nothing of it was loaded."
    return (
        f"loaded as {answer.load_id}, publication {publication}." if answer.load_id else "nothing to change."
    )


def _read(answer: Answer) -> list[str]:
    """What was read and everything found; of a refused file also how far it is from being loaded."""
    standing, *found = lines(answer.report, CELLS_SHOWN)
    return [standing, *found] if answer.refused else ["What was read", *found]


def _now() -> str:
    now = datetime.now()
    return f"{now.day} {now:%B %Y, %H:%M}"


def _after(answer: Answer, asking: Asking) -> list[str]:
    if not answer.load_id:
        return []
    accepted = ["The warnings were accepted; the reason stands with the figures."] * bool(
        answer.report.warnings
    )
    return [*accepted, f"To undo it, from the project's folder: {asking.undo(answer.load_id)}"]


def _to_do(answer: Answer, asking: Asking, decisions: Decisions, put: Path, workbook: str) -> Iterator[str]:
    report = answer.report
    yield "What to do"
    if workbook:
        yield f"  Put it right in {workbook}, where the faults are marked, and put that in the folder again."
    elif report.sheets:
        yield "  Put it right in the file, and put it in the folder again."
    else:
        yield "  If it is a return, do what is said above, and put it in the folder again."
    words = [f"{w.list_name}:{w.text}={w.nearest or 'CODE'}" for w in report.asked]
    accepts = _accepting(decisions.not_accepted(report))
    holds = report.could_hold and not decisions.holds
    if words or accepts or holds:
        yield f"  {FROM}"
    said = _option("--match", words)
    if words:
        yield "  To say what words mean:"
        yield f"    {asking.load(put, *said)}"
    if holds:
        yield f"  To load {report.could_load} rows and hold {report.could_hold} back:"
        yield f"    {asking.load(put, *said, *_option('--accept', accepts), '--hold', 'REASON')}"
    elif accepts and not report.errors:
        yield "  To accept the warnings, each with its reason:"
        yield f"    {asking.load(put, *said, *_option('--accept', accepts))}"


def _accepting(warnings: Sequence[Breach]) -> list[str]:
    """What to type for each warning: its code, and its sheet where a command can name it."""
    return list(dict.fromkeys(f"{w.code}{_at(w.sheet)}=REASON" for w in warnings))


def _at(sheet: str) -> str:
    return f"@{sheet}" if sheet and sheet.isprintable() and "=" not in sheet else ""


def _option(name: str, values: Sequence[str]) -> list[str]:
    return [word for value in values for word in (name, value)]


def _quoted(words: Sequence[str]) -> str:
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
