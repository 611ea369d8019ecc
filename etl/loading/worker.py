"""Loads and undoings in a process of their own, so that a closed tab cannot cut one in half."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from etl.difference.model import Base
from etl.loading.cannot_undo import CannotUndo
from etl.words.cannot_change import CannotChange
from settings.problem import SettingsProblem
from store import Store, jobs, publications
from store.jobs import DONE, FAILED, REFUSED, JobStatus
from store.lock import StoreBusy
from store.place import StoreProblem, not_written

if TYPE_CHECKING:
    from etl.difference.model import Difference
    from etl.loading.load import LoadResult
    from store.matches import Match

MOVED = "moved"
ROOT = Path(__file__).resolve().parents[2]


def start(
    store: Store,
    files: Sequence[tuple[str, bytes]],
    by: str,
    decisions: Mapping[str, Any] | None = None,
    force: str | None = None,
    unit: str | None = None,
    seen: Base | None = None,
) -> str:
    """Begin to load files in the background; returns the job, for `status`.

    `decisions` as plain lists, as etl/loading/decisions.py reads them. `seen`: on what the difference stood
    that was looked at; where that has moved, nothing is loaded, and the job's last step is MOVED.
    """
    on = asdict(seen) if seen else None
    asked = {"do": "load", "by": by, "decisions": decisions, "force": force, "unit": unit, "seen": on}
    return _begin_with(store, files, asked)


def start_compare(
    store: Store,
    files: Sequence[tuple[str, bytes]],
    decisions: Mapping[str, Any] | None = None,
    force: str | None = None,
    unit: str | None = None,
) -> str:
    """Begin to work out what files would change, in the background; `difference` reads it when it is done."""
    asked = {"do": "compare", "decisions": decisions, "force": force, "unit": unit}
    return _begin_with(store, files, asked)


def difference(store: Store, job: str) -> Difference | None:
    """What a job that was begun by `start_compare` found; None until it is done, and a day later."""
    from etl.difference.written import from_text

    text = jobs.answer(store, job)
    return from_text(text) if text else None


def start_undo(store: Store, load: str | Sequence[str], by: str) -> str:
    """Begin to undo one load, or several in one step, in the background; returns the job, for `status`."""
    names = [load] if isinstance(load, str) else list(load)
    return _begin(store, jobs.new_job(store), {"do": "undo", "loads": names, "by": by})


def start_match(store: Store, match: Match, code: str | None, by: str) -> str:
    """Begin to let a word mean another code, or (None) to forget it; returns the job, for `status`."""
    from etl.words.match_job import plainly

    return _begin(store, jobs.new_job(store), plainly(match, code, by))


def start_release(store: Store, row: Sequence[Any], cells: Mapping[str, str], reason: str, by: str) -> str:
    """Begin to count a held row with cells typed anew, in the background; returns the job, for `status`."""
    asked = {"do": "release", "row": list(row), "cells": dict(cells), "reason": reason, "by": by}
    return _begin(store, jobs.new_job(store), asked)


def status(store: Store, job: str) -> JobStatus | None:
    """What the job last said: running, done, refused, failed or interrupted; None for an unknown job."""
    return jobs.read(store, job)


def _begin_with(store: Store, files: Sequence[tuple[str, bytes]], asked: dict[str, object]) -> str:
    job = jobs.new_job(store)
    folder = store.incoming / job
    try:
        for number, (_, content) in enumerate(files):
            (folder / f"{number:03d}").write_bytes(content)
    except OSError as reason:
        raise not_written(store, reason) from reason
    return _begin(store, job, {**asked, "names": [name for name, _ in files]})


def _begin(store: Store, job: str, asked: dict[str, object]) -> str:
    try:
        (store.incoming / job / "asked.json").write_text(json.dumps(asked), "utf-8")
    except OSError as reason:
        raise not_written(store, reason) from reason
    detached = (
        {"creationflags": 0x00000208}  # Windows: detached, in a process group of its own
        if os.name == "nt"
        else {"start_new_session": True}
    )
    worker = subprocess.Popen(
        [sys.executable, "-m", "etl", "work", job],
        cwd=ROOT,
        env={**os.environ, "PPU_STORE": str(store.path)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **detached,  # type: ignore[call-overload]
    )
    _STARTED.append(worker)
    _STARTED[:] = [each for each in _STARTED if each.poll() is None]  # let ended ones go
    return job


_STARTED: list[subprocess.Popen[bytes]] = []


def work(store: Store, job: str) -> JobStatus:
    """Do a job in this process, saying how far it is; the uploads are deleted when it ends."""
    with jobs.lock_of(store, job):
        folder = store.incoming / job
        asked = json.loads((folder / "asked.json").read_text("utf-8"))

        base = publications.current(store)
        begun = JobStatus(job, on=base.id if base else 0)

        def tell(step: str, fraction: float, message: str) -> None:
            with suppress(OSError):  # what cannot be told does not stop the work
                jobs.write(store, replace(begun, step=step, fraction=fraction, message=message))

        tell("starting", 0.02, "Starting.")
        ended = _end(job, lambda: _do(store, folder, asked, tell))
        jobs.write(store, ended)
        _forget(folder)
        return ended


def _do(store: Store, folder: Path, asked: dict, tell: Callable[[str, float, str], None]) -> JobStatus:
    # Read here and not above: the page is told that the work has begun before this takes its second.
    from etl.loading.decisions import from_plain
    from etl.loading.load import load
    from etl.loading.undo import undo

    if asked["do"] == "undo":
        made = undo(store, asked["loads"], asked["by"], tell)
        said = (_undone(asked["loads"]),)
        return JobStatus(folder.name, DONE, "done", 1.0, said[0], said, (), made.id)
    if asked["do"] == "release":
        from etl.holding.release import done as released

        return released(store, folder.name, asked, tell)
    if asked["do"] == "match":
        from etl.words.match_job import done

        return done(store, folder.name, asked, tell)
    files = [(name, (folder / f"{number:03d}").read_bytes()) for number, name in enumerate(asked["names"])]
    if asked["do"] == "compare":
        return _compared(store, folder.name, files, asked, tell)
    result = load(
        store,
        files,
        asked["by"],
        from_plain(asked["decisions"]),
        asked["force"],
        tell,
        asked["unit"],
        Base(**asked["seen"]) if asked["seen"] else None,
    )
    return _of(folder.name, result)


def _compared(store: Store, job: str, files: list, asked: dict, tell: Callable) -> JobStatus:
    from etl.difference.compare import compare
    from etl.difference.written import to_text
    from etl.loading.decisions import from_plain

    decisions = from_plain(asked["decisions"])
    found = compare(store, files, decisions, asked["force"], tell, asked["unit"])
    jobs.keep_answer(store, job, to_text(found))
    return JobStatus(job, DONE, "done", 1.0, "What would change is shown.", found.said)


def _undone(loads: Sequence[str]) -> str:
    if len(loads) == 1:
        return f"Load {loads[0]} was undone."
    return f"Loads {', '.join(loads[:-1])} and {loads[-1]} were undone."


def _of(job: str, result: LoadResult) -> JobStatus:
    why = [f"{refused.file_name}: {sentence}" for refused in result.refused for sentence in refused.why]
    state = REFUSED if result.moved or (result.refused and not result.loads) else DONE
    said = (*result.said, *why)
    return JobStatus(
        job,
        state,
        MOVED if result.moved else "done",
        1.0,
        said[0] if said else "",
        said,
        result.loads,
        result.publication_id,
    )


def _end(job: str, do: Callable[[], JobStatus]) -> JobStatus:
    failed = JobStatus(job, FAILED, "done", 1.0)
    try:
        return do()
    except (CannotUndo, CannotChange) as reason:
        return replace(failed, state=REFUSED, message=str(reason), said=(str(reason),))
    except (StoreBusy, StoreProblem, SettingsProblem) as reason:
        return replace(failed, message=str(reason), said=(str(reason),))
    except Exception as reason:
        says = f"The load could not be finished, and nothing was changed ({type(reason).__name__})."
        return replace(failed, message=says, said=(says,))


def _forget(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
