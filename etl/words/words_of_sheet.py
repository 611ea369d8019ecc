"""The words and headings of one sheet that a person is told of, or asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from contracts.model import Column, Dataset
from etl.checking.gathered import Asked
from etl.checking.stage import Staging
from etl.layout.find import Table
from etl.layout.match import LEAD, digits, heading_key, must_have
from etl.reports.messages import said
from etl.values import never_stored
from etl.values.known_values import LEFT_OUT, Known
from etl.words.word import Choice, Word
from settings.remembered import COLUMN
from settings.resolve import choices
from settings.spelling import is_worth_proposing
from store.matches import tells_of_a_person

WORTH_ASKING = 80.0  # alike enough to ask about although nothing that must be there is missing
WORTH_PROPOSING = 60.0
MOST_HEADINGS = 12
MOST_TOLD = 8


def words_of(table: Table, staging: Staging, asked: Asked) -> list[Word]:
    """Every word of a list that was read without being set, or not read, and the headings to ask about."""
    if asked.settings is None or not asked.force:
        return []
    on = staging.sheet.month_end or asked.today
    found = [
        _value(table, table.dataset.column(name), known, rows, asked, on)
        for (name, known), rows in staging.words.items()
        if not tells_of_a_person(table.dataset.column(name).allowed_from or "", known.kept)
    ]
    return found + list(_slips(table)) + list(_headings(table))


def _value(table: Table, column: Column, known: Known, rows: int, asked: Asked, on) -> Word:
    list_name = column.allowed_from or ""
    offered = choices(asked.settings, asked.force, list_name, on)
    near = "" if known.tied else next((code for code in known.near if code in offered), "")
    how = "tied" if known.tied else known.how
    return Word(
        list_name, column.title, known.kept, how, known.code or "", near,
        tuple(offered.items()), column.may_be_others, (table.sheet,), rows,
    )  # fmt: skip


def told_of(sheet: str, words: Sequence[Word], stated: frozenset[tuple[str, str]]) -> list[str]:
    """What to say of the words of a sheet that were read by a slip, as said now or before, or left out.

    `stated`: those whose meaning is said with this sending, by list and plain text.
    """
    told = [
        said("value_close", sheet, word.column, word.text, word.meaning, _rows(word.rows))
        for word in words
        if word.how == "close" and not word.is_heading  # a heading is told with the others of its sheet
    ]
    now, before = ([w for w in words if (w.key in stated) == given] for given in (True, False))
    told += _read_and_left(sheet, now, "value_stated", "value_left_out_stated")
    return told + _read_and_left(sheet, before, "value_remembered", "value_left_out")


def _read_and_left(sheet: str, words: Sequence[Word], read_as: str, left_out: str) -> list[str]:
    read = [f"“{w.text}” as {w.meaning}" for w in words if w.how == "remembered"]
    left = [f"“{w.text}” ({_rows(w.rows)})" for w in words if w.how == LEFT_OUT]
    found = ((read_as, read), (left_out, left))
    return [said(code, sheet, _first(each)) for code, each in found if each]


def _first(each: list[str]) -> str:
    more = f" and {len(each) - MOST_TOLD} more" if len(each) > MOST_TOLD else ""
    return "; ".join(each[:MOST_TOLD]) + more


def _rows(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows:,} rows"


def _slips(table: Table) -> Iterator[Word]:
    """The headings that were read by a slip of the hand, for a person to say otherwise."""
    dataset = table.dataset
    for each in table.matching.matched:
        if each.how == "close" and _may_be_asked(dataset, each.heading):
            offered = [dataset.column(each.column), *_offered(table, each.heading)]
            yield Word(
                COLUMN + dataset.name, "Heading", each.heading, "close", each.column, each.column,
                tuple(_choice(c) for c in offered), True, (table.sheet,), len(table.rows),
            )  # fmt: skip


def _offered(table: Table, text: str) -> list[Column]:
    return [c for c in table.dataset.columns if c.name not in table.matching.found and _takes(c, text)]


def _headings(table: Table) -> Iterator[Word]:
    """The headings that may mean a column which is not there, those most like one first."""
    dataset, found = table.dataset, table.matching.found
    free = {name for name in dataset.column_names if name not in found}
    missing = {name for name in must_have(dataset) if name in free and name != "month_end"}
    not_needed = {heading_key(text) for text, column in dataset.local if not column}
    asked = []
    for _, text in table.matching.unmatched:
        if heading_key(text) in ("", *not_needed) or not _may_be_asked(dataset, text):
            continue
        near = _near(dataset, text, free)
        best = near[0][1] if near else 0.0
        if missing or best >= WORTH_ASKING:
            asked.append((-best, _heading(table, text, near, missing or free)))
    yield from (word for _, word in sorted(asked, key=lambda pair: pair[0])[:MOST_HEADINGS])


def _near(dataset: Dataset, text: str, free: set[str]) -> list[tuple[str, float]]:
    """The free columns that are called something like a heading, nearest first. 90 is not like 180."""
    said, scores = heading_key(text), []
    for name in free:
        keys = [heading_key(h) for h in dataset.column(name).headings]
        worth = [key for key in keys if digits(key) == digits(said) and is_worth_proposing(said, key)]
        alike = [fuzz.ratio(said, key) for key in worth]
        scores.append((name, max(alike, default=0.0)))
    return sorted((s for s in scores if s[1] >= WORTH_PROPOSING), key=lambda s: (-s[1], s[0]))


def _may_be_asked(dataset: Dataset, text: str) -> bool:
    """Never what tells of health beside people, nor what may be a person's own name or number."""
    return not (never_stored.tells_of_health(text) or tells_of_a_person(COLUMN + dataset.name, text))


def _heading(table: Table, text: str, near: list[tuple[str, float]], wanted: set[str]) -> Word:
    dataset = table.dataset
    tied = len(near) > 1 and near[0][1] - near[1][1] < LEAD
    nearest = near[0][0] if near and not tied and near[0][0] in wanted else ""
    return Word(
        COLUMN + dataset.name, "Heading", text, "tied" if tied else "none", "", nearest,
        tuple(_choice(c) for c in _offered(table, text)), bool(near), (table.sheet,), len(table.rows),
    )  # fmt: skip


def _takes(column: Column, text: str) -> bool:
    """Whether a column may be offered for a heading: one of free words only where it is called much so."""
    free_words = column.type == "text" and not column.allowed_from and column.sensitivity != "person"
    alike = max(fuzz.ratio(heading_key(text), heading_key(h)) for h in column.headings)
    return not free_words or alike >= WORTH_PROPOSING


def _choice(column: Column) -> Choice:
    return column.name, column.title
