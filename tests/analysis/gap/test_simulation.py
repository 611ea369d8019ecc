"""The draws: moments against exact ones, identities in every draw, and what they must not depend on."""

import math
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.gap import gap_of as reckon
from analysis.gap import middle_of
from analysis.gap.result import gaps_of
from analysis.gap.simulate import CASES, HOURS, _at, drawn_of, middles_of, pert, required_of
from tests.analysis.gap.drawn import assumed, certain, inputs, work_of

MANY = 30_000
gap_of = cache(reckon)


def test_cases_have_the_mean_and_variance_of_a_negative_binomial() -> None:
    """Mean m = 240 of a year at a CV of 0.2: variance m + (0.2 m)² = 2,544; skewness by the same law."""
    one = inputs(work=(work_of("rape", 20.0, 0.2, 1, 1, 1),), draws=MANY)
    cases = drawn_of(one)[CASES, "rape"]
    mean, variance = 240.0, 240.0 + 48.0**2
    assert cases.mean() == pytest.approx(mean, abs=5 * math.sqrt(variance / MANY))
    assert cases.var() == pytest.approx(variance, rel=0.04)
    p, r = mean / variance, 1 / 0.2**2
    skew = float(np.mean((cases - mean) ** 3)) / variance**1.5
    assert skew == pytest.approx((2 - p) / math.sqrt(r * (1 - p)), abs=0.08)
    assert np.all(cases == np.floor(cases))


def test_without_a_spread_of_the_rate_cases_are_poisson() -> None:
    cases = drawn_of(inputs(work=(work_of("rape", 2.0, 0.0, 1, 1, 1),), draws=MANY))[CASES, "rape"]
    assert cases.mean() == pytest.approx(24.0, abs=0.15) and cases.var() == pytest.approx(24.0, rel=0.04)


@pytest.mark.parametrize(("low", "mode", "high"), [(60.0, 90.0, 140.0), (0.0, 0.0, 9.0), (3.0, 8.0, 8.0)])
def test_hours_have_the_moments_of_pert(low: float, mode: float, high: float) -> None:
    """Mean (low + 4 mode + high) / 6; variance (mean − low)(high − mean) / 7."""
    even = (np.arange(MANY) + 0.5) / MANY
    drawn = pert(even, low, mode, high)
    mean = (low + 4 * mode + high) / 6
    assert drawn.mean() == pytest.approx(mean, rel=1e-4)
    assert drawn.var() == pytest.approx((mean - low) * (high - mean) / 7, rel=2e-3)
    assert low <= drawn.min() and drawn.max() <= high


def test_quantiles_drawn_between_a_grid_are_those_of_the_law_to_one_in_ten_thousand() -> None:
    from scipy.special import ndtr

    scores = np.linspace(-4, 4, 1_003)
    exact = pert(ndtr(scores), 60.0, 90.0, 140.0)
    np.testing.assert_allclose(_at(scores, lambda u: pert(u, 60.0, 90.0, 140.0)), exact, rtol=1e-4)


def test_a_time_study_gives_normal_hours_that_are_never_below_nothing() -> None:
    study = replace(work_of("rape", 20.0, 0.1, 60, 90, 140), standard_error=6.0)
    drawn = drawn_of(inputs(work=(study,), draws=MANY))[HOURS, "rape"]
    assert drawn.mean() == pytest.approx(90.0, abs=0.2) and drawn.std() == pytest.approx(6.0, rel=0.03)
    wide = drawn_of(inputs(work=(replace(study, standard_error=200.0),)))[HOURS, "rape"]
    assert wide.min() == 0.0


@pytest.mark.parametrize("rho", [0.0, 0.5, 1.0])
def test_numbers_of_one_source_err_together_as_far_as_rho_says(rho: float) -> None:
    """The rank correlation of a Gaussian copula is 6/π · asin(ρ/2) (Pearson 1907)."""
    ranks = [each.argsort().argsort() for each in _hours(inputs(rho=rho, draws=10_000))]
    found = np.corrcoef(ranks[0], ranks[1])[0, 1]
    assert found == pytest.approx(6 / math.pi * math.asin(rho / 2), abs=0.03)


def test_numbers_of_different_sources_do_not() -> None:
    work = [work_of(*line) for line in (("a", 9.0, 0.1, 5, 9, 20), ("b", 9.0, 0.1, 5, 9, 20))]
    apart = replace(work[1], hours=replace(work[1].hours, source="another workshop"))
    first, second = _hours(inputs(work=(work[0], apart), rho=1.0, draws=10_000))
    assert abs(np.corrcoef(first, second)[0, 1]) < 0.03


def _hours(given):
    return [values for (kind, _), values in drawn_of(given).items() if kind == HOURS][:2]


def test_a_shared_error_widens_the_range_and_stacked_ends_are_wider_still() -> None:
    apart, together = (gap_of(inputs(rho=rho)).required for rho in (0.0, 1.0))
    assert apart is not None and together is not None
    assert together.p90 - together.p10 > 1.15 * (apart.p90 - apart.p10)
    ends = middles_of(inputs())
    low = {**ends, **{(HOURS, each.name): each.hours.low for each in inputs().work}}
    high = {**ends, **{(HOURS, each.name): each.hours.high for each in inputs().work}}
    assert required_of(high) - required_of(low) > together.p90 - together.p10


