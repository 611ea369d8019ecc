"""Time in a unit, where people go, and the log-rank test: their guards, and what must always hold."""

import random
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.incidence import Incidence, cumulative_incidence
from analysis.log_rank import LogRank, Watch, log_rank
from analysis.risk_sets import numbers_at_risk
from analysis.survival import SurvivalCurve, kaplan_meier

CAUSES = ["", "", "moved_unit", "left_force", "left_public_protection"]
# Months served when first seen, months watched, and how it ended.
SPELLS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 24), st.sampled_from(CAUSES)), max_size=60)
Spells = list[tuple[int, int, str]]


def parts(spells: Spells) -> tuple[list[float], list[str], list[float]]:
    return [e + w for e, w, _ in spells], [c for *_, c in spells], [e for e, *_ in spells]


def curve_of(spells: Spells, fewest: int = 5) -> SurvivalCurve:
    time, cause, entry = parts(spells)
    return kaplan_meier(time, [bool(c) for c in cause], entry, fewest=fewest)


def where_of(spells: Spells, fewest: int = 5) -> Incidence:
    time, cause, entry = parts(spells)
    return cumulative_incidence(time, cause, entry, fewest)


def test_ten_people_five_gone_one_by_one() -> None:
    found = kaplan_meier(range(1, 11), [True] * 5 + [False] * 5)
    assert found.times == (1, 2, 3, 4, 5, 6)
    assert found.at_risk == (10, 9, 8, 7, 6, 5)
    assert found.survival == pytest.approx([0.9, 0.8, 0.7, 0.6, 0.5, 0.5])
    assert (found.median, found.median_why) == (5, "")


def test_where_more_than_half_stay_the_median_is_not_reached() -> None:
    found = kaplan_meier(range(1, 21), [True] * 5 + [False] * 15)
    assert (found.median, found.median_upper, found.median_why) == (None, None, "not_reached")


def test_nobody_left_gives_a_flat_curve_without_limits() -> None:
    found = kaplan_meier([6] * 8, [False] * 8)
    assert (found.survival, found.lower, found.upper) == ((1,), (None,), (None,))
    assert (found.median, found.why_not) == (None, "")
    assert cumulative_incidence([6] * 8, [""] * 8).gone == ()


def test_everybody_leaving_at_once_ends_the_curve_without_limits() -> None:
    found = kaplan_meier([6] * 8, [True] * 8)
    assert (found.survival, found.lower, found.median) == ((0,), (None,), 6)


@pytest.mark.parametrize(("people", "why_not"), [(0, "nobody"), (4, "too_few_at_risk"), (5, "")])
def test_fewer_than_five_at_risk_are_no_curve(people: int, why_not: str) -> None:
    found = kaplan_meier([9] * people, [True] * people)
    assert (found.why_not, found.watched) == (why_not, people)
    assert cumulative_incidence([9] * people, ["left_force"] * people).why_not == why_not


def test_for_publication_ten_are_asked_for() -> None:
    assert kaplan_meier(range(1, 13), [True] * 12, fewest=10).at_risk == (12, 11, 10)


def test_one_early_exit_of_one_person_does_not_bring_the_curve_down() -> None:
    """Two are watched from the start, one of whom leaves in month 2; twenty more from month 12."""
    spells = [(0, 2, "moved_unit"), (0, 30, "")] + [(12, months, "moved_unit") for months in range(1, 21)]
    found = curve_of(spells)
    assert found.starts_at == 12
    assert found.times[0] == 13
    assert found.survival[0] == pytest.approx(20 / 21)
    assert curve_of(spells, fewest=1).survival[0] == 0.5


def test_a_curve_of_people_all_met_late_is_about_those_who_had_stayed() -> None:
    assert curve_of([(24, 3 + i, "left_force") for i in range(8)]).starts_at == 24
    assert curve_of([(i, 20, "left_force") for i in range(8)]).starts_at == 4
    assert curve_of([(0, 3 + i, "left_force") for i in range(8)]).starts_at == 0


def test_where_one_lot_goes_before_the_next_is_met_only_the_longer_stretch_is_shown() -> None:
    """Six leave in the first month; twelve others are met after twenty; nought would not fit them."""
    early: Spells = [(0, 1, "left_force")] * 6
    late = [(20, 1 + i, "") for i in range(12)]
    found = curve_of(early + late)
    assert (found.times[0], found.times[-1]) == (21, 28)


def test_a_start_that_is_not_known_is_left_out() -> None:
    nan = float("nan")
    time, exited, entry = [5.0] * 6 + [nan], [True] * 7, [0.0] * 6 + [nan]
    assert kaplan_meier(time, exited, entry) == kaplan_meier([5.0] * 6, [True] * 6, [0.0] * 6)


def test_one_less_a_curve_for_each_exit_would_overstate_them() -> None:
    time, cause = [*range(1, 21)], ["left_force", "moved_unit"] * 10
    both = cumulative_incidence(time, cause, fewest=1)
    alone = [
        1 - kaplan_meier(time, [c == name for c in cause], fewest=1).survival[-2] for name, _ in both.gone
    ]
    assert sum(alone) > 1 >= sum(share[-2] for _, share in both.gone)


