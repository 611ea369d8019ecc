"""The headings of a live list of crimes that a person is asked about, or that were agreed before.

The rows stayed in the process that read them: what is proposed goes by the words of a heading, and by the
kind of cells under it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from contracts.live_crimes import CaseColumn
from contracts.live_crimes_asked import HINTS, LIST, MAY_BE, NAMES, NOTHING
from etl.checking.gathered import Asked
from etl.layout.grid import CountedCases
from etl.layout.local_headings import of_live_list
from etl.layout.match import LEAD, heading_key
from etl.reports.messages import said
from etl.values import never_stored
from etl.words.word import Choice, Word
from etl.words.words_of_sheet import MOST_HEADINGS, WORTH_ASKING, WORTH_PROPOSING
from settings.remembered import COLUMN
from settings.spelling import is_worth_proposing
from store.matches import tells_of_a_person

HEADING = COLUMN + LIST
HINTED = 70.0  # as near as a heading is that is spelt somewhat like ours
LEFT_OUT = "left out"
# Whoever these are about, nothing of them is part of the list.
NEVER = {"victim", "suspect", "offender", "witness", "complainant", "aggrieved", "name", "surname",
         "forename", "address", "postcode", "phone", "dob", "birth", "summary", "mo", "notes",
         "comments"}  # fmt: skip


@dataclass(frozen=True)
class _Free:
    """What is not there: every column, and those without which no case is counted."""

    columns: tuple[CaseColumn, ...]
    needed: tuple[CaseColumn, ...]


def words_of(counted: CountedCases, asked: Asked) -> list[Word]:
    """Headings to ask about, those most like a missing one first; those that were agreed; those doubled."""
    if counted.dataset != "caseload" or asked.settings is None or not asked.force:
        return []
    read = counted.headings
    agreed, found = of_live_list(asked.settings, asked.force), {name for name, _ in read.found}
    free = tuple(column for name, column in NAMES.items() if name not in found)
    known = list(_agreed(counted, agreed, free))
    unknown = [each for each in read.others if heading_key(each[0]) not in agreed]
    missing = _Free(free, tuple(column for column in free if column.needed))
    return known + list(_doubled(counted)) + _unknown(counted, unknown, missing)


def told_of(counted: CountedCases, asked: Asked) -> list[str]:
    """What to say of headings that were read as said now, or as agreed before."""
    if counted.dataset != "caseload":
        return []
    agreed = of_live_list(asked.settings, asked.force)
    own = [(text, name) for name, text in counted.headings.found if agreed.get(heading_key(text)) == name]
    told = []
    for code, now in (("heading_stated", True), ("heading_remembered", False)):
        read = [
            f"“{text}” as {NAMES[name].title}"
            for text, name in own
            if ((HEADING, heading_key(text)) in asked.stated) == now
        ]
        told += [said(code, counted.list_name, "; ".join(read))] if read else []
    return told


def _agreed(counted: CountedCases, agreed: dict[str, str], free: tuple[CaseColumn, ...]) -> Iterator[Word]:
    read = counted.headings
    for name, text in read.found:
        if agreed.get(heading_key(text)) == name:
            yield _word(counted, text, "remembered", name, name, (NAMES[name], *free))
    for text, looks in read.others:
        if agreed.get(heading_key(text)) == "":
            yield _word(counted, text, LEFT_OUT, "", "", _offered(looks, free))


def _doubled(counted: CountedCases) -> Iterator[Word]:
    """Headings of which two say the same column: whichever is not meant is not needed."""
    for name, texts in counted.headings.doubled:
        for text in texts:
            if _may_be_asked(text):
                yield _word(counted, text, "tied", "", "", (NAMES[name],))


def _unknown(counted: CountedCases, unknown: list[tuple[str, str]], missing: _Free) -> list[Word]:
    doubled = {text for _, texts in counted.headings.doubled for text in texts}
    found = []
    for text, looks in unknown:
        offered = _offered(looks, missing.columns)
        near = _near(text, looks, missing.columns)
        best = near[0][1] if near else 0.0
        wanted = any(column in missing.needed for column in offered)
        if text in doubled or not offered or not _may_be_asked(text) or not (wanted or best >= WORTH_ASKING):
            continue
        tied = len(near) > 1 and near[0][1] - near[1][1] < LEAD
        nearest = near[0][0].name if near and not tied else ""
        choices = tuple(dict.fromkeys((*(column for column, _ in near), *offered)))
        found.append((-best, _word(counted, text, "tied" if tied else "none", "", nearest, choices)))
    words = [word for _, word in sorted(found, key=lambda pair: pair[0])[:MOST_HEADINGS]]
    return _only_of_their_kind(words, dict(unknown), missing.needed)


def _only_of_their_kind(
    words: list[Word], looks: dict[str, str], needed: tuple[CaseColumn, ...]
) -> list[Word]:
    """With a column proposed for a heading where no other heading can be it, by the cells under them."""
    taken = {word.nearest for word in words}
    done = []
    for word in words:
        first = next((c for c in MAY_BE[looks[word.text]][:1] if c in needed and c.name not in taken), None)
        alone = first and sum(looks[w.text] == looks[word.text] and not w.nearest for w in words) == 1
        done.append(_proposing(word, first.name) if first and alone and not word.nearest else word)
    return done


def _proposing(word: Word, name: str) -> Word:
    return Word(
        word.list_name, word.column, word.text, "none", "", name, word.choices, True, word.sheets, word.rows
    )


def _offered(looks: str, free: tuple[CaseColumn, ...]) -> tuple[CaseColumn, ...]:
    return tuple(column for column in free if column in MAY_BE.get(looks, MAY_BE[NOTHING]))


def _near(text: str, looks: str, free: tuple[CaseColumn, ...]) -> list[tuple[CaseColumn, float]]:
    """The free columns called something like a heading, nearest first; of a hint only where the cells fit."""
    said_words, key = set(heading_key(text).split()), heading_key(text)
    offered, scores = _offered(looks, free), []
    for column in free:
        keys = (heading_key(heading) for heading in column.headings)
        alike = max((fuzz.ratio(key, each) for each in keys if is_worth_proposing(key, each)), default=0.0)
        hint = HINTED if column in offered and said_words & set(HINTS.get(column.name, ())) else 0.0
        scores.append((column, max(alike, hint)))
    return sorted((s for s in scores if s[1] >= WORTH_PROPOSING), key=lambda s: -s[1])


def _may_be_asked(text: str) -> bool:
    """Never what tells of health or of whoever a case is about, nor what may be a person's name or number."""
    about = NEVER & set(heading_key(text).split())
    return not (about or never_stored.tells_of_health(text) or tells_of_a_person(HEADING, text))


def _word(
    counted: CountedCases, text: str, how: str, code: str, nearest: str, offered: tuple[CaseColumn, ...]
) -> Word:
    choices: tuple[Choice, ...] = tuple((column.name, column.title) for column in offered)
    return Word(
        HEADING,
        "Heading",
        text,
        how,
        code,
        nearest,
        choices,
        True,
        (counted.list_name,),
        counted.rows_in_sheet,
    )
