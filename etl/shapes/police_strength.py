"""Police workforce tables as the Home Office publishes them, as one row for each force and date.

A table has title rows that name the worker type and the basis, dates as headings, regions as subtotals above
their forces, footnote digits glued to names, and notes below. Its own total of the 43 forces is the check.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import contracts
from etl.layout.find import DEEPEST_HEADING, Table
from etl.layout.grid import Row, Sheet, Workbook, as_text, is_blank, is_date, is_number
from etl.layout.match import Matched, Matching
from etl.reports.messages import breach
from etl.reports.report import Breach
from etl.shapes.force_names import as_published
from etl.shapes.open_sums import NOT_FORCES
from etl.shapes.published import Published
from etl.values.read_date import read_date

LONG = ("force", "as_at", "worker_type", "basis", "edition", "value", "region")
REGIONS = (
    "north east", "north west", "yorkshire and the humber", "east midlands", "west midlands", "eastern",
    "east of england", "london", "south east", "south west", "wales",
)  # fmt: skip
# The longer names first: "Police staff and designated officers" also begins with "Police staff".
WORKERS = (
    ("police staff and designated officers", "staff and designated officers"),
    ("police community support officers", "PCSOs"),
    ("designated officers", "designated officers"),
    ("special constables", "special constables"),
    ("police support volunteers", "volunteers"),
    ("traffic wardens", "traffic wardens"),
    ("police officers", "officers"),
    ("police staff", "staff"),
)
ROUNDING = 0.05  # FTE; the sum of rounded figures may differ from a rounded sum by this much
_TITLE = re.compile(r"^table \d+\s*[:.]\s*(.+?)\s+(?:combined )?by police force area", re.I)
_TOTAL = re.compile(r"^total (?:of )?(?:all )?(?:43 )?(?:police )?forces", re.I)
_FOOTNOTE = re.compile(r"(?<=[A-Za-z)])\s*\d+(?:\s*,\s*\d+)*$")


@dataclass(frozen=True)
class _Heads:
    """Where a table's dates stand, and what its title rows say."""

    position: int
    dates: tuple[tuple[int, date], ...]
    worker_type: str
    basis: str


def is_publication(book: Workbook) -> bool:
    """Whether any sheet is a table of police strength by police force area."""
    return any(_heads(sheet) for sheet in book.sheets)


def unfold(book: Workbook) -> list[Published]:
    """Every table by police force area, as long rows. Tables of national totals alone are left out."""
    found = [(sheet, heads) for sheet in book.sheets if (heads := _heads(sheet))]
    edition = max(day for _, heads in found for _, day in heads.dates)
    return [_published(sheet, heads, edition) for sheet, heads in found]


def force_name(text: str) -> str:
    """A force's one name, however a table writes it; else the text without footnote digits."""
    return as_published(_FOOTNOTE.sub("", as_text(text)).replace("&", "and").strip())


def _heads(sheet: Sheet) -> _Heads | None:
    title = next((m for row in sheet.rows[:3] for c in row.filled() if (m := _TITLE.match(as_text(c)))), None)
    worker = _worker(title.group(1)) if title else None
    if worker is None:
        return None
    for position, row in enumerate(sheet.rows[:DEEPEST_HEADING]):
        dates = tuple((i, day) for i, c in enumerate(row.cells) if i and (day := _heading_date(c)))
        if dates:
            return _Heads(position, dates, worker, _basis(sheet.rows[:position]))
    return None


def _worker(title: str) -> str | None:
    return next((word for start, word in WORKERS if title.casefold().startswith(start)), None)


def _heading_date(cell: object) -> date | None:
    return read_date(cell, month_only=True) if is_date(cell) or isinstance(cell, str) else None


def _basis(above: tuple[Row, ...]) -> str:
    texts = " ".join(as_text(c).casefold() for row in above for c in row.filled())
    return "headcount" if "headcount" in texts else "FTE" if "full-time equivalent" in texts else ""


def _published(sheet: Sheet, heads: _Heads, edition: date) -> Published:
    rows, ignored = [], []
    seen, totals, region, ended = set(), {}, "", False
    for row in sheet.rows[heads.position + 1 :]:
        name = force_name(as_text(row.cell(0)))
        reason = "note" if ended or not _has_figures(row, heads) else _not_a_force(name, seen)
        if reason == "region":
            region = name
        if reason == "total" and _TOTAL.match(name):
            totals = {index: row.cell(index) for index, _ in heads.dates}
        ended = ended or name.casefold() == "total"
        seen.add(name.casefold())
        if reason:
            ignored.append((row.number, reason))
        else:
            rows += _long_rows(row, name, region, heads, edition)
    table = Table(
        sheet.name,
        sheet.rows[heads.position].number,
        _matching(),
        tuple(rows),
        sheet.rows[: heads.position],
        tuple(ignored),
        rows_in_sheet=len(sheet.rows),
    )
    return Published(table, edition, tuple(_totals_differ(sheet, heads, rows, totals)))


def _has_figures(row: Row, heads: _Heads) -> bool:
    return not is_blank(row.cell(0)) and any(not is_blank(row.cell(index)) for index, _ in heads.dates)


def _not_a_force(name: str, seen: set[str]) -> str:
    """Why a row is not a force. "West Midlands" is first the region, then the force in it."""
    key = name.casefold()
    if key.startswith("total") or key in ("england", "england and wales"):
        return "total"
    if key in NOT_FORCES:
        return "not one of the 43 forces"
    return "region" if key.removesuffix(" region") in REGIONS and key not in seen else ""


def _long_rows(row: Row, name: str, region: str, heads: _Heads, edition: date) -> list[Row]:
    where = row.place(0)
    return [
        Row(
            row.number,
            (name, day, heads.worker_type, heads.basis, edition, row.cell(index), region or None),
            (where, row.place(index), where, where, where, row.place(index), where),
        )
        for index, day in heads.dates
    ]


def _matching() -> Matching:
    dataset = contracts.dataset("police_strength")
    return Matching(dataset, tuple(Matched(i, name, name, "title") for i, name in enumerate(LONG)), ())


def _totals_differ(sheet: Sheet, heads: _Heads, rows: list[Row], totals: dict[int, object]) -> list[Breach]:
    """A breach for each date where the forces do not add up to the table's own total of the 43 forces."""
    told = []
    for index, day in heads.dates:
        own = totals.get(index)
        summed = sum(row.cell(5) for row in rows if row.cell(1) == day and is_number(row.cell(5)))
        if not is_number(own) or abs(summed - own) > ROUNDING:
            place = f"{sheet.rows[heads.position].place(index)}"
            told.append(
                breach("strength_total", dataset="police_strength", sheet=sheet.name,
                       column=f"{day:%d/%m/%Y}",
                       cells=(place,), value=f"{summed:,.2f}",
                       detail=f"{own:,.2f}" if is_number(own) else "the 43 forces, which is not there")
            )  # fmt: skip
    return told
