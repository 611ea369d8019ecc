"""The people of the sample force: who they are, where they work and what changes."""

import datetime as dt
from dataclasses import dataclass

SURNAMES = tuple(
    """
    Abbott Ahmed Ali Andrews Atkins Bailey Baker Banks Barker Begum Bennett Bird Booth Bradley
    Brooks Burton Butler Carr Chandler Chapman Clarke Cole Collins Cooper Cox Cross Curtis
    Davies Dawson Dean Dixon Doyle Edwards Ellis Evans Farrell Fisher Fletcher Foster Fox
    Francis Gibson Grant Gray Green Griffiths Hall Hart Harvey Hill Holmes Hughes Hunter
    Hussain Iqbal Jackson James Jones Kaur Kelly Kennedy Khan King Knight Lane Lee Lewis Lloyd
    Marsh Martin Mason Matthews Miller Mills Moore Morgan Morris Murray Nash Newton O'Brien
    Osborne Owen Palmer Parker Patel Payne Pearson Perry Porter Powell Price Quinn Rahman Read
    Reid Reynolds Rose Russell Saunders Scott Shah Sharma Shaw Simpson Singh Smith Spencer
    Stevens Stone Sutton Taylor Thomas Thompson Tucker Turner Walker Walsh Ward Watson Webb
    West White Williams Wilson Wood Wright Young
    """.split()  # noqa: SIM905
)


@dataclass
class Person:
    """Somebody who works in public protection. The three numbers are what three systems call them."""

    hr_number: str
    collar: str
    training_number: str
    surname: str
    rank: str
    unit: str
    role: str
    worker_type: str
    fte: float
    since: dt.date
    experience: int  # months of investigating or managing behind them
    load: float  # how much of a usual share of the work they hold
    home_unit: str = ""
    acting: bool = False
    absent: str = ""  # the reason they carry nothing; leaves the program only as FTE by unit
    absent_months: int = 0
    reduced_months: int = 0
    second_unit: str = ""  # where half their time goes
    crime_known: bool = True  # whether HR knows their number in the crime system
    training_known: bool = True

    def fte_in(self, unit: str) -> float:
        """FTE given to one unit; somebody shared gives half to each."""
        if not self.second_unit:
            return self.fte if self.unit == unit else 0.0
        return round(self.fte / 2, 2) if unit in (self.unit, self.second_unit) else 0.0


@dataclass(frozen=True)
class Movement:
    """One joining, move or leaving, dated inside the month."""

    date: dt.date
    hr_number: str
    event: str
    from_unit: str
    to_unit: str
    leaver_type: str
    move_reason: str
    fte: float


@dataclass(frozen=True)
class Gone:
    """Somebody who left while cases stayed in their name."""

    collar: str
    surname: str
    rank: str
    unit: str
    cases: int


def stage(person: Person) -> str:
    """Say how far a carrier's accreditation has come."""
    if person.role not in ("investigator", "offender manager", "sexual-offence trained officer"):
        return "not needed"
    if person.experience < 14:
        return "trainee"
    return "PIP2 and specialist" if person.experience >= 36 else "PIP2"


def carries_work(person: Person, carrying_roles: frozenset[str]) -> str:
    """Say whether somebody carries work, never why they do not."""
    if person.role not in carrying_roles:
        return "not a carrying post"
    if person.absent:
        return "none"
    return "reduced" if person.reduced_months else "full"


def officer_cell(rank: str, collar: str, surname: str) -> str:
    """Write somebody as a crime system prints its officer in the case: `DC 1234 SMITH`."""
    return f"{rank} {collar} {surname.upper()}"
