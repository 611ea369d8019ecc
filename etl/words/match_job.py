"""Changing or removing a match in the background, as a page begins it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from etl.publishing.publish import Tell
from etl.words.change_match import change
from store.jobs import DONE, JobStatus
from store.matches import Match
from store.place import Store


def plainly(match: Match, code: str | None, by: str) -> dict[str, Any]:
    """What is asked, as plain values to be written down for the worker; code None removes the match."""
    return {"do": "match", "match": asdict(match), "code": code, "by": by}


def done(store: Store, job: str, asked: Mapping[str, Any], tell: Tell) -> JobStatus:
    """Do it, and say what was done. Raises CannotChange, StoreBusy and StoreProblem."""
    match = Match(**asked["match"])
    made = change(store, match, asked["code"], asked["by"], tell)
    now = "is asked about again" if asked["code"] is None else "is read as you said from now on"
    figures = "Figures were published anew." if made else "No figure rests on it."
    said = f"“{match.text}” {now}. {figures}"
    return JobStatus(job, DONE, "done", 1.0, said, (said,), (), made.id if made else None)
