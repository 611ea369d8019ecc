"""The last load, whoever made it: a page, the command line or the watch of a folder.

Of one that a page began, what was sent and what its worker said is kept as long as its job is; of every other
what the history holds.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from store import history, jobs
from store.control import now
from store.history import LoadRecord
from store.jobs import JobStatus
from store.place import Store
from store.sent_together import sent_together


@dataclass(frozen=True)
class LastLoad:
    """A load as it was sent. `before` holds the headline figures then: (measure, month, value in words).

    `job` is "" and `before` empty where no page began it.
    """

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
    """The last load and what its worker said, or what the history holds of it; None before the first."""
    of_a_page, loads = _of_a_page(store), history.loads(store)
    if not loads or (of_a_page and _is_the_last(*of_a_page, loads[0])):
        return of_a_page
    return _of_the_history(loads, sent_together(store).get(loads[0].load_id, (loads[0].load_id,)))


def _is_the_last(sent: LastLoad, status: JobStatus, newest: LoadRecord) -> bool:
    """Whether nothing was loaded after what the page sent; where it was refused, that is the last word."""
    if status.state == jobs.RUNNING or newest.load_id in status.loads:
        return True
    if status.step == "stopped_after":  # it may have loaded, and died before it could say so
        return newest.loaded_by == sent.by or sent.at >= newest.loaded_at
    return not status.loads and sent.at >= newest.loaded_at


def _of_the_history(loads: Sequence[LoadRecord], together: Sequence[str]) -> tuple[LastLoad, JobStatus]:
    mine = [load for load in reversed(loads) if load.load_id in together]
    told = tuple(
        f"{load.file_name}: {load.records:,} {'record' if load.records == 1 else 'records'} "
        f"(load {load.load_id})."
        for load in mine
    )
    sent = LastLoad("", tuple(load.file_name for load in mine), mine[-1].loaded_by, mine[-1].loaded_at)
    ids = tuple(load.load_id for load in mine)
    return sent, JobStatus("", jobs.DONE, "done", 1.0, told[0], told, ids)


def _of_a_page(store: Store) -> tuple[LastLoad, JobStatus] | None:
    """The last load that a page began; None before the first, and once its job is forgotten."""
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
