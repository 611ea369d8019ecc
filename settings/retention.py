"""How long rows about people and the references as sent stay, where a force has said so."""

from datetime import date

from settings.model import ForceSettings


def keep_people_months(force: ForceSettings, today: date) -> int | None:
    """Months that rows about people stay after the month they are of; None where none is set: all stay."""
    return _months(force, "keep_people_months", today)


def keep_labels_months(force: ForceSettings, today: date) -> int | None:
    """Months that a reference as sent stays after its person's newest month; None: as long as the rows."""
    return _months(force, "keep_labels_months", today)


def _months(force: ForceSettings, name: str, today: date) -> int | None:
    try:
        return int(float(force.value(name, today)))
    except KeyError:
        return None
