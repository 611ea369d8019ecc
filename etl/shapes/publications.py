"""Which shape of a Home Office publication a workbook has, and its tables."""

from __future__ import annotations

from etl.layout.grid import Workbook
from etl.shapes import open_tables, police_strength
from etl.shapes.published import Published


def is_publication(book: Workbook) -> bool:
    """Whether any sheet is a table by police force area, or an open data table."""
    return police_strength.is_publication(book) or any(map(open_tables.is_open_table, book.sheets))


def unfold(book: Workbook) -> list[Published]:
    """Every table of the publication, as long rows; those by force area, or the open data tables."""
    if police_strength.is_publication(book):
        return police_strength.unfold(book)
    return [found for sheet in book.sheets if (found := open_tables.unfold(sheet))]
