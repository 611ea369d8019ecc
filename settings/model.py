"""What a force decides for itself: its units, courses, requirements, carriers, ceilings and weights.

Everything that enters a figure carries dates (``valid_from``, ``valid_to``, both days included) and is
evaluated at a month end. Nothing here is national: each threshold names who set it and why.
"""

from dataclasses import dataclass
from datetime import date

from settings.dated import START, Dated
from settings.hours import Allowance, Weight, WorkingTime
from settings.similar import SimilarForces
from settings.target import TrainingTarget

UNIT_TYPES: dict[str, str] = {
    "DA": "Domestic abuse",
    "RASSO": "Rape and serious sexual offences",
    "CA": "Child abuse",
    "OCSAE": "Online child sexual abuse and exploitation",
    "MOSOVO": "Management of sexual or violent offenders",
    "VA": "Adults at risk",
    "EXP": "Exploitation, modern slavery and missing",
    "MISS": "Missing people",
    "HBA": "Honour-based abuse, forced marriage and FGM",
    "MASH": "Multi-agency safeguarding hub",
    "MARAC": "MARAC and MATAC coordination",
    "PPDA": "Police-perpetrated domestic abuse",
    "CENTRAL": "Management and support",
    "REST": "Rest of force",
}


@dataclass(frozen=True, kw_only=True)
class UnitName(Dated):
    """A name by which a unit's own sheets call it, between two dates."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Unit(Dated):
    """A team with a permanent code. A rename keeps the code; a merger or split makes new ones.

    ``benchmark`` marks a unit that is only compared with (the rest of the force) and never summed in.
    """

    code: str
    type: str
    title: str
    names: tuple[UnitName, ...] = ()
    succeeds: tuple[str, ...] = ()
    benchmark: bool = False

    def name_on(self, on: date) -> str:
        """The first local name in force on that day, else the title."""
        return next((name.text for name in self.names if name.holds_on(on)), self.title)


@dataclass(frozen=True, kw_only=True)
class Course(Dated):
    """An entry of the course catalogue. ``valid_months`` None: a completion does not expire.

    ``days`` is how long the course takes one person from their work; None where the force has not said.
    """

    code: str
    title: str
    aliases: tuple[str, ...] = ()
    valid_months: int | None = None
    trauma_informed: bool = False
    delivery_modes: tuple[str, ...] = ()
    days: float | None = None


@dataclass(frozen=True, kw_only=True)
class Requirement(Dated):
    """People in this role in units of this type need this course."""

    unit_type: str
    role: str
    course: str


@dataclass(frozen=True, kw_only=True)
class Carrier(Dated):
    """People in this role carry work of this family."""

    work_family: str
    role: str


@dataclass(frozen=True, kw_only=True)
class Ceiling(Dated):
    """Open work per FTE above which the force calls one person's load too high. Local, never national."""

    work_family: str
    role: str
    open_per_fte: float
    set_by: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Line(Dated):
    """A level of a measure that the force watches, for one unit type and family of work or (None) for all.

    Where several hold, one that names the family goes first, then one that names the unit type.
    """

    metric: str
    level: float
    set_by: str
    why: str
    unit_type: str | None = None
    work_family: str | None = None


@dataclass(frozen=True, kw_only=True)
class Value(Dated):
    """A single number or word that enters figures, such as ``reduced_share``."""

    name: str
    value: float | str
    set_by: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Alias:
    """A local word (``text``) for a code of one of the value lists, such as DC for investigator."""

    list_name: str
    code: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ForceSettings:
    """All that one force has set. ``ref_width`` pads person references with zeros (0: leave them).

    ``person_lists`` allows references as sent to be kept and shown in lists of people.
    ``investigators_sheet`` allows the sheet with one row for each person; it is off unless set.
    ``keep_uploads_days`` can only be 0: an upload is deleted once it is published.
    ``marking`` is the security marking that every document carries.
    ``remembered`` is not set in files: it is what was agreed when a file was loaded (settings/remembered.py).
    """

    code: str
    name: str
    synthetic: bool = False
    ref_width: int = 0
    person_lists: bool = False
    investigators_sheet: bool = False
    keep_uploads_days: int = 0
    marking: str = "OFFICIAL"
    units: tuple[Unit, ...] = ()
    courses: tuple[Course, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    carriers: tuple[Carrier, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    weights: tuple[Weight, ...] = ()
    working_time: tuple[WorkingTime, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    lines: tuple[Line, ...] = ()
    training_targets: tuple[TrainingTarget, ...] = ()
    similar_forces: tuple[SimilarForces, ...] = ()
    values: tuple[Value, ...] = ()
    aliases: tuple[Alias, ...] = ()
    remembered: tuple[Alias, ...] = ()

    def unit(self, code: str) -> Unit:
        """The unit with that code. Raises KeyError for an unknown one."""
        return {unit.code: unit for unit in self.units}[code]

    def course(self, code: str) -> Course:
        """The course with that code. Raises KeyError for an unknown one."""
        return {course.code: course for course in self.courses}[code]

    def value(self, name: str, on: date | None = None) -> float | str:
        """A single value as it stood on a day (None: the newest). Raises KeyError where none was set."""
        held = [entry for entry in self.values if entry.name == name and (on is None or entry.holds_on(on))]
        if not held:
            raise KeyError(name)
        return max(held, key=lambda entry: entry.valid_from or START).value

    @property
    def reduced_share(self) -> float:
        """What one FTE who carries reduced work counts as, newest value."""
        return float(self.value("reduced_share"))

    @property
    def publication_threshold(self) -> int:
        """Groups with fewer people than this are hidden in what is published, newest value."""
        return int(self.value("publication_threshold"))

    @property
    def match_limit(self) -> float:
        """Share of people matched across systems below which figures resting on the match are withheld."""
        return float(self.value("match_limit"))

    @property
    def counting(self) -> str:
        """Whether caseload counts crimes or investigations, newest value."""
        return str(self.value("counting"))


@dataclass(frozen=True)
class Settings:
    """The forces that a store holds settings for."""

    forces: tuple[ForceSettings, ...] = ()

    def force(self, code: str) -> ForceSettings:
        """The settings of one force. Raises KeyError for an unknown one."""
        return {force.code: force for force in self.forces}[code]
