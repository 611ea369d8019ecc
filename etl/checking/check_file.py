"""Checks files from gate to rules and tells everything at once. Page and command line both ask here."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from etl.checking.beside_loaded import with_what_was_loaded
from etl.checking.check_workbook import check_workbook
from etl.checking.closed_month import with_closed_months
from etl.checking.gathered import Asked
from etl.checking.other_editions import with_other_editions
from etl.checking.staged import StagedSheet
from etl.checking.takes_over import with_what_it_takes_over
from etl.checking.unusual import with_what_is_unusual
from etl.holding.hold import HeldSheet, Parted, part, reports_of, warnings_left
from etl.layout.grid import Workbook
from etl.layout.local_headings import of_live_list
from etl.layout.own_marks import without_own_marks
from etl.opening.file_name import shown_name
from etl.opening.gate import Gated, gate
from etl.opening.read import Unread, read
from etl.reports.messages import breach, said
from etl.reports.report import FileReport
from etl.shapes.publications import is_publication
from etl.words.agreed import found_by, settings_with
from etl.words.word import together
from settings.model import Alias, Settings
from store.own_settings import with_what_was_agreed
from store.place import Store

if TYPE_CHECKING:
    from etl.publishing.plan import NewEntry


@dataclass(frozen=True)
class CheckedFile:
    """A file's report, and the rows it would load: empty unless the report is ok.

    `held` are rows held back by decision; `parted` what would be loaded and held if somebody decided so;
    `book` what was read, to be returned with its faults marked; never printed or logged.
    """

    report: FileReport
    sheets: tuple[StagedSheet, ...] = ()
    held: tuple[HeldSheet, ...] = ()
    parted: Parted | None = None
    book: Workbook | None = field(default=None, repr=False)

    @property
    def good_rows(self) -> tuple[StagedSheet, ...]:
        """The rows that would be loaded if the faulty ones were held back."""
        return self.parted.good if self.parted else ()

    def holding_back(self) -> CheckedFile:
        """The file with its faulty rows held back and the others to load; as it is where that cannot be."""
        if self.parted is None:
            return self
        report = replace(
            self.report,
            sheets=reports_of(self.report.sheets, self.parted),
            breaches=warnings_left(self.report.breaches, self.parted),
        )
        return CheckedFile(report, self.parted.good, self.parted.held)


def check(
    store: Any,
    settings: Settings | None,
    files: Sequence[tuple[str, bytes]],
    force: str | None = None,
    today: date | None = None,
    unit: str | None = None,
    words: Sequence[Alias] = (),
) -> list[FileReport]:
    """Report on each (name, bytes). Of the store only what stands is read; nothing is written.

    `words` are answers of what words and headings of the files mean, beside those that the store remembers.
    """
    if settings and isinstance(store, Store):
        settings = settings_with(with_what_was_agreed(store, settings), force, words)
    done = checked(settings, files, force, today, unit, words)
    if not isinstance(store, Store):
        return [each.report for each in done]
    told = [told_beside_the_store(store, each) for each in done]
    return _beside_one_another(settings, done, told) if settings and len(done) > 1 else told


def _beside_one_another(
    settings: Settings, done: Sequence[CheckedFile], told: Sequence[FileReport]
) -> list[FileReport]:
    """The reports, each with what a file before it in the same sending holds too."""
    # It loads pandas, which takes as long as checking a return: one file alone does without.
    from etl.checking.same_return import sent_before, with_the_same_return

    before = [sent_before(settings, each.report, each.sheets) for each in done]
    return [
        with_the_same_return(settings, report, each.sheets, [b for b in before[:number] if b.scopes])
        for number, (each, report) in enumerate(zip(done, told, strict=True))
    ]


def told_beside_the_store(store: Store, file: CheckedFile, before: Sequence[NewEntry] = ()) -> FileReport:
    """The report with what the file takes the place of, and counts that are far from those sent before.

    `before` are loads of the same step, which stand before this file.
    """
    report = with_closed_months(store, file.report, file.sheets or file.good_rows)
    report = with_what_it_takes_over(store, report, file.sheets, before)
    report = with_other_editions(store, report, file.sheets)
    report = with_what_was_loaded(store, report, file.sheets or file.good_rows)
    # A list of cases is not yet counted as it will be while words of it wait for an answer.
    waits = any(fault.code == "live_unknown" for fault in report.errors)
    return with_what_is_unusual(store, report, () if waits else file.sheets or file.good_rows)


def returned(
    store: Store,
    settings: Settings,
    file: tuple[str, bytes],
    force: str | None = None,
    unit: str | None = None,
    words: Sequence[Alias] = (),
) -> bytes | None:
    """The file as a workbook with its faults marked and told; None where it cannot be read."""
    from etl.reports.returned_workbook import returned_workbook

    settings = settings_with(with_what_was_agreed(store, settings), force, words)
    done = checked(settings, [file], force, unit=unit, words=words)[0]
    return returned_workbook(told_beside_the_store(store, done), done.book) if done.book else None


def checked(
    settings: Settings | None,
    files: Sequence[tuple[str, bytes]],
    force: str | None = None,
    today: date | None = None,
    unit: str | None = None,
    words: Sequence[Alias] = (),
    heard: Callable[[int], None] | None = None,
) -> list[CheckedFile]:
    """The report on each file, with its staged rows where nothing stops the load.

    `settings` hold the `words` already; those are told as said with this sending, and not as agreed before.
    `heard` is told how many files are checked, after each.
    """
    on, stated = today or date.today(), frozenset(found_by(word) for word in words)
    # Each file is read in a process of its own: as many side by side as there are processors.
    headings = of_live_list(settings, _chosen(settings, force))
    with _uncollected(), ThreadPoolExecutor(os.cpu_count() or 1) as readers:
        read_one = partial(_opened, headings=headings)
        opened = zip(files, readers.map(read_one, [data for _, data in files]), strict=True)
        done = []
        for (name, _), each in opened:
            done.append(
                _check_one(shown_name(name), each, force, Asked(settings, "", on, unit or "", stated))
            )
            if heard:
                heard(len(done))
        return done


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looks for cycles: cells and rows hold none, and looking takes a fifth of the time of many."""
    looks = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looks:
            gc.enable()


