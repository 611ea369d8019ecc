"""Until when rows about people stay, as each force has set, and how few months would break figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from etl.publishing.first_reported import FARTHEST
from etl.publishing.kept_figures import later
from settings.model import ForceSettings, Settings
from settings.retention import keep_labels_months, keep_people_months

YEAR = 12
FEWEST = FARTHEST + YEAR + 1
"""Months: its own, those that a figure reaches back, and a year in which a return may still be corrected."""
TOO_FEW = (
    "{name}: keep_people_months is {months}, and nothing was deleted. A figure is made from up to {reach} "
    "months before its own, and a return may be corrected for a year after it: with fewer than {fewest} "
    "months, figures that are still being made would lose rows. Set {fewest} or more."
)
NOT_SET = (
    "{name}: no setting says how long rows about people stay (keep_people_months), so all of them stay and "
    "nothing is deleted."
)


class CannotPurge(Exception):
    """Nothing may be deleted; the text says why and what to do."""


@dataclass(frozen=True)
class Limit:
    """Of one force: rows of `through` (a month end) and before go, and references of people in no row after
    `labels`. None: nothing goes for that reason.
    """

    force: str
    through: date | None
    labels: date | None


def limits(settings: Settings, today: date) -> tuple[Limit, ...]:
    """The forces that have set how long something stays. Raises CannotPurge for too small a number."""
    return tuple(limit for force in settings.forces for limit in _limit(force, today))


def unset(settings: Settings, today: date) -> list[str]:
    """A sentence for each force that has not said how long its rows stay."""
    return [
        NOT_SET.format(name=force.name)
        for force in settings.forces
        if keep_people_months(force, today) is None
    ]


def _limit(force: ForceSettings, today: date) -> Iterator[Limit]:
    people, of_labels = keep_people_months(force, today), keep_labels_months(force, today)
    if people is not None and people < FEWEST:
        raise CannotPurge(TOO_FEW.format(name=force.name, months=people, reach=FARTHEST, fewest=FEWEST))
    if people is not None or of_labels is not None:
        yield Limit(force.code, _before(today, people), _before(today, of_labels))


def _before(today: date, months: int | None) -> date | None:
    """The newest month end that is at least so many months ago."""
    if months is None:
        return None
    last = today if today == later(today, 0) else later(today, -1)
    return later(last, -months)