@given(SPELLS, st.integers(1, 6))
def test_a_curve_lies_between_nought_and_one_and_never_rises(spells: Spells, fewest: int) -> None:
    found = curve_of(spells, fewest)
    assert all(
        0 <= later <= earlier <= 1
        for earlier, later in zip((1, *found.survival), found.survival, strict=False)
    )
    assert all(n >= fewest for n in found.at_risk)
    for share, low, high in zip(found.survival, found.lower, found.upper, strict=True):
        assert (low is None) == (high is None) == (not 0 < share < 1)
        assert low is None or high is None or 0 <= low <= share <= high <= 1


@given(SPELLS, st.integers(1, 6))
def test_those_gone_and_those_still_there_make_one(spells: Spells, fewest: int) -> None:
    found = where_of(spells, fewest)
    for i, there in enumerate(found.still_there):
        assert there + sum(shares[i] for _, shares in found.gone) == pytest.approx(1, abs=1e-12)
    assert found.still_there == curve_of(spells, fewest).survival


@given(SPELLS, st.randoms(use_true_random=False))
def test_the_order_of_the_people_changes_nothing(spells: Spells, chance: random.Random) -> None:
    mixed = spells.copy()
    chance.shuffle(mixed)
    assert curve_of(mixed) == curve_of(spells)
    assert where_of(mixed) == where_of(spells)


@given(SPELLS)
def test_shares_gone_by_a_second_reckoning_month_by_month(spells: Spells) -> None:
    """In whole fractions, walking through the months, with nobody at risk before they were first seen."""
    there, gone = Fraction(1), dict.fromkeys(CAUSES[2:], Fraction(0))
    reckoned = {}
    for month in range(1, 55):
        at_risk = [s for s in spells if s[0] < month <= s[0] + s[1]]
        left = [c for e, w, c in at_risk if c and e + w == month]
        for cause in left:
            gone[cause] += there / len(at_risk)
        there *= 1 - Fraction(len(left), len(at_risk) or 1)
        reckoned[month] = (there, dict(gone))
    found = where_of(spells, 0)
    for i, month in enumerate(found.times):
        there, by_cause = reckoned[int(month)]
        assert found.still_there[i] == pytest.approx(float(there), abs=1e-12)
        for cause, shares in found.gone:
            assert shares[i] == pytest.approx(float(by_cause[cause]), abs=1e-12)


def group(people: int, exits: int, entry: bool = False) -> Watch:
    time = np.arange(1.0, people + 1) + (5 if entry else 0)
    return Watch(time, np.arange(people) < exits, np.zeros(people) if entry else None)


@pytest.mark.parametrize(("exits", "why_not"), [(9, "fewer_than_10_exits"), (10, "")])
def test_a_log_rank_test_needs_ten_exits_in_each(exits: int, why_not: str) -> None:
    found = log_rank({"a": group(30, 20), "b": group(30, exits)})
    assert found.why_not == why_not
    assert (found.p_value is None) is bool(why_not)


def test_one_group_is_compared_with_nothing() -> None:
    assert log_rank({"a": group(30, 20)}) == LogRank(("a",), why_not="one_group")
    assert log_rank({}).why_not == "one_group"


def test_groups_alike_do_not_differ() -> None:
    found = log_rank({name: group(30, 20, entry=True) for name in "cab"})
    assert found.groups == ("a", "b", "c")
    assert found.chi_squared == pytest.approx(0, abs=1e-9)
    assert found.p_value == pytest.approx(1)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(1, 30)), min_size=24, max_size=50),
    st.randoms(use_true_random=False),
)
def test_expected_exits_add_up_and_shuffling_changes_nothing(
    spells: list[tuple[int, int]], chance: random.Random
) -> None:
    def test_of(watched: list[tuple[int, int]], names: list[str]) -> LogRank:
        groups = {}
        for name in sorted(set(names)):
            own = [each for each, of in zip(watched, names, strict=True) if of == name]
            entry = np.array([float(e) for e, _ in own])
            groups[name] = Watch(entry + [w for _, w in own], np.ones(len(own)), entry)
        return log_rank(groups)

    names = ["a", "b"] * (len(spells) // 2) + ["a"] * (len(spells) % 2)
    found = test_of(spells, names)
    assert sum(found.expected) == pytest.approx(len(spells))
    order = chance.sample(range(len(spells)), len(spells))
    mixed = test_of([spells[i] for i in order], [names[i] for i in order])
    assert (mixed.observed, mixed.expected) == (found.observed, pytest.approx(found.expected))
    assert mixed.chi_squared == pytest.approx(found.chi_squared)


def test_people_not_yet_watched_are_not_at_risk() -> None:
    """By hand: of two groups, the second comes under watch only after the first has lost half its people."""
    first = Watch(np.arange(1.0, 21), np.ones(20), np.zeros(20))
    second = Watch(np.arange(11.0, 31), np.ones(20), np.full(20, 10.0))
    found = log_rank({"first": first, "second": second})
    by_hand = 10 + sum(Fraction(2 * (20 - t + 1), (20 - t + 1) + (30 - t + 1)) for t in range(11, 21))
    assert found.expected[0] == pytest.approx(float(by_hand))


def test_the_numbers_at_risk_under_a_curve_are_those_of_statistical_programs():
    time, entry = [3, 5, 5, 8, 12], [0, 0, 2, 4, 12]
    assert numbers_at_risk(time, None, (0, 3, 5, 12, 13)) == (5, 5, 4, 1, 0)
    assert numbers_at_risk(time, entry, (0, 3, 5, 8)) == (2, 3, 3, 1)
