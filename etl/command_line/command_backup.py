"""`python -m etl backup` and `restore`: a copy of the store in one folder or file, and a store from it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from store import open_store
from store.place import named

if TYPE_CHECKING:
    from store import Store

DONE, REFUSED, COULD_NOT_RUN = 0, 1, 2


def backup_arguments(made: ArgumentParser) -> None:
    """What the backup command takes."""
    made.add_argument(
        "to", type=Path, metavar="FOLDER_OR_FILE.zip", help="where it is written; must not exist"
    )
    made.add_argument(
        "--keys", action="store_true",
        help="the key as well: who has both can test whether a known number is in the data",
    )  # fmt: skip


def restore_arguments(made: ArgumentParser) -> None:
    """What the restore command takes."""
    made.add_argument("backup", type=Path, metavar="FOLDER_OR_FILE.zip")
    how = made.add_mutually_exclusive_group()
    how.add_argument("--replace", action="store_true", help="move the store that is there aside")
    how.add_argument("--damaged", action="store_true", help="only put back files that are gone or damaged")


def backup(asked: Namespace) -> int:
    """Copy the store while it is in use; the copy is read again before it gets its name."""
    from etl.backing_up.backup import CannotBackUp
    from etl.backing_up.backup import backup as make

    try:
        made = make(open_store(), asked.to, asked.by, asked.keys)
    except CannotBackUp as reason:
        print(reason)
        return COULD_NOT_RUN
    files = made.manifest.files
    size = sum(each.bytes for each in files.values()) / 1_000_000
    print(f"Backed up to {made.path}: {len(files)} files, {size:.1f} MB, each read again.")
    for name in made.manifest.left_out:
        print(f"Left out, because the store has it not whole and nothing rests on it: {name}")
    print("With the key: keep this backup as you would the key." if made.manifest.key else _WITHOUT_KEY)
    if not made.noted:
        print("The audit does not tell of this backup: the store could not be written.")
    return DONE


_WITHOUT_KEY = "Without the key: back up the key folder too, and keep the two apart."


def restore(asked: Namespace) -> int:
    """Make a store from a backup, or put back what is damaged in one; then look it over."""
    from etl.backing_up.manifest import NotABackup
    from etl.backing_up.restore import CannotRestore
    from etl.command_line.command_doctor import doctor

    store = named()
    try:
        if asked.damaged:
            _put_back(asked, store)
        else:
            _restore(asked, store)
    except (CannotRestore, NotABackup) as reason:
        print(reason)
        return COULD_NOT_RUN
    return doctor(Namespace(quick=True))


def _restore(asked: Namespace, store: Store) -> None:
    from etl.backing_up.restore import restore as make

    done = make(asked.backup, store, asked.by, asked.replace)
    print(f"Restored to {store.path} as it was on {done.manifest.made_at} (UTC).")
    if done.aside:
        print(f"The store that was there is kept at {done.aside}. Delete it when you need it no more.")
    for load_id, file_name in done.lost:
        print(f"Send again, it was loaded after the backup: {file_name} (load {load_id})")


def _put_back(asked: Namespace, store: Store) -> None:
    from etl.backing_up.put_back import put_back

    done = put_back(asked.backup, store, asked.by)
    for name in done.files:
        print(f"Put back: {name}")
    for name in done.missing:
        print(f"Not in this backup as it was written: {name}")
