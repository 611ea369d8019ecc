"""Adds up the rows of an open data table, which has one for each sex, rank or ethnicity and no totals.

A sum with a part that is no number is no number: it is kept as that part is written, never as less.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from contracts.forces import by_code
from etl.layout.grid import Row, Sheet, as_text, is_blank, is_date, is_number
from etl.layout.label_of_total import is_label_of_total
from etl.publishing.codes import own_word
from etl.shapes.force_names import as_published
from etl.shapes.open_heads import Heads
from etl.values.read_date import month_end, read_date
from etl.values.read_number import read_count

NOT_FORCES = ("central service secondments", "british transport police", "ncmec", "action fraud")
YEARS = range(1990, 2100)
Key = tuple[str, Any, tuple[str, ...]]  # force, day (or what stands there), the parts that tell figures apart


@dataclass
class Sum:
    """What the rows of one force, day and kind of worker come to, by the column of the figure."""

    first: Row
    rows: list[int] = field(default_factory=list)
    totals: dict[str, float] = field(default_factory=dict)
    no_number: dict[str, tuple[Row, Any]] = field(default_factory=dict)

    def add(self, row: Row, heads: Heads) -> None:
        """Add a row's figures; what is no number is remembered instead."""
        self.rows.append(row.number)
        for name, _ in heads.shape.figures:
            cell = row.cell(heads.columns[name])
            number = cell if is_number(cell) else read_count(cell) if isinstance(cell, str) else None
            if number is None:
                self.no_number.setdefault(name, (row, cell))
            else:
                self.totals[name] = self.totals.get(name, 0.0) + number

    def value(self, name: str) -> Any:
        """The sum, or the cell that is no number where there is one."""
        return self.no_number[name][1] if name in self.no_number else round(self.totals[name], 6)


@dataclass
class Sums:
    """All sums of a table, the rows that are in none with the reason, and what was noticed on the way."""

    by_key: dict[Key, Sum] = field(default_factory=dict)
    ignored: list[tuple[int, str]] = field(default_factory=list)
    repeated: list[Row] = field(default_factory=list)
    spellings: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    in_march: int = 0

    def spelling(self, name: str, key: str) -> str:
        """The way in which a word of a column is written most often in the file."""
        return self.spellings[name, key].most_common(1)[0][0]


def summed(sheet: Sheet, heads: Heads) -> Sums:
    """Add up every row under the headings."""
    found, seen = Sums(), set()
    figures = {heads.columns[name] for name, _ in heads.shape.figures}
    for row in sheet.rows[heads.position + 1 :]:
        reason = _not_a_part(row, heads)
        if reason:
            found.ignored.append((row.number, reason))
            continue
        said = tuple(_folded(cell) for index, cell in enumerate(row.cells) if index not in figures)
        if said in seen:
            found.repeated.append(row)
        seen.add(said)
        _add(found, row, heads)
    return found


def _add(found: Sums, row: Row, heads: Heads) -> None:
    written = row.cell(heads.columns["as_at"])
    day = snapshot_day(written)
    found.in_march += isinstance(day, date) and is_early(written, day)
    parts = tuple(_part(found, name, row.cell(heads.columns[name])) for name in heads.shape.apart)
    key = (_force(row, heads), day, parts)
    if key not in found.by_key:
        found.by_key[key] = Sum(row)
    found.by_key[key].add(row, heads)


def _part(found: Sums, name: str, cell: Any) -> str:
    """One word for however a label is written; the contract's own where it has a list of them."""
    text = _text(cell)
    if name == "worker_type":
        return own_word("strength_worker_types", text) or text
    key = text.casefold()
    found.spellings[name, key][text] += 1
    return key


def _not_a_part(row: Row, heads: Heads) -> str:
    """Why a row is in no sum: a note, a total of others, or of no force of the 43."""
    if is_blank(row.cell(heads.columns["force"])) or is_blank(row.cell(heads.columns["as_at"])):
        return "note"
    if _text(row.cell(heads.columns["force"])).casefold() in NOT_FORCES:
        return "not one of the 43 forces"
    labels = ("force", *heads.shape.apart, *heads.shape.summed)
    return "total" if any(_is_total(row.cell(i)) for n in labels if (i := heads.columns.get(n))) else ""


@lru_cache(maxsize=4096)
def _is_total(cell: Any) -> bool:
    text = as_text(cell).casefold()
    return is_label_of_total(text) or text in ("all", "all forces", "england", "england and wales")


def _force(row: Row, heads: Heads) -> str:
    """The force by its name; by its code where the name is none of ours."""
    name, code = _text(row.cell(heads.columns["force"])), heads.columns.get("geocode")
    return _force_of(name, "" if code is None else _text(row.cell(code)))


@lru_cache(maxsize=4096)
def _force_of(name: str, code: str) -> str:
    named = as_published(name.replace("&", "and"))
    known = by_code().get(code.upper())
    return known.name if known and named not in {force.name for force in by_code().values()} else named


def snapshot_day(cell: Any) -> Any:
    """The day of a row: a year stands for its 31 March, and so does any day of that month; else the cell."""
    year = _year(cell)
    if year:
        return date(year, 3, 31)
    day = read_date(cell, month_only=True) if is_date(cell) or isinstance(cell, str) else None
    return cell if day is None else month_end(day) if day.month in (3, 9) else day


def is_early(cell: Any, day: date) -> bool:
    """Whether a cell says a day before the end of the month, such as 1 March for 31 March."""
    return not _year(cell) and read_date(cell, month_only=True) != day


def _year(cell: Any) -> int | None:
    text = as_text(cell) if isinstance(cell, (int, float, str)) else ""
    return int(text) if text.isdecimal() and len(text) == 4 and int(text) in YEARS else None


@lru_cache(maxsize=4096)
def _text(cell: Any) -> str:
    return as_text(cell)


@lru_cache(maxsize=4096)
def _folded(cell: Any) -> str:
    return as_text(cell).casefold()


def days(found: Sums) -> list[date]:
    """The days that the table is about, oldest first."""
    return sorted({day for _, day, _ in found.by_key if isinstance(day, date)})


def regions(found: Sums, heads: Heads) -> Mapping[Key, str | None]:
    """The region that the first row of each sum names."""
    index = heads.columns.get("region")
    return {
        key: None if index is None else _text(each.first.cell(index)) or None for key, each in _all(found)
    }


def _all(found: Sums) -> Iterator[tuple[Key, Sum]]:
    return iter(found.by_key.items())
