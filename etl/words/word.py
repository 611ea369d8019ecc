"""A word or heading of a file that nobody has set: how it was read, or what a person is asked about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from settings.model import Alias
from settings.plain import plain
from settings.remembered import COLUMN

MOST_ASKED = 200  # of the words of one file, those that stand in most rows
Choice = tuple[str, str]
"""A code and the text that is shown for it."""


@dataclass(frozen=True)
class Word:
    """One text of one list in a file, in how many rows of which sheets it stands.

    `list_name` is a list of values, or `column:SHEET` for a heading. `how` it was read: "close" by a slip of
    the hand, "remembered", "left out" as agreed; else it is asked about: "tied" (as near to several), "dates"
    (a name outside its dates), "none". `code` is what it was read as, `nearest` what is proposed for it ("":
    nothing is). `may_leave_out`: the contract allows "not one of ours"; for a heading, "not needed".
    """

    list_name: str
    column: str
    text: str
    how: str
    code: str = ""
    nearest: str = ""
    choices: tuple[Choice, ...] = ()
    may_leave_out: bool = False
    sheets: tuple[str, ...] = ()
    rows: int = 0

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading, rather than a value."""
        return self.list_name.startswith(COLUMN)

    @property
    def asks(self) -> bool:
        """Whether a person has to say what it stands for."""
        return not self.code and self.how != "left out"

    @property
    def key(self) -> tuple[str, str]:
        """What makes two words the same, however they are spaced."""
        return self.list_name, plain(self.text)

    @property
    def meaning(self) -> str:
        """The text that is shown for the code it was read as."""
        return dict(self.choices).get(self.code, self.code)

    def as_read(self) -> Alias:
        """What it was read as, to be remembered with the load."""
        return Alias(list_name=self.list_name, code=self.code, text=self.text)


def together(words: Iterable[Word]) -> tuple[Word, ...]:
    """Each word once, with all its sheets and rows; left out only where each of its columns allows it.

    Beyond MOST_ASKED nobody answers them one by one: the file holds something else than was thought.
    """
    found: dict[tuple[str, str], Word] = {}
    for word in words:
        held = found.get(word.key)
        found[word.key] = _joined(held, word) if held else word
    if len(found) <= MOST_ASKED:
        return tuple(found.values())
    return tuple(sorted(found.values(), key=lambda word: -word.rows)[:MOST_ASKED])


def _joined(one: Word, other: Word) -> Word:
    asked = one if one.asks else other  # what one sheet may leave out and another may not is asked about
    return replace(
        asked,
        sheets=tuple(dict.fromkeys((*one.sheets, *other.sheets))),
        rows=one.rows + other.rows,
        may_leave_out=one.may_leave_out and other.may_leave_out,
    )
