"""What a text stands for: the product's own words first, then what the force has set or agreed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz, process

from contracts.model import Column
from contracts.words import CATCH_ALLS
from etl.publishing.codes import own_word, stands_for
from settings.model import Settings
from settings.plain import plain
from settings.resolve import Match, choices, spellings, without_catch_alls
from settings.spelling import is_worth_proposing

FORCE_LISTS = ("units", "courses")
LEFT_OUT = "left out"
MOST_LOOKED_NEAR = 1_000  # unknown texts of one list in one sheet: beyond, the sheet holds something else


@dataclass(frozen=True)
class Known:
    """The code a text stands for (None: not known), what to keep of it, and what it may have meant.

    `how` is as in settings/resolve.py. `suggestions` are titles and `near` their codes, nearest first;
    `tied`: several are as near. `choices`: all that the force has, where nothing it has is near.
    """

    code: str | None
    kept: str
    suggestions: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    how: str = "title"
    near: tuple[str, ...] = ()
    tied: bool = False

    @property
    def to_tell(self) -> bool:
        """Whether a person is told how it was read: by a slip, by an earlier answer, or not at all."""
        return self.how not in ("title", "alias")


@dataclass
class KnownValues:
    """Looks values up for one force on one day, each text once."""

    settings: Settings | None
    force: str
    on: date
    _seen: dict[tuple[str, str], Known] = field(default_factory=dict)
    _unknown: Counter[str] = field(default_factory=Counter)
    _set: dict[str, frozenset[str]] = field(default_factory=dict)

    def look_up(self, column: Column, text: str) -> Known:
        """The code of a text in a column that has a list. Texts of units and courses are kept as sent."""
        key = (column.allowed_from or column.name, text)
        if key not in self._seen:
            self._seen[key] = self._look_up(column, text)
        return self._seen[key]

    def _look_up(self, column: Column, text: str) -> Known:
        list_name = column.allowed_from or ""
        word = own_word(list_name, text)
        if word:
            return Known(word, word)
        if self.settings is None and list_name in FORCE_LISTS:
            return Known(text, text)
        if self._is_hopeless(list_name, text):
            return Known(None, text, how="none")
        found = stands_for(self.settings, self.force, list_name, text, self.on)
        self._unknown[list_name] += not found.code
        if found.how == LEFT_OUT and not column.may_be_others:
            found = Match(None, "none")
        if found.how == LEFT_OUT or (found.code and found.how != "dates"):
            return Known(found.code, text, found.suggestions, (), found.how, found.near)
        words = () if found.suggestions else _near(column, text)
        near = found.suggestions or words
        shown = () if near else self._choices(column)
        return Known(None, text, near, shown, found.how, found.near or words, found.tied)

    def _is_hopeless(self, list_name: str, text: str) -> bool:
        """Whether looking for near words has gone on for long enough, and this text is none that is set."""
        if self._unknown[list_name] < MOST_LOOKED_NEAR or self.settings is None or not self.force:
            return False
        if list_name not in self._set:
            self._set[list_name] = spellings(self.settings, self.force, list_name)
        return plain(text) not in self._set[list_name]

    def _choices(self, column: Column) -> tuple[str, ...]:
        """What the force has, to choose from where nothing is near."""
        if self.settings is None or column.allowed_from not in FORCE_LISTS or not self.force:
            return ()
        return tuple(choices(self.settings, self.force, column.allowed_from, self.on).values())


def _near(column: Column, text: str) -> tuple[str, ...]:
    said = plain(text)
    worth = [word for word in column.allowed if is_worth_proposing(said, plain(word))]
    found = process.extract(text, worth, scorer=fuzz.WRatio, limit=3, score_cutoff=60)
    return without_catch_alls([word for word, _, _ in found], CATCH_ALLS)[:2]
