"""Figures worked out from counts of people: hidden wherever a count that they rest on is."""

from typing import Literal

from analysis.disclosure.small_counts import FEWEST_PEOPLE_SHOWN, Hidden, NotShown, hide_small

NoDenominator = Literal["no_denominator"]
NO_DENOMINATOR: NoDenominator = "no_denominator"


def ratio_shown(
    numerator: float | NotShown | None, denominator: float | NotShown | None
) -> float | NotShown | NoDenominator | None:
    """The ratio of two published figures, or the mark of the one that is hidden.

    A rate beside its denominator gives the numerator away, and a rate beside its numerator the denominator,
    so one hidden part hides the rate; it takes the mark of the numerator if both are. None where a part is
    not known, "no_denominator" where the denominator is 0. What is hidden wins over what is not known.
    """
    for part in (numerator, denominator):
        if isinstance(part, NotShown):
            return part
    if numerator is None or denominator is None or isinstance(numerator, NotShown | str):
        return None
    if isinstance(denominator, NotShown):
        return denominator
    return numerator / denominator if denominator else NO_DENOMINATOR


def median_shown(
    value: float | None, people: int | None, threshold: int = FEWEST_PEOPLE_SHOWN
) -> float | Hidden | None:
    """A median, a mean or a step of a curve over `people`: hidden where they are fewer than `threshold`.

    The median of one is that person's value, and of three it is one of theirs. None where the value or the
    number of people is not known, or nobody is there. Raises ValueError for a threshold outside 3 to 10.
    """
    counted = hide_small(people, threshold)
    if isinstance(counted, Hidden):
        return counted
    return value if counted else None
