"""Whether a sheet is a live list of crimes: the row of its headings, and which column each is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contracts.live_crimes import COLUMNS, COUNTS, CaseColumn
from etl.layout.grid import Row, as_text, is_blank
from etl.layout.heading_key import heading_key
from etl.shapes.live_crimes import DEEPEST

FEWEST = 3  # columns of the list in one row, the reference among them
ABOUT_WORK = {"unit", "work_type", "officer"}
LONGEST_HEADING = 60
AGREED_FIRST = -1  # before every heading of the contract
Agreed = Mapping[str, str]


@dataclass(frozen=True)
class Heads:
    """The headings: at which position and row, each column with its index and text, and what is not read.

    `doubled`: the columns of which several headings stand, with these. `others`: what is not read, by its
    index. `unsure`: no heading says that it is a list of cases, but its cells do.
    """

    position: int
    row: int
    found: Mapping[str, tuple[int, str]]
    others: tuple[tuple[int, str], ...] = ()
    doubled: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unsure: bool = False

    @property
    def unread(self) -> tuple[str, ...]:
        """The headings that are no part of the list, or not known to be."""
        return tuple(text for _, text in self.others)

    @property
    def missing(self) -> tuple[CaseColumn, ...]:
        """The columns without which cases cannot be counted."""
        return tuple(column for column in COLUMNS if column.needed and column.name not in self.found)


def find_heads(top: Sequence[Row], agreed: Agreed) -> Heads | None:
    """The first row that heads a list of cases; None where there is none.

    `agreed`: what the force's own headings mean, by their keys; "" for one that is not needed.
    """
    rows = (heads_of(n, row, agreed) for n, row in enumerate(top[:DEEPEST]))
    return next((heads for heads in rows if heads and _is_list(heads)), None)


def heads_of(position: int, row: Row, agreed: Agreed) -> Heads | None:
    """What a row says, taken as the headings of a list; None of a sheet that counts already."""
    texts = [(i, as_text(c)) for i, c in enumerate(row.cells) if isinstance(c, str) and not is_blank(c)]
    keys = {index: keys_of(text) for index, text in texts}
    if not texts or _counts(keys):
        return None
    hits = {column.name: _hits(column, texts, keys, agreed) for column in COLUMNS}
    found = {name: hit[0][1:] for name, hit in hits.items() if hit}
    taken = {index for index, _ in found.values()}
    others = tuple((index, text[:LONGEST_HEADING]) for index, text in texts if index not in taken)
    return Heads(position, row.number, found, others, tuple(_doubled(hits)))


def _is_list(heads: Heads) -> bool:
    found = heads.found.keys()
    return "reference" in found and len(found) >= FEWEST and bool(ABOUT_WORK & found)


def keys_of(text: str) -> set[str]:
    """The keys of a heading, with and without what stands in brackets."""
    return {heading_key(text), heading_key(text.partition("(")[0])}


def _hits(
    column: CaseColumn, texts: list[tuple[int, str]], keys: Mapping[int, set[str]], agreed: Agreed
) -> list[tuple[int, int, str]]:
    """(rank, index, text) of every heading that means the column, the one to read first."""
    ranks = {heading_key(heading): rank for rank, heading in reversed(list(enumerate(column.headings)))}
    ranked = []
    for index, text in texts:
        said = next((agreed[key] for key in keys[index] if key in agreed), None)
        rank = min((ranks[key] for key in keys[index] & ranks.keys()), default=None)
        if said == column.name:
            ranked.append((AGREED_FIRST, index, text))
        elif said is None and rank is not None:
            ranked.append((rank, index, text))
    return sorted(ranked)


def _counts(keys: Mapping[int, set[str]]) -> bool:
    """Whether the headings are of a sheet that counts already: Open or Unallocated, and another count."""
    said = set().union(*keys.values())
    there = [bool(said & {heading_key(heading) for heading in headings}) for headings in COUNTS]
    return any(there[:2]) and sum(there) > 1


def _doubled(hits: Mapping[str, list[tuple[int, int, str]]]) -> list[tuple[str, tuple[str, ...]]]:
    """Columns of which two headings stand that may say different things."""
    told = []
    for column in COLUMNS:
        first = hits[column.name][0][0] if hits[column.name] else 0
        rivals = [t for rank, _, t in hits[column.name] if rank == first or (column.one_only and first > 0)]
        if len(rivals) > 1:
            told.append((column.name, tuple(text[:LONGEST_HEADING] for text in rivals)))
    return told
