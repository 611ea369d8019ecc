"""Loading files: check each, write the rows of those that may load, publish them together in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from contracts.live_crimes import list_of
from etl.checking.check_file import CheckedFile, checked, told_beside_the_store
from etl.checking.same_return import SentBefore, with_the_same_return
from etl.difference.base import base_now
from etl.difference.model import Base
from etl.faults import point
from etl.holding.held_rows import KeptHeld
from etl.loading.decisions import NONE, Decisions
from etl.loading.entry import entry_of, knowing, never_counted, not_kept
from etl.loading.refusal import known_already, refusal, unanswered
from etl.loading.replaced import replaced
from etl.loading.same_content import same_content
from etl.loading.samples_apart import cannot_mix
from etl.publishing.codes import Codes
from etl.publishing.plan import Change, NewEntry
from etl.publishing.publish import Tell, publish, said_plainly, settings_of, silent
from etl.reports.report import FileReport
from etl.words import agreed
from etl.words.agreed import settings_with
from settings.model import Settings
from store import clean
from store.lock import writing
from store.place import Store
from store.troubles import says

MOVED = says("looked_at_moved")


@dataclass(frozen=True)
class Refused:
    """A file that was not loaded: its report where it was read, and why in sentences."""

    file_name: str
    why: tuple[str, ...]
    report: FileReport | None = None


@dataclass(frozen=True)
class Answer:
    """What came of one file: its report, the load it made (None where nothing changed), and its sentences."""

    report: FileReport
    said: tuple[str, ...]
    refused: bool = False
    load_id: str | None = None


@dataclass(frozen=True)
class LoadResult:
    """What came of a call. `publication_id` is None where nothing changed; `said` holds sentences.

    `moved`: nothing was loaded, because what would change is no longer what was looked at. `answers`: one
    for each file that was read, in the order in which the files were given.
    """

    loads: tuple[str, ...] = ()
    publication_id: int | None = None
    refused: tuple[Refused, ...] = ()
    said: tuple[str, ...] = ()
    moved: bool = False
    answers: tuple[Answer, ...] = ()


def load(
    store: Store,
    files: Sequence[tuple[str, bytes]],
    by: str,
    decisions: Decisions = NONE,
    force: str | None = None,
    tell: Tell = silent,
    unit: str | None = None,
    seen: Base | None = None,
) -> LoadResult:
    """Load each (name, bytes) all or nothing, and publish those that may load together.

    `unit` is whose record a sheet is that may name its units and names none; else it is the whole force's.
    `decisions` say for which reasons warnings are accepted; a file with a warning without one is refused.
    `seen` is what the difference stood on that was looked at: where that has moved, nothing is loaded.
    Raises StoreBusy, StoreProblem and SettingsProblem, each with nothing changed.
    """
    settings = settings_of(store)
    tell("checking", 0.1, "Checking the files.")
    foreign = cannot_mix(store, settings, force)
    if foreign:
        return LoadResult(refused=tuple(Refused(name, (foreign,)) for name, _ in files))

    def check_with(held: Settings) -> list[CheckedFile]:
        known, words = settings_with(held, force, decisions.words), decisions.words
        return checked(known, files, force, unit=unit, words=words, heard=_each_checked(tell, len(files)))

    read = check_with(settings)
    with writing(store), said_plainly(store):
        point("lock_held")
        clean.unreferenced(store)
        now = settings_of(store)
        if seen is not None and seen != base_now(store, now):
            return LoadResult(said=(MOVED,), moved=True)
        clash = agreed.clashes(now, force, decisions.words)
        if clash:
            return LoadResult(refused=tuple(Refused(name, (clash,)) for name, _ in files))
        if now != settings:  # somebody agreed on words, or set something, while the files were read
            read = check_with(now)
        return _load(store, now, read, by, decisions, tell)


def _each_checked(tell: Tell, files: int) -> Callable[[int], None]:
    """Tells how many of the files are checked."""
    return lambda done: tell("checking", 0.1 + 0.2 * done / files, f"Checked {done} of {_files(files)}.")


def _files(files: int) -> str:
    return "1 file" if files == 1 else f"{files} files"


@dataclass(frozen=True)
class Accepted:
    """Checked files with their rows kept, those that are refused, and what is said of the others.

    `answers` are of every file in its order; of one to load the sentences are only told once it is published.
    `settings` are those that the rows are read with: with the words that the new loads remember.
    """

    new: tuple[NewEntry, ...]
    refused: tuple[Refused, ...]
    said: tuple[str, ...]
    settings: Settings
    answers: tuple[Answer, ...] = ()


def accepted(
    store: Store, settings: Settings, read: list[CheckedFile], by: str, decisions: Decisions, tell: Tell
) -> Accepted:
    """Keep the rows of each checked file that may be loaded. Hold the store's lock, or write apart."""
    new: list[NewEntry] = []
    answers: list[Answer] = []
    for number, file in enumerate(read):
        if not file.report.ok and decisions.why_held(file.report.file_name):
            file = file.holding_back()
        report = told_beside_the_store(store, file, new)
        earlier = [SentBefore(e.load.file_name, e.load.sha256, e.scopes) for e in new]
        file = replace(file, report=with_the_same_return(settings, report, file.sheets, earlier))
        tell("accepting", 0.3 + 0.3 * number / len(read), _keeping(file, number, len(read)))
        # What is loaded already needs no answer again: that is said before anything is asked.
        known, why = known_already(store, file, new), refusal(store, settings, file, decisions)
        if known or why:
            answers.append(Answer(file.report, (known,) if known else why, refused=not known))
            continue
        learnt = knowing(settings, file, decisions)
        entry = entry_of(store, learnt, Codes(learnt), file, by, decisions, len(new))
        same = same_content(store, Codes(learnt), entry)
        lost = never_counted(entry) or (() if same else unanswered(file, decisions))
        if lost or same:
            not_kept(store, entry)
            answers.append(Answer(file.report, lost or (same or "",), refused=bool(lost)))
        else:
            settings = learnt
            new.append(entry)
            answers.append(Answer(file.report, (), load_id=entry.load.load_id))
    refused = tuple(Refused(a.report.file_name, a.said, a.report) for a in answers if a.refused)
    said = tuple(sentence for a in answers if not a.refused for sentence in a.said)
    return Accepted(tuple(new), refused, said, settings, tuple(answers))


