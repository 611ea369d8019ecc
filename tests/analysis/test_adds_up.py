"""Parts that are printed add up to the total that is printed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.adds_up import rounded_to
from tests.depth import examples

CHANGES = st.lists(st.floats(-50, 50), min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("total", "parts", "printed"),
    [
        (1.0, (0.34, 0.33, 0.33), (0.4, 0.3, 0.3)),
        (0.0, (0.26, -0.26), (0.3, -0.3)),
        (-0.1, (-0.04, -0.04, -0.04), (0.0, 0.0, -0.1)),
        (2.5, (2.5,), (2.5,)),
        (0.0, (), ()),
    ],
)
def test_the_largest_remainders_take_what_is_missing(total, parts, printed):
    assert sorted(rounded_to(total, parts)) == pytest.approx(sorted(printed))


@examples(200)
@given(CHANGES, st.integers(0, 2))
def test_they_add_up_and_none_moves_by_more_than_one_in_its_last_place(parts, decimals):
    total = math.fsum(parts)
    printed = rounded_to(total, parts, decimals)
    assert math.fsum(printed) == pytest.approx(round(total * 10**decimals) / 10**decimals, abs=1e-9)
    for before, after in zip(parts, printed, strict=True):
        assert abs(after - before) <= 10**-decimals + 1e-9
