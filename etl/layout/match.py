"""Which column a heading means, and which dataset a row of headings belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz, process

from contracts.model import Dataset
from etl.layout.heading_key import heading_key as heading_key
from settings.spelling import is_worth_proposing

CLOSE = 86.0
LEAD = 4.0
SHORTEST_CLOSE = 5
ENOUGH = 0.6  # of the headings a sheet must have, before it is taken for that sheet
_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True)
class Matched:
    """A heading that means a column; `how` is title, alias, remembered or close. `index` counts from 0."""

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


def _headings(dataset: Dataset) -> dict[str, tuple[str, str]]:
    """Every known heading of a dataset: its key, and the column ("": not needed) and how it is known."""
    known = _of_contract(dataset.name)
    if not dataset.local:
        return known
    return known | {heading_key(text): (column, "remembered") for text, column in dataset.local}


@cache
def _of_contract(dataset_name: str) -> dict[str, tuple[str, str]]:
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
def _with_digits(dataset_name: str, wanted: str) -> dict[tuple[str, str], str]:
    """The headings long enough to be spelt closely that have just these digits: (key, column) -> key."""
    known = _of_contract(dataset_name).items()
    return {
        (key, column): key
        for key, (column, _) in known
        if len(key) >= SHORTEST_CLOSE and digits(key) == wanted
    }


@dataclass(frozen=True)
class Heading:
    """A cell tried as a heading: its column (from 0), its text, and its keys with and without brackets.

    `alone` is the key of the lower of two headings, such as "Open" under "Cases".
    """

    index: int
    text: str
    key: str
    bare: str
    alone: str = ""


def keyed(headings: Iterable[tuple[int, str]]) -> tuple[Heading, ...]:
    """Headings with their keys, made once for every dataset that they are tried against."""
    return tuple(_heading(index, text) for index, text in headings)


def keyed_under(upper: Mapping[int, str], lower: Mapping[int, str]) -> tuple[Heading, ...]:
    """Headings in two rows as one, "Over" above "90 days"; or the lower alone, under one of a group."""
    return tuple(_under(i, upper.get(i, ""), lower.get(i, "")) for i in sorted({*upper, *lower}))


def _under(index: int, upper: str, lower: str) -> Heading:
    both = _heading(index, " ".join(text for text in (upper, lower) if text))
    return replace(both, alone=heading_key(lower)) if upper and lower else both


def _heading(index: int, text: str) -> Heading:
    key = heading_key(text)
    return Heading(index, text, key, heading_key(_BRACKETS.sub(" ", text)) if "(" in text else key)


def match(dataset: Dataset, headings: Iterable[Heading]) -> Matching:
    """Match headings by title and alias first; what is left, by close spelling to a column still free."""
    known = _headings(dataset)
    exact, left, unmatched = [], [], []
    for heading in headings:
        hit = known.get(heading.key) or known.get(heading.bare) or _lower_alone(heading, known)
        if hit and not hit[0]:
            unmatched.append((heading.index, heading.text))
        else:
            (exact if hit else left).append((heading.index, heading.text, hit or heading.key))
    matched, doubled = _settle(dataset, exact)
    taken = {m.column for m in matched}
    for index, text, key in left:
        # Rows of data are tried as headings too: without one exact heading, nothing is worth a close look.
        name = _close(key, dataset.name, taken) if exact else None
        if name:
            taken.add(name)
            matched.append(Matched(index, text, name, "close"))
        else:
            unmatched.append((index, text))
    matched.sort(key=lambda m: m.index)
    return Matching(dataset, tuple(matched), tuple(sorted(unmatched)), doubled)


def _lower_alone(heading: Heading, known: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """What the lower heading means by itself; a heading in one row comes before it, as before an alias."""
    hit = known.get(heading.alone)
    return (hit[0], "alias") if hit else None


@cache
def heading_words() -> frozenset[str]:
    """The key of every heading of every dataset."""
    from contracts import DATASETS

    return frozenset(key for name in DATASETS for key in _of_contract(name))


def _settle(dataset: Dataset, exact: list) -> tuple[list[Matched], tuple[tuple[str, tuple[str, ...]], ...]]:
    """One heading for each column: the title or one agreed on, before an alias; two of a rank are doubled."""
    chosen, doubled = [], []
    for column in dataset.column_names:
        hits = sorted(
            (hit[1] == "alias", index, text, hit[1]) for index, text, hit in exact if hit[0] == column
        )
        if not hits:
            continue
        best = hits[0]
        chosen.append(Matched(best[1], best[2], column, best[3]))
        rivals = [text for rank, _, text, _ in hits if rank == best[0]]
        if len(rivals) > 1:
            doubled.append((column, tuple(rivals)))
    return chosen, tuple(doubled)


def _close(said: str, dataset_name: str, taken: set[str]) -> str | None:
    """The free column whose heading is spelt almost so. Another number is never close (90, 180)."""
    if len(said) < SHORTEST_CLOSE:
        return None
    near = _with_digits(dataset_name, digits(said))
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


def digits(text: str) -> str:
    """The digits in a text, in order."""
    return "".join(c for c in text if c.isdigit())


def nearest_heading(dataset: Dataset, column: str, unmatched: Iterable[tuple[int, str]]) -> str:
    """The unmatched heading most like a missing column's, or ""."""
    wanted = [heading_key(h) for h in dataset.column(column).headings]
    scored = [
        (fuzz.ratio(said, key), text)
        for _, text in unmatched
        for said in (heading_key(text),)
        for key in wanted
        if is_worth_proposing(said, key)
    ]
    score, text = max(scored, default=(0.0, ""))
    return text if score >= 60 else ""


def fits_name(dataset: Dataset, sheet_name: str) -> bool:
    """Whether the sheet is called what this dataset's sheet is called."""
    key = heading_key(sheet_name)
    return any(heading_key(name) == key for name in (dataset.title, dataset.name, *dataset.sheet_aliases))
