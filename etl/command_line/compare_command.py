"""`python -m etl compare`: what files would change, worked out and printed, with nothing kept."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from store import open_store


def compare(asked: Namespace) -> int:
    """Say what loading the files would change; a file that would be refused makes the exit code 1."""
    from etl.command_line.command import COULD_NOT_RUN, DONE, REFUSED
    from etl.command_line.print_difference import print_difference
    from etl.difference.compare import compare as compare_files
    from etl.loading.decisions import NotADecision, typed
    from etl.words import agreed
    from store.own_settings import settings_of

    store = open_store()
    try:
        words = agreed.typed(asked.match, settings_of(store), asked.force) if asked.match else ()
        decisions = replace(typed((), asked.hold), words=words)
    except NotADecision as reason:
        print(reason)
        return COULD_NOT_RUN
    files = [(file.name, file.read_bytes()) for file in asked.files]
    found = compare_files(store, files, decisions, asked.force, unit=asked.unit)
    print_difference(found)
    return REFUSED if found.refused else DONE
