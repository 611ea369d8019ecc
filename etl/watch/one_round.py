"""One round: what lies still is loaded by the rules of `load`, in one step, and each file is put away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.checking.check_apart import returned
from etl.faults import point
from etl.loading.decisions import NONE, Decisions
from etl.loading.load import Answer, LoadResult, load
from etl.opening.file_name import shown_name
from etl.publishing.publish import settings_of
from etl.watch.arrivals import Arrival, Found, Wait, settled
from etl.watch.folder import Folder, FolderProblem
from etl.watch.put_away import DONE, REFUSED, REPORT, put_away
from etl.watch.reading import Changed, Read, batches, read, unreadable
from etl.watch.report_text import Asking, report_text
from settings.problem import SettingsProblem
from store import Store
from store.lock import StoreBusy
from store.place import StoreProblem

STAYS = "it stays for the next round"
REPLACED = "Meanwhile another file was put in its place, or it was taken away."


@dataclass(frozen=True)
class Rules:
    """By which rules a folder is loaded: the same that one call of `load` has. `still_for` in seconds."""

    store: Store
    asking: Asking
    decisions: Decisions = NONE
    force: str | None = None
    unit: str | None = None
    still_for: float = 5


@dataclass(frozen=True)
class Told:
    """One line about one file. `came`: "done", "refused", "left" (nothing to do about it) or "could not"."""

    file_name: str
    says: str
    came: str

    @property
    def line(self) -> str:
        """The line as it is printed."""
        return f"{self.file_name}: {self.says}"


def one_round(rules: Rules, folder: Folder, wait: Wait, stopped: Callable[[], bool]) -> Iterator[Told]:
    """Tell of each file as it is put away, or why it stays. Raises OSError where the folder cannot be listed.

    Once somebody asks to stop, no other file is begun. The processes that read files are asked to stop with
    this one, so what is refused in that moment is not refused for good: it stays.
    """
    found: Found = settled(folder, rules.still_for, wait)
    yield from (_left(name, why) for name, why in found.left)
    for arrival in found.still:
        answer = unreadable(arrival)
        if answer and not stopped():
            yield _put(rules, folder, arrival, answer, None, None)
    for batch in batches(tuple(each for each in found.still if unreadable(each) is None)):
        if stopped():
            return
        files: list[Read] = []
        for arrival in batch:
            try:
                files.append(read(folder, arrival))
            except Changed:
                yield _left(arrival.name, "it is still being written.")
            except OSError as reason:
                yield _could_not(arrival, f"it cannot be read ({reason.strerror})")
        yield from _load(rules, folder, files, stopped) if files else ()


def _load(rules: Rules, folder: Folder, files: Sequence[Read], stopped: Callable[[], bool]) -> Iterator[Told]:
    try:
        sent = [each.sent for each in files]
        done = load(rules.store, sent, rules.asking.by, rules.decisions, rules.force, unit=rules.unit)
    except (StoreBusy, StoreProblem, SettingsProblem) as reason:
        yield from (_could_not(each.arrival, str(reason)) for each in files)
    except Exception as reason:  # of one file, which must not hold back the others for ever
        if len(files) > 1 and not isinstance(reason, OSError):
            for each in files:
                yield from () if stopped() else _load(rules, folder, [each], stopped)
            return
        said = f"the load could not be finished ({type(reason).__name__})"
        yield from (_could_not(each.arrival, said) for each in files)
    else:
        point("watch_loaded")
        yield from _answered(rules, folder, files, done, stopped)


def _answered(
    rules: Rules, folder: Folder, files: Sequence[Read], done: LoadResult, stopped: Callable[[], bool]
) -> Iterator[Told]:
    if not done.answers:  # before any was read, so not for what a file holds
        why = dict.fromkeys(sentence for refused in done.refused for sentence in refused.why)
        yield from (_could_not(each.arrival, " ".join(why)) for each in files)
        return
    for each, answer in zip(files, done.answers, strict=True):
        workbook = None
        if answer.refused and _has_faults_to_mark(answer):
            workbook = _marked(rules, each)
        if answer.refused and stopped():
            yield _left(each.arrival.name, f"it was being read when this was stopped; {STAYS}.")
        else:
            yield _put(rules, folder, each.arrival, answer, done.publication_id, workbook)


def _has_faults_to_mark(answer: Answer) -> bool:
    """Whether the file holds a return with faults in it: of another file nothing could be marked."""
    found = answer.report.breaches
    return bool(answer.report.sheets) and any(each.cells or each.severity == "error" for each in found)


def _marked(rules: Rules, file: Read) -> bytes | None:
    """The sender's own workbook with its faults marked; None where it cannot be read or made."""
    try:
        settings, words = settings_of(rules.store), rules.decisions.words
        return returned(rules.store, settings, file.sent, rules.force, rules.unit, words=words)
    except Exception:  # the report says everything that the workbook would
        return None


def _put(
    rules: Rules,
    folder: Folder,
    arrival: Arrival,
    answer: Answer,
    publication: int | None,
    workbook: bytes | None,
) -> Told:
    came = REFUSED if answer.refused else DONE
    said = _came_of(answer)

    def says(put: Path, marked: str) -> str:
        return report_text(answer, publication, rules.asking, rules.decisions, put, marked)

    try:
        put = put_away(folder, came, date.today(), arrival, says, workbook)
    except FolderProblem as reason:
        return _could_not(arrival, f"{said}, but cannot be put away ({reason})")
    except OSError as reason:
        return _could_not(arrival, f"{said}, but cannot be put away ({reason.strerror})")
    if put.stays:
        return Told(shown_name(arrival.name), f"{said}. Report in {put.place}{REPORT}. {REPLACED}", came)
    return Told(shown_name(arrival.name), f"{said}. Moved to {put.place}, with a report.", came)


def _came_of(answer: Answer) -> str:
    if answer.load_id:
        return f"loaded as {answer.load_id}"
    if not answer.refused:
        return "nothing to change"
    errors, warnings = len(answer.report.errors), len(answer.report.warnings)
    if not errors and warnings:
        return f"refused, {warnings} {'warning' if warnings == 1 else 'warnings'} to accept or put right"
    return f"refused, {errors or 1} {'thing' if errors < 2 else 'things'} to put right"


def _left(name: str, why: str) -> Told:
    return Told(shown_name(name), f"left where it is: {why}", "left")


def _could_not(arrival: Arrival, why: str) -> Told:
    return Told(shown_name(arrival.name), f"{why.rstrip('.')}; {STAYS}.", "could not")
