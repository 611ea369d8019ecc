"""Whether a sheet is a list of cases whose headings are not known: its cells have to say so.

A person is asked what its headings mean; until then nothing of it is counted or handed on. A list of people,
or people down and courses across, is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from contracts.live_crimes_asked import DAYS, HINTS, OF_CASES, others
from etl.layout.grid import Row
from etl.layout.heading_key import heading_key
from etl.shapes.live_crimes.cells import Cells
from etl.shapes.live_crimes.heads import Agreed, Heads, heads_of, keys_of
from etl.shapes.live_crimes.looks import are_references, cells_under, looks_of
from etl.values.person_ref import read_ref

FEWEST_HEADINGS, FEWEST_KNOWN, FEWEST_LIKE = 4, 2, 4
SURELY_PEOPLE, OWN_DAYS, FEWEST_CASES = 5, 2, 2


def unsure_heads(cells: Cells, top: Sequence[Row], agreed: Agreed) -> Heads | None:
    """The headings of a list of cases that does not say in known words that it is one; None of any other."""
    for position, row in enumerate(top):
        heads = heads_of(position, row, agreed)
        if heads and _may_be(heads, row) and _has_cases(cells, heads, agreed):
            return replace(heads, unsure="reference" not in heads.found)
    return None


def _may_be(heads: Heads, row: Row) -> bool:
    """Whether enough headings are known or are called something like it, and not those of another return."""
    known = heads.found.keys() - {"reference"}
    like = {name for _, text in heads.others for name, words in HINTS.items() if _words(text) & set(words)}
    called_so = len(known) >= FEWEST_KNOWN or len(like | heads.found.keys()) >= FEWEST_LIKE
    enough = bool(known) if "reference" in heads.found else called_so and bool((known | like) & OF_CASES)
    return enough and len(row.filled()) >= FEWEST_HEADINGS and not _is_another(row)


def _words(text: str) -> set[str]:
    return set(heading_key(text).split())


def _is_another(row: Row) -> bool:
    said = set().union(*(keys_of(cell) for cell in row.filled() if isinstance(cell, str)))
    return any(
        sum(any(heading_key(h) in said for h in headings) for headings in own) * 2 >= len(own)
        for own in others()
    )


def _has_cases(cells: Cells, heads: Heads, agreed: Agreed) -> bool:
    """Whether a column holds references, each once, and the officers do not: those are a list of people."""
    first = heads.position + 1
    if "reference" in heads.found:
        candidates = [heads.found["reference"][0]]
    else:
        candidates = [i for i, text in heads.others if not keys_of(text) & agreed.keys()]
    if not any(_are_cases(cells_under(cells, index, first)) for index in candidates):
        return False
    return not _people_down(cells, heads, first)


def _are_cases(held: Sequence[Any]) -> bool:
    """One cell alone is a reference by chance, such as a month under a heading of months."""
    return len(held) >= FEWEST_CASES and are_references(held)


def _people_down(cells: Cells, heads: Heads, first: int) -> bool:
    if "officer" not in heads.found:
        return False
    rows = len(cells.numbers) - first
    held = cells_under(cells, heads.found["officer"][0], first)
    numbers = {read_ref(cell).number for cell in held}
    if len(held) < rows or len(numbers) < len(held):
        return False
    own_days = sum(looks_of(cells_under(cells, i, first)) == DAYS for i, _ in heads.others)
    return rows >= SURELY_PEOPLE or own_days >= OWN_DAYS
