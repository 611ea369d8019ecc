"""How many of those who need a course a force wants in date."""

from dataclasses import dataclass

from settings.dated import Dated


@dataclass(frozen=True, kw_only=True)
class TrainingTarget(Dated):
    """The share (of 1) of those who need a course that the force wants in date, for one unit type or all."""

    course: str
    share: float
    set_by: str
    why: str
    unit_type: str | None = None
