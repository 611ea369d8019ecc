"""A folder held open: what lies in it is looked at, read and moved, and no link in it leads anywhere.

Whoever may drop a file may also drop a link, a pipe or a second name of somebody else's file, and may put one
in another's place between two looks. So everything is done beside the handle of the folder, by names of one
part; nothing is followed, nothing is opened twice, and nothing that stands is written over.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.watch.safe_name import numbered, safe_name

BY_HANDLE = os.open in os.supports_dir_fd and os.listdir in os.supports_fd  # Windows has no such handles
# Opening a pipe would wait for whoever writes to it.
NEVER_FOLLOW = sum(getattr(os, each, 0) for each in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))


class FolderProblem(Exception):
    """The folder cannot be used as it is; the text says why and what to do."""


def same(now: os.stat_result | None, seen: os.stat_result) -> bool:
    """Whether a name leads to the file that was seen. Once it was moved: a move renews the time of change."""
    return now is not None and all(
        getattr(now, each) == getattr(seen, each) for each in ("st_ino", "st_size", "st_mtime_ns")
    )


def untouched(now: os.stat_result | None, seen: os.stat_result) -> bool:
    """Whether it has not been written to either since it was seen: nobody can set the time of change back."""
    return same(now, seen) and now is not None and now.st_ctime_ns == seen.st_ctime_ns


@dataclass(frozen=True)
class Folder:
    """A folder by its path, and by its handle where the system has one. Names in it are of one part."""

    path: Path
    handle: int | None = None

    def names(self) -> list[str]:
        """Everything that lies in it, by name, in order."""
        return sorted(os.listdir(self.path if self.handle is None else self.handle))

    def look(self, name: str) -> os.stat_result | None:
        """What a name is, of a link the link itself; None where it is gone."""
        try:
            found: os.stat_result = self._do(os.stat, name, follow_symlinks=False)
            return found
        except FileNotFoundError:
            return None

    def is_where_it_was(self) -> bool:
        """Whether its path still leads to it: it may be moved away, or another mounted over it."""
        try:
            now = os.stat(self.path)
            held = os.stat(self.path if self.handle is None else self.handle)
        except OSError:
            return False
        return (now.st_dev, now.st_ino) == (held.st_dev, held.st_ino) and stat.S_ISDIR(now.st_mode)

    def open(self, name: str, how: int = os.O_RDONLY, mode: int = 0o600) -> int:
        """A descriptor of a file in it. Raises OSError for a link."""
        descriptor: int = self._do(os.open, name, how | NEVER_FOLLOW, mode)
        return descriptor

    def write_new(self, name: str, content: bytes, mode: int) -> None:
        """Write a file that was not there, whole or not at all. Raises OSError."""
        try:
            with os.fdopen(self.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as made:
                made.write(content)
                made.flush()
                os.fsync(made.fileno())
        except FileExistsError:
            raise
        except OSError:
            self.remove(name)
            raise

    def remove(self, name: str) -> None:
        """Take a file out that we put there; nothing where that cannot be."""
        with suppress(OSError):
            self._do(os.unlink, name)

    def inside(self, name: str) -> Folder:
        """A folder in it, made where there is none. Raises FolderProblem where it is something else."""
        try:
            with suppress(FileExistsError):
                self._do(os.mkdir, name)
            found = self.look(name)
            if found is None or not stat.S_ISDIR(found.st_mode) or is_junction(found):
                raise FolderProblem(f"{self.path / name} must be a folder, and is not. Move it away.")
            handle = self.open(name, os.O_RDONLY | os.O_DIRECTORY) if self.handle is not None else None
        except OSError as reason:
            raise FolderProblem(f"{self.path / name} cannot be used: {reason.strerror}.") from reason
        return Folder(self.path / name, handle)

    def close(self) -> None:
        """Let the handle go."""
        if self.handle is not None:
            os.close(self.handle)

    def move(self, name: str, to: Folder, new_name: str, seen: os.stat_result) -> bool:
        """Move what was seen to a name that is free; False, and it stays, where another has taken its place.

        Raises OSError, with everything as it was.
        """
        os.close(to.open(new_name, os.O_WRONLY | os.O_CREAT | os.O_EXCL))  # now nothing else can be there
        try:
            moved = untouched(self.look(name), seen) and self._move_over(name, to, new_name, seen)
        except OSError:
            to.remove(new_name)
            raise
        if not moved:
            to.remove(new_name)
            return False
        self._on_disk()
        to._on_disk()
        return True

    def _move_over(self, name: str, to: Folder, new_name: str, seen: os.stat_result) -> bool:
        try:
            self._rename(name, to, new_name)
        except OSError as reason:
            if reason.errno != errno.EXDEV or not stat.S_ISREG(seen.st_mode):
                raise
            return self._carry(name, to, new_name, seen)
        if same(to.look(new_name), seen):
            return True
        self._take_back(name, to, new_name)
        return False

    def _carry(self, name: str, to: Folder, new_name: str, seen: os.stat_result) -> bool:
        """Copy to another file system what cannot be renamed, and only then let go of it here."""
        with os.fdopen(self.open(name), "rb") as source:
            with os.fdopen(to.open(new_name, os.O_WRONLY | os.O_TRUNC), "wb") as target:
                shutil.copyfileobj(source, target)
                if self.handle is not None:
                    os.fchmod(target.fileno(), seen.st_mode & 0o777)
                target.flush()
                os.fsync(target.fileno())
            if not (untouched(os.fstat(source.fileno()), seen) and same(self.look(name), seen)):
                return False
        self._do(os.unlink, name)
        return True

    def _take_back(self, name: str, to: Folder, new_name: str) -> None:
        """Give back what slipped under a name in the moment of the move: nobody has read it yet."""
        choice, number = name, 1
        while True:
            try:
                os.close(self.open(choice, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                number += 1
                choice = numbered(safe_name(name), number)
            else:
                return to._rename(new_name, self, choice)

    def _rename(self, name: str, to: Folder, new_name: str) -> None:
        if self.handle is None:
            os.replace(self.path / name, to.path / new_name)
        else:
            os.rename(name, new_name, src_dir_fd=self.handle, dst_dir_fd=to.handle)

    def _on_disk(self) -> None:
        if self.handle is not None:
            with suppress(OSError):  # some network folders cannot
                os.fsync(self.handle)

    def _do(self, what: Callable[..., Any], name: str, *more: Any, **named: Any) -> Any:
        if os.path.basename(name) != name or name in ("", ".", ".."):
            raise ValueError("a name in a folder is of one part")
        if self.handle is None:
            return what(self.path / name, *more, **named)
        return what(name, *more, dir_fd=self.handle, **named)


def is_junction(found: os.stat_result) -> bool:
    """Whether it is one of the links that only Windows has."""
    return bool(getattr(found, "st_reparse_tag", 0))


def open_folder(path: Path) -> Folder:
    """Hold a folder that is there. Raises FolderProblem."""
    try:
        place = path.expanduser().resolve(strict=True)
        if not place.is_dir():
            raise FolderProblem(f"{place} is not a folder. Name the folder that returns are dropped in.")
        handle = os.open(place, os.O_RDONLY | os.O_DIRECTORY | NEVER_FOLLOW) if BY_HANDLE else None
        found = Folder(place, handle)
        found.names()
    except (OSError, RuntimeError, ValueError) as reason:  # not there, a ring of links, NUL in the name
        said = getattr(reason, "strerror", None) or reason
        raise FolderProblem(
            f"The folder {path} cannot be used: {said}. Make it, or name another."
        ) from reason
    return found
