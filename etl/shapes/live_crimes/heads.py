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


@dataclass(frozen=True)
class Heads:
    """The headings: at which position and row, each column with its index and text, and what is not read."""

    position: int
    row: int
    found: Mapping[str, tuple[int, str]]
    unread: tuple[str, ...] = ()
    doubled: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def missing(self) -> tuple[CaseColumn, ...]:
        """The columns without which cases cannot be counted."""
        return tuple(column for column in COLUMNS if column.needed and column.name not in self.found)


def find_heads(top: Sequence[Row]) -> Heads | None:
    """The first row that heads a list of cases; None where there is none."""
    return next((heads for n, row in enumerate(top[:DEEPEST]) if (heads := _heads(n, row))), None)


def _heads(position: int, row: Row) -> Heads | None:
    texts = [(i, as_text(c)) for i, c in enumerate(row.cells) if isinstance(c, str) and not is_blank(c)]
    keys = {index: _keys(text) for index, text in texts}
    hits = {column.name: _hits(column, texts, keys) for column in COLUMNS}
    found = {name: hit[0][1:] for name, hit in hits.items() if hit}
    if "reference" not in found or len(found) < FEWEST or not ABOUT_WORK & found.keys() or _counts(keys):
        return None
    taken = {index for index, _ in found.values()}
    unread = tuple(text[:LONGEST_HEADING] for index, text in texts if index not in taken)
    return Heads(position, row.number, found, unread, tuple(_doubled(hits)))


def _keys(text: str) -> set[str]:
    return {heading_key(text), heading_key(text.partition("(")[0])}


def _hits(
    column: CaseColumn, texts: list[tuple[int, str]], keys: Mapping[int, set[str]]
) -> list[tuple[int, int, str]]:
    """(rank, index, text) of every heading that means the column, the one to read first."""
    ranks = {heading_key(heading): rank for rank, heading in reversed(list(enumerate(column.headings)))}
    ranked = [
        (min(ranks[k] for k in keys[i] & ranks.keys()), i, t) for i, t in texts if keys[i] & ranks.keys()
    ]
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
            told.append((column.title, tuple(text[:LONGEST_HEADING] for text in rivals)))
    return told
