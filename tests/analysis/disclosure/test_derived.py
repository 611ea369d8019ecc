"""Figures worked out from counts: hidden where a count that they rest on is."""

import pytest

from analysis.disclosure import Hidden, NotShown, Suppressed, median_shown, ratio_shown


@pytest.mark.parametrize(
    ("above", "below", "shown"),
    [
        (6, 24, 0.25),
        (Hidden(), 24, Hidden()),
        (6, Suppressed(), Suppressed()),
        (Hidden(7), Suppressed(), Hidden(7)),
        (Hidden(), None, Hidden()),
        (None, Suppressed(), Suppressed()),
        (None, 24, None),
        (6, None, None),
        (6, 0, "no_denominator"),
        (0, 24, 0),
    ],
)
def test_a_rate_is_hidden_with_either_of_its_parts(
    above: float | NotShown | None, below: float | NotShown | None, shown: object
) -> None:
    assert ratio_shown(above, below) == shown


@pytest.mark.parametrize(
    ("people", "shown"), [(5, 3.5), (4, Hidden()), (1, Hidden()), (0, None), (None, None)]
)
def test_a_median_of_few_people_is_hidden(people: int | None, shown: object) -> None:
    assert median_shown(3.5, people) == shown


def test_a_median_that_is_not_known_is_not_hidden() -> None:
    assert median_shown(None, 12) is None
