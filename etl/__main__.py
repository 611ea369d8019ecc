"""`python -m etl`: the same checks, loads and undoings as the pages, for a person or a scheduled job.

Exit codes: 0 done, 1 refused because of the data (every reason printed), 2 could not run.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from etl.command_line import (
    command,
    command_backup,
    command_doctor,
    command_files,
    command_held,
    command_matches,
    command_template,
    compare_command,
    load_options,
    purge_command,
    watch_command,
)
from etl.command_line.command import COULD_NOT_RUN, DONE

EXAMPLES = """examples, from the project's folder:
  .venv/bin/python -m etl template caseload -o caseload.xlsx
  .venv/bin/python -m etl template --unit DA1
  .venv/bin/python -m etl check caseload.xlsx training.xlsx
  .venv/bin/python -m etl load caseload.xlsx --by "S Patel" --accept "Checked with HR"
  .venv/bin/python -m etl --store DIR history

exit codes: 0 done, 1 refused because of the data, 2 could not run"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    from settings.problem import SettingsProblem
    from store.lock import StoreBusy
    from store.place import StoreProblem

    asked = parser().parse_args(arguments)
    if asked.store:
        os.environ["PPU_STORE"] = str(asked.store.expanduser().absolute())
    try:
        code = int(asked.run(asked))
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever reads it has read enough, as in: history | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return DONE
    except (StoreProblem, StoreBusy, SettingsProblem) as reason:
        return _cannot(str(reason))
    except OSError as reason:
        return _cannot(f"{reason.filename or 'A file'} could not be used: {reason.strerror}.")
    except KeyboardInterrupt:
        return _cannot("Stopped. Nothing was changed that is not in the history.")
    except Exception as reason:  # exit code 1 is kept for data that were refused
        damaged = _damage(reason)
        if damaged:
            return _cannot(damaged)
        return _cannot(
            f"The store could not be used ({type(reason).__name__}: {reason}). Nothing was changed that is "
            "not in the history. `python -m etl doctor` says whether it is damaged; if so, put it "
            "back from a backup."
        )


def _damage(reason: Exception) -> str | None:
    from store import open_store
    from store.warehouse import damage_on_disk

    with suppress(Exception):  # the store may be what is the matter
        return damage_on_disk(open_store(), reason)
    return None


def _cannot(says: str) -> int:
    print(says, file=sys.stderr)
    return COULD_NOT_RUN


def parser() -> argparse.ArgumentParser:
    """Every command and what it takes."""
    top = argparse.ArgumentParser(
        prog="python -m etl",
        description="From spreadsheets to published figures.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument(
        "--store", type=Path, metavar="DIR", help="where the data are kept (PPU_STORE, else data/store)"
    )
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    says = "write a workbook to fill in: blank, or a unit's with its people and posts"
    template = _command(commands, "template", command_template.template, says)
    command_template.arguments(template)
    _by(template)
    _of_files(commands)
    _of_a_folder(commands)
    settings = _command(
        commands, "settings", command.settings, "check the settings of the store, or begin a force's"
    )
    settings.add_argument(
        "--new", nargs=2, metavar=("CODE", "NAME"), help="write files to fill in, for this force"
    )
    _of_the_store(commands)
    samples = _command(
        commands, "samples", command.samples, "write the workbooks of the invented sample force"
    )
    command.sample_arguments(samples)
    work = _command(commands, "work", command.work, argparse.SUPPRESS)
    work.add_argument("job")
    return top


def _of_the_store(commands) -> None:
    """What looks at what was loaded, or takes it back."""
    _command(commands, "history", command.history, "list what has been loaded")
    says = "list what words and headings were agreed to mean; change or remove one"
    agreed = _command(commands, "matches", command_matches.matches, says)
    command_matches.arguments(agreed)
    _by(agreed)
    undo = _command(commands, "undo", command.undo, "undo one load, or several in one step")
    undo.add_argument("load_id", nargs="+", metavar="LOAD_ID")
    undo.add_argument("--show", action="store_true", help="say which figures would return; change nothing")
    _by(undo)
    _command(commands, "held", command_held.held, "list the rows that are held back")
    released = _command(commands, "release", command_held.release, "put a held row right, and count it")
    command_held.release_arguments(released)
    _by(released)
    says = "delete the references as sent, and with them the way from a key to a person"
    _command(commands, "forget-labels", command.forget_labels, says)
    says = "delete rows about people that are older than the force's setting says"
    old = _command(commands, "purge", purge_command.purge, says)
    purge_command.arguments(old)
    _by(old)
    _of_backups(commands)
    says = "say whether the store is whole, and how to mend what is not"
    command_doctor.arguments(_command(commands, "doctor", command_doctor.doctor, says))
    _command(commands, "audit", command.audit, "say whether who did what stands as it was written")
    _command(commands, "where", command.where, "print the path of the current published file")
    again = _command(
        commands, "rebuild", command.rebuild, "make the published file again from all accepted rows"
    )
    again.add_argument(
        "--if-older", action="store_true", help="only where another version of the product made it"
    )
    _by(again)


def _of_backups(commands) -> None:
    """The copy of a store, and the store from a copy."""
    copied = _command(commands, "backup", command_backup.backup, "copy the store to one folder or file")
    command_backup.backup_arguments(copied)
    _by(copied)
    again = _command(commands, "restore", command_backup.restore, "make the store again from a backup")
    command_backup.restore_arguments(again)
    _by(again)


def _of_files(commands) -> None:
    """What check, compare and load take, and what the last two take besides."""
    for name, run, says in (
        (
            "check",
            command_files.check,
            "say what is wrong in files, and what they would load; change nothing",
        ),
        ("compare", compare_command.compare, "say what files would change in the figures; change nothing"),
        ("load", command_files.load, "check files, load those that may be loaded, and publish"),
    ):
        files = _command(commands, name, run, says)
        files.add_argument("files", nargs="+", type=Path, metavar="FILE")
        load_options.how_read(files)
        if name == "check":
            files.add_argument(
                "--return",
                type=Path,
                dest="returned",
                metavar="OUT.xlsx",
                help="write the workbook again with its faults marked, and how to put each right",
            )
        else:
            load_options.hold(files)
        if name == "load":
            _of_load(files)


def _of_a_folder(commands) -> None:
    """What loads whatever is dropped in a folder, by the options that a load has."""
    says = "load what is dropped in a folder, and put it away with a report; see docs/how-to"
    watched = _command(commands, "watch", watch_command.watch, says)
    watch_command.arguments(watched)
    _by(watched)


def _of_load(files: argparse.ArgumentParser) -> None:
    _by(files)
    load_options.accept(files)
    files.add_argument(
        "--beside",
        type=int,
        metavar="PUBLICATION",
        help="load only if this publication, which compare names, is still the current one",
    )
    files.add_argument(
        "--samples",
        action="store_true",
        help="the files are the invented samples: keep the store for them",
    )
    files.add_argument("--progress", action="store_true", help="print how far it is, a line for each file")


def _command(commands, name, run, says) -> argparse.ArgumentParser:
    shown = {} if says is argparse.SUPPRESS else {"help": says}
    made = commands.add_parser(name, **shown)
    made.set_defaults(run=run)
    return made


def _by(made: argparse.ArgumentParser) -> None:
    made.add_argument("--by", default=_who(), help="who does this, for the history")


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


if __name__ == "__main__":
    sys.exit(main())
