"""An answered file goes to done or refused, with its report beside it; it stays where that cannot be."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.faults import point
from etl.watch.arrivals import Arrival
from etl.watch.folder import Folder
from etl.watch.safe_name import numbered, safe_name

REPORT, TO_PUT_RIGHT = ".report.txt", ".to-put-right.xlsx"
DONE, REFUSED = "done", "refused"
Says = Callable[[Path, str], str]
"""The report of a file that is put under a path, and whose marked workbook has a name ("": it has none)."""


@dataclass(frozen=True)
class PutAway:
    """Where a file went, inside the folder; `stays` where another took its place before it could go."""

    place: str
    stays: bool = False


def put_away(
    folder: Folder, kind: str, day: date, arrival: Arrival, says: Says, workbook: bytes | None = None
) -> PutAway:
    """Write the report and the marked workbook, then move the file. Raises OSError and FolderProblem.

    The report comes first: a file that is gone without one tells nobody anything.
    """
    above = folder.inside(kind)
    try:
        target = above.inside(day.isoformat())
    finally:
        above.close()
    try:
        name = _free(target, safe_name(arrival.name))
        # Whoever may read the file may read what is said of it, and nobody else.
        mode = arrival.seen.st_mode & 0o666 | 0o600 if not arrival.what else 0o644
        beside = {f"{name}{REPORT}": says(target.path / name, f"{name}{TO_PUT_RIGHT}" if workbook else "")}
        contents = {each: text.encode("utf-8", "replace") for each, text in beside.items()}
        contents |= {f"{name}{TO_PUT_RIGHT}": workbook} if workbook else {}
        stays = not _moved(folder, arrival, target, name, contents, mode)
    finally:
        target.close()
    return PutAway(f"{kind}/{day.isoformat()}/{name}", stays)


def _moved(
    folder: Folder, arrival: Arrival, target: Folder, name: str, beside: dict[str, bytes], mode: int
) -> bool:
    written: list[str] = []
    try:
        for each, content in beside.items():
            target.write_new(each, content, mode)
            written.append(each)
        point("watch_told")
        moved = folder.move(arrival.name, target, name, arrival.seen)
        point("watch_moved")
        return moved
    except OSError:
        for each in written:
            target.remove(each)
        raise


def _free(target: Folder, name: str) -> str:
    """The name, with a number where it or what stands beside it is there already."""
    taken = {os.path.normcase(each).casefold() for each in target.names()}
    number = 1
    while any(f"{numbered(name, number)}{end}".casefold() in taken for end in ("", REPORT, TO_PUT_RIGHT)):
        number += 1
    return numbered(name, number)
