"""Hours that a force has set: for a case, of a working year, and of those the share that goes to no case."""

from dataclasses import dataclass
from datetime import date

from settings.dated import Dated


@dataclass(frozen=True, kw_only=True)
class Weight(Dated):
    """Hours of work that one case of a type takes, with its range and where the number comes from.

    ``standard_error``, in hours, where ``hours`` is the mean of a time study; None for an estimate.
    """

    work_family: str
    work_type: str
    hours: float
    low: float
    high: float
    source: str
    set_by: str
    set_on: date
    status: str
    standard_error: float | None = None


@dataclass(frozen=True, kw_only=True)
class Allowance(Dated):
    """Hours for work that go to no case, such as supervision, in percent of them, with the range."""

    name: str
    percent: float
    low: float
    high: float
    source: str
    set_by: str
    set_on: date
    status: str


@dataclass(frozen=True, kw_only=True)
class WorkingTime(Dated):
    """Hours of a full-time post in a year: those contracted, and those lost by kind of absence.

    Only hours of people who are deployable are lost here: whoever is away altogether is not deployable and
    would be taken away twice. Loss is in contracted hours, not an uplift on worked ones.
    ``available_low`` and ``available_high`` are what the hours left for work may really be; None: not said.
    """

    contracted_hours: float
    lost: tuple[tuple[str, float], ...]
    source: str
    set_by: str
    set_on: date
    status: str
    available_low: float | None = None
    available_high: float | None = None

    @property
    def hours_lost(self) -> float:
        """All that a year loses, in hours."""
        return sum(hours for _, hours in self.lost)

    @property
    def available_hours(self) -> float:
        """Hours of work that a full-time post has in a year."""
        return self.contracted_hours - self.hours_lost
