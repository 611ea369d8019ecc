"""What each command does and prints. Reasons about data go to standard output, to be kept with the file."""

from __future__ import annotations

import shlex
from argparse import ArgumentParser, Namespace

from store import Store, open_store

DONE, REFUSED, COULD_NOT_RUN = 0, 1, 2


def settings(asked: Namespace) -> int:
    """Begin a force's settings, or read those of the store. Raises SettingsProblem with all that is wrong."""
    from store.own_settings import FIRST_STEP, settings_of

    store = open_store()
    if asked.new:
        return _begin_settings(store, *asked.new)
    names = [force.name for force in settings_of(store).forces]
    print(f"Settings of {', '.join(names)}: {store.settings}" if names else FIRST_STEP)
    return DONE


def _begin_settings(store: Store, code: str, name: str) -> int:
    from settings.starter_files import CannotBegin, write_starter

    try:
        written = write_starter(store.settings, code, name)
    except CannotBegin as reason:
        print(reason)
        return COULD_NOT_RUN
    for file in written:
        print(file)
    place = shlex.quote(str(store.path))
    print(f"Fill these in, then check them: .venv/bin/python -m etl --store {place} settings")
    return DONE


def history(asked: Namespace) -> int:
    """List every load, newest first."""
    from store.history import loads

    records = loads(open_store())
    for record in records:
        kept = f"{record.records:,} record{'s' if record.records != 1 else ''}"
        months = " to ".join(dict.fromkeys((record.months[0], record.months[-1]))) if record.months else "-"
        print(
            f"{record.load_id}  {record.loaded_at}  {record.standing:16}  {record.force}  {record.workbook}  "
            f"{months}  {kept}  {record.file_name}  by {record.loaded_by}"
        )
    if not records:
        print("Nothing has been loaded.")
    return DONE


def undo(asked: Namespace) -> int:
    """Undo loads by their ids, in one step, and say which figures return; or only say it."""
    from etl.command_line.print_returns import print_returns
    from etl.loading.undo import CannotUndo
    from etl.loading.undo import undo as undo_load
    from etl.loading.what_returns import after_undo, before_undo

    store = open_store()
    try:
        if asked.show:
            print_returns(before_undo(store, asked.load_id), "now", "after")
            print("Nothing was changed.")
            return DONE
        made = undo_load(store, asked.load_id, asked.by)
    except CannotUndo as reason:
        print(reason)
        return REFUSED
    said = "Load" if len(asked.load_id) == 1 else "Loads"
    was = "was" if len(asked.load_id) == 1 else "were"
    print(f"{said} {', '.join(asked.load_id)} {was} undone. Published as publication {made.id}.")
    print_returns(after_undo(store, made.id), "before", "now")
    return DONE


def where(asked: Namespace) -> int:
    """Print the path of the current published file."""
    from store.publications import current

    store = open_store()
    made = current(store)
    if made is None:
        print("Nothing has been published yet. Load a file first.")
        return REFUSED
    print(store.published / made.file)
    return DONE


def rebuild(asked: Namespace) -> int:
    """Make the published file again."""
    from etl.publishing.rebuild import made_by_another_version
    from etl.publishing.rebuild import rebuild as rebuild_all

    store = open_store()
    if asked.if_older and not made_by_another_version(store):
        return DONE
    made = rebuild_all(store, asked.by)
    print(f"Rebuilt. Published as publication {made.id}.")
    return DONE


def forget_labels(asked: Namespace) -> int:
    """Delete the references as sent; figures and keys stay."""
    from store import labels
    from store.lock import writing

    store = open_store()
    with writing(store):
        existed = labels.destroy(store)
    print("The references as sent were deleted." if existed else "There are no references as sent.")
    return DONE


def audit(asked: Namespace) -> int:
    """Say whether each line of the history of who did what follows from the one before."""
    from store.audit import first_broken_line
    from store.control import reading

    with reading(open_store()) as con:
        broken = first_broken_line(con)
    print(f"Line {broken} of the audit was changed." if broken else "Every line of the audit is as written.")
    return REFUSED if broken else DONE


def sample_arguments(parser: ArgumentParser) -> None:
    """What the samples command takes."""
    from etl.samples import add_arguments

    add_arguments(parser)


def samples(asked: Namespace) -> int:
    """Write the sample workbooks."""
    from etl.samples import run

    return run(asked)


def work(asked: Namespace) -> int:
    """Do a job that a page began."""
    from etl.loading import worker
    from store.jobs import DONE as ENDED

    return DONE if worker.work(open_store(), asked.job).state == ENDED else REFUSED
