"""Which sums of the same people are hidden so that no small one follows from the others."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.disclosure.linear import Sum, follow, hide_sums, rows_of


def sums(**people):
    return {frozenset(name.split("_and_")): Sum(n) for name, n in people.items()}


def test_a_small_part_is_hidden_and_then_its_whole_or_the_rest_whichever_is_kept_least():
    drawn = {
        frozenset({"a", "b"}): Sum(26.6, keep=2),
        frozenset({"a"}): Sum(25.1, keep=3),
        frozenset({"b"}): Sum(1.5, keep=9),
    }
    assert hide_sums(drawn, [frozenset({"b"})]) == {frozenset({"b"}), frozenset({"a", "b"})}


def test_of_sums_kept_alike_the_one_of_fewer_people_is_hidden():
    found = hide_sums(sums(a_and_b_and_c=50, a=30, b=16, c=4), [frozenset("c")])
    assert found == {frozenset("c"), frozenset("b")}


def test_a_sum_that_was_hidden_on_the_way_and_is_not_needed_is_shown():
    drawn = sums(a_and_b=22, b_and_c=25, a=20, c=23, a_and_b_and_c=45, b=2)
    hidden = hide_sums(drawn, [frozenset("b")])
    shown = [one for one in drawn if one not in hidden]
    for again in hidden - {frozenset("b")}:
        rows = rows_of([frozenset("b"), again, *shown])
        assert follow(rows[:1], rows[1:]).all(), f"{set(again)} is hidden for nothing"


@given(st.lists(st.integers(1, 20), min_size=4, max_size=6), st.data())
@settings(deadline=None, max_examples=60)
def test_no_small_sum_is_a_combination_of_those_that_are_shown(people, data):
    cells = range(len(people))
    every = [frozenset(c) for n in range(1, len(people) + 1) for c in combinations(cells, n)]
    seen = data.draw(st.lists(st.sampled_from(every), min_size=2, max_size=14, unique=True))
    drawn = {one: Sum(sum(people[n] for n in one), keep=len(one)) for one in seen}
    small = [one for one in seen if drawn[one].people < 5]
    shown = [one for one in seen if one not in hide_sums(drawn, small)]
    for target in small:
        rows = np.array([[float(n in one) for n in cells] for one in shown])
        sought = np.array([float(n in target) for n in cells])
        rank = np.linalg.matrix_rank(rows) if len(rows) else 0
        assert np.linalg.matrix_rank(np.vstack([rows, sought]) if len(rows) else sought[None]) > rank