@dataclass(frozen=True)
class _Opened:
    """A file past the gate and read, or why not."""

    digest: str
    gated: Gated
    book: Workbook | Unread


def _opened(data: bytes, headings: Mapping[str, str]) -> _Opened:
    gated = gate(data)
    book = Unread(gated.fault, gated.detail) if gated.fault else read(gated.kind, data, headings=headings)
    return _Opened(hashlib.sha256(data).hexdigest(), gated, book)


def _chosen(settings: Settings | None, force: str | None) -> str:
    """The force named, else the only one there is; "" where nobody says which of several."""
    codes = [f.code for f in settings.forces] if settings else []
    return force or (codes[0] if len(codes) == 1 else "")


def _check_one(name: str, opened: _Opened, force: str | None, asked: Asked) -> CheckedFile:
    digest, book, settings = opened.digest, opened.book, asked.settings
    if isinstance(book, Unread):
        return _stopped(name, digest, book.fault, book.detail, book.sheet)
    codes = [f.code for f in settings.forces] if settings else []
    chosen = _chosen(settings, force)
    if settings and chosen not in codes and not is_publication(book):
        return _stopped(name, digest, "file_force" if codes else "file_not_set_up", ", ".join(codes))
    book = without_own_marks(book)
    done = check_workbook(book, replace(asked, force=chosen))
    told = tuple(done.said) + ((said("outside"),) if opened.gated.outside else ())
    words = together(done.words)
    report = FileReport(name, digest, tuple(done.reports), tuple(done.breaches), told, words=words)
    return replace(_answer(report, done.sheets), book=book)


def _answer(report: FileReport, sheets: Sequence[StagedSheet]) -> CheckedFile:
    """The rows to load where nothing stops the file; else what could be loaded without the faulty rows."""
    if report.ok:
        return CheckedFile(report, tuple(sheets))
    parted = part(sheets, report.breaches) if report.sheets else None
    if parted is None:
        return CheckedFile(report)
    could = replace(report, could_hold=parted.rows_held, could_load=parted.rows_good)
    return CheckedFile(could, parted=parted)


def _stopped(name: str, digest: str, code: str, detail: str, sheet: str = "") -> CheckedFile:
    return CheckedFile(FileReport(name, digest, breaches=(breach(code, detail=detail, sheet=sheet),)))
