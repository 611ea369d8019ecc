"""Joinings, moves and leavings, with the reason where somebody wrote it down."""

from etl.samples.calendar import some_day
from etl.samples.person import Gone, Movement, Person, stage
from etl.samples.plan import REST, UNITS, Post
from etl.samples.staff import Staff
from etl.samples.stories import CORRECTED_UNIT

LEAVES_FORCE = 0.0052  # likelihood a month
LEAVES_PROTECTION = 0.0062
CHANGES_UNIT = 0.0024
LEAVER_TYPES = {"resignation": 46, "retirement": 26, "transfer": 20, "end of contract": 4, "other": 4}
MOVE_REASONS = {
    "own request": 34,
    "posted": 20,
    "promotion": 12,
    "end of attachment": 6,
    "role ended": 3,
    "not recorded": 25,
}
RECRUITED = 0.17  # likelihood a month that an empty post is given a start date, for each empty post
RECRUITED_AT_MOST = 0.8
OVER_ESTABLISHED = CORRECTED_UNIT  # VA1: nobody leaves it and nobody is posted out of it


def leave(staff: Staff, number: int) -> None:
    """Let people leave the force; where the story says so, their cases stay in their names."""
    for unit in ("CA1", "OCSAE1"):
        if number in staff.stories.gone_with_work(unit):
            _leave_cases_behind(staff, unit, number)
    for person in list(staff.people):
        if _may_go(person) and staff.chance.happens(LEAVES_FORCE):
            _leave_force(staff, person, number)


def change_units(staff: Staff, number: int) -> None:
    """Move people within public protection and out of it."""
    if staff.stories.loses_experience(number):
        _lose_somebody_experienced(staff, number)
    for person in list(staff.people):
        if not _may_go(person) or person.role == "manager":
            continue
        if staff.chance.happens(LEAVES_PROTECTION):
            _move(staff, person, REST, number)
        elif staff.chance.happens(CHANGES_UNIT):
            _move(staff, person, _somewhere_else(staff, person), number)


def start(staff: Staff, number: int) -> None:
    """Let those agreed to start this month start."""
    for due, unit, post in [begun for begun in staff.starting if begun[0] <= number]:
        staff.starting.remove((due, unit, post))
        person = staff.recruits.starter(unit, post, number)
        if person.experience == 0:
            person.absent, person.absent_months = "in training", 2
        staff.people.append(person)
        joined = staff.chance.happens(0.4)
        _record(staff, person, "join" if joined else "move", "" if joined else REST, unit)


def recruit(staff: Staff, number: int) -> None:
    """Agree start dates for some of the empty posts: the more are empty, the likelier."""
    for unit in UNITS:
        for post in unit.posts:
            if staff.chance.happens(min(RECRUITED_AT_MOST, RECRUITED * _empty(staff, unit.code, post))):
                staff.starting.append((number + staff.chance.between(1, 3), unit.code, post))


def _empty(staff: Staff, unit: str, post: Post) -> int:
    """Posts of one kind below what the force in practice keeps filled, less those with a start agreed."""
    due = sum(1 for _, code, wanted in staff.starting if (code, wanted) == (unit, post))
    return max(0, int(post.filled - staff.in_post(unit, post) - due + 0.5))


def _may_go(person: Person) -> bool:
    return person.unit != OVER_ESTABLISHED and not person.second_unit


def _leave_cases_behind(staff: Staff, unit: str, number: int) -> None:
    going = _carriers(staff, unit)[3]
    held = staff.chance.between(9, 14)
    staff.gone.append(Gone(going.collar, going.surname, going.rank, unit, held))
    _leave_force(staff, going, number)


def _carriers(staff: Staff, unit: str) -> list[Person]:
    """Officers of a unit who carry work now, longest serving first."""
    return sorted(
        (
            person
            for person in staff.people
            if person.unit == unit
            and person.role == "investigator"
            and person.worker_type == "officer"
            and not person.absent
            and not person.reduced_months
        ),
        key=lambda person: person.since,
    )


def _leave_force(staff: Staff, person: Person, number: int) -> None:
    staff.people.remove(person)
    person.since = some_day(number, staff.chance)
    _record(staff, person, "leave force", person.unit, "", leaver_type=staff.chance.weighted(LEAVER_TYPES))


def _lose_somebody_experienced(staff: Staff, number: int) -> None:
    experienced = [person for person in _carriers(staff, "RASSO1") if stage(person) == "PIP2 and specialist"]
    if len(experienced) > 3:
        person = experienced[0]
        _move(staff, person, staff.chance.one_of([*_with_room(staff, person), REST]), number)


def _somewhere_else(staff: Staff, person: Person) -> str:
    """Draw another unit that has an empty post of this role; the rest of the force where none has."""
    return staff.chance.one_of(_with_room(staff, person) or [REST])


def _with_room(staff: Staff, person: Person) -> list[str]:
    return [
        unit.code
        for unit in UNITS
        for post in unit.posts
        if unit.code not in (person.unit, OVER_ESTABLISHED)
        and (post.role, post.worker_type) == (person.role, person.worker_type)
        and staff.in_post(unit.code, post) + person.fte <= post.funded
    ]


def _move(staff: Staff, person: Person, to_unit: str, number: int) -> None:
    from_unit, person.since = person.unit, some_day(number, staff.chance)
    reason = staff.chance.weighted(MOVE_REASONS)
    if to_unit == REST:
        staff.people.remove(person)
    else:
        person.unit, person.home_unit = to_unit, ""
    _record(staff, person, "move", from_unit, to_unit, move_reason=reason)


def _record(
    staff: Staff,
    person: Person,
    event: str,
    from_unit: str,
    to_unit: str,
    *,
    leaver_type: str = "",
    move_reason: str = "",
) -> None:
    staff.movements.append(
        Movement(
            person.since, person.hr_number, event, from_unit, to_unit, leaver_type, move_reason, person.fte
        )
    )
