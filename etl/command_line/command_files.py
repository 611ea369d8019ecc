"""The commands that take files: what is wrong in them, and loading them."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from settings.model import Alias, Settings

DONE, REFUSED, COULD_NOT_RUN = 0, 1, 2


def check(asked: Namespace) -> int:
    """Say everything about each file; nothing is changed."""
    from etl.checking.check_file import check as check_files
    from etl.command_line.print_report import print_report
    from etl.loading.decisions import NotADecision
    from etl.publishing.publish import settings_of
    from etl.words.agreed import typed

    if asked.returned and len(asked.files) > 1:
        print("Return one workbook at a time: check FILE --return OUT.xlsx")
        return COULD_NOT_RUN
    store = open_store()
    held = settings_of(store)
    try:
        words = typed(asked.match, held, asked.force) if asked.match else ()
    except NotADecision as reason:
        print(reason)
        return COULD_NOT_RUN
    reports = check_files(store, held, _read(asked.files), asked.force, unit=asked.unit, words=words)
    for report in reports:
        print_report(report)
    if asked.returned:
        _return(store, held, asked, words)
    return DONE if all(report.ok for report in reports) else REFUSED


def _return(store: Store, held: Settings, asked: Namespace, words: Sequence[Alias]) -> None:
    """Write the one file that was checked as a workbook with its faults marked."""
    from etl.checking.check_file import returned

    made = returned(store, held, _read(asked.files)[0], asked.force, asked.unit, words)
    if made is None:
        print("The file could not be read, so there is no workbook to return.")
    else:
        asked.returned.write_bytes(made)
        print(f"Wrote {asked.returned}: the faults are marked in it.")


def load(asked: Namespace) -> int:
    """Load files; a refused one does not hold back the others, and makes the exit code 1."""
    from etl.command_line.print_report import print_report
    from etl.difference.model import Base
    from etl.loading.decisions import NotADecision, typed
    from etl.loading.load import load as load_files
    from etl.publishing.publish import silent
    from etl.words import agreed
    from settings import digest
    from store.own_settings import keep_for_samples, settings_of

    store = open_store()
    if asked.samples:
        keep_for_samples(store)
    try:
        words = agreed.typed(asked.match, settings_of(store), asked.force) if asked.match else ()
        decisions = replace(typed(asked.accept or (), asked.hold), words=words)
    except NotADecision as reason:
        print(reason)
        return COULD_NOT_RUN
    seen = None if asked.beside is None else Base(asked.beside, digest(settings_of(store)))
    tell = _print_progress if asked.progress else silent
    result = load_files(
        store, _read(asked.files), asked.by, decisions, asked.force, tell, unit=asked.unit, seen=seen
    )
    for refused in result.refused:
        print(f"{refused.file_name}: refused. {' '.join(refused.why)}")
        if refused.report:
            print_report(refused.report)
    for sentence in result.said:
        print(sentence)
    if result.publication_id:
        print(f"Published as publication {result.publication_id}.")
    return REFUSED if result.refused or result.moved else DONE


def _print_progress(step: str, fraction: float, message: str) -> None:
    print(f"{fraction:4.0%}  {message}", flush=True)


def _read(files: list[Path]) -> list[tuple[str, bytes]]:
    return [(file.name, file.read_bytes()) for file in files]
