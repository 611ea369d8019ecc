"""What a series must hold before a person may begin new limits."""

import pytest

from analysis.xmr import why_not_rebase

BEFORE = [10, 12, 9, 11, 10, 8, 12, 11]
RAISED = [14, 15, 14, 16, 15, 14, 15]


@pytest.mark.parametrize("sign", [1, -1])
def test_a_shift_of_seven_with_eight_points_may_be_rebased(sign: int) -> None:
    values = [sign * v for v in [*BEFORE, *RAISED, 10]]
    assert why_not_rebase(values, 8) == ""


def test_eight_points_after_are_needed() -> None:
    assert why_not_rebase([*BEFORE, *RAISED], 8) == "too few points after"
    assert why_not_rebase([*BEFORE, *RAISED, None], 8) == "too few points after"


@pytest.mark.parametrize("at", [-1, 0, 7])
def test_limits_before_are_needed(at: int) -> None:
    assert why_not_rebase([*BEFORE, *RAISED, 14, 15], at) == "too few points before"


def test_one_month_on_the_other_side_or_missing_is_no_shift() -> None:
    for odd in (8, None):
        assert why_not_rebase([*BEFORE, *RAISED[:3], odd, *RAISED, 15], 8) == "no shift"


def test_a_month_on_the_centre_ends_a_shift() -> None:
    centre = sum(BEFORE) / len(BEFORE)
    assert why_not_rebase([*BEFORE, *RAISED[:6], centre, 15, 15], 8) == "no shift"


def test_the_group_now_in_force_is_what_counts() -> None:
    values = [*BEFORE, *RAISED, 14, *[v + 10 for v in RAISED], 25]
    assert why_not_rebase(values, 16, rebase_at=(8,)) == ""
    assert why_not_rebase(values, 12, rebase_at=(8,)) == "too few points before"


def test_a_fixed_baseline_keeps_its_centre() -> None:
    drifting = [*BEFORE, *[30] * 20, *[20] * 8]
    assert why_not_rebase(drifting, 28) == "" and why_not_rebase(drifting, 28, fix_after=8) == ""
    level = [*BEFORE, *[30] * 20, *[11, 10] * 4]
    assert why_not_rebase(level, 28) == "" and why_not_rebase(level, 28, fix_after=8) == "no shift"


def test_limits_that_begin_there_already_are_judged_by_those_before() -> None:
    assert why_not_rebase([*BEFORE, *RAISED, 10], 8, rebase_at=(8,)) == ""


def test_months_after_the_next_limits_are_not_those_of_these() -> None:
    values = [*BEFORE, *RAISED, 14, *[v + 10 for v in RAISED], 25]
    assert why_not_rebase(values, 8, rebase_at=(16,)) == ""
    assert why_not_rebase(values, 8, rebase_at=(15,)) == "too few points after"
    assert why_not_rebase(values, 8, rebase_at=(8, 12, 30)) == "too few points after"
