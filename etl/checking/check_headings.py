"""What is wrong with the headings of a table: missing, doubled, or telling of health beside people."""

from __future__ import annotations

import re
from collections.abc import Iterable

from contracts import dataset as named
from contracts.model import Dataset
from etl.checking.stage import is_about_people
from etl.layout.find import Table
from etl.layout.grid import Row, Sheet, as_text, is_blank
from etl.layout.longer_rows import longer_rows
from etl.layout.match import Matching, heading_key, keyed, match, must_have, nearest_heading
from etl.reports.messages import breach, did_you_mean, said
from etl.reports.report import Breach
from etl.values import never_stored
from settings.remembered import COLUMN

DEEPEST_LOOK = 20
_THOUSANDS = re.compile(r"000|thousand|million|£ ?[km]\b|\b[km]\b", re.I)


def heading_breaches(table: Table) -> list[Breach]:
    """Every breach of the headings."""
    return [*_missing(table), *_doubled(table), *_health(table), *_below(table), *_in_thousands(table)]


def rows_too_long(sheet: Sheet, table: Table) -> list[Breach]:
    """Rows of a text that have more cells than its headings, so that nobody knows under which each stands."""
    numbers = [row.number for row in sheet.rows]
    last = numbers.index(table.header_row) if table.header_row in numbers else 0
    filled = [len(row.cells) for row in sheet.rows]
    data = {row.number for row in table.rows}
    found = longer_rows(filled, sheet.widths, last, table.heading_rows)
    rows = tuple(numbers[position] for position in found if numbers[position] in data)
    cells = tuple(f"row {number}" for number in rows)
    return [breach("row_longer", cells=cells, rows=rows, **_where(table))] if rows else []


def _where(table: Table) -> dict[str, str]:
    return {"dataset": table.dataset.name, "sheet": table.sheet}


def _missing(table: Table) -> Iterable[Breach]:
    dataset, matching = table.dataset, table.matching
    for name in must_have(dataset):
        if name not in matching.found and name != "month_end":
            column = dataset.column(name)
            near = nearest_heading(dataset, name, matching.unmatched)
            yield breach(
                "column_missing",
                column=column.title,
                cells=(f"row {table.header_row}",),
                detail=", ".join(column.aliases[:4]) or column.title,
                near=did_you_mean((near,) if near else ()),
                **_where(table),
            )


def _doubled(table: Table) -> Iterable[Breach]:
    for name, headings in table.matching.doubled:
        title = table.dataset.column(name).title
        yield breach("column_twice", column=title, value=quoted(headings), **_where(table))


def _in_thousands(table: Table) -> Iterable[Breach]:
    """A heading such as "Budget £000" is never read as pounds."""
    for each in table.matching.matched:
        if each.column.endswith("_pounds") and _THOUSANDS.search(each.heading):
            yield breach(
                "pounds_in_thousands",
                column=table.dataset.column(each.column).title,
                value=each.heading,
                cells=(f"row {table.header_row}",),
                **_where(table),
            )


def _below(table: Table) -> Iterable[Breach]:
    """A second table under the first is never read along with it, nor left out without a word."""
    if table.below:
        code = "sheet_table_again" if table.below.same else "sheet_other_table"
        yield breach(code, cells=(f"row {table.below.row_number}",), **_where(table))


def _health(table: Table) -> list[Breach]:
    """A reason beside a person: a health heading in a sheet of people, or people in a sheet of reasons."""
    left = [text for _, text in table.matching.unmatched]
    if is_about_people(table.dataset):
        told = [text for text in left if never_stored.tells_of_health(text)]
    elif any(column.allowed_from == "reasons" for column in table.dataset.columns):
        told = [text for text in left if is_person_heading(text)]
    else:
        told = []
    return [breach("column_person_health", value=quoted(told), **_where(table))] if told else []


def is_person_heading(text: str) -> bool:
    """Whether a heading stands over people's numbers or names."""
    matching = match(named("people"), keyed([(0, text)]))
    return _names_people(matching) or heading_key(text) in ("name", "surname")


def _names_people(matching: Matching) -> bool:
    return any(m.column == "person_ref" for m in matching.matched)


def health_beside_people(rows: tuple[Row, ...]) -> list[str]:
    """Headings of health, leave or conduct in a row that also names people; for unknown sheets."""
    for row in rows[:DEEPEST_LOOK]:
        texts = [as_text(c) for c in row.cells if isinstance(c, str) and not is_blank(c)]
        told = [text for text in texts if never_stored.tells_of_health(text)]
        if told and any(is_person_heading(text) for text in texts):
            return told
    return []


def heading_words(table: Table, stated: frozenset[tuple[str, str]] = frozenset()) -> list[str]:
    """What to say of headings that were read by close spelling, as said now or before, or not read at all."""
    dataset: Dataset = table.dataset
    told = [
        said("heading_close", table.sheet, m.heading, dataset.column(m.column).title)
        for m in table.matching.matched
        if m.how == "close"
    ]
    for code, now in (("heading_stated", True), ("heading_remembered", False)):
        agreed = [
            f"“{m.heading}” as {dataset.column(m.column).title}"
            for m in table.matching.matched
            if m.how == "remembered" and ((COLUMN + dataset.name, heading_key(m.heading)) in stated) == now
        ]
        told += [said(code, table.sheet, "; ".join(agreed))] if agreed else []
    left = [text for _, text in table.matching.unmatched if heading_key(text)]
    told += [said("not_stored", table.sheet, quoted(left))] if left else []
    return told + ([said("merged_filled", table.sheet)] if table.filled_down else [])


def quoted(headings: Iterable[str]) -> str:
    """Headings in quotation marks, with commas."""
    return ", ".join(f"“{heading}”" for heading in headings)
