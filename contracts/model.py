"""The vocabulary in which every dataset is described. It imports nothing else of ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Type = Literal["text", "whole_number", "number", "date"]
Severity = Literal["error", "warning"]
Sensitivity = Literal["open", "internal", "person"]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Column:
    """One column of a sheet.

    `required` says that the heading must be there; `may_be_blank` that a cell under a required heading may
    still be empty (a course that is only booked has no completion date). `once_per_file` is a fact that a
    sheet states once, above its headings, for example "As at". `allowed` lists the values; `allowed_from`
    names the list, which for units and courses lives in the force's settings alone. `may_be_others`: a value
    may be of no concern to public protection (a response team, a first aid course), so that a person may say
    that its rows are left out; without it every row counts. `may_be_whole_force`: a column of units in which
    the words "Whole force" may stand instead: the row is kept without a unit, and a blank is still a fault.
    """

    name: str
    title: str
    type: Type
    meaning: str
    required: bool = True
    aliases: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    allowed_from: str | None = None
    at_least: float | None = None
    at_most: float | None = None
    example: Any = None
    sensitivity: Sensitivity = "internal"
    may_be_blank: bool = False
    once_per_file: bool = False
    may_be_others: bool = False
    may_be_whole_force: bool = False

    @property
    def needs_value(self) -> bool:
        """Whether an empty cell is a fault."""
        return self.required and not self.may_be_blank

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading known to mean this column, the template's own first."""
        return (self.title, *self.aliases)


@dataclass(frozen=True)
class Rule:
    """A fault that one row shows by itself.

    `broken_when` is a DuckDB predicate over the row's columns, true for a faulty row; a missing value makes
    it NULL, which is not a fault. `catches` and `allows` are changes to the dataset's example row.
    """

    id: str
    says: str
    how_to_fix: str
    broken_when: str
    severity: Severity = "error"
    column: str | None = None
    catches: Row = field(default_factory=dict, hash=False)
    allows: Row = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class SetRule:
    """A fault that only several rows together show.

    `sql` names a file under contracts/rules/ that selects `row_number` from the view `rows`: the staged rows
    of one sheet, with the contract's column names, "force" and row_number. `catches` and `allows` are small
    tables, each row a change to the example row.
    """

    id: str
    says: str
    how_to_fix: str
    sql: str
    severity: Severity = "error"
    column: str | None = None
    catches: tuple[Row, ...] = field(default=(), hash=False)
    allows: tuple[Row, ...] = field(default=(), hash=False)


@dataclass(frozen=True)
class Finding:
    """What the sheets say about each other or about last month: shown with the figures, never blocking.

    `sql` names a file under contracts/findings/ that runs over the published tables and returns "force",
    unit, month_end, n, detail. It runs only where every dataset in `needs` has been sent. `catches` and
    `allows` give, for each table, rows as changes to its example row. `of_people`: n or detail says how many
    people there are, or their FTE, so that readers outside the force are shown neither.
    """

    id: str
    says: str
    how_to_fix: str
    needs: tuple[str, ...]
    sql: str
    severity: Severity = "warning"
    catches: Mapping[str, tuple[Row, ...]] = field(default_factory=dict, hash=False)
    allows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict, hash=False)
    of_people: bool = False


@dataclass(frozen=True)
class Wide:
    """The same dataset laid out as a matrix, which is how many real trackers keep it.

    `down` are columns that stay columns, `across` the column whose values are the headings, `cells` the
    column that a cell holds. `cell_words` says what a word in a cell means instead: changes to the long row.
    `from_title` are columns stated in the title rows above the matrix.
    """

    down: tuple[str, ...]
    across: str
    cells: str
    says: str
    cell_words: Mapping[str, Row] = field(default_factory=dict, hash=False)
    from_title: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dataset:
    """One sheet: what a row is, what makes it unique, its columns, and the rules it must keep.

    `stands` are the columns whose values hold until somebody changes them (a post, a person, a course
    passed): the workbook made for a unit's next month begins with them. What is counted each month is not
    among them, so that a count of last month can never be taken for this one's.

    `stands_in_period` are those of what comes beside the returns that hold for one year or day, such as a
    budget that was agreed: a workbook made for the same period begins with them too.

    `local` are headings of a force's own, each with the column it was agreed to mean, or "" where it is not
    needed. No contract has any: they are added when a file is read (etl/layout/local_headings.py).
    `published`: of national tables, which name their forces and days themselves and are of no month's return,
    the columns that tell the figures of one force and day apart; newer editions stand beside older ones.
    `dated_by`: the column that dates each row by itself, where one sheet holds many months, years or days.
    What is so dated is no month's return: it makes no month of the dashboard, and none is missing without it.
    """

    name: str
    title: str
    workbook: str
    one_row_is: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...] = ()
    set_rules: tuple[SetRule, ...] = ()
    sheet_aliases: tuple[str, ...] = ()
    optional: bool = False
    wide: Wide | None = None
    stands: tuple[str, ...] = ()
    stands_in_period: tuple[str, ...] = ()
    local: tuple[tuple[str, str], ...] = ()
    published: tuple[str, ...] = ()
    dated_by: str = ""

    def column(self, name: str) -> Column:
        """The column of that name. Raises KeyError when the dataset has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names in the template's order."""
        return tuple(column.name for column in self.columns)

    @property
    def once_per_file(self) -> tuple[Column, ...]:
        """Columns stated once, above the headings."""
        return tuple(column for column in self.columns if column.once_per_file)
