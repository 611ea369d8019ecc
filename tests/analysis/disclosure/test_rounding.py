"""Counts rounded to a base, shares of them, and what sums of rounded counts give away."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.disclosure import (
    Hidden,
    PublicationRefused,
    Rounded,
    RoundedTable,
    Table,
    round_count,
    round_table,
    rounded_share,
)


@pytest.mark.parametrize(
    ("people", "shown"), [(0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (12, 10), (13, 15), (100, 100)]
)
def test_a_count_goes_to_the_nearest_five(people: int, shown: int) -> None:
    assert round_count(people) == Rounded(shown)


def test_a_half_goes_up_and_what_is_not_known_stays_so() -> None:
    assert round_count(5, 10) == Rounded(10, 10)
    assert round_count(None) is None


@pytest.mark.parametrize(("people", "base"), [(-1, 5), (4, 1)])
def test_only_people_are_rounded_and_only_to_more_than_one(people: int, base: int) -> None:
    with pytest.raises(ValueError, match=r"a base of 1|counted from 0"):
        round_count(people, base)


@given(st.integers(0, 500), st.integers(2, 20))
def test_a_rounded_count_says_what_it_may_have_been(people: int, base: int) -> None:
    rounded = round_count(people, base)
    assert rounded is not None
    assert rounded.lowest <= people <= rounded.highest
    assert [round_count(n, base) for n in (rounded.lowest, rounded.highest)] == [rounded, rounded]
    assert round_count(rounded.highest + 1, base) != rounded


@pytest.mark.parametrize(
    ("above", "below", "share"),
    [
        (7, 23, 5 / 25),
        (8, 23, 10 / 25),
        (2, 10, 0.0),
        (1, 9, Hidden(10)),
        (0, 0, None),
        (None, 20, None),
        (3, None, None),
    ],
)
def test_a_share_is_that_of_the_rounded_counts(above: int | None, below: int | None, share: object) -> None:
    assert rounded_share(above, below) == share


def test_a_denominator_that_rounds_to_nothing_gives_no_share() -> None:
    assert rounded_share(4, 11, 30) is None


@given(st.integers(0, 200), st.integers(10, 200))
def test_a_share_of_a_part_is_never_above_one(part: int, rest: int) -> None:
    share = rounded_share(part, part + rest)
    assert isinstance(share, float)
    assert 0 <= share <= 1


def test_totals_are_rounded_by_themselves() -> None:
    found = round_table(Table(((7, 7, 7), (8, 8, 8))))
    assert isinstance(found, RoundedTable)
    assert [[n.people for n in row] for row in found.shown] == [
        [5, 5, 5, 20],
        [10, 10, 10, 25],
        [15, 15, 15, 45],
    ]


def test_small_counts_that_the_total_gives_away_are_refused() -> None:
    """Four shown as 0 are at most 2 each; a total shown as 10 is at least 8."""
    found = round_table(Table(((2, 2, 2, 2),)))
    assert found == PublicationRefused("can_be_worked_out", ((0, 0), (0, 1), (0, 2), (0, 3)))
    assert isinstance(round_table(Table(((2, 2, 1, 2),))), RoundedTable)


def test_a_table_with_a_count_not_known_is_not_rounded() -> None:
    assert round_table(Table(((7, None),))) == PublicationRefused("missing")


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=5))
def test_refused_is_exactly_where_one_small_value_fits(row: list[int]) -> None:
    found = round_table(Table((tuple(row),)))
    given_away = only_one_fits(row)
    if given_away:
        assert isinstance(found, PublicationRefused)
        assert {column for _, column in found.positions} == given_away
    else:
        assert isinstance(found, RoundedTable)


def only_one_fits(row: list[int]) -> set[int]:
    """Columns whose small count follows from the rounded row, by the ends of the sums of the rest."""
    if len(row) == 1:
        return set()
    cells = [round_count(n) for n in row]
    total = round_count(sum(row))
    assert total is not None
    spans = [(c.lowest, c.highest) for c in cells if c is not None]
    low, high = sum(s[0] for s in spans), sum(s[1] for s in spans)
    ends = [(max(a, total.lowest - (high - b)), min(b, total.highest - (low - a))) for a, b in spans]
    ends.append((max(low, total.lowest), min(high, total.highest)))
    return {i for i, (a, b) in enumerate(ends) if a == b and 0 < a < 5}


def test_a_zero_that_must_be_one_is_no_small_count() -> None:
    """Four shown as 5 are at least 3 each; a total shown as 10 is at most 12, so the last is nobody."""
    found = round_table(Table(((3, 3, 3, 3, 0),)))
    assert found == PublicationRefused("can_be_worked_out", ((0, 0), (0, 1), (0, 2), (0, 3)))
