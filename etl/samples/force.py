"""A sample force through its months: what each month's three workbooks will say."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.samples import courses, people, promises, work
from etl.samples.chance import Chance
from etl.samples.courses import Booking, Completion, Records
from etl.samples.holding import Holding, hold
from etl.samples.people import unavailable
from etl.samples.person import Movement, Person, carries_work, stage
from etl.samples.plan import CARRIERS, CARRYING_ROLES, REST, REST_POSTS, UNITS, UnitPlan
from etl.samples.staff import Staff
from etl.samples.stories import STEP, Stories
from etl.samples.work import CaseloadRow, Tray

MONTHS = 25  # the force is always simulated over at least this many, so one month is the same month


@dataclass(frozen=True)
class EstablishmentRow:
    """The funded posts of one role and worker type in one unit, in FTE."""

    unit: str
    role: str
    worker_type: str
    funded_fte: float
    in_post_fte: float
    start_agreed_fte: float
    held_fte: float
    funding_source: str | None = None
    funding_ends: dt.date | None = None
    decision_ref: str | None = None
    decision_fte: float | None = None
    time_limited_fte: float | None = None


@dataclass(frozen=True)
class PersonRow:
    """One person in one unit at month end."""

    unit: str
    fte: float
    person: Person
    carries_work: str
    stage: str
    in_unit_since: dt.date


@dataclass(frozen=True)
class Month:
    """Everything three workbooks say about one month."""

    number: int
    caseload: tuple[CaseloadRow, ...]
    investigators: tuple[Holding, ...]
    establishment: tuple[EstablishmentRow, ...]
    people: tuple[PersonRow, ...]
    unavailable: tuple[tuple[str, str, str, float], ...]
    movements: tuple[Movement, ...]
    completions: tuple[Completion, ...]
    bookings: tuple[Booking, ...]


def months(force: str, seed: int, end: int, count: int) -> Iterator[Month]:
    """Simulate a force and give its last `count` months, the first of them first."""
    begin = end - max(count, MONTHS) + 1
    stories = Stories(end)
    flow = Chance(seed, force, "work")
    staff = people.first_staff(stories, Chance(seed, force, "people"), begin)
    trays = [work.first_tray(unit.code, kind, flow) for unit in UNITS for kind in unit.works]
    records = Records(stories, Chance(seed, force, "training"))
    for number in range(begin, end + 1):
        people.a_month(staff, number)
        courses.a_month(records, staff.people, number)
        caseload = _caseload(trays, staff, number, flow)
        month = _month(number, staff, records, caseload, Chance(seed, force, "holding", str(number)))
        if number > end - count:
            yield month


def _caseload(trays: list[Tray], staff: Staff, number: int, flow: Chance) -> tuple[CaseloadRow, ...]:
    capacity = {unit.code: people.capacity(staff.people, unit) for unit in UNITS}
    return tuple(
        work.a_month(tray, _demand(tray, staff.stories, number), capacity[tray.unit], flow) for tray in trays
    )


def _demand(tray: Tray, stories: Stories, number: int) -> float:
    steps = tray.work.work_type == "domestic abuse" and number >= stories.demand_steps_up
    return STEP if steps else 1.0


def _month(
    number: int, staff: Staff, records: Records, caseload: tuple[CaseloadRow, ...], chance: Chance
) -> Month:
    return Month(
        number,
        caseload,
        hold(caseload, staff, CARRIERS, chance),
        tuple(row for unit in UNITS for row in _establishment(unit, staff, number)) + _rest(number),
        tuple(_people(staff.people)),
        tuple(
            (unit.code, reason, worker_type, fte)
            for unit in UNITS
            for (reason, worker_type), fte in sorted(unavailable(staff.people, unit.code).items())
        ),
        tuple(staff.movements),
        courses.completions(records, staff.people),
        courses.bookings(records, staff.people),
    )


def _establishment(unit: UnitPlan, staff: Staff, number: int) -> Iterator[EstablishmentRow]:
    planned = {(post.role, post.worker_type): post for post in unit.posts}
    for person in staff.people:  # a shared coordinator sits where no such post is funded
        if person.fte_in(unit.code):
            planned.setdefault((person.role, person.worker_type), None)
    for (role, worker_type), post in planned.items():
        in_post = round(
            sum(
                person.fte_in(unit.code)
                for person in staff.people
                if (person.role, person.worker_type) == (role, worker_type)
            ),
            2,
        )
        funded = post.funded if post else 0.0
        starting = sum(1.0 for _, code, wanted in staff.starting if (code, wanted) == (unit.code, post))
        held = 2.0 if (unit.code, role, worker_type) == ("RASSO1", "investigator", "officer") else 0.0
        empty = in_post < funded - held  # a start agreed for a post that has since been filled is not sent
        yield EstablishmentRow(
            unit.code,
            role,
            worker_type,
            funded,
            in_post,
            starting if empty else 0.0,
            held,
            *promises.funding((unit.code, role, worker_type), staff.stories.end),
            *promises.decision((unit.code, role, worker_type), number, staff.stories.end),
            promises.time_limited((unit.code, role, worker_type)),
        )


def _rest(number: int) -> tuple[EstablishmentRow, ...]:
    """Give the rest of the force: posts and strength only, near full, moving a little."""
    return tuple(
        EstablishmentRow(
            REST,
            post.role,
            post.worker_type,
            post.funded,
            round(post.filled + ((number * 7 + i * 3) % 11 - 5) * 0.4, 1),
            0.0,
            0.0,
        )
        for i, post in enumerate(REST_POSTS)
    )


def _people(everybody: list[Person]) -> Iterator[PersonRow]:
    rows = [
        PersonRow(
            unit.code,
            person.fte_in(unit.code),
            replace(person),
            carries_work(person, CARRYING_ROLES),
            stage(person),
            person.since,
        )
        for unit in UNITS
        for person in everybody
        if person.fte_in(unit.code)
    ]
    return iter(sorted(rows, key=lambda row: (_place(row.unit), row.person.role, row.person.hr_number)))


def _place(unit: str) -> int:
    return [plan.code for plan in UNITS].index(unit)
