"""Acting and temporary from the ranks of People, where the sheet writes them there: T/DS, A/Insp."""

from __future__ import annotations

from dataclasses import replace

from etl.checking.staged import StagedRow, StagedSheet
from etl.layout.grid import each_once
from etl.reports.messages import breach, said
from etl.reports.report import Breach
from etl.values.rank import Rank, read_rank

RANK, HELD = "rank_or_grade", "acting_or_temporary"
FOR_NOW = ("acting", "temporary")


def with_ranks(sheet: StagedSheet) -> tuple[StagedSheet, list[Breach], list[str]]:
    """The sheet with acting or temporary filled in from ranks where nothing else says, differences, words.

    Only in a sheet that writes such ranks at all is a plain one "no": others may hold substantive ranks.
    """
    texts = sheet.kept_of(RANK)
    ranks = each_once(texts, _rank)
    if not any(map(_is_for_now, set(ranks))):
        return sheet, [], []
    shown = [text for text, rank in zip(texts, ranks, strict=True) if _is_for_now(rank)]
    rows = tuple(_filled(row, rank) for row, rank in zip(sheet.rows, ranks, strict=True))
    columns = tuple(dict.fromkeys((*sheet.columns, HELD)))
    told = said("ranks_for_now", sheet.sheet, shown[0], len(shown))
    differ = [row for row, rank in zip(sheet.rows, ranks, strict=True) if _differs(row, rank)]
    return replace(sheet, rows=rows, columns=columns), _told(sheet, differ), [told]


def _rank(text: str | None) -> Rank | None:
    return read_rank(text) if text else None


def _is_for_now(rank: Rank | None) -> bool:
    return rank is not None and rank.held in FOR_NOW


def _filled(row: StagedRow, rank: Rank | None) -> StagedRow:
    if row.codes.get(HELD):
        return row
    if rank is None:
        return replace(row, kept={HELD: None} | row.kept, codes={HELD: None} | row.codes)
    word = {HELD: rank.held if _is_for_now(rank) else "no"}
    missing = {name: kind for name, kind in row.missing_kinds.items() if name != HELD}
    return replace(row, kept=row.kept | word, codes=row.codes | word, missing_kinds=missing)


def _differs(row: StagedRow, rank: Rank | None) -> bool:
    """A rank held for now beside the answer "no". A plain rank beside "acting" is the one acted in."""
    return _is_for_now(rank) and row.codes.get(HELD) == "no"


def _told(sheet: StagedSheet, rows: list[StagedRow]) -> list[Breach]:
    if not rows:
        return []
    title = sheet.dataset.column(HELD).title
    cells = tuple(row.places[HELD] for row in rows)
    numbers = tuple(row.row_number for row in rows)
    where = {"dataset": sheet.dataset.name, "sheet": sheet.sheet, "column": title}
    return [breach("rank_differs", cells=cells, rows=numbers, field=HELD, **where)]