def test_where_nothing_is_unsure_the_middle_case_is_all_there_is() -> None:
    """Chance in the counts is left: with it fixed too, every draw is the middle case to the last digit."""
    sure, middle = certain(), middle_of(certain())
    drawn = drawn_of(sure)
    fixed = {key: value for key, value in middles_of(sure).items() if key[0] == CASES}
    assert middle is not None
    np.testing.assert_allclose(required_of({**drawn, **fixed}), middle.required, rtol=1e-14)


def test_the_gaps_add_up_in_every_draw() -> None:
    gaps = gaps_of(inputs(), required_of(drawn_of(inputs())))
    assert gaps.vacancy is not None and gaps.availability is not None
    together = gaps.vacancy + gaps.availability + gaps.demand
    np.testing.assert_allclose(together, gaps.operating, rtol=0, atol=1e-9)
    assert len(together) == inputs().draws


def test_the_same_seed_gives_the_same_figures_and_another_seed_others() -> None:
    assert reckon(inputs()) == gap_of(inputs())
    assert gap_of(inputs(seed=1)).required != gap_of(inputs()).required
    assert gap_of(inputs(seed=1)).input_hash != gap_of(inputs()).input_hash


def test_the_order_of_work_changes_nothing() -> None:
    turned = gap_of(inputs(work=inputs().work[::-1]))
    assert (turned.required, turned.chance) == (gap_of(inputs()).required, gap_of(inputs()).chance)
    assert (turned.influences, turned.input_hash) == (
        gap_of(inputs()).influences,
        gap_of(inputs()).input_hash,
    )


def test_twice_the_hours_of_a_year_halve_the_people_needed() -> None:
    once, twice = gap_of(inputs()).required, gap_of(inputs(available=_twice(inputs().available))).required
    assert once is not None and twice is not None
    assert (twice.p10, twice.p50, twice.p90) == pytest.approx((once.p10 / 2, once.p50 / 2, once.p90 / 2))


def test_twice_the_hours_of_every_case_double_them() -> None:
    work = tuple(replace(each, hours=_twice(each.hours)) for each in inputs().work)
    once, twice = gap_of(inputs()).required, gap_of(inputs(work=work)).required
    assert once is not None and twice is not None
    assert (twice.p10, twice.p50, twice.p90) == pytest.approx((once.p10 * 2, once.p50 * 2, once.p90 * 2))


def _twice(one):
    return replace(one, low=one.low * 2, value=one.value * 2, high=one.high * 2)


def test_more_work_of_another_kind_moves_no_draw_of_the_rest() -> None:
    more = inputs(work=(*inputs().work, work_of("child abuse", 30.0, 0.1, 25, 40, 65)))
    one, other = drawn_of(inputs()), drawn_of(more)
    assert all(np.array_equal(one[key], other[key]) for key in one)


@given(st.floats(0.0, 200.0), st.floats(0.0, 1.0))
def test_chances_are_shares_and_fall_as_there_are_more_people(people: float, rho: float) -> None:
    few = gap_of(inputs(rho=rho, draws=300, staff=replace(inputs().staff, funded=people))).chance.over_funded
    more = gap_of(inputs(rho=rho, draws=300, staff=replace(inputs().staff, funded=people + 5)))
    assert few is not None and more.chance.over_funded is not None
    assert 0 <= more.chance.over_funded <= few <= 1


def test_a_range_that_holds_zero_says_so() -> None:
    found = gap_of(inputs()).required
    assert found is not None
    enough = gap_of(inputs(staff=replace(inputs().staff, deployable=found.p50))).operating_gap
    short = gap_of(inputs()).operating_gap
    assert enough is not None and enough.spans_zero and short is not None
    assert short.spans_zero is (short.p10 <= 0 <= short.p90)


def test_what_has_no_spread_takes_none_away_and_all_of_it_together_takes_all() -> None:
    only = (work_of("rape", 20.0, 0.0, 90, 90, 90), work_of("fraud", 1.0, 0.0, 5, 10, 90))
    found = {(e.kind, e.name): e.share for e in gap_of(inputs(work=only)).influences}
    assert found[HOURS, "rape"] == 0.0 and found[CASES, "rape"] > found[CASES, "fraud"] > 0
    alone = inputs(work=(work_of("rape", 20.0, 0.0, 60, 90, 140),), available=assumed("y", 1400, 1400, 1400))
    kinds = {each.kind: each.share for each in gap_of(replace(alone, allowances=(), draws=MANY)).kinds}
    mean, spread = 280 / 3, (280 / 3 - 60) * (140 - 280 / 3) / 7  # of PERT
    whole = (240**2 + 240) * spread + 240 * mean**2  # of a Poisson count times hours
    assert kinds[HOURS] == pytest.approx(1 - 240 * 90**2 / whole, abs=0.01)
    assert kinds[CASES] == pytest.approx(1 - 240**2 * spread / whole, abs=0.01)
