"""The last load that a page began: what was sent, by whom and when, kept as long as its job is."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from store import jobs
from store.control import now
from store.jobs import JobStatus
from store.place import Store


@dataclass(frozen=True)
class LastLoad:
    """A load as it was sent. `before` holds the headline figures then: (measure, month, value in words)."""

    job: str
    names: tuple[str, ...]
    by: str
    at: str
    before: tuple[tuple[str, str, str], ...] = ()


def remember(store: Store, job: str, names: tuple[str, ...], by: str, before: tuple) -> None:
    """Keep what was sent, in place of what was kept before."""
    file = _file(store)
    half = file.with_suffix(f".{secrets.token_hex(4)}.tmp")
    half.write_text(json.dumps(asdict(LastLoad(job, names, by, now(), before))), "utf-8")
    os.replace(half, file)


def last(store: Store) -> tuple[LastLoad, JobStatus] | None:
    """The last load and what its worker said; None before the first, and once the job is forgotten."""
    try:
        held = json.loads(_file(store).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    status = jobs.read(store, held["job"])
    if status is None:
        return None
    before = tuple((measure, month, value) for measure, month, value in held["before"])
    return LastLoad(held["job"], tuple(held["names"]), held["by"], held["at"], before), status


def _file(store: Store) -> Path:
    return store.jobs / "last-load.txt"
