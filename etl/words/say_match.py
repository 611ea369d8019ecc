"""What a match of a word is, and what rests on it, in sentences; page and command line say the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import contracts
from contracts import live_crimes_asked
from contracts.words import LISTS
from etl.words.agreed import codes_of, may_leave_out
from etl.words.rests_on import Rests
from settings.model import Settings
from settings.remembered import COLUMN, LEFT_OUT
from store.matches import CLOSE, Match

MEASURES_SHOWN = 6
NOT_OURS, NOT_NEEDED = "left out: not one of ours", "left out: not needed"


def list_said(list_name: str) -> str:
    """A list in words: "Unit", "Course", "Heading of Caseload"."""
    if list_name == COLUMN + live_crimes_asked.LIST:
        return f"Heading of {live_crimes_asked.TITLE}"
    if list_name.startswith(COLUMN):
        return f"Heading of {contracts.dataset(list_name.removeprefix(COLUMN)).title}"
    if list_name in LISTS or list_name in ("units", "courses"):
        columns = [c for d in contracts.DATASETS.values() for c in d.columns if c.allowed_from == list_name]
        return columns[0].title if columns else list_name
    return list_name


def read_as(settings: Settings, match: Match) -> str:
    """What the word is read as, by the title of its code."""
    if match.code == LEFT_OUT:
        return NOT_NEEDED if match.is_heading else NOT_OURS
    force = next((f for f in settings.forces if f.code == match.force), None)
    return (codes_of(force, match.list_name) or {}).get(match.code, match.code) if force else match.code


def choices(settings: Settings, match: Match) -> dict[str, str]:
    """What the word may be read as instead, each code with its title; LEFT_OUT where that is allowed."""
    force = next((f for f in settings.forces if f.code == match.force), None)
    offered = dict(codes_of(force, match.list_name) or {}) if force else {}
    if may_leave_out(match.list_name):
        offered[LEFT_OUT] = NOT_NEEDED.capitalize() if match.is_heading else NOT_OURS.capitalize()
    return offered


def how_said(match: Match) -> str:
    """Who agreed on it and how: by an answer, or by accepting a load in which only the spelling differed."""
    return "spelling alone differed" if match.how == CLOSE else "answered"


def consequences(settings: Settings, match: Match, rests: Rests) -> str:
    """Which figures removing the match touches, or that it touches none."""
    if not rests.rows:
        what = "heading" if match.is_heading else "word"
        return f"Nothing that is loaded changes. The next file with this {what} is asked about."
    rows = "1 loaded row holds" if rests.rows == 1 else f"{rests.rows:,} loaded rows hold"
    return f"{rows} it: {_places(rests)}. {_without(settings, match, rests)}"


def _they(rests: Rests) -> str:
    return "that row is" if rests.rows == 1 else "those rows are"


def _without(settings: Settings, match: Match, rests: Rests) -> str:
    if not rests.held:
        return "Without it they still count, but where they are shown by this word it reads as not said."
    units = _units(settings, match.force, rests.units)
    return (
        f"Without it {_they(rests)} held back, and these figures of {units} are missing for those months: "
        f"{_first(rests.measures)}. They return when the word is agreed on again."
    )


def _places(rests: Rests) -> str:
    months: dict[str, list[str]] = {}
    for name, month in rests.places:
        months.setdefault(contracts.dataset(name).title, []).append(f"{date.fromisoformat(month):%B %Y}")
    return "; ".join(
        f"{title}, {each[0]}" + (f" to {each[-1]}" if len(each) > 1 else "") for title, each in months.items()
    )


def _units(settings: Settings, force: str, codes: Sequence[str]) -> str:
    held = next((f for f in settings.forces if f.code == force), None)
    titles = codes_of(held, "units") or {} if held else {}
    return _first([titles.get(code, code) for code in codes]) or "the force"


def _first(each: Sequence[str]) -> str:
    if len(each) <= MEASURES_SHOWN:
        return f"{', '.join(each[:-1])} and {each[-1]}" if len(each) > 1 else "".join(each)
    return f"{', '.join(each[:MEASURES_SHOWN])} and {len(each) - MEASURES_SHOWN} more"
