"""Why a file is not loaded, in sentences: faults, warnings without a reason, or that it is loaded already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.checking.check_file import CheckedFile
from etl.loading.already_loaded import already_loaded
from etl.loading.decisions import Decisions
from etl.loading.entry import force_of
from etl.loading.samples_apart import cannot_mix
from etl.publishing.plan import NewEntry
from etl.reports.report import Breach
from settings.model import Settings
from store.control import reading
from store.place import Store


def refusal(store: Store, settings: Settings, file: CheckedFile, decisions: Decisions) -> tuple[str, ...]:
    """Why a file cannot be loaded whatever is answered; empty where it can."""
    if not file.report.ok:
        return (_to_put_right(file, decisions),)
    foreign = cannot_mix(store, settings, force_of(file))
    return (foreign,) if foreign else ()


def unanswered(file: CheckedFile, decisions: Decisions) -> tuple[str, ...]:
    """Why a file is not loaded whose warnings nobody gave a reason for."""
    open_ones = decisions.not_accepted(file.report)
    return (_not_accepted(open_ones),) if open_ones else ()


def _to_put_right(file: CheckedFile, decisions: Decisions) -> str:
    """That nothing was loaded; and why rows could not be held back, where somebody asked for it."""
    what = "the rows below" if any(each.rows for each in file.report.errors) else "what is said below"
    said = f"Nothing of this file was loaded. Put right {what} and send it again."
    if not decisions.why_held(file.report.file_name):
        return said
    return f"{said} Its faults are of whole sheets or of every row of one, so no rows can be held back."


def _not_accepted(warnings: Sequence[Breach]) -> str:
    """Which warnings nobody gave a reason for, by code and sheet."""
    named = dict.fromkeys(f"{w.code} ({w.sheet})" if w.sheet else w.code for w in warnings)
    return (
        f"Nothing of this file was loaded, because it holds warnings without a reason: {', '.join(named)}. "
        "Put them right, or accept them with a reason (--accept)."
    )


def known_already(store: Store, file: CheckedFile, new: list[NewEntry]) -> str | None:
    """The sentence for bytes that were loaded before, or that come twice in one call."""
    rows = file if file.sheets else replace(file, sheets=file.good_rows)
    name, digest, force = file.report.file_name, file.report.sha256, force_of(rows)
    same = [entry.load for entry in new if entry.load.sha256 == digest and entry.load.force == force]
    if same and same[0].file_name == name:
        return f"{name} was given twice; it is loaded once."
    if same:
        return f"{name} is the same file as {same[0].file_name}, given with it; it is loaded once."
    with reading(store) as con:
        return already_loaded(con, name, force, digest)
