"""What of the hours for work goes to no case: supervision, briefing, reflective practice, file review."""

from collections.abc import Iterator

from settings.hours import Allowance
from settings.model import ForceSettings
from settings.table import Table
from settings.working_time import STATUSES

MOST = 99
"""In percent: something must be left for cases."""


def allowances(table: Table, force: ForceSettings) -> Iterator[Allowance]:
    """Entries of ``[[allowances]]``: percent of available hours, with a range and who approved it."""
    for entry in table.tables("allowances"):
        percent = entry.number("percent", 0, MOST)
        yield Allowance(
            name=entry.text("name"),
            percent=percent,
            low=entry.number("low", 0, percent),
            high=entry.number("high", percent, MOST),
            source=entry.text(
                "source",
                why_needed="Hours that go to no case need a source: say where the number comes from.",
            ),
            set_by=entry.text("set_by", why_needed="Say who set this: 'set_by' is missing."),
            set_on=entry.needed_day("set_on"),
            status=entry.one_of("status", STATUSES, "status"),
            **entry.dates(),
        )
        entry.finish()
