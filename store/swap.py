"""Putting one store in the place of another, so that a kill at any moment leaves the one or the other.

Beside STORE lie then `.STORE.restored-STAMP`, whole and not yet in place, and `STORE.before-STAMP`, moved
aside.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from store.durable import on_disk


def stamp() -> str:
    """What tells one restore from another: the time in UTC and four letters of chance."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}"


def ready(path: Path, which: str) -> Path:
    """Where a store that is whole waits to take the place of `path`."""
    return path.with_name(f".{path.name}.restored-{which}")


def aside(path: Path, which: str) -> Path:
    """Where the store that was at `path` is kept."""
    return path.with_name(f"{path.name}.before-{which}")


def waiting(path: Path) -> list[Path]:
    """Stores that are whole and never took the place of `path`: the restore was stopped before."""
    return sorted(path.parent.glob(f".{_exactly(path.name)}.restored-*"))


def move_aside(path: Path, which: str) -> None:
    """Move away the store at `path`, or an empty folder that stands for one."""
    if path.is_dir() and not any(path.iterdir()):
        path.rmdir()
    elif path.exists():
        path.rename(aside(path, which))
    on_disk(path.parent)


def move_in(path: Path, which: str) -> None:
    """Move the whole store in; where another process has finished it meanwhile, it is there already."""
    with suppress(FileNotFoundError):
        ready(path, which).rename(path)
    on_disk(path.parent)


def finish(path: Path) -> None:
    """End a restore that was stopped when the earlier store was away and the new one not yet in place."""
    if path.exists():
        return
    for whole in waiting(path):
        which = whole.name.partition(".restored-")[2]
        if aside(path, which).exists():
            move_in(path, which)
            return


def _exactly(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)
