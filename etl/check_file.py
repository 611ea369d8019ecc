"""Checks files from gate to rules and tells everything at once. Page and command line both ask here."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from etl.check_workbook import check_workbook
from etl.gate import gate
from etl.gathered import Asked
from etl.messages import breach, said
from etl.read import Unread, read
from etl.report import FileReport
from etl.shapes.police_strength import is_publication
from etl.staged import StagedSheet
from settings.model import Settings


@dataclass(frozen=True)
class CheckedFile:
    """A file's report, and the rows it would load: empty unless the report is ok."""

    report: FileReport
    sheets: tuple[StagedSheet, ...] = ()


def check(
    store: Any,
    settings: Settings | None,
    files: Sequence[tuple[str, bytes]],
    force: str | None = None,
    today: date | None = None,
) -> list[FileReport]:
    """Report on each (name, bytes). Reads nothing from the store and writes nothing anywhere."""
    return [each.report for each in checked(settings, files, force, today)]


def checked(
    settings: Settings | None,
    files: Sequence[tuple[str, bytes]],
    force: str | None = None,
    today: date | None = None,
) -> list[CheckedFile]:
    """The report on each file, with its staged rows where nothing stops the load."""
    return [_check_one(settings, name, data, force, today or date.today()) for name, data in files]


def _check_one(
    settings: Settings | None, name: str, data: bytes, force: str | None, today: date
) -> CheckedFile:
    digest = hashlib.sha256(data).hexdigest()
    gated = gate(data)
    if gated.fault:
        return _stopped(name, digest, gated.fault, gated.detail)
    book = read(gated.kind, data)
    if isinstance(book, Unread):
        return _stopped(name, digest, book.fault, book.detail, book.sheet)
    codes = [f.code for f in settings.forces] if settings else []
    chosen = force or (codes[0] if len(codes) == 1 else "")
    if settings and chosen not in codes and not is_publication(book):
        return _stopped(name, digest, "file_force", ", ".join(codes) or "none yet")
    done = check_workbook(book, Asked(settings, chosen, today))
    told = tuple(done.said) + ((said("outside"),) if gated.outside else ())
    report = FileReport(name, digest, tuple(done.reports), tuple(done.breaches), told)
    return CheckedFile(report, tuple(done.sheets) if report.ok else ())


def _stopped(name: str, digest: str, code: str, detail: str, sheet: str = "") -> CheckedFile:
    return CheckedFile(FileReport(name, digest, breaches=(breach(code, detail=detail, sheet=sheet),)))
