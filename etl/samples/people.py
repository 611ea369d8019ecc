"""Month by month: who joins, moves, leaves, falls away from work and comes back."""

from etl.samples import moving
from etl.samples.chance import Chance
from etl.samples.person import Person
from etl.samples.plan import CARRYING_ROLES, UNITS, UnitPlan
from etl.samples.recruits import Recruits
from etl.samples.staff import Staff
from etl.samples.stories import Stories

AWAY = {  # reason -> (likelihood a month, months away from, to)
    "long-term sick": (0.0085, 2, 7),
    "maternity or parental": (0.0036, 8, 11),
    "career break": (0.0003, 10, 12),
    "seconded or attached out": (0.0034, 3, 9),
    "recuperative or adjusted, not carrying": (0.0045, 2, 6),
    "other": (0.0010, 2, 8),
}
REDUCED = 0.009


def first_staff(stories: Stories, chance: Chance, begin: int) -> Staff:
    """Fill every post to the level the plan says is usual."""
    staff = Staff(stories, chance, Recruits(chance))
    for unit in UNITS:
        for post in unit.posts:
            while staff.in_post(unit.code, post) < post.filled - 0.45:
                staff.people.append(staff.recruits.settled(unit.code, post, begin))
    _share_one_person(staff.people)
    _fall_away(staff, months_of_settling=5)
    return staff


def a_month(staff: Staff, number: int) -> None:
    """Move everybody on by one month."""
    staff.movements = []
    _come_back(staff.people)
    _fall_away(staff)
    for person in staff.people:
        person.experience += 1
    moving.leave(staff, number)
    moving.change_units(staff, number)
    moving.start(staff, number)
    moving.recruit(staff, number)
    staff.movements.sort(key=lambda movement: (movement.date, movement.hr_number))


def unavailable(people: list[Person], unit: str) -> dict[tuple[str, str], float]:
    """FTE of a unit's carriers that carry nothing, by reason and worker type."""
    found: dict[tuple[str, str], float] = {}
    for person in people:
        fte = person.fte_in(unit)
        if person.absent and fte and person.role in CARRYING_ROLES:
            key = (person.absent, person.worker_type)
            found[key] = round(found.get(key, 0) + fte, 2)
    return found


def capacity(people: list[Person], plan: UnitPlan) -> float:
    """FTE at work in carrying posts, against what the plan fills."""
    usual = 0.9 * sum(post.filled for post in plan.posts if post.role in CARRYING_ROLES)
    return sum(at_work(person) * person.fte_in(plan.code) for person in people) / usual


def at_work(person: Person) -> float:
    """Share of a full carrier's work somebody takes on: 1, a half, or nothing."""
    if person.role not in CARRYING_ROLES or person.absent:
        return 0.0
    return 0.5 if person.reduced_months else 1.0


def _share_one_person(people: list[Person]) -> None:
    shared = next(person for person in people if person.unit == "DA1" and person.role == "coordinator")
    shared.second_unit, shared.home_unit = "MASH1", "DA1"


def _come_back(people: list[Person]) -> None:
    for person in people:
        if person.absent:
            person.absent_months -= 1
            if person.absent_months <= 0:
                was_sick = person.absent == "long-term sick"
                person.absent, person.reduced_months = "", 3 if was_sick else 0
        elif person.reduced_months:
            person.reduced_months -= 1


def _fall_away(staff: Staff, months_of_settling: int = 1) -> None:
    chance = staff.chance
    for person in staff.people:
        if person.role not in CARRYING_ROLES or person.absent or person.second_unit:
            continue
        for reason, (likelihood, low, high) in AWAY.items():
            if chance.happens(likelihood * months_of_settling):
                person.absent, person.absent_months = reason, chance.between(low, high)
                break
        else:
            if not person.reduced_months and chance.happens(REDUCED * months_of_settling):
                person.reduced_months = chance.between(2, 6)
