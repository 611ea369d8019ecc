"""Police workforce tables as the Home Office publishes them, as one row for each force and date."""

from __future__ import annotations

from etl.grid import Workbook


def is_publication(book: Workbook) -> bool:
    """Whether the workbook is a Home Office police workforce publication."""
    return False


def check_publication(book: Workbook, done) -> None:
    """Filled in below."""
