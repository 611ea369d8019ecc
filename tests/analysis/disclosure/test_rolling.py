"""Sums over twelve months one after the other: the shortest paths know what the integer programme knows."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.disclosure import Figure, Hidden, RollingSums, check_against_earlier
from analysis.disclosure.rolling import gives_away, nothing_known, with_sum

REACH = 4


def window(at, people):
    covers = frozenset(f"month {n:03d}" for n in range(at, at + REACH))
    return Figure(covers, Hidden() if 0 < people < 5 else people)


def sums_of(months):
    return [sum(months[n : n + REACH]) for n in range(len(months) - REACH + 1)]


def shown(months):
    """The sums that are shown of these months, the oldest first."""
    sums = sums_of(months)
    seen = RollingSums(len(sums), reach=REACH)
    for at, people in enumerate(sums):
        if not seen.tells("a", at, people):
            seen.see("a", at, people)
            yield window(at, people)


def test_nobody_in_a_year_then_six_then_eight_is_two_in_the_last_month():
    seen = RollingSums(3)
    seen.see("DA1", 0, 0)
    assert not seen.tells("DA1", 1, 6)
    seen.see("DA1", 1, 6)
    assert seen.tells("DA1", 2, 8) and not seen.tells("DA1", 2, 11)
    assert not seen.tells("another", 2, 8)


def test_months_in_a_row_are_small_together():
    known = with_sum(with_sum(nothing_known(6), 0, 6, 20, 20), 2, 6, 17, 17)
    assert known[0, 2] == 3 and -known[2, 0] == 3
    assert gives_away(known)
    assert not gives_away(with_sum(nothing_known(6), 0, 6, 1, 4))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([0, 0, 0, 1, 2, 3, 5, 8]), min_size=REACH, max_size=9))
@example([0, 0, 0, 0, 6, 2])
@example([3, 0, 4, 0, 0, 0, 0, 0])
def test_the_integer_programme_learns_nothing_small_from_what_is_shown(months):
    assert not check_against_earlier(list(shown(months)), []).disclosed


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([0, 0, 1, 2, 6]), min_size=REACH, max_size=8))
@example([0, 0, 0, 0, 6, 2])
def test_what_the_integer_programme_learns_of_all_sums_is_found_here_too(months):
    sums = sums_of(months)
    seen = RollingSums(len(sums), reach=REACH)
    told = False
    for at, people in enumerate(sums):
        told = told or seen.tells("a", at, people)
        seen.see("a", at, people)
    pack = [window(at, people) for at, people in enumerate(sums)]
    assert told or not check_against_earlier(pack, []).disclosed
