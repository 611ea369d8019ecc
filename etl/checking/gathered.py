"""What checking a workbook gathers as it goes, and what it was asked with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from contracts.model import Dataset
from etl.checking.stage import Staging
from etl.checking.staged import StagedSheet
from etl.layout.find import Table
from etl.layout.local_headings import datasets_of
from etl.layout.month import SheetMonth
from etl.reports.report import Breach, SheetReport
from etl.values.known_values import KnownValues
from etl.words.word import Word
from settings.model import Settings


@dataclass(frozen=True)
class Asked:
    """For which force a file is checked, with whose settings, on which day; the unit stated with it.

    `stated`: the words and headings, by list and plain text, whose meaning is said with this very sending.
    """

    settings: Settings | None
    force: str
    today: date
    unit: str = ""
    stated: frozenset[tuple[str, str]] = frozenset()

    def known(self, on: date | None = None) -> KnownValues:
        """The values known to the force at a month end, or today."""
        return KnownValues(self.settings, self.force, on or self.today)

    @cached_property
    def datasets(self) -> dict[str, Dataset]:
        """The contracts, with the headings that were agreed for the force's files."""
        return datasets_of(self.settings, self.force)


@dataclass
class Gathered:
    """Staged sheets with their reports, everything to put right, and what was understood."""

    sheets: list[StagedSheet] = field(default_factory=list)
    reports: list[SheetReport] = field(default_factory=list)
    breaches: list[Breach] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)

    def add(self, table: Table, month: SheetMonth, staging: Staging) -> None:
        """Keep a staged sheet and its report. The reader's count of rows is loaded and ignored together."""
        held = staging.sheet.rows_in_file
        loaded = len(held)
        rows = table.rows if staging.left_out else ()
        stands_for = {row.number: row.from_rows or (row.number,) for row in rows}
        left_out = tuple(
            (n, why) for number, why in staging.left_out for n in stands_for[number] if n not in held
        )
        titles = tuple((row.number, "title") for row in table.above)
        ignored = (*titles, *table.ignored, *left_out)
        self.sheets.append(staging.sheet)
        self.reports.append(
            SheetReport(
                table.dataset.name,
                table.sheet,
                table.header_row,
                month.month,
                table.rows_in_sheet - table.heading_rows,
                loaded,
                len(ignored),
                tuple(sorted(ignored)),
                tuple((m.heading, m.column, m.how) for m in table.matching.matched),
                tuple(text for _, text in table.matching.unmatched),
                records=len(staging.sheet.rows),
            )
        )
