"""What a full-time post has of a year for work: hours contracted, less hours lost by kind of absence."""

from collections.abc import Iterator

from settings.hours import WorkingTime
from settings.model import ForceSettings
from settings.table import Table

STATUSES = ("proposed", "approved", "withdrawn")
LOST_BY = (
    "public holidays",
    "annual leave",
    "short-term sick",
    "training courses",
    "court",
    "mutual aid or public order",
    "football or events",
    "other duties",
)
"""Absences of people who are deployable. Whoever is away altogether is not, and loses no hours here."""


def working_time(table: Table, force: ForceSettings) -> Iterator[WorkingTime]:
    """Entries of ``[[working_time]]``: hours contracted in a year, hours lost by kind, and who set them."""
    for entry in table.tables("working_time"):
        contracted = entry.number("contracted_hours", 1)
        lost = _lost(entry)
        if sum(hours for _, hours in lost) >= contracted:
            entry.refuse("The hours lost leave none of the hours contracted.", "lost")
        low, high = _available_range(entry, contracted - sum(hours for _, hours in lost), contracted)
        yield WorkingTime(
            contracted_hours=contracted,
            lost=lost,
            available_low=low,
            available_high=high,
            source=entry.text(
                "source", why_needed="Hours of a working year need a source: say where they come from."
            ),
            set_by=entry.text("set_by", why_needed="Say who set this: 'set_by' is missing."),
            set_on=entry.needed_day("set_on"),
            status=entry.one_of("status", STATUSES, "status"),
            **entry.dates(),
        )
        entry.finish()


def _available_range(entry: Table, available: float, contracted: float) -> tuple[float | None, float | None]:
    """What the hours left for work may really be, both ends or neither."""
    given = {key for key in ("available_low", "available_high") if key in entry.content}
    if len(given) == 1:
        entry.refuse("A range has two ends: give 'available_low' and 'available_high'.", min(given))
    if not given:
        return None, None
    return entry.number("available_low", 1, available), entry.number("available_high", available, contracted)


def _lost(entry: Table) -> tuple[tuple[str, float], ...]:
    """Hours lost in a year by kind; a kind that makes people not deployable is refused."""
    table = entry.table("lost")
    for kind in table.content:
        table.one_of(
            kind, LOST_BY, "kind of lost hours (long absences are taken from deployable people)", kind
        )
    found = tuple((kind, table.number(kind)) for kind in table.content)
    table.finish()
    return found
