"""What a new load takes the place of, in sentences."""

from __future__ import annotations

from collections import defaultdict

from contracts import DATASETS, PUBLISHED
from etl.checking.other_editions import overlaps
from etl.publishing.plan import NewEntry
from store import coverage
from store.control import reading
from store.coverage import NO_UNIT, WHOLE_FORCE, Claim
from store.place import Store


def replaced(store: Store, entry: NewEntry) -> list[str]:
    """Which months and units of earlier loads it replaces, which it leaves, and what now reads as none."""
    with reading(store) as con:
        held = coverage.active(coverage.standing(con))
    mine = {(s.force, s.dataset, s.month_end) for s in entry.scopes}
    earlier = [c for c in held if (c.scope.force, c.scope.dataset, c.scope.month_end) in mine]
    said: dict[tuple[str, str], tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for claim in earlier:
        taken = claim.scope in entry.scopes or _whole(claim, entry) in entry.scopes
        if taken or claim.scope.dataset not in PUBLISHED:  # other editions stand beside, and are told apart
            said[claim.scope.dataset, claim.scope.month_end][0 if taken else 1].add(claim.scope.unit)
    empty = {sheet.record.dataset for sheet in entry.sheets if not sheet.record.rows_loaded}
    told = [_sentence(*key, *units, key[0] in empty) for key, units in sorted(said.items())]
    return told + [sentence for each in sorted(_tables(entry)) for sentence in _editions(store, entry, each)]


def _tables(entry: NewEntry) -> set[str]:
    return {sheet.record.dataset for sheet in entry.sheets} & PUBLISHED


def _editions(store: Store, entry: NewEntry, dataset: str) -> list[str]:
    """What the file says otherwise than other editions of the same national table."""
    rows = [sheet.rows for sheet in entry.sheets if sheet.record.dataset == dataset]
    return overlaps(store, dataset, [row for each in rows for row in each.to_dict("records")])


def _whole(claim: Claim, entry: NewEntry) -> coverage.Scope:
    scope = claim.scope
    return coverage.Scope(scope.force, scope.dataset, scope.month_end, WHOLE_FORCE)


def _sentence(dataset: str, month: str, taken: set[str], left: set[str], empty: bool) -> str:
    title = DATASETS[dataset].title
    parts = []
    if taken:
        parts.append(f"replaces what was loaded before for {_named(taken)}")
    if left:
        parts.append(f"leaves as it was: {_named(left)}")
    note = " The sheet in this file has no rows, so these units now have none." if empty else ""
    return f"{title}, {month}: {'; '.join(parts)}.{note if taken else ''}"


def _named(units: set[str]) -> str:
    if WHOLE_FORCE in units:
        return "the whole force"
    rest = ["rows without a unit"] if NO_UNIT in units else []
    codes = sorted(units - {NO_UNIT})
    return ", ".join([*(codes if len(codes) <= 10 else [f"{len(codes)} units"]), *rest])
