"""What files would change, in plain records; page and command line word them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

RangeKind = Literal["usual", "trial", "usual quarter", "seen"]
Moved = Literal["new", "gone", "moved"]


@dataclass(frozen=True)
class Base:
    """What a difference stands on: the current publication (0 before the first) and the settings."""

    publication: int
    settings_hash: str


@dataclass(frozen=True)
class RowChange:
    """The rows of one sheet, month and unit ("" without one), beside those of `compared`.

    `compared` is the month itself where it was sent before, else the newest before it; None for neither.
    """

    force: str
    dataset: str
    month_end: date
    unit: str
    compared: date | None
    new: int
    changed: int
    gone: int
    same: int


@dataclass(frozen=True)
class PeopleChange:
    """How many people are new, gone or moved: from which unit ("" from none) and to which ("" to none)."""

    force: str
    month_end: date
    what: Moved
    from_unit: str
    to_unit: str
    people: int


@dataclass(frozen=True)
class Person:
    """One of them, where the force allows lists of people. `row` is that of the People sheet, if any."""

    force: str
    month_end: date
    what: Moved
    person_key: str
    from_units: tuple[str, ...]
    to_units: tuple[str, ...]
    row: int | None

    @property
    def handle(self) -> str:
        """A short name for somebody whose reference is not kept."""
        return self.person_key[:8].upper()


@dataclass(frozen=True)
class Range:
    """Between what a figure lay before the month that is looked at, in the measure's own unit.

    "usual" and "trial" come from limits (a count of a month, or of a quarter); "seen" is only the lowest and
    highest of up to 12 months, for stocks and rolling rates, which no signal rule fits.
    """

    low: float
    high: float
    kind: RangeKind
    months: int


@dataclass(frozen=True)
class FigureChange:
    """A measure as it stands and as it would be. `unit` "" is all units of the force.

    `was_month` is `month_end` where the current file has the figure, else the newest month before it that
    has; None where none has. `*_said` are the measure's own words; `*_units` how many units each covers.
    """

    force: str
    metric: str
    unit: str
    work_family: str
    month_end: date
    was_month: date | None
    was: float | None
    was_said: str
    was_units: int
    will: float | None
    will_said: str
    will_units: int
    range: Range | None = None

    @property
    def outside(self) -> Literal["", "high", "low"]:
        """Whether the figure to come lies outside its usual range; "" where it has none or is within."""
        if self.range is None or self.range.kind not in ("usual", "trial") or self.will is None:
            return ""
        return "high" if self.will > self.range.high else "low" if self.will < self.range.low else ""

    @property
    def moves(self) -> bool:
        """Whether what is read changes, in the same month or since the month before."""
        return self.was_said != self.will_said


@dataclass(frozen=True)
class UnitGone:
    """A unit that last month's file of these sheets named and this one does not, nor any other."""

    force: str
    unit: str
    title: str
    month_end: date
    last_month: date
    datasets: tuple[str, ...]


@dataclass(frozen=True)
class FindingChange:
    """A finding across sheets whose number is not what it was; 0 is none. `unit` "" is the whole force.

    `month_before` is the number of the same finding for the month before.
    """

    id: str
    force: str
    unit: str
    month_end: date
    detail: str
    was: int
    will: int
    month_before: int


@dataclass(frozen=True)
class Refusal:
    """A file that would not be loaded, and why."""

    file_name: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class ToAnswer:
    """A warning that loading asks a reason for: of the file as it would load, beside those before it."""

    file_name: str
    sheet: str
    code: str
    says: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """What accepting would change. Without `files` nothing would; `said` then tells why."""

    base: Base
    files: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    said: tuple[str, ...] = ()
    settings_changed: bool = False
    rows: tuple[RowChange, ...] = ()
    people: tuple[PeopleChange, ...] = ()
    persons: tuple[Person, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    units_gone: tuple[UnitGone, ...] = ()
    findings: tuple[FindingChange, ...] = ()
    to_answer: tuple[ToAnswer, ...] = ()

    @property
    def findings_added(self) -> tuple[FindingChange, ...]:
        """Findings that are new, or of more than before."""
        return tuple(each for each in self.findings if each.will > each.was)

    @property
    def findings_settled(self) -> tuple[FindingChange, ...]:
        """Findings that are gone, or of less than before."""
        return tuple(each for each in self.findings if each.will < each.was)
