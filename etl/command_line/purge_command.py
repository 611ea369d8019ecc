"""The command that deletes rows about people when the setting says so."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from datetime import date

from contracts import DATASETS
from etl.command_line.command import COULD_NOT_RUN, DONE, REFUSED
from store import open_store
from store.purges import PurgedRows


def purge(asked: Namespace) -> int:
    """Say what would be deleted today, and delete it unless only asked to show it."""
    from etl.publishing.publish import settings_of
    from etl.retention.limits import CannotPurge, unset
    from etl.retention.purge import purge as delete
    from etl.retention.purge import to_go

    store, today = open_store(), date.today()
    for sentence in unset(settings_of(store), today):
        print(sentence)
    try:
        found = to_go(store, today)
    except CannotPurge as reason:
        print(reason)
        return REFUSED
    if found.nothing:
        print("There is nothing to delete.")
        return DONE
    _print(found.rows, len(found.files), found.labels)
    if found.unread:
        print(UNREAD.format(files=", ".join(found.unread)))
    if asked.show:
        print("Nothing was changed.")
        return DONE
    done = delete(store, asked.by, today)
    print(f"Deleted. Published as publication {done.publication_id}. {AFTER}")
    if done.finished:
        return DONE
    print(UNFINISHED, file=sys.stderr)
    return COULD_NOT_RUN


def arguments(made: ArgumentParser) -> None:
    """What the purge command takes."""
    made.add_argument("--show", action="store_true", help="say what would go; change nothing")


UNFINISHED = (
    "References as sent are not all deleted: their file is in use or cannot be written. The rows are gone. "
    "End what uses labels.sqlite, then run `python -m etl doctor`: it finishes this, or says that it cannot."
)
UNREAD = (
    "Left as they are, because no figure rests on them and they are gone or damaged: {files}. A damaged "
    "file may still hold rows: put it back from a backup, or delete it."
)
AFTER = (
    "Make a backup now: `python -m etl backup`. Backups made before today still hold what was deleted: "
    "delete those too (docs/how-to/how-long-rows-stay.md)."
)
KEPT = (
    "Figures of those months stay as they were published. Curves of how long people stay are made from the "
    "months that remain. Earlier published files go, a load with deleted rows can no longer be undone, and "
    "returns about people of those months are no longer taken."
)


def _print(rows: tuple[PurgedRows, ...], files: int, labels: int) -> None:
    by_sheet: defaultdict[tuple[str, str, bool], list[PurgedRows]] = defaultdict(list)
    for each in rows:
        by_sheet[each.force, each.dataset, each.held].append(each)
    for (force, dataset, held), found in by_sheet.items():
        months = sorted({each.month_end for each in found})
        loads = len({each.load_id for each in found})
        back = " that are held back" if held else ""
        print(
            f"{force}  {DATASETS[dataset].title}  {months[0]} to {months[-1]}  "
            f"{sum(each.rows for each in found):,} rows{back}  of {loads} load{'s' if loads != 1 else ''}"
        )
    print(f"Files written again without them: {files}. References as sent that go: {labels}.")
    print(KEPT)
