"""What was dropped in a folder and lies still: a file that is being written is left until it is whole."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass

from etl.watch.folder import Folder, is_junction

LOOKS = 12  # beyond these a file that never ends holds back no other
PASSING_STARTS = (
    ".",
    "~$",
    "~",
)  # hidden; the mark of an open workbook; what Office writes before it renames
PASSING_ENDS = (
    ".tmp",
    ".temp",
    ".part",
    ".partial",
    ".filepart",
    ".crdownload",
    ".download",
    ".swp",
    ".lock",
    "~",
)
OF_THE_SYSTEM = ("desktop.ini", "thumbs.db")
OUR_OWN = ("done", "refused")
Wait = Callable[[float], bool]
"""Waits so many seconds; False as soon as somebody asks to stop."""


@dataclass(frozen=True)
class Arrival:
    """Something in the folder that lay still, as it was seen."""

    name: str
    seen: os.stat_result

    @property
    def what(self) -> str:
        """What it is where it is not a file of its own, in words; "" for a file."""
        if stat.S_ISLNK(self.seen.st_mode) or is_junction(self.seen):
            return "a link to another place"
        if not stat.S_ISREG(self.seen.st_mode):
            return "a pipe or a device"
        return "another name of a file that lies elsewhere (a hard link)" if self.seen.st_nlink > 1 else ""


@dataclass(frozen=True)
class Found:
    """What lay still, and by name what was left and why."""

    still: tuple[Arrival, ...] = ()
    left: tuple[tuple[str, str], ...] = ()


def settled(folder: Folder, still_for: float, wait: Wait) -> Found:
    """Look until nothing changes for `still_for` seconds: what is sent together is found together."""
    before = _look(folder)
    for _ in range(LOOKS):
        if not any(not stat.S_ISDIR(each.st_mode) for each in before.values()):
            return _found(folder, before, before)
        if not wait(still_for):
            return Found()
        now, earlier = _look(folder), before
        if _stamps(now) == _stamps(earlier):
            break
        before = now
    return _found(folder, now, earlier)


def _look(folder: Folder) -> dict[str, os.stat_result]:
    seen = {name: folder.look(name) for name in folder.names() if not _is_passing(name)}
    return {name: each for name, each in seen.items() if each is not None}


def _is_passing(name: str) -> bool:
    low = name.lower()
    return (
        low.startswith(PASSING_STARTS) or low.endswith(PASSING_ENDS) or low in OF_THE_SYSTEM or low in OUR_OWN
    )


def _stamps(seen: dict[str, os.stat_result]) -> dict[str, tuple[int, ...]]:
    return {name: _stamp(each) for name, each in seen.items()}


def _stamp(seen: os.stat_result) -> tuple[int, ...]:
    return (seen.st_ino, seen.st_mode, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)


def _found(folder: Folder, now: dict[str, os.stat_result], before: dict[str, os.stat_result]) -> Found:
    names, was = set(folder.names()), _stamps(before)
    still, left = [], []
    for name, seen in now.items():
        mark = next((m for m in (f"~${name}", f".~lock.{name}#") if m in names), "")
        if stat.S_ISDIR(seen.st_mode) and not is_junction(seen):
            left.append((name, "it is a folder. Put the files themselves here."))
        elif _stamp(seen) != was.get(name):
            left.append((name, "it is still being written."))
        elif mark:
            left.append((name, f"it is open in a spreadsheet program. If it is not, delete {mark}."))
        else:
            still.append(Arrival(name, seen))
    return Found(tuple(still), tuple(left))
