"""Small counts of people, and those that would give them away."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.disclosure import Hidden, NotShown, Suppressed, hide_row, hide_small


@pytest.mark.parametrize(
    ("n", "shown"), [(0, 0), (5, 5), (40, 40), (1, Hidden(5)), (4.9, Hidden(5)), (None, None)]
)
def test_one_to_four_people_are_hidden_and_nobody_is_not(n: float | None, shown: object) -> None:
    assert hide_small(n) == shown


def test_what_is_not_known_is_not_hidden() -> None:
    assert hide_small(math.nan) is None


def test_a_force_may_set_the_threshold_within_reason() -> None:
    assert hide_small(7, 10) == Hidden(10)
    assert str(hide_small(7, 10)) == "fewer than 10"
    for threshold in (2, 11):
        with pytest.raises(ValueError, match="outside 3 to 10"):
            hide_small(7, threshold)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([20, 9, 30], [20, 9, 30]),
        ([20, 2, 9], [20, Hidden(), Suppressed()]),
        ([20, 2, 4], [20, Hidden(), Hidden()]),
        ([20, 4, 4], [Suppressed(), Hidden(), Hidden()]),
        ([20, 1, 1], [Suppressed(), Hidden(), Hidden()]),
        ([20, 0, 3], [Suppressed(), 0, Hidden()]),
        ([0, 0, 3], [Suppressed(), Suppressed(), Hidden()]),
        ([3], [Hidden()]),
        ([None, 3, 9], [None, Hidden(), Suppressed()]),
    ],
)
def test_a_hidden_count_cannot_be_worked_out_from_its_row(
    counts: list[float | None], shown: list[object]
) -> None:
    assert hide_row(counts) == shown


@given(st.lists(st.integers(0, 60), max_size=8), st.integers(3, 10))
def test_no_small_count_is_shown_and_none_is_hidden_alone(counts: list[int], threshold: int) -> None:
    shown = hide_row(counts, threshold)
    hidden = [count for count, said in zip(counts, shown, strict=True) if isinstance(said, NotShown)]
    assert not any(0 < n < threshold for n in shown if not isinstance(n, NotShown))
    if any(0 < count < threshold for count in counts) and len(counts) > 1:
        assert len(hidden) > 1
        assert sum(hidden) >= threshold or len(hidden) == len(counts)
    else:
        assert len(hidden) <= 1