def _load(
    store: Store, settings: Settings, read: list[CheckedFile], by: str, decisions: Decisions, tell: Tell
) -> LoadResult:
    kept = accepted(store, settings, read, by, decisions, tell)
    new, refused, said = kept.new, kept.refused, kept.said
    if not new:
        return LoadResult(refused=refused, said=said, answers=kept.answers)
    replacing = {entry.load.load_id: tuple(replaced(store, entry)) for entry in new}
    note = "Loaded " + ", ".join(entry.load.file_name for entry in new)
    made = publish(store, kept.settings, Change(new), by, note, tell)
    learnt = {e.load.load_id: tuple(agreed.told(kept.settings, e.load.force, e.agreed)) for e in new}
    loaded = {e.load.load_id: (_loaded(e),) for e in new}
    parts = (loaded, replacing, learnt)
    answers = tuple(
        replace(a, said=tuple(s for part in parts for s in part[a.load_id])) if a.load_id else a
        for a in kept.answers
    )
    told = (sentence for part in parts for each in part.values() for sentence in each)
    return LoadResult(tuple(loaded), made.id, refused, (*said, *told), answers=answers)


def _keeping(file: CheckedFile, number: int, files: int) -> str:
    which = f" ({number + 1} of {_files(files)})" if files > 1 else ""
    return f"Keeping the rows of {file.report.file_name}{which}."


def _loaded(entry: NewEntry) -> str:
    """How many rows of the file were loaded, and how many records they made where a row holds several."""
    rows = sum(sheet.sent or sheet.rows["row_number"].nunique() for sheet in entry.sheets)
    records = sum(sheet.record.rows_loaded for sheet in entry.sheets)
    made = f" as {records} records" if records != rows else ""
    held = len({row for kept in entry.held for row in _rows_held(kept)})
    back = f" {held} {'row is' if held == 1 else 'rows are'} held back; Returns lists them." if held else ""
    loaded = "1 row" if rows == 1 else f"{rows} rows"
    return f"{entry.load.file_name}: {loaded} loaded{made} (load {entry.load.load_id}).{back}"


def _rows_held(kept: KeptHeld) -> set[tuple[str, int]]:
    """The held rows by their place; a case of a list is one, in whichever counts it is missing."""
    return {(list_of(row.sheet), row.row_number) for row in kept.rows}
