"""`python -m etl matches`: what words and headings were agreed to mean, to read, change and remove."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from etl.command_line.command import COULD_NOT_RUN, DONE, REFUSED
from settings.model import Settings
from store import Store, open_store
from store.matches import Match


def arguments(made: ArgumentParser) -> None:
    """What the command takes."""
    made.add_argument("--force", help="only the matches of this force, by its code")
    asked = made.add_mutually_exclusive_group()
    asked.add_argument("--remove", metavar="LIST:TEXT", help='remove one: --remove "units:Team Falcon"')
    asked.add_argument(
        "--change", metavar="LIST:TEXT=CODE", help='read it otherwise: --change "units:Team Falcon=DA1"'
    )
    made.add_argument("--yes", action="store_true", help="do it; without this, what it touches is told")


def matches(asked: Namespace) -> int:
    """List what is remembered; or tell what removing or changing one touches, and with --yes do it."""
    from etl.publishing.publish import settings_of
    from store.matches import remembered

    store = open_store()
    settings, held = settings_of(store), remembered(store, asked.force)
    if asked.remove or asked.change:
        return _change(store, settings, held, asked)
    for match in held:
        print(_line(settings, match))
    if not held:
        print("Nothing is remembered: no file has held a word or heading that nobody had set.")
    return DONE


def _line(settings: Settings, match: Match) -> str:
    from etl.words.say_match import how_said, read_as

    return (
        f"{match.force}  {match.list_name}:{match.text}={match.code}  ({read_as(settings, match)})  "
        f"{how_said(match)}, by {match.by}, {match.at}"
    )


def _change(store: Store, settings: Settings, held: tuple[Match, ...], asked: Namespace) -> int:
    from etl.loading.decisions import NotADecision
    from etl.words.cannot_change import CannotChange
    from etl.words.change_match import change
    from etl.words.rests_on import rests_on
    from etl.words.say_match import consequences

    try:
        match, code = _wanted(settings, held, asked)
        told = consequences(settings, match, rests_on(store, match))
        print(f"{match.list_name}:{match.text}={match.code}. {told}")
        if not asked.yes:
            print("Nothing was changed. Add --yes to do it.")
            return DONE
        made = change(store, match, code, asked.by)
    except NotADecision as reason:
        print(reason)
        return COULD_NOT_RUN
    except CannotChange as reason:
        print(reason)
        return REFUSED
    print("Removed." if code is None else f"It is read as {code} from now on.")
    if made:
        print(f"Published as publication {made.id}.")
    return DONE


def _wanted(settings: Settings, held: tuple[Match, ...], asked: Namespace) -> tuple[Match, str | None]:
    """The match that is meant, and the code it is to have. Raises NotADecision where there is none."""
    from etl.loading.decisions import NotADecision
    from etl.words.agreed import named, typed
    from settings.remembered import key

    text = asked.remove or asked.change.rpartition("=")[0]
    found = [match for match in held if key(match.word) == named(text)]
    if not found:
        raise NotADecision(f"“{text}” is not remembered. `python -m etl matches` lists what is.")
    if len(found) > 1:
        raise NotADecision(f"“{text}” is remembered for several forces. Say which with --force.")
    if asked.remove:
        return found[0], None
    (word,) = typed([asked.change], settings, found[0].force)
    return found[0], word.code
