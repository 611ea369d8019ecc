"""Which column a heading means, and which dataset a row of headings belongs to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from contracts.model import Dataset

CLOSE = 86.0
LEAD = 4.0
SHORTEST_CLOSE = 5
ENOUGH = 0.6  # of the headings a sheet must have, before it is taken for that sheet
_BRACKETS = re.compile(r"\([^)]*\)")
_NOT_WORDS = re.compile(r"[^\w>+/%]+")


@dataclass(frozen=True)
class Matched:
    """A heading that means a column; `how` is title, alias or close. `index` counts columns from 0."""

    index: int
    heading: str
    column: str
    how: str


@dataclass(frozen=True)
class Matching:
    """What a row of headings means for one dataset."""

    dataset: Dataset
    matched: tuple[Matched, ...]
    unmatched: tuple[tuple[int, str], ...]
    doubled: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def found(self) -> dict[str, Matched]:
        """Matched headings by column name."""
        return {m.column: m for m in self.matched}

    @property
    def share(self) -> float:
        """The share of the headings that this sheet must have which are there."""
        needed = must_have(self.dataset)
        return sum(name in self.found for name in needed) / len(needed)


def must_have(dataset: Dataset) -> tuple[str, ...]:
    """The columns by which a sheet is known: required, and not stated above the headings."""
    return tuple(c.name for c in dataset.columns if c.required and not c.once_per_file)


def heading_key(text: str) -> str:
    """A heading without case, accents of spacing, punctuation and footnote marks."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("_", " ")
    return _NOT_WORDS.sub(" ", plain).strip()


@cache
def _headings(dataset_name: str) -> dict[str, tuple[str, str]]:
    """Every known heading of a dataset: its key, and the column and how it is known."""
    from contracts import dataset as named

    known: dict[str, tuple[str, str]] = {}
    columns = named(dataset_name).columns
    for column in columns:
        known[heading_key(column.title)] = (column.name, "title")
        known.setdefault(heading_key(column.name), (column.name, "title"))
    for column in columns:
        for alias in column.aliases:
            known.setdefault(heading_key(alias), (column.name, "alias"))
    return known


@cache
def _with_digits(dataset_name: str, digits: str) -> dict[tuple[str, str], str]:
    """The headings long enough to be spelt closely that have just these digits: (key, column) -> key."""
    known = _headings(dataset_name).items()
    return {
        (key, column): key
        for key, (column, _) in known
        if len(key) >= SHORTEST_CLOSE and _digits(key) == digits
    }


@dataclass(frozen=True)
class Heading:
    """A cell tried as a heading: its column (from 0), its text, and its keys with and without brackets."""

    index: int
    text: str
    key: str
    bare: str


def keyed(headings: Iterable[tuple[int, str]]) -> tuple[Heading, ...]:
    """Headings with their keys, made once for every dataset that they are tried against."""
    return tuple(_heading(index, text) for index, text in headings)


def _heading(index: int, text: str) -> Heading:
    key = heading_key(text)
    return Heading(index, text, key, heading_key(_BRACKETS.sub(" ", text)) if "(" in text else key)


def match(dataset: Dataset, headings: Iterable[Heading]) -> Matching:
    """Match headings by title and alias first; what is left, by close spelling to a column still free."""
    known = _headings(dataset.name)
    exact, left = [], []
    for heading in headings:
        hit = known.get(heading.key) or known.get(heading.bare)
        (exact if hit else left).append((heading.index, heading.text, hit or heading.key))
    matched, doubled = _settle(dataset, exact)
    taken = {m.column for m in matched}
    unmatched = []
    for index, text, key in left:
        # Rows of data are tried as headings too: without one exact heading, nothing is worth a close look.
        name = _close(key, dataset.name, taken) if exact else None
        if name:
            taken.add(name)
            matched.append(Matched(index, text, name, "close"))
        else:
            unmatched.append((index, text))
    return Matching(dataset, tuple(sorted(matched, key=lambda m: m.index)), tuple(unmatched), doubled)


def _settle(dataset: Dataset, exact: list) -> tuple[list[Matched], tuple[tuple[str, tuple[str, ...]], ...]]:
    """One heading for each column: the title before an alias; two of the same rank are told as doubled."""
    chosen, doubled = [], []
    for column in dataset.column_names:
        hits = sorted((hit[1] != "title", index, text) for index, text, hit in exact if hit[0] == column)
        if not hits:
            continue
        best = hits[0]
        chosen.append(Matched(best[1], best[2], column, "alias" if best[0] else "title"))
        rivals = [text for rank, _, text in hits if rank == best[0]]
        if len(rivals) > 1:
            doubled.append((column, tuple(rivals)))
    return chosen, tuple(doubled)


def _close(said: str, dataset_name: str, taken: set[str]) -> str | None:
    """The free column whose heading is spelt almost so. Another number is never close (90, 180)."""
    if len(said) < SHORTEST_CLOSE:
        return None
    near = _with_digits(dataset_name, _digits(said))
    scores: dict[str, float] = {}
    # Below this no heading can be the one, nor stand in the way of the one.
    for _, score, (_, column) in process.extract(
        said, near, scorer=fuzz.ratio, limit=None, score_cutoff=CLOSE - LEAD
    ):
        if column not in taken:
            scores.setdefault(column, score)
    ranked = sorted(scores.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < CLOSE:
        return None
    return None if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < LEAD else ranked[0][0]


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def nearest_heading(dataset: Dataset, column: str, unmatched: Iterable[tuple[int, str]]) -> str:
    """The unmatched heading most like a missing column's, or ""."""
    wanted = [heading_key(h) for h in dataset.column(column).headings]
    scored = [(max(fuzz.ratio(heading_key(text), w) for w in wanted), text) for _, text in unmatched]
    score, text = max(scored, default=(0.0, ""))
    return text if score >= 60 else ""


def fits_name(dataset: Dataset, sheet_name: str) -> bool:
    """Whether the sheet is called what this dataset's sheet is called."""
    key = heading_key(sheet_name)
    return any(heading_key(name) == key for name in (dataset.title, dataset.name, *dataset.sheet_aliases))
