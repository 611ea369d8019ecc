"""Booked places whose day passes before a workbook is sent: each has a note, and a person is told of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from contracts.model import Rule
from etl.next_month.filled import FilledSheet

DAY, STATUS, BOOKED = "booked_for", "status", "booked"
RULE = "training.booked_in_the_past"  # the check that asks about such a row when the workbook is loaded
PASSED = (
    "{0}: places booked for a day that is past by {1}: {2}. Each is marked, with a note. Give Completed on "
    "where the person attended, or the new day; left as they are, loading asks about them."
)


def with_notes(sheet: FilledSheet, month: date) -> FilledSheet:
    """The sheet with a note at each booked day that is past at the end of the month."""
    rule = next((each for each in sheet.dataset.rules if each.id == RULE), None)
    if rule is None:
        return sheet
    notes = {(row, DAY): _note(rule) for row in _passed(sheet, month)}
    return replace(sheet, filled=replace(sheet.filled, notes=notes))


def told_of_passed(sheets: Iterable[FilledSheet], month: date) -> Iterator[str]:
    """How many booked places are past, for each sheet that has some."""
    for sheet in sheets:
        if sheet.filled.notes:
            day = f"{month.day} {month:%B %Y}"
            yield PASSED.format(sheet.dataset.title, day, len(sheet.filled.notes))


def _passed(sheet: FilledSheet, month: date) -> list[int]:
    return [number for number, row in enumerate(sheet.filled.rows) if _is_passed(row, month)]


def _is_passed(row: Mapping[str, Any], month: date) -> bool:
    day = row.get(DAY)
    return row.get(STATUS) == BOOKED and row.get("completed_on") is None and day is not None and day < month


def _note(rule: Rule) -> str:
    return f"{rule.says}\n{rule.how_to_fix}"
