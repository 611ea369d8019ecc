"""From the words of a sheet to codes, each distinct text once."""

from __future__ import annotations

from datetime import date
from functools import cache

from contracts.words import ALIASES, LISTS
from etl.values.rank import word_of_rank
from settings.model import Settings
from settings.plain import plain
from settings.resolve import Match, resolve

DATED = ("units",)
SURE = ("title", "alias", "remembered")


def stands_for(settings: Settings | None, force: str, list_name: str, text: str, on: date) -> Match:
    """What a text stands for on a day: the product's own words first, then what the force has set or agreed.

    Checking and publishing both ask here. What is `close` is read by a check, which tells it; the load then
    remembers it, because publishing reads by SURE alone: a name that is set later must not change it.
    """
    word = own_word(list_name, text)
    if word:
        return Match(word, "title")
    if settings is None or not force:
        return Match(None, "none")
    try:
        return resolve(settings, force, list_name, text, on)
    except KeyError:
        return Match(None, "none")


def own_word(list_name: str, text: str) -> str | None:
    """The word of a list in contracts/ that a text is or is another way of writing; None where it is none."""
    return _own_spellings(list_name).get(plain(text)) or word_of_rank(list_name, text)


@cache
def _own_spellings(list_name: str) -> dict[str, str]:
    """Every way of writing a word of a list; where two words share one, the first of them."""
    others = ALIASES.get(list_name, {})
    found: dict[str, str] = {}
    for word in LISTS.get(list_name, ()):
        for spelling in (word, *others.get(word, ())):
            found.setdefault(plain(spelling), word)
    return found


class Codes:
    """Resolves texts through one set of settings, remembering each answer."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._known: dict[tuple[str, str, str, date | None], str | None] = {}

    def code(self, force: str, list_name: str, text: str, on: date) -> str | None:
        """The code of a text on a day; None where the settings do not know it."""
        key = (force, list_name, text, on if list_name in DATED else None)
        if key not in self._known:
            found = stands_for(self.settings, force, list_name, text, on)
            self._known[key] = found.code if found.how in SURE else None
        return self._known[key]
