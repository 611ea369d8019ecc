"""Each list of a settings file, read entry by entry: units, courses, requirements, weights, values."""

from collections.abc import Iterator
from typing import Any

from contracts.words import LISTS, WORK_FAMILIES
from settings.allowances import allowances
from settings.hours import Weight
from settings.model import (
    UNIT_TYPES,
    Alias,
    Carrier,
    Ceiling,
    Course,
    ForceSettings,
    Line,
    Requirement,
    Unit,
    UnitName,
    Value,
)
from settings.similar import SimilarForces
from settings.similar import similar_forces as read_similar
from settings.table import Table
from settings.training_targets import training_targets
from settings.working_time import STATUSES, working_time

__all__ = [
    "MAY_BE_SET",
    "STATUSES",
    "VALUE_NAMES",
    "aliases",
    "allowances",
    "carriers",
    "ceilings",
    "courses",
    "lines",
    "requirements",
    "similar_forces",
    "training_targets",
    "units",
    "values",
    "weights",
    "working_time",
]

DELIVERY = ("face to face", "virtual", "e-learning")
SHORTEST_COURSE = 0.1
"""In days: under an hour is no abstraction that a unit plans for."""
NUMBER_KINDS = {
    "reduced_share": (0.0, 1.0),
    "match_limit": (0.0, 1.0),
    "publication_threshold": (2.0, 20.0),
}
# Values that a force may leave unset: what they decide is then not said.
OPTIONAL_KINDS = {
    "return_due_days": (0.0, 92.0),
    "keep_people_months": (1.0, 600.0),
    "keep_labels_months": (1.0, 600.0),
}
WORD_KINDS = {"counting": ("crimes", "investigations")}
VALUE_NAMES = (*NUMBER_KINDS, *WORD_KINDS)
MAY_BE_SET = (*VALUE_NAMES, *OPTIONAL_KINDS)


def _owned(table: Table) -> dict[str, Any]:
    """Who set an entry, why, and between which dates."""
    return {
        **table.dates(),
        "set_by": table.text("set_by", why_needed="Say who set this: 'set_by' is missing."),
        "why": table.text("why", why_needed="Say why this was set: 'why' is missing."),
    }


def units(table: Table, force: ForceSettings) -> Iterator[Unit]:
    """Entries of ``[[units]]``."""
    for entry in table.tables("units"):
        yield Unit(
            code=entry.text("code"),
            type=entry.one_of("type", tuple(UNIT_TYPES), "unit type"),
            title=entry.text("title"),
            names=tuple(_unit_name(name) for name in entry.tables("names")),
            succeeds=entry.texts("succeeds"),
            benchmark=entry.flag("benchmark"),
            **entry.dates(),
        )
        entry.finish()


def _unit_name(entry: Table) -> UnitName:
    name = UnitName(text=entry.text("text"), **entry.dates())
    entry.finish()
    return name


def courses(table: Table, force: ForceSettings) -> Iterator[Course]:
    """Entries of ``[[courses]]``."""
    for entry in table.tables("courses"):
        course = Course(
            code=entry.text("code"),
            title=entry.text("title"),
            aliases=entry.texts("aliases"),
            valid_months=entry.whole("valid_months", at_least=1),
            trauma_informed=entry.flag("trauma_informed"),
            delivery_modes=entry.texts("delivery_modes"),
            days=entry.number_if_given("days", SHORTEST_COURSE),
            **entry.dates(),
        )
        for mode in course.delivery_modes:
            entry.one_of("delivery_modes", DELIVERY, "delivery mode", mode)
        entry.finish()
        yield course


def requirements(table: Table, force: ForceSettings) -> Iterator[Requirement]:
    """Entries of ``[[requirements]]``: one course for every pair of the unit types and roles named."""
    known = tuple(course.code for course in force.courses)
    for entry in table.tables("requirements"):
        course = entry.one_of("course", known, "course")
        dates = entry.dates()
        unit_types, roles = entry.texts("unit_types", True), entry.texts("roles", True)
        for unit_type in unit_types:
            entry.one_of("unit_types", tuple(UNIT_TYPES), "unit type", unit_type)
            for role in roles:
                entry.one_of("roles", LISTS["roles"], "role", role)
                yield Requirement(unit_type=unit_type, role=role, course=course, **dates)
        entry.finish()


