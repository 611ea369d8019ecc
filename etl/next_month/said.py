# ruff: noqa: E501 - a sentence stays whole on its line, so that it can be searched for
"""What a person is told of the workbook of a unit's next month, and why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from contracts import OF_NO_MONTH
from etl.next_month.filled import FilledSheet
from store.purges import day_in_words

SAID = {
    "has_references": "The workbook holds references to people. Keep it as you keep the return itself.",
    "not_allowed": "References to people are left blank: the settings of {0} do not allow them to be kept (person_lists).",
    # Of one sheet, after its title
    "rows": "{0} of {1}.",
    "dated": "{0}; the newest are of {1}.",
    "units_gone": "Rows of units that are none any more are left out: {0}.",
    "not_month_before": "{0} of {1}, the newest that was sent; it is not the month before.",
    "anew": "To be typed: {0}.",
    "none": "there were none in {0}, so it begins without rows.",
    "gone": "the rows about people of {0} were deleted on {1}, as the force's setting says, so it begins without rows.",
    "events": "begins without rows, because what happens is told each month. Left so, it says that nothing happened.",
    "not_kept": "References that are not kept as sent are left blank: {0}.",
    "in_order": "The rows are in the order in which they were sent, for the references to be typed beside.",
    "left_out": "Rows left out, because without the reference they say nothing of anybody: {0}.",
    "held": "Rows that are held back are not in it: {0}.",
}
WHY_NOT = {
    "no_unit": "There is no unit “{0}” in the settings of {1}.{2}",
    "no_force": "Say which force the unit is of, with --force: {0}.",
    "no_settings": "No force is set up in this store, so there is no unit to fill in a workbook for.",
    "nothing_sent": "{0} has sent nothing {1}, so there is nothing to fill in. Begin with the blank templates.",
    "nothing_of_these": "{0} has sent none of these sheets before {1}: {2}. Begin with the blank template.",
    "not_of_force": "What is sent of the whole force is Demand, Budget and Post costs. For {0} name a unit with --unit.",
    "unit_ends": "{0} is no unit any more at the end of {1}. Name the unit that has its work, or correct its dates in the settings.",
    "not_a_month": "A month is written as 2026-10, not {0}.",
}


class NothingToFillIn(Exception):
    """There is no such workbook to make; the text says why and what to do."""


def why_not(code: str, *words: object) -> NothingToFillIn:
    """The reason, as a sentence of this module."""
    return NothingToFillIn(WHY_NOT[code].format(*words))


def told(sheets: tuple[FilledSheet, ...], month: date, force: str, allowed: bool) -> Iterator[str]:
    """Everything about the workbook: what is in it of people, then a line for each sheet."""
    if any(sheet.references for sheet in sheets):
        yield SAID["has_references"]
    if not allowed and any(sheet.unknown for sheet in sheets):
        yield SAID["not_allowed"].format(force)
    for sheet in sheets:
        yield f"{sheet.dataset.title}: {' '.join(_of_sheet(sheet, month, allowed))}"


def _of_sheet(sheet: FilledSheet, month: date, allowed: bool) -> Iterator[str]:
    rows = len(sheet.filled.rows)
    if not sheet.dataset.stands:
        yield SAID["events"]
    elif rows:
        yield _rows(sheet, rows, month)
        if sheet.anew:
            yield SAID["anew"].format("; ".join(sheet.anew))
    elif not sheet.left_out:
        yield _none(sheet)
    yield from _of_references(sheet, allowed)
    if sheet.gone:
        yield SAID["units_gone"].format(sheet.gone)
    if sheet.held:
        yield SAID["held"].format(sheet.held)


def _none(sheet: FilledSheet) -> str:
    """Nobody was in it, or those who were have been deleted: the one must not be told as the other."""
    if sheet.deleted_at:
        return SAID["gone"].format(in_words(sheet.of), day_in_words(sheet.deleted_at))
    return SAID["none"].format(in_words(sheet.of))


def _rows(sheet: FilledSheet, rows: int, month: date) -> str:
    if sheet.dataset.name in OF_NO_MONTH:
        return SAID["dated"].format(_counted(rows), f"{sheet.of.day} {in_words(sheet.of)}")
    month_before = month.replace(day=1) - timedelta(days=1)
    which = "rows" if sheet.of in (month_before, month) else "not_month_before"
    return SAID[which].format(_counted(rows), in_words(sheet.of))


def _counted(rows: int) -> str:
    return f"{rows} row{'s' if rows != 1 else ''}"


def _of_references(sheet: FilledSheet, allowed: bool) -> Iterator[str]:
    if sheet.left_out:
        yield SAID["left_out"].format(sheet.left_out)
    elif sheet.unknown:
        if allowed:
            yield SAID["not_kept"].format(sheet.unknown)
        yield SAID["in_order"]


def in_words(month: date) -> str:
    """A month as it is spoken of: October 2026."""
    return f"{month:%B %Y}"
