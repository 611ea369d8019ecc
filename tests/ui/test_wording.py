"""Changes, shares and states in words."""

from datetime import date

import pytest

from ui.figures.status import months_between
from ui.parts.wording import change, join, plural, share_of

AUGUST = date(2026, 8, 31)


@pytest.mark.parametrize(
    ("now", "before", "on", "says"),
    [
        (15.8, 15.4, AUGUST, "up 0.4 on August"),
        (15.0, 15.4, AUGUST, "down 0.4 on August"),
        (15.41, 15.4, AUGUST, "the same as August"),
        (7.64, 7.66, AUGUST, "down 0.1 on August"),  # 7.6 on one tile, 7.7 on the one before
        (7.64, 7.56, AUGUST, "the same as August"),
        (15.8, None, AUGUST, "no earlier month to compare"),
        (15.8, 15.4, None, "no earlier month to compare"),
        (None, 15.4, AUGUST, "no figure this month"),
        (float("nan"), 15.4, AUGUST, "no figure this month"),
    ],
)
def test_a_change_is_said_plainly(now, before, on, says):
    assert change(now, before, on) == says


@pytest.mark.parametrize(
    ("part", "whole", "says"),
    [
        (34, 100, "one in three"),
        (50, 100, "half"),
        (41, 100, "41%"),
        (25, 100, "one in four"),
        (1, 0, "none"),
    ],
)
def test_a_share_uses_everyday_words_only_where_they_are_honest(part, whole, says):
    assert share_of(part, whole) == says


def test_counts_and_lists_read_as_sentences():
    assert plural(1, "unit") == "1 unit"
    assert plural(1200, "case") == "1,200 cases"
    assert join(["a", "b", "c"]) == "a, b and c"
    assert join([]) == ""


def test_months_that_ended_without_returns_are_named():
    july = date(2026, 7, 31)
    assert months_between(july, date(2026, 10, 1)) == (date(2026, 8, 31), date(2026, 9, 30))
    assert months_between(july, date(2026, 8, 31)) == ()
    assert months_between(date(2027, 12, 31), date(2028, 3, 1)) == (date(2028, 1, 31), date(2028, 2, 29))
