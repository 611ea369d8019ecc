"""Between which days an entry of the settings holds."""

from dataclasses import dataclass
from datetime import date

START = date(1900, 1, 1)
FOREVER = date(9999, 12, 31)


@dataclass(frozen=True)
class Dated:
    """A span of days, both ends included; an open end is ``None``."""

    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, on: date) -> bool:
        """Whether the entry is in force on that day."""
        return (self.valid_from or START) <= on <= (self.valid_to or FOREVER)

    def meets(self, other: "Dated") -> bool:
        """Whether both are in force on at least one same day."""
        latest_start = max(self.valid_from or START, other.valid_from or START)
        return latest_start <= min(self.valid_to or FOREVER, other.valid_to or FOREVER)
