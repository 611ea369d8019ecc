"""By when a month's returns are due, where a force has said so."""

from datetime import date

from settings.model import ForceSettings


def return_due_days(force: ForceSettings | None, month_end: date) -> float | None:
    """Days after a month's end by which its returns are due; None where none is set: nothing is late then."""
    try:
        return float(force.value("return_due_days", month_end)) if force else None
    except KeyError:
        return None
