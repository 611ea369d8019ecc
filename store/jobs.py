"""What a worker in another process last said about its job, and whether it still lives."""

from __future__ import annotations

import json
import os
import secrets
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from store import publications
from store.place import Store, not_written
from store.troubles import says

RUNNING, DONE, REFUSED, FAILED, INTERRUPTED = "running", "done", "refused", "failed", "interrupted"
WAITING = "waiting"
SECONDS_TO_START = 60
KEPT_SECONDS = 24 * 60 * 60


@dataclass(frozen=True)
class JobStatus:
    """A job as last heard of. `fraction` runs from 0 to 1; `said` holds whole sentences for a person.

    `on` is the publication that was current when the work began.
    """

    job: str
    state: str = RUNNING
    step: str = WAITING
    fraction: float = 0.0
    message: str = ""
    said: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    publication_id: int | None = None
    on: int | None = None


def new_job(store: Store) -> str:
    """A name for a job, and the folder where its uploads wait.

    Raises StoreProblem where the disk is full or the store may not be written.
    """
    job = secrets.token_hex(8)
    try:
        write(store, JobStatus(job))  # first: a folder without a job is swept away
        (store.incoming / job).mkdir(mode=0o700)
    except OSError as reason:
        raise not_written(store, reason) from reason
    return job


def lock_of(store: Store, job: str) -> FileLock:
    """The lock a worker holds as long as it lives."""
    return FileLock(_file(store, job).with_suffix(".lock"), mode=0o600)


def is_alive(store: Store, job: str) -> bool:
    """Whether the worker of this job still runs: the system frees its lock when it dies."""
    lock = lock_of(store, job)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:  # a worker could not have made its lock either
        return False
    lock.release()
    return False


def write(store: Store, status: JobStatus) -> None:
    """Replace what is known of a job in one step: a reader sees the old or the new."""
    file = _file(store, status.job)
    half = file.with_suffix(f".{secrets.token_hex(4)}.tmp")
    half.write_text(json.dumps(asdict(status)), "utf-8")
    os.replace(half, file)


def read(store: Store, job: str) -> JobStatus | None:
    """What the worker last said; 'interrupted' when it died before the end; None for an unknown job."""
    status = _said(store, job)
    if status is None or status.state != RUNNING or is_wanted(store, job):
        return status
    again = _said(store, job)  # it may have ended between the two looks
    if again is not None and again.state != RUNNING:
        return again
    code = _stopped(store, status)
    return replace(status, state=INTERRUPTED, step=code, message=says(code))


def _stopped(store: Store, status: JobStatus) -> str:
    """A worker may die after it published and before it could say so."""
    now = publications.current(store)
    as_it_was = status.step == WAITING or (now.id if now else 0) == status.on
    return "stopped" if as_it_was else "stopped_after"


def keep_answer(store: Store, job: str, text: str) -> None:
    """Keep what a job found, for whoever asked; it goes when the job is forgotten."""
    file = _answer(store, job)
    half = file.with_suffix(f".{secrets.token_hex(4)}.tmp")
    half.write_text(text, "utf-8")
    os.replace(half, file)


def answer(store: Store, job: str) -> str | None:
    """What the job found; None where it found nothing, or is not known any more."""
    try:
        return _answer(store, job).read_text("utf-8")
    except (OSError, ValueError):
        return None


def forget_ended(store: Store) -> list[str]:
    """Delete what is known of jobs that ended over a day ago; their names. The history keeps the loads."""
    old = [
        file.stem
        for file in store.jobs.glob("*.json")
        if time.time() - file.stat().st_mtime > KEPT_SECONDS and not is_wanted(store, file.stem)
    ]
    for job in old:
        for file in store.jobs.glob(f"{job}.*"):
            file.unlink(missing_ok=True)
    return old


def is_wanted(store: Store, job: str) -> bool:
    """Whether a worker runs for this job, or may still be starting."""
    return is_alive(store, job) or _is_starting(store, job)


def _is_starting(store: Store, job: str) -> bool:
    status = _said(store, job)
    if status is None or status.state != RUNNING or status.step != WAITING:
        return False
    return time.time() - _file(store, job).stat().st_mtime < SECONDS_TO_START


def _said(store: Store, job: str) -> JobStatus | None:
    try:
        said = json.loads(_file(store, job).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return JobStatus(**{**said, "said": tuple(said["said"]), "loads": tuple(said["loads"])})


def _answer(store: Store, job: str) -> Path:
    return _file(store, job).with_suffix(".txt")


def _file(store: Store, job: str) -> Path:
    if not job.isalnum():
        raise ValueError("a job name is letters and digits")
    return store.jobs / f"{job}.json"
