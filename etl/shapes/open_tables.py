"""Home Office open data tables as long rows: strength by sex and rank, and functions by ethnicity and sex.

The tables have no totals. What is kept are sums of our own, and the report says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import contracts
from contracts.forces import FORCES
from etl.layout.find import Table
from etl.layout.grid import Row, Sheet
from etl.layout.match import Matched, Matching
from etl.reports.messages import breach, said
from etl.reports.report import Breach
from etl.shapes.open_heads import Heads, find_heads
from etl.shapes.open_sums import Key, Sum, Sums, days, regions, summed
from etl.shapes.published import Published

LONG = {
    "police_strength": ("force", "as_at", "worker_type", "basis", "edition", "value", "region"),
    "police_functions": (
        "force", "as_at", "worker_type", "wider_function", "function", "edition", "value", "region",
    ),
}  # fmt: skip
# Nobody works full time as one, so their FTE stands as 0 in the table: that is not a count.
BY_HEADCOUNT_ALONE = ("special constables", "volunteers")
MOST_NAMED = 6


def is_open_table(sheet: Sheet) -> bool:
    """Whether the sheet has the headings of an open data table."""
    return find_heads(sheet) is not None


def unfold(sheet: Sheet) -> Published | None:
    """The sheet's sums as long rows; None where it is no open data table, or says no day that can be read."""
    heads = find_heads(sheet)
    found = summed(sheet, heads) if heads else None
    known = days(found) if found else []
    if not heads or not found or not known:
        return None
    rows = tuple(_long_rows(found, heads, known[-1]))
    table = Table(
        sheet.name,
        sheet.rows[heads.position].number,
        _matching(heads),
        rows,
        sheet.rows[: heads.position],
        tuple(found.ignored),
        rows_in_sheet=len(sheet.rows),
    )
    told = _told(sheet.name, heads, found, rows, known)
    return Published(table, known[-1], tuple(_repeated(sheet.name, heads, found)), tuple(told))


def _long_rows(found: Sums, heads: Heads, edition: date) -> Iterator[Row]:
    region = regions(found, heads)
    for key, each in found.by_key.items():
        force, day, parts = key
        words = [found.spelling(n, p) if n != "worker_type" else p for n, p in _parts(heads, parts)]
        for name, basis in heads.shape.figures:
            if _is_counted(each, parts[0], name):
                basis_of = [basis] if heads.shape.dataset == "police_strength" else []
                cells = (force, day, *words, *basis_of, edition, each.value(name), region[key])
                yield Row(each.first.number, cells, _places(each, heads, name), tuple(each.rows))


def _parts(heads: Heads, parts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return zip(heads.shape.apart, parts, strict=True)


def _is_counted(each: Sum, worker_type: str, name: str) -> bool:
    """Whether a column counts these workers at all."""
    return not (name == "fte" and worker_type in BY_HEADCOUNT_ALONE and each.value(name) == 0)


def _places(each: Sum, heads: Heads, figure: str) -> tuple[str, ...]:
    """Where the cells of a long row stand: the first row of the sum, or the part that is no number."""
    row = each.no_number[figure][0] if figure in each.no_number else each.first
    columns = [heads.columns.get(name) for name in LONG[heads.shape.dataset]]
    at = heads.columns[figure]
    return tuple(row.place(at if column is None else column) for column in columns)


def _matching(heads: Heads) -> Matching:
    """The headings as they stand, with the place of their column in a long row."""
    names = LONG[heads.shape.dataset]
    matched = tuple(
        Matched(index, heads.texts[heads.columns[name]] if name in heads.columns else name, name, "alias")
        for index, name in enumerate(names)
    )
    return Matching(contracts.dataset(heads.shape.dataset), matched, heads.unread)


def _repeated(sheet: str, heads: Heads, found: Sums) -> Iterator[Breach]:
    if found.repeated:
        numbers = tuple(row.number for row in found.repeated)
        yield breach(
            "open_table_repeated", dataset=heads.shape.dataset, sheet=sheet, value=f"{len(numbers):,}",
            cells=tuple(row.place(heads.columns["force"]) for row in found.repeated), rows=numbers,
        )  # fmt: skip


def _told(sheet: str, heads: Heads, found: Sums, rows: tuple[Row, ...], known: list[date]) -> Iterator[str]:
    forces = {force for force, _, _ in found.by_key}
    parts = sum(len(each.rows) for each in found.by_key.values())
    yield said("open_table", sheet, parts, len(rows), len(forces), len(known), f"{known[-1]:%d/%m/%Y}")
    absent = [force.name for force in FORCES if force.name not in forces]
    if absent:
        more = f" and {len(absent) - MOST_NAMED} more" if len(absent) > MOST_NAMED else ""
        yield said("open_table_forces", sheet, ", ".join(absent[:MOST_NAMED]) + more)
    if found.in_march:
        yield said("open_table_month_end", sheet)
    if any(_is_left(each, key) for key, each in found.by_key.items()) and "fte" in heads.columns:
        yield said("open_table_headcount", sheet)
    drifting = [sorted(said_as) for said_as in found.spellings.values() if len(said_as) > 1]
    if drifting:
        yield said("open_table_words", sheet, "; ".join(" and ".join(each) for each in drifting[:MOST_NAMED]))


def _is_left(each: Sum, key: Key) -> bool:
    return not _is_counted(each, key[2][0], "fte")
