"""What follows from sums that are shown: differences of any length, and nobody where a sum is nobody."""

import pytest

from analysis.disclosure.audit import follows

A, B, C, D = (frozenset({name}) for name in "abcd")

# Shown sums of the groups a to d with their people, what is sought, and whether it follows.
CASES = [
    ({A | B: 9.0, B: 6.0}, A, True),
    ({A | B: 9.0}, A, False),
    ({A | B: 9.0, B | C: 8.0, A | C: 7.0}, A, True),
    ({A | B: 9.0, B | C: 8.0}, A, False),
    ({A | B | C | D: 20.0, A | B: 9.0, C: 8.0}, D, True),
    ({A | B: 3.6, B: 0.0}, A, True),
    ({A | B: 0.0, A | C: 3.0}, C, True),
    ({B: 6.0}, A, False),
    ({}, A, False),
]


@pytest.mark.parametrize(("shown", "sought", "known"), CASES)
def test_a_sum_follows_where_the_shown_ones_come_to_it(shown, sought, known):
    assert follows(shown, [sought]) == ((sought,) if known else ())
