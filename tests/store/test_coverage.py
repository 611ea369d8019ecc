"""Which load speaks for what, as a drawn table."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.coverage import Claim, Scope, active


def claim(seq: int, unit: str, month="2026-09-30", dataset="caseload", force="NORTHSHIRE") -> Claim:
    return Claim(Scope(force, dataset, month, unit), seq, f"L{seq}")


def held(*claims: Claim) -> set[tuple[str, int]]:
    return {(c.scope.unit, c.seq) for c in active(claims)}


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        # first return of two units, then a correction of one: the other keeps its earlier load
        ([(1, "DA1"), (1, "CA1"), (2, "DA1")], {("DA1", 2), ("CA1", 1)}),
        # the correction undone (its claims are not there): the first holds again
        ([(1, "DA1"), (1, "CA1")], {("DA1", 1), ("CA1", 1)}),
        # a record for the whole force takes the place of those of units
        ([(1, "DA1"), (2, "*")], {("*", 2)}),
        # a later record of one unit stands beside that of the whole force
        ([(1, "*"), (2, "DA1")], {("*", 1), ("DA1", 2)}),
        ([(1, "*"), (2, "DA1"), (3, "*")], {("*", 3)}),
    ],
)
def test_the_later_load_holds_for_what_it_names(claims, expected):
    assert held(*(claim(*each) for each in claims)) == expected


def test_other_months_sheets_and_forces_are_left_alone():
    others = [
        claim(1, "DA1", month="2026-08-31"),
        claim(1, "DA1", dataset="people"),
        claim(1, "DA1", force="SOUTHSHIRE"),
    ]
    assert set(others) <= active([*others, claim(2, "DA1")])


UNITS = st.sampled_from(["DA1", "CA1", "*"])


@given(st.lists(st.frozensets(UNITS, min_size=1), max_size=6), st.randoms(use_true_random=False))
def test_a_second_reckoning_gives_the_same_whatever_the_order_of_reading(loads, random):
    claims = [claim(seq, unit) for seq, units in enumerate(loads) for unit in units]
    random.shuffle(claims)
    state: dict[str, int] = {}
    for seq, units in enumerate(loads):
        if "*" in units:
            state.clear()
        state.update(dict.fromkeys(units, seq))
    assert {c.scope.unit: c.seq for c in active(claims)} == state
    assert len(list(itertools.groupby(sorted(c.scope for c in active(claims))))) == len(state)
