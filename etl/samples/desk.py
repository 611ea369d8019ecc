"""Who fills in the workbooks, and what they call their units."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from etl.samples.calendar import month_start
from etl.samples.stories import Stories
from etl.samples.unit_names import OLD_NAMES, SHORT_NAMES, TITLES


@dataclass(frozen=True)
class Desk:
    """Who fills in the workbooks: the force's name, its stories, and where the files go."""

    force_name: str
    stories: Stories
    out: Path

    def unit(self, code: str, on: dt.date) -> str:
        """What a unit calls itself on a day, in its own sheets."""
        return self._old_name(code, on) or SHORT_NAMES[code]

    def title(self, code: str, on: dt.date) -> str:
        """What HR calls a unit on a day."""
        return self._old_name(code, on) or TITLES[code]

    def _old_name(self, code: str, on: dt.date) -> str | None:
        return OLD_NAMES.get(code) if on < month_start(self.stories.renamed) else None

    def above(self, what: str, on: dt.date, *more: str) -> tuple[str, ...]:
        """The lines over a table."""
        return (f"{self.force_name} Public Protection - {what} (SYNTHETIC)", f"As at {on:%d/%m/%Y}", *more)


def total_of(rows: Iterable[tuple], place: int) -> float:
    """Add up one column for a total row."""
    return round(sum(row[place] or 0 for row in rows), 2)
