"""Who has done which course and who is booked: the training records of the sample force."""

import datetime as dt
from dataclasses import dataclass, field

from etl.samples.calendar import month_end, month_start, some_day
from etl.samples.chance import Chance
from etl.samples.person import Person
from etl.samples.stories import Stories

INVESTIGATE = ("investigator",)
LEAD = ("supervisor",)
DETECTIVES = ("DA1", "RASSO1", "CA1", "OCSAE1", "VA1", "EXP1")
TRAUMA, PIP2 = "Trauma-informed practice", "PIP2 IDP"


@dataclass(frozen=True)
class Course:
    """A course as the training office runs it. `months`: how long it lasts; none: it does not expire."""

    title: str
    roles: tuple[str, ...]
    units: tuple[str, ...]  # empty: every unit
    months: int | None
    done: float  # share of those who need it who had it when the first month began
    delivery: str = "face to face"


COURSES = (
    Course(
        TRAUMA,
        (*INVESTIGATE, *LEAD, "offender manager", "referral officer", "sexual-offence trained officer"),
        (),
        24,
        0.74,
    ),
    Course("DA Matters", (*INVESTIGATE, *LEAD, "referral officer"), ("DA1", "MASH1"), 36, 0.72),
    Course("DARA", (*INVESTIGATE, "referral officer", "coordinator"), ("DA1", "MASH1"), 36, 0.7, "virtual"),
    Course(PIP2, INVESTIGATE, DETECTIVES, None, 0.85),
    Course("RISDP course", (*INVESTIGATE, *LEAD), ("RASSO1",), 36, 0.55),
    Course("SCAIDP course", INVESTIGATE, ("CA1", "OCSAE1"), None, 0.64),
    Course("ABE interviewing", (*INVESTIGATE, "sexual-offence trained officer"), ("RASSO1", "CA1"), 36, 0.6),
    Course("MOSOVO course", (*LEAD, "offender manager"), ("MOSOVO1",), None, 0.9),
    Course("ARMS assessor", ("offender manager",), ("MOSOVO1",), 24, 0.8),
    Course("Indecent image grading", INVESTIGATE, ("OCSAE1",), 12, 0.8, "virtual"),
    Course("MSHT course", INVESTIGATE, ("EXP1",), 36, 0.5),
)


@dataclass(frozen=True)
class Completion:
    """One person's completed course."""

    training_number: str
    unit: str
    course: str
    completed_on: dt.date
    delivery: str


@dataclass(frozen=True)
class Booking:
    """One person's booked place."""

    training_number: str
    unit: str
    course: str
    booked_for: dt.date
    delivery: str


@dataclass
class Records:
    """The last completion and the booked place of each person and course."""

    stories: Stories
    chance: Chance
    known: set[str] = field(default_factory=set)
    done: dict[tuple[str, str], dt.date] = field(default_factory=dict)
    booked: dict[tuple[str, str], dt.date] = field(default_factory=dict)


def needs(person: Person, course: Course) -> bool:
    """Say whether somebody's role and unit need a course."""
    return person.role in course.roles and (not course.units or person.unit in course.units)


def a_month(records: Records, people: list[Person], number: int) -> None:
    """Let booked people attend, then book some of those who need a place."""
    for person in people:
        if person.hr_number not in records.known:
            records.known.add(person.hr_number)
            _what_they_came_with(records, person, number)
        for course in COURSES:
            if not _attends(records, person, course, number) and needs(person, course):
                _book(records, person, course, number)
    _train_the_whole_team(records, people, number)


def completions(records: Records, people: list[Person]) -> tuple[Completion, ...]:
    """List what those in post have completed, by person and course."""
    return tuple(
        Completion(person.training_number, person.unit, course.title, day, course.delivery)
        for person in people
        for course in COURSES
        if (day := records.done.get((person.hr_number, course.title)))
    )


def bookings(records: Records, people: list[Person]) -> tuple[Booking, ...]:
    """List the booked places of those in post."""
    return tuple(
        Booking(person.training_number, person.unit, course.title, day, course.delivery)
        for person in people
        for course in COURSES
        if (day := records.booked.get((person.hr_number, course.title)))
    )


def _what_they_came_with(records: Records, person: Person, number: int) -> None:
    for course in COURSES:
        if not needs(person, course) or (course.title == PIP2 and person.experience < 4):
            continue
        if records.chance.happens(course.done if person.experience > 3 else 0.25):
            back = records.chance.between(1, (course.months or 60) - 1)
            records.done[person.hr_number, course.title] = some_day(number - back, records.chance)


def _attends(records: Records, person: Person, course: Course, number: int) -> bool:
    """Let a booked place whose day has come be taken up or missed; say whether there was one."""
    key = (person.hr_number, course.title)
    booked = records.booked.get(key)
    if not booked or booked > month_end(number):
        return False
    del records.booked[key]
    if not person.absent and records.chance.happens(0.85):
        records.done[key] = booked
    return True


def _book(records: Records, person: Person, course: Course, number: int) -> None:
    key = (person.hr_number, course.title)
    if key in records.booked or not _wants_a_place(records, key, course, number):
        return
    if records.chance.happens(_booked_each_month(person, course, records, number)):
        records.booked[key] = _weekday(month_start(number + records.chance.between(1, 4)), records.chance)


def _wants_a_place(records: Records, key: tuple[str, str], course: Course, number: int) -> bool:
    day = records.done.get(key)
    if day is None:
        return True
    return bool(course.months) and _months_since(day, number) >= course.months - 3


def _booked_each_month(person: Person, course: Course, records: Records, number: int) -> float:
    if person.absent:
        return 0.0
    if _whole_team_course(person, course) and number >= records.stories.training_lapses - 4:
        return 0.02  # the story: the whole team lapses together and hardly anybody has a place
    return 0.14 if person.unit != "MASH1" else 0.1


def _whole_team_course(person: Person, course: Course) -> bool:
    return person.unit == "MASH1" and course.title == TRAUMA and needs(person, course)


def _train_the_whole_team(records: Records, people: list[Person], number: int) -> None:
    """Train all of MASH1 in one month, one validity before the month in which it lapses."""
    trauma = next(course for course in COURSES if course.title == TRAUMA)
    if number != records.stories.training_lapses - (trauma.months or 0):
        return
    for person in people:
        if _whole_team_course(person, trauma):
            records.booked.pop((person.hr_number, TRAUMA), None)
            records.done[person.hr_number, TRAUMA] = _weekday(month_start(number), records.chance)


def _months_since(day: dt.date, number: int) -> int:
    return number - (day.year * 12 + day.month - 1)


def _weekday(first: dt.date, chance: Chance) -> dt.date:
    day = first + dt.timedelta(days=chance.between(0, 24))
    return day - dt.timedelta(days=max(0, day.weekday() - 4)) if day.day > 2 else day + dt.timedelta(days=2)
