"""From a checked file to a new load: its rows kept, and what they speak for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from contracts import DATASETS
from etl.checking.check_file import CheckedFile
from etl.checking.staged import StagedSheet
from etl.holding.held_rows import keep_held
from etl.loading import claims
from etl.loading.accept import AcceptedSheet, NewLoad, accept_rows
from etl.loading.decisions import Decisions
from etl.publishing.codes import Codes
from etl.publishing.plan import Accepted, NewEntry
from etl.reports.report import Breach
from etl.words.agreed import agreed_in
from settings.model import Settings
from settings.remembered import with_answers
from store.control import now, reading
from store.history import MANY_FORCES
from store.place import Store


def force_of(file: CheckedFile) -> str:
    """The one force that a file is from; MANY_FORCES for a publication about several."""
    named = {sheet.force for sheet in file.sheets if not sheet.dataset.published}
    return named.pop() if len(named) == 1 else MANY_FORCES


def knowing(settings: Settings, file: CheckedFile, decisions: Decisions) -> Settings:
    """The settings with what a load of the file is to remember; the same ones where it is nothing."""
    agreed = agreed_in(file.report, decisions.words)
    return with_answers(settings, force_of(file), (each.word for each in agreed)) if agreed else settings


def entry_of(
    store: Store,
    settings: Settings,
    codes: Codes,
    file: CheckedFile,
    by: str,
    decisions: Decisions,
    before: int,
) -> NewEntry:
    """Keep the rows of a checked file under a new load. `before` loads of the same step stand before it."""
    seq = _next(store) + before
    load = NewLoad(
        seq, f"L{seq:05d}", force_of(file), file.sheets[0].dataset.workbook, file.report.file_name,
        file.report.sha256, by, now(),
    )  # fmt: skip
    sheets = tuple(_sheet(store, settings, load, file, position) for position in range(len(file.sheets)))
    name = file.report.file_name
    warnings = tuple(
        Accepted(w.code, w.dataset, w.sheet, w.says, len(w.cells), decisions.why_accepted(name, w), units)
        for w in file.report.warnings
        for units in (_units(file.sheets, w),)
    )
    held = tuple(keep_held(store, settings, load, each, decisions.why_held(name)) for each in file.held)
    agreed = agreed_in(file.report, decisions.words)
    scopes = claims.scopes(codes, _by_dataset(sheets))
    return NewEntry(load, sheets, scopes, warnings, held, agreed=agreed)


def _units(sheets: Sequence[StagedSheet], warning: Breach) -> tuple[str, ...]:
    """The units whose rows a warning is about; none where it is about the sheet."""
    rows = set(warning.rows)
    found = {
        unit
        for sheet in sheets
        if (sheet.dataset.name, sheet.sheet) == (warning.dataset, warning.sheet)
        for row in sheet.rows
        if row.row_number in rows
        for unit in row.units
    }
    return tuple(sorted(found))


def _by_dataset(sheets: tuple[AcceptedSheet, ...]) -> dict[str, list[pd.DataFrame]]:
    found: dict[str, list[pd.DataFrame]] = {}
    for sheet in sheets:
        found.setdefault(sheet.record.dataset, []).append(sheet.rows)
    return found


def not_kept(store: Store, entry: NewEntry) -> None:
    """Delete the rows that were kept of a file which is not loaded after all."""
    held = {row.file for each in entry.held for row in each.rows}
    for name in (*(sheet.record.file for sheet in entry.sheets), *held):
        (store.new_rows / name).unlink(missing_ok=True)


def never_counted(entry: NewEntry) -> tuple[str, ...]:
    """Why a file is refused whose rows nothing would ever count; empty for every file as it should be."""
    return tuple(
        f"The rows of {DATASETS[dataset].title} for {month} name no unit that this file speaks for. "
        "Nothing of this file was loaded; send that sheet as a file of its own."
        for dataset, month in claims.unclaimed(entry.scopes, _by_dataset(entry.sheets))
    )


def _sheet(
    store: Store, settings: Settings, load: NewLoad, file: CheckedFile, position: int
) -> AcceptedSheet:
    staged = file.sheets[position]
    rows = pd.DataFrame(staged.records(), dtype=object)
    if "month_end" not in rows and staged.month_end:
        rows["month_end"] = staged.month_end
    ignored, held = _not_loaded(file, staged)
    kept = accept_rows(
        store,
        settings,
        load,
        staged.dataset.name,
        rows,
        sheet=staged.sheet,
        rows_ignored=ignored,
        rows_held=held,
    )
    return replace(kept, sent=_sent(staged)) if staged.dataset.published else kept


def _sent(staged: StagedSheet) -> int:
    """The rows of the file that the rows of a national table are sums of."""
    return len({number for row in staged.rows for number in row.rows_in_file})


def _not_loaded(file: CheckedFile, staged: StagedSheet) -> tuple[int, int]:
    """Rows left out and held back; of counts made from a list of cases the counts, not the cases."""
    place = (staged.dataset.name, staged.sheet)
    if staged.counted:
        held = (h.sheet.rows for h in file.held if (h.sheet.dataset.name, h.sheet.sheet) == place)
        return 0, sum(map(len, held))
    counts = [r for r in file.report.sheets if (r.dataset, r.sheet) == place]
    return (counts[0].rows_ignored, counts[0].rows_held) if counts else (0, 0)


def _next(store: Store) -> int:
    with reading(store) as con:
        return int(con.execute("SELECT coalesce(max(seq), 0) + 1 FROM load").fetchone()[0])
