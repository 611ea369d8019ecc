"""What checking a file says back: plain records that the page, the command line and the tests all read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from etl.words.word import Word

Severity = str  # "error" stops the load; "warning" is accepted with a reason


@dataclass(frozen=True)
class Breach:
    """One thing to put right, with every cell it concerns, what was found there and how to fix it.

    `rows` are the rows of the sheet at fault, none where the fault is of the sheet; `field` is the
    contract's name of the column.
    """

    code: str
    severity: Severity
    dataset: str = ""
    sheet: str = ""
    column: str = ""
    cells: tuple[str, ...] = ()
    value: str = ""
    says: str = ""
    how_to_fix: str = ""
    rows: tuple[int, ...] = ()
    field: str = ""


@dataclass(frozen=True)
class SheetReport:
    """How one sheet was understood, in rows: each one read is loaded, held back, or ignored with a reason.

    `records` is what the rows loaded make: more than the rows where one row holds several, as in a matrix.
    """

    dataset: str
    sheet: str
    header_row: int
    month_end: date | None
    rows_read: int
    rows_loaded: int
    rows_ignored: int
    ignored: tuple[tuple[int, str], ...] = ()
    matched: tuple[tuple[str, str, str], ...] = ()  # heading, column, how
    unmatched: tuple[str, ...] = ()
    records: int = 0
    rows_held: int = 0
    names_no_unit: bool = False  # although it may: the unit is stated with the file, or all are meant


@dataclass(frozen=True)
class FileReport:
    """The answer for one file. `ok` is True when nothing in it stops the load.

    `could_hold`: how many rows could be held back so that the others load, `could_load` how many those are;
    both 0 where nothing is at fault, or where a fault is of a whole sheet. `words`: those nobody has set,
    with how they were read.
    """

    file_name: str
    sha256: str
    sheets: tuple[SheetReport, ...] = ()
    breaches: tuple[Breach, ...] = ()
    said: tuple[str, ...] = ()
    could_hold: int = 0
    could_load: int = 0
    words: tuple[Word, ...] = ()

    @property
    def asked(self) -> tuple[Word, ...]:
        """The words and headings of which a person may say what they stand for."""
        return tuple(word for word in self.words if word.asks)

    @property
    def ok(self) -> bool:
        """True when there is at least one sheet to load and no breach is an error."""
        return bool(self.sheets) and not self.errors

    def would_load(self, sheet: SheetReport) -> int:
        """The rows of a sheet that accepting would load: none of a file that is refused."""
        return sheet.rows_loaded if self.ok else 0

    @property
    def errors(self) -> tuple[Breach, ...]:
        """The breaches that stop the load."""
        return tuple(b for b in self.breaches if b.severity == "error")

    @property
    def warnings(self) -> tuple[Breach, ...]:
        """The breaches that a person accepts with a reason."""
        return tuple(b for b in self.breaches if b.severity != "error")