def carriers(table: Table, force: ForceSettings) -> Iterator[Carrier]:
    """Entries of ``[[carriers]]``: the roles that carry work of a family."""
    for entry in table.tables("carriers"):
        family = entry.one_of("work_family", tuple(WORK_FAMILIES), "family of work")
        dates = entry.dates()
        for role in entry.texts("roles", True):
            entry.one_of("roles", LISTS["roles"], "role", role)
            yield Carrier(work_family=family, role=role, **dates)
        entry.finish()


def ceilings(table: Table, force: ForceSettings) -> Iterator[Ceiling]:
    """Entries of ``[[ceilings]]``."""
    for entry in table.tables("ceilings"):
        yield Ceiling(
            work_family=entry.one_of("work_family", tuple(WORK_FAMILIES), "family of work"),
            role=entry.one_of("role", LISTS["roles"], "role"),
            open_per_fte=entry.number("open_per_fte"),
            **_owned(entry),
        )
        entry.finish()


def weights(table: Table, force: ForceSettings) -> Iterator[Weight]:
    """Entries of ``[[weights]]``: hours for one case, with a range, a source and who approved it."""
    for entry in table.tables("weights"):
        family = entry.one_of("work_family", tuple(WORK_FAMILIES), "family of work")
        hours = entry.number("hours")
        low, high = entry.number("low", 0, hours), entry.number("high", hours)
        yield Weight(
            work_family=family,
            work_type=entry.one_of("work_type", tuple(WORK_FAMILIES[family]), f"work type in {family}"),
            hours=hours,
            low=low,
            high=high,
            source=entry.text(
                "source", why_needed="Hours for a case need a source: say where they come from."
            ),
            set_by=entry.text("set_by", why_needed="Say who set this: 'set_by' is missing."),
            set_on=entry.needed_day("set_on"),
            status=entry.one_of("status", STATUSES, "status"),
            standard_error=entry.number_if_given("standard_error"),
            **entry.dates(),
        )
        entry.finish()


def lines(table: Table, force: ForceSettings) -> Iterator[Line]:
    """Entries of ``[[lines]]``: a level of a measure that the force watches."""
    for entry in table.tables("lines"):
        unit_type = entry.text("unit_type", required=False)
        if unit_type:
            entry.one_of("unit_type", tuple(UNIT_TYPES), "unit type")
        family = entry.text("work_family", required=False)
        if family:
            entry.one_of("work_family", tuple(WORK_FAMILIES), "family of work")
        yield Line(
            metric=entry.text("metric"),
            level=entry.number("level"),
            unit_type=unit_type or None,
            work_family=family or None,
            **_owned(entry),
        )
        entry.finish()


def values(table: Table, force: ForceSettings) -> Iterator[Value]:
    """Entries of ``[[values]]``: single numbers and words, each with dates."""
    for entry in table.tables("values"):
        name = entry.one_of("name", MAY_BE_SET, "value")
        if name in WORD_KINDS:
            value: float | str = entry.one_of("value", WORD_KINDS[name], f"choice for {name}")
        else:
            value = entry.number("value", *(NUMBER_KINDS | OPTIONAL_KINDS)[name])
        yield Value(name=name, value=value, **_owned(entry))
        entry.finish()


def aliases(table: Table, force: ForceSettings) -> Iterator[Alias]:
    """The table ``[aliases.LIST]``: a code of the list, and the local words for it."""
    lists = table.table("aliases")
    for list_name in lists.content:
        lists.one_of(list_name, tuple(LISTS), "list of words", list_name)
        words = lists.table(list_name)
        for code in words.content:
            words.one_of(code, LISTS[list_name], f"word in the list {list_name}", code)
            for text in words.texts(code):
                yield Alias(list_name=list_name, code=code, text=text)


def similar_forces(table: Table, force: ForceSettings) -> Iterator[SimilarForces]:
    """Entries of ``[[similar_forces]]``; the force itself is in none of its sets."""
    yield from read_similar(table, force.name)
