"""What a check refuses is not read at publish either: both ask one function."""

from dataclasses import replace
from datetime import date

import pytest

import contracts
import settings
from etl.codes import Codes
from etl.known_values import KnownValues
from settings.model import Alias

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
        (UNIT, "Child abuse investigations", None),
        (UNIT, "Child abuse investigaton", None),
        (UNIT, "DA1", "DA1"),
        (ROLE, "Supervisor", "supervisor"),
        (ROLE, "supervisorr", None),
        (ROLE, "DS", "supervisor"),
        (COURSE, "DA Maters", None),
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


def test_a_close_spelling_is_still_suggested():
    assert (
        "Child abuse investigation"
        in KnownValues(SAMPLE, FORCE, DAY).look_up(UNIT, "Child abuse investigaton").suggestions
    )
