"""Checks large files in a process of their own: what they take of memory, the process that shows pages keeps.

A report is small whatever the file holds. Small files are checked at once, where they are asked about.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from etl.checking import check_file
from etl.opening.file_name import shown_name
from etl.opening.gate import MEGABYTE, gate
from etl.reports.messages import breach
from etl.reports.report import FileReport

LARGE = 2 * MEGABYTE  # of what the files hold once unpacked: some 6,000 rows of a workbook
# Of the processor, whatever else the machine does; by the clock only where it does nothing for minutes.
PROCESSOR_SECONDS, LONGEST_SECONDS = 60, 300
ROOT = Path(__file__).resolve().parents[2]
Files = Sequence[tuple[str, bytes]]


def check(store: Any, settings: Any, files: Files, *asked: Any, **more: Any) -> list[FileReport]:
    """As etl/check_file.check; files that take too much are refused as such."""
    if not is_large(files):
        return check_file.check(store, settings, files, *asked, **more)
    done: list[FileReport] | None = _apart("check", (store, settings, files, *asked), more)
    return [_exhausts(name) for name, _ in files] if done is None else done


def returned(store: Any, settings: Any, file: tuple[str, bytes], *asked: Any, **more: Any) -> bytes | None:
    """As etl/check_file.returned; None where the file takes too much."""
    if not is_large([file]):
        return check_file.returned(store, settings, file, *asked, **more)
    done: bytes | None = _apart("returned", (store, settings, file, *asked), more)
    return done


def is_large(files: Files) -> bool:
    """Whether files hold so much that checking them here would be felt by everybody."""
    return sum(gate(data).unpacked for _, data in files) > LARGE


def _exhausts(name: str) -> FileReport:
    return FileReport(shown_name(name), "", breaches=(breach("file_exhausts"),))


def _apart(what: str, asked: tuple[Any, ...], more: dict[str, Any]) -> Any:
    """The answer of a function of etl/check_file, from a process of its own; None where it gives none."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "etl.checking.check_apart"],
            input=pickle.dumps((what, asked, more)),
            capture_output=True,
            timeout=LONGEST_SECONDS,
            cwd=ROOT,
            env=os.environ.copy(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    # From our own code, and made of reports alone: the file itself was read by a child of that process.
    return pickle.loads(done.stdout) if done.returncode == 0 else None


def _limit_self() -> None:
    try:
        import resource
    except ImportError:  # on Windows the clock alone holds
        return
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS + 1))


def main() -> None:
    """Answer one question from standard input on standard output."""
    _limit_self()
    answers: dict[str, Callable[..., Any]] = {"check": check_file.check, "returned": check_file.returned}
    what, asked, more = pickle.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(pickle.dumps(answers[what](*asked, **more)))


if __name__ == "__main__":
    main()
