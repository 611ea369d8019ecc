"""What a text stands for: the product's own words first, then the force's settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz, process

from contracts import words
from contracts.model import Column
from settings.model import Settings
from settings.plain import plain
from settings.resolve import resolve

FORCE_LISTS = ("units", "courses")


@dataclass(frozen=True)
class Known:
    """The code a text stands for (None: not known), what to keep of it, and what it may have meant."""

    code: str | None
    kept: str
    suggestions: tuple[str, ...] = ()


@dataclass
class KnownValues:
    """Looks values up for one force on one day, each text once."""

    settings: Settings | None
    force: str
    on: date
    _seen: dict[tuple[str, str], Known] = field(default_factory=dict)

    def look_up(self, column: Column, text: str) -> Known:
        """The code of a text in a column that has a list. Texts of units and courses are kept as sent."""
        key = (column.allowed_from or column.name, text)
        if key not in self._seen:
            self._seen[key] = self._look_up(column, text)
        return self._seen[key]

    def _look_up(self, column: Column, text: str) -> Known:
        word = _word(column, text)
        if word:
            return Known(word, word)
        if self.settings is None and column.allowed_from in FORCE_LISTS:
            return Known(text, text)
        local = self._local(column.allowed_from, text)
        if local and local.code and local.how in ("title", "alias"):
            return Known(local.code, text)
        near = tuple(local.suggestions) if local else ()
        return Known(None, text, near or _near(column, text))

    def _local(self, list_name: str | None, text: str):
        if self.settings is None or not list_name or not self.force:
            return None
        try:
            return resolve(self.settings, self.force, list_name, text, self.on)
        except KeyError:
            return None


def _word(column: Column, text: str) -> str | None:
    said = plain(text)
    for word in column.allowed:
        others = words.ALIASES.get(column.allowed_from or "", {}).get(word, ())
        if said in (plain(word), *(plain(other) for other in others)):
            return word
    return None


def _near(column: Column, text: str) -> tuple[str, ...]:
    found = process.extract(text, column.allowed, scorer=fuzz.WRatio, limit=2, score_cutoff=60)
    return tuple(word for word, _, _ in found)
