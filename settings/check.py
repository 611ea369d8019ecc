"""What must hold between the entries of one force: names told apart, known codes, dates without clash."""

from collections.abc import Callable
from functools import partial
from itertools import combinations
from typing import Any

from settings.allowances import MOST
from settings.dated import START, Dated
from settings.model import Course, ForceSettings, Unit
from settings.parts import VALUE_NAMES
from settings.plain import plain
from settings.problem import Problems
from settings.table import Table, did_you_mean

Rule = Callable[[ForceSettings, list[Table]], None]


def check(force: ForceSettings, tables: list[Table], problems: Problems, broken: set[str]) -> None:
    """Note the first thing that breaks each rule across the files of one force.

    A rule about a list in `broken`, which could not be read whole, has to wait until it can.
    """
    rules: list[tuple[Rule, set[str]]] = [
        (_codes_once, {"units", "courses"}),
        (_unit_names_apart, {"units"}),
        (_successions, {"units"}),
        (_course_names_apart, {"courses"}),
        (_values_complete, {"values"}),
        (_hours_left_for_cases, {"allowances"}),
        *((partial(_dated_once, key=key), {key}) for key in _SAYS),
    ]
    for rule, needs in rules:
        if not needs & broken:
            with problems.noted():
                rule(force, tables)


def _refuse(tables: list[Table], key: str, position: int, reason: str, value: str | None = None) -> None:
    """Refuse at the ``position``-th entry of ``key``, counted over the files in the order they were read."""
    for table in tables:
        entries = table.tables(key)
        if position < len(entries):
            entries[position].refuse(reason, None, value)
        position -= len(entries)
    tables[0].refuse(reason)


def _codes_once(force: ForceSettings, tables: list[Table]) -> None:
    listed: dict[str, tuple[Unit | Course, ...]] = {"units": force.units, "courses": force.courses}
    for key, entries in listed.items():
        seen: set[str] = set()
        for position, entry in enumerate(entries):
            if entry.code in seen:
                _refuse(tables, key, position, f"The code '{entry.code}' is used twice.")
            seen.add(entry.code)


def _calls(unit: Unit) -> list[tuple[str, str, Dated]]:
    """Everything a unit is called, as (plain text, text as written, dates)."""
    own = Dated(unit.valid_from, unit.valid_to)
    named = [(plain(name.text), name.text, name) for name in unit.names]
    fixed = [(plain(text), text, own) for text in dict.fromkeys((unit.code, unit.title))]
    return [*fixed, *named]


def _unit_names_apart(force: ForceSettings, tables: list[Table]) -> None:
    for position, unit in enumerate(force.units):
        for one, other in combinations(unit.names, 2):
            if plain(one.text) == plain(other.text) and one.meets(other):
                reason = f"The name '{other.text}' stands twice for {unit.code}, with dates that overlap."
                _refuse(tables, "units", position, reason, other.text)
        for earlier in force.units[:position]:
            _two_units_apart(earlier, unit, position, tables)


def _two_units_apart(earlier: Unit, unit: Unit, position: int, tables: list[Table]) -> None:
    for text, _, dates in _calls(earlier):
        for same, written, other in _calls(unit):
            if text == same and dates.meets(other):
                reason = (
                    f"'{written}' names both {earlier.code} and {unit.code} on the same date. "
                    "End one name before the other begins."
                )
                _refuse(tables, "units", position, reason, written)


def _successions(force: ForceSettings, tables: list[Table]) -> None:
    known = tuple(unit.code for unit in force.units)
    for position, unit in enumerate(force.units):
        for code in unit.succeeds:
            if code not in known or code == unit.code:
                hint = did_you_mean(code, tuple(other for other in known if other != unit.code))
                reason = f"{unit.code} succeeds '{code}', which is not another unit here.{hint}"
                _refuse(tables, "units", position, reason, code)


def _texts(course: Course) -> set[str]:
    return {plain(text) for text in (course.code, course.title, *course.aliases)}


def _course_names_apart(force: ForceSettings, tables: list[Table]) -> None:
    for position, course in enumerate(force.courses):
        for earlier in force.courses[:position]:
            shared = _texts(course) & _texts(earlier)
            if shared and course.meets(earlier):
                reason = f"'{min(shared)}' names both {earlier.code} and {course.code} on the same date."
                _refuse(tables, "courses", position, reason)


def _values_complete(force: ForceSettings, tables: list[Table]) -> None:
    for name in VALUE_NAMES:
        if all(value.name != name for value in force.values):
            tables[0].refuse(f"The value '{name}' is not set. Add it under [[values]].", "force")


def _hours_left_for_cases(force: ForceSettings, tables: list[Table]) -> None:
    """What goes to no case on one day, all that is approved together, leaves hours for cases."""
    for position, entry in enumerate(force.allowances):
        first = entry.valid_from or START
        held = [each for each in force.allowances if each.status == "approved" and each.holds_on(first)]
        together = sum(each.percent for each in held)
        if entry in held and together > MOST:
            named = ", ".join(f"{each.name} {each.percent:g}%" for each in held)
            reason = (
                f"Together {named} come to {together:g}% of the hours on one day, at most {MOST}%: something "
                "must be left for cases. Lower one, or end it before the next begins."
            )
            _refuse(tables, "allowances", position, reason)


def _of_family(entry: Any) -> str:
    return f", {entry.work_family}" if entry.work_family else ""


_SAYS: dict[str, Callable[[Any], str]] = {
    "values": lambda entry: entry.name,
    "ceilings": lambda entry: f"{entry.work_family}, {entry.role}",
    "weights": lambda entry: f"{entry.work_family}, {entry.work_type}",
    "working_time": lambda entry: "working time",
    "allowances": lambda entry: entry.name,
    "training_targets": lambda entry: f"{entry.course}, {entry.unit_type or 'all unit types'}",
    "similar_forces": lambda entry: entry.name,
    "lines": lambda entry: f"{entry.metric}, {entry.unit_type or 'all unit types'}{_of_family(entry)}",
}


def _dated_once(force: ForceSettings, tables: list[Table], key: str) -> None:
    """No two entries of a list say the same thing for the same day."""
    name, entries = _SAYS[key], getattr(force, key)
    for position, entry in enumerate(entries):
        for earlier in entries[:position]:
            if name(earlier) == name(entry) and earlier.meets(entry):
                _refuse(tables, key, position, f"Two entries for '{name(entry)}' have dates that overlap.")
