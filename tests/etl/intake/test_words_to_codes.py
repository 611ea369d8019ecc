"""What a check reads and what publishing reads come from one function; a slip is told before it counts."""

from dataclasses import replace
from datetime import date

import pytest

import contracts
import settings
from etl.publishing.codes import Codes
from etl.values.known_values import KnownValues
from settings.model import Alias
from settings.remembered import with_remembered

DAY = date(2026, 9, 30)
SAMPLE = settings.sample()
FORCE = SAMPLE.forces[0].code
UNIT = contracts.dataset("people").column("unit")
ROLE = contracts.dataset("people").column("role")
COURSE = contracts.dataset("training").column("course")
BASIS = contracts.dataset("police_strength").column("basis")
OLD_NAME = next(
    (name.text, name.valid_to) for u in SAMPLE.forces[0].units for name in u.names if name.valid_to
)


def both(column, text, sample=SAMPLE):
    checked = KnownValues(sample, FORCE, DAY).look_up(column, text).code
    return checked, Codes(sample).code(FORCE, column.allowed_from, text, DAY)


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        (UNIT, "Child abuse investigation", "CA1"),
        (UNIT, "child abuse investigation ", "CA1"),
        (UNIT, "Child abuse inquiries", None),
        (UNIT, "DA1", "DA1"),
        (ROLE, "Supervisor", "supervisor"),
        (ROLE, "DS", "supervisor"),
        (COURSE, "DA Refresher", None),
        (BASIS, "FTE", "FTE"),
    ],
)
def test_check_and_publish_read_a_word_the_same_way(column, text, code):
    assert both(column, text) == (code, code)


def test_a_name_outside_its_dates_is_read_by_neither():
    text, last = OLD_NAME
    assert last < DAY
    assert both(UNIT, text) == (None, None)


def test_a_local_word_of_the_force_is_read_by_both():
    alias = SAMPLE.forces[0].aliases
    local = replace(
        SAMPLE.forces[0], aliases=(*alias, Alias(list_name="roles", text="shift boss", code="supervisor"))
    )
    assert both(ROLE, "Shift boss", replace(SAMPLE, forces=(local,))) == ("supervisor", "supervisor")


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        (UNIT, "Child abuse investigations", "CA1"),
        (UNIT, "Child abuse investigaton", "CA1"),
        (ROLE, "supervisorr", "supervisor"),
        (COURSE, "DA Maters", "DAM"),
    ],
)
def test_a_slip_is_read_by_a_check_and_by_publishing_once_a_load_remembers_it(column, text, code):
    assert both(column, text) == (code, None)
    agreed = Alias(list_name=column.allowed_from, code=code, text=text)
    assert both(column, text, with_remembered(SAMPLE, FORCE, [agreed])) == (code, code)


def test_a_name_near_to_one_of_ours_is_suggested():
    found = KnownValues(SAMPLE, FORCE, DAY).look_up(UNIT, "Child abuse inquiry")
    assert found.code is None and "Child abuse investigation" in found.suggestions
