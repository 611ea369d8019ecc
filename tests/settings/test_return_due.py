"""When a month's returns are due is a force's own setting, may change, and may be left unset."""

from dataclasses import replace
from datetime import date

import pytest

from settings import sample
from settings.model import Value
from settings.return_due import return_due_days

FORCE = sample().forces[0]
SET = (
    Value(name="return_due_days", value=15, set_by="me", why="agreed", valid_to=date(2026, 6, 30)),
    Value(name="return_due_days", value=10, set_by="me", why="agreed", valid_from=date(2026, 7, 1)),
)


@pytest.mark.parametrize(
    ("month", "days"), [(date(2026, 5, 31), 15), (date(2026, 6, 30), 15), (date(2026, 7, 31), 10)]
)
def test_the_day_is_the_one_that_stood_at_the_month_end(month, days):
    assert return_due_days(replace(FORCE, values=(*FORCE.values, *SET)), month) == days


def test_a_force_that_has_set_none_calls_nothing_late():
    assert (
        return_due_days(FORCE, date(2026, 9, 30)) is None and return_due_days(None, date(2026, 9, 30)) is None
    )
