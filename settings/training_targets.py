"""How many of those who need a course a force wants in date: its own target, never a national one."""

from collections.abc import Iterator
from datetime import date

from settings.dated import START
from settings.model import UNIT_TYPES, ForceSettings
from settings.table import Table
from settings.target import TrainingTarget


def training_targets(table: Table, force: ForceSettings) -> Iterator[TrainingTarget]:
    """Entries of ``[[training_targets]]``: a share of those who need a course, and who set it."""
    known = tuple(course.code for course in force.courses)
    for entry in table.tables("training_targets"):
        course = entry.one_of("course", known, "course")
        unit_type = entry.text("unit_type", required=False)
        if unit_type:
            entry.one_of("unit_type", tuple(UNIT_TYPES), "unit type")
        yield TrainingTarget(
            course=course,
            share=entry.number("share", 0, 1),
            unit_type=unit_type or None,
            set_by=entry.text("set_by", why_needed="Say who set this: 'set_by' is missing."),
            why=entry.text("why", why_needed="Say why this was set: 'why' is missing."),
            **entry.dates(),
        )
        entry.finish()


def target_of(force: ForceSettings, course: str, unit_type: str, on: date) -> TrainingTarget | None:
    """The target that holds for a course in units of a type on a day; one of the type's own goes first."""
    held = [
        each
        for each in force.training_targets
        if each.course == course and each.unit_type in (None, unit_type) and each.holds_on(on)
    ]
    return max(held, key=lambda each: (each.unit_type is not None, each.valid_from or START), default=None)
