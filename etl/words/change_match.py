"""Removing or changing what a word was agreed to mean; the figures that rest on it are published anew."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pandas as pd

import contracts
from etl import in_memory
from etl.loading import claims
from etl.publishing import plan as planning
from etl.publishing.codes import Codes
from etl.publishing.plan import Change, Plan
from etl.publishing.publish import Tell, publish, settings_of, silent
from etl.words.cannot_change import CannotChange
from etl.words.rests_on import Rests, rests_on, settings_after
from settings.remembered import LEFT_OUT
from store import clean, matches
from store.control import reading, transaction
from store.coverage import Scope
from store.lock import writing
from store.matches import Agreed, Match
from store.place import Store
from store.publications import Publication


def change(store: Store, match: Match, code: str | None, by: str, tell: Tell = silent) -> Publication | None:
    """Remove a match (code None), or let the word mean another code; publishes where loaded rows rest on it.

    Raises CannotChange, StoreBusy and StoreProblem, each with nothing changed.
    """
    with writing(store):
        clean.unreferenced(store)
        if match not in matches.remembered(store, match.force):
            raise CannotChange("This match was changed or removed by somebody else. Look at the list again.")
        rests = rests_on(store, match)
        if code == LEFT_OUT and rests.loads:
            raise CannotChange(
                "Rows that are loaded hold this word. Undo the loads that hold them "
                f"({', '.join(rests.loads)}), change the match, and send their files again."
            )
        asked = _change(store, match, code, rests)
        if rests.loads:
            settings = settings_after(settings_of(store), match, code)
            return publish(store, settings, asked, by, _note(match, code), tell)
        with transaction(store) as con:
            _without_figures(con, match, code, by)
    return None


def _without_figures(con: sqlite3.Connection, match: Match, code: str | None, by: str) -> None:
    if code is None:
        matches.remove(con, match, by)
    else:
        matches.write(con, match.force, (Agreed(replace(match.word, code=code)),), by)


def _note(match: Match, code: str | None) -> str:
    return f"{'Removed' if code is None else 'Changed'} a match of {match.list_name}"


def _change(store: Store, match: Match, code: str | None, rests: Rests) -> Change:
    if code is None:
        return Change(everything=True, forgotten=(match,))
    restated = ((match.force, Agreed(replace(match.word, code=code))),)
    reclaimed = _reclaimed(store, match, code, rests) if match.list_name == "units" else ()
    return Change(everything=True, restated=restated, reclaimed=reclaimed)


def _reclaimed(
    store: Store, match: Match, code: str, rests: Rests
) -> tuple[tuple[str, frozenset[Scope]], ...]:
    """What the loads speak for once the word means another unit: that unit, and the former no longer."""
    settings = settings_of(store)
    before, after = Codes(settings), Codes(settings_after(settings, match, code))
    with reading(store) as con:
        plan = planning.make(con, Change(everything=True))
    found = []
    for load_id in rests.loads:
        sheets = _units_sent(store, plan, load_id)
        was, now = claims.scopes(before, sheets), claims.scopes(after, sheets)
        held = {claim.scope for claim in plan.claims if claim.load_id == load_id}
        found.append((load_id, frozenset((held - (was - now)) | (now - was))))
    return tuple(found)


def _units_sent(store: Store, plan: Plan, load_id: str) -> dict[str, list[pd.DataFrame]]:
    """The units that each sheet of a load names, as it sent them."""
    (record,) = [each for each in plan.loads if each.load_id == load_id]
    sheets: dict[str, list[pd.DataFrame]] = {}
    for sheet in record.sheets:
        named = contracts.dataset(sheet.dataset).column_names
        units = [name for name in ("unit", "from_unit", "to_unit") if name in named]
        columns = ", ".join(f'"{name}"' for name in ("force", "month_end", *units))
        with in_memory.cursor() as con:
            rows = con.execute(
                f"SELECT DISTINCT {columns} FROM read_parquet($file) ORDER BY ALL",
                {"file": str(store.rows_file(sheet.file))},
            ).fetchall()
        frame = pd.DataFrame(rows, columns=["force", "month_end", *units], dtype=object)
        sheets.setdefault(sheet.dataset, []).append(frame)
    return sheets
