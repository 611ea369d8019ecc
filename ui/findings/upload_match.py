"""What is asked of words and headings that nobody has set: how many, what each may be, what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from settings.remembered import LEFT_OUT
from ui.parts.wording import join, plural

Key = tuple[str, str]
"""A list and the plain text of a word in it."""
NOT_OURS = "Not one of ours: leave these rows out"
NOT_NEEDED = "Not needed: leave it out, and do not ask again"


@dataclass(frozen=True)
class Asked:
    """One word of the chosen files. `proposal` is the code chosen beforehand; None where nothing is near.

    `read_as`: what it was read as without an answer; None where nothing was.
    """

    key: Key
    text: str
    label: str
    rows: int
    options: tuple[str, ...]
    titles: Mapping[str, str]
    proposal: str | None
    read_as: str | None = None


@dataclass(frozen=True)
class Group:
    """The words of one column, or the headings of one sheet, that are asked about together."""

    title: str
    words: tuple[Asked, ...]


def asked(reports: Sequence[Any], answered: Mapping[Key, str]) -> list[Group]:
    """Each word once over all files: those to ask about, those read by a slip, those answered just now."""
    found: dict[Key, Any] = {}
    for word in (w for report in reports for w in report.words):
        if word.asks or word.how == "close" or word.key in answered:
            held = found.get(word.key)
            found[word.key] = replace(held, rows=held.rows + word.rows) if held else word
    groups: dict[str, list[Any]] = {}
    for word in found.values():
        groups.setdefault(f"Headings of {word.sheets[0]}" if word.is_heading else word.column, []).append(
            word
        )
    return [_group(title, words, answered) for title, words in groups.items()]


def _group(title: str, words: Sequence[Any], answered: Mapping[Key, str]) -> Group:
    return Group(_title(title, words), tuple(_asked(word, answered.get(word.key)) for word in words))


def _title(title: str, words: Sequence[Any]) -> str:
    """`Unit: 3 spellings, 41 rows`, or `Headings of Caseload: 2`."""
    if words[0].is_heading:
        return f"{title}: {len(words)}"
    return f"{title}: {plural(len(words), 'spelling')}, {plural(sum(w.rows for w in words), 'row')}"


def _asked(word: Any, answer: str | None) -> Asked:
    titles = dict(word.choices)
    if word.may_leave_out:
        titles[LEFT_OUT] = NOT_NEEDED if word.is_heading else NOT_OURS
    chosen = answer or word.code or word.nearest
    rows = "" if word.is_heading else f" ({join(word.sheets)}, {plural(word.rows, 'row')})"
    why = _why(word, answer, titles)
    return Asked(
        word.key,
        word.text,
        f"“{word.text}”{rows}: {why}",
        word.rows,
        tuple(titles),
        titles,
        chosen if chosen in titles else None,
        word.code if word.how == "close" else None,
    )


def _why(word: Any, answer: str | None, titles: Mapping[str, str]) -> str:
    """Why it is asked about, or how it was read."""
    if answer:
        return "as you said"
    if word.how == "close":
        return "only the spelling differs"
    if word.how == "tied":
        return "as near to several of ours"
    if word.how == "dates":
        return "a name outside its dates in the settings"
    return "the nearest of ours is proposed" if word.nearest in titles else "none of ours is near"


def summary(groups: Sequence[Group], reports: Sequence[Any]) -> str:
    """How many are still to be answered, and that an answer is kept."""
    open_ones = {w.key for report in reports for w in report.words if w.asks and _stops(report, w)}
    left = f"{plural(len(open_ones), 'answer')} still to give. " if open_ones else ""
    return (
        f"{left}Nothing has been saved yet: what you say is remembered when the file is loaded, by your name."
    )


def _stops(report: Any, word: Any) -> bool:
    """Whether nothing of the file is loaded before it is answered: a heading may do without."""
    missing = {b.sheet for b in report.errors if b.code == "column_missing"}
    return not word.is_heading or bool(missing & set(word.sheets))


def answers(groups: Sequence[Group], chosen: Mapping[Key, str | None]) -> dict[Key, str]:
    """What was chosen for each word, by its key; not for one without a choice, or left as it was read."""
    every = (word for group in groups for word in group.words)
    return {w.key: code for w in every if (code := chosen.get(w.key)) and code != w.read_as}
