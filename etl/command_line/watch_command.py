"""`python -m etl watch`: loads what is dropped in a folder, once for a scheduler or as long as it runs."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from etl.command_line.load_options import accept, hold, how_read
from store import Store, open_store

if TYPE_CHECKING:
    from settings.model import Settings

DONE, REFUSED, COULD_NOT_RUN = 0, 1, 2
PROJECT = Path(__file__).resolve().parents[2]
OF_OURS = "{0} holds {1} itself. Name a folder of its own, in which only returns are dropped."


def arguments(made: ArgumentParser) -> None:
    """What the command takes: a folder, and the rules that a load takes."""
    made.add_argument("folder", type=Path, metavar="FOLDER", help="where returns are dropped")
    made.add_argument("--once", action="store_true", help="one round, for a scheduler; then end")
    made.add_argument("--every", type=_seconds, default=60, metavar="SECONDS", help="between two rounds (60)")
    made.add_argument(
        "--still-for",
        type=_seconds,
        default=5,
        metavar="SECONDS",
        help="how long nothing in the folder changes before files are taken as whole (5)",
    )
    how_read(made)
    hold(made)
    accept(made)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if not 0 < seconds <= 86_400:
        raise ArgumentTypeError("write seconds, from more than 0 to 86400")
    return seconds


def watch(asked: Namespace) -> int:
    """Load what is dropped, one line a file; 1 where a file was refused in the one round asked for."""
    from etl.loading.decisions import NotADecision, typed
    from etl.watch.folder import FolderProblem, open_folder
    from etl.watch.one_round import Rules
    from etl.watch.report_text import Asking
    from etl.watch.watching import Stop, heard
    from etl.watch.watching import watch as watch_folder
    from etl.words import agreed
    from store.own_settings import settings_of

    try:
        folder = open_folder(asked.folder)
        store = open_store()
        held = settings_of(store)
        cannot = _of_ours(folder.path, store) or _cannot_load(store, held, asked.force)
        if cannot:
            print(cannot)
            return COULD_NOT_RUN
        words = agreed.typed(asked.match, held, asked.force) if asked.match else ()
        decisions = replace(typed(asked.accept or (), asked.hold), words=words)
        asking = Asking(store.path, asked.by, _said_again(asked))
        rules = Rules(store, asking, decisions, asked.force, asked.unit, asked.still_for)
        stop = Stop()
        with heard(stop):
            return watch_folder(rules, folder, stop, _say, None if asked.once else asked.every)
    except (NotADecision, FolderProblem) as reason:
        print(reason)
        return COULD_NOT_RUN


def _say(line: str) -> None:
    """Print at once, whatever letters the output has: the name of a file must not end the watch."""
    letters = sys.stdout.encoding or "utf-8"
    print(line.encode(letters, "replace").decode(letters), flush=True)


def _of_ours(folder: Path, store: Store) -> str:
    """Why a folder is not watched whose files are the store's or the project's; "" for any other."""
    if folder == store.path or store.path in folder.parents:
        return OF_OURS.format(folder, "the store")
    return OF_OURS.format(folder, "the project") if folder == PROJECT else ""


def _cannot_load(store: Store, held: Settings, force: str | None) -> str:
    """Why no file at all would be loaded, whatever it holds: then none is refused for it."""
    from etl.loading.samples_apart import cannot_mix
    from store.own_settings import FIRST_STEP

    return (cannot_mix(store, held, force) or "") if held.forces else FIRST_STEP


def _said_again(asked: Namespace) -> tuple[str, ...]:
    """The options that a command in a report says again, so that it goes by the same rules."""
    said = [(name, getattr(asked, name)) for name in ("force", "unit", "hold") if getattr(asked, name)]
    said += [(name, each) for name in ("accept", "match") for each in getattr(asked, name) or ()]
    return tuple(word for name, value in said for word in (f"--{name}", value))
