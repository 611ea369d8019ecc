"""What a force's files were agreed to mean, beside what the force has set.

A word or heading that nobody set is asked about once. The answer is an ``Alias``: the list, the code, and the
words as sent. ``LEFT_OUT`` for a code means "not one of ours", and for a heading "not needed".
"""

from collections.abc import Iterable
from dataclasses import replace

from settings.model import Alias, ForceSettings, Settings
from settings.plain import plain

LEFT_OUT = "leave out"
COLUMN = "column:"
"""Before the name of a sheet: the list of its columns, in which a heading is looked up."""


def with_remembered(settings: Settings, force: str, words: Iterable[Alias]) -> Settings:
    """The settings with exactly these words agreed for a force; unchanged for one not there."""
    agreed = tuple(sorted(words, key=lambda word: (word.list_name, word.text)))
    forces = tuple(replace(f, remembered=agreed) if f.code == force else f for f in settings.forces)
    return replace(settings, forces=forces)


def with_answers(settings: Settings, force: str, answers: Iterable[Alias]) -> Settings:
    """The settings with answers added to what is remembered for a force; an answer replaces an older one."""
    held = next((f.remembered for f in settings.forces if f.code == force), ())
    by_text = {key(word): word for word in (*held, *answers)}
    return with_remembered(settings, force, by_text.values())


def code_of(force: ForceSettings, list_name: str, text: str) -> str | None:
    """The code agreed for a text, ``LEFT_OUT`` among them; None where nothing was agreed."""
    wanted = (list_name, plain(text))
    return next((word.code for word in force.remembered if key(word) == wanted), None)


def key(word: Alias) -> tuple[str, str]:
    """What makes two words the same: the list and the plain text."""
    return word.list_name, plain(word.text)
