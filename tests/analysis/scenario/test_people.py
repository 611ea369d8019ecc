"""People of a scenario beside exact distributions of our own (convolution), and at the limits."""

import numpy as np
import pytest
from scipy.stats import binom

from analysis.scenario import Inputs, Intake, simulate
from analysis.scenario.simulate import paths
from tests.analysis.scenario.given import (
    ALL,
    COURSE,
    INTAKES,
    NOW,
    PIPELINE,
    THROUGH,
    answer,
    inputs,
    people,
)

RUNS = 4000


def ends(found: Inputs) -> np.ndarray:
    return paths(found, seed=3, runs=RUNS).deployable[-1]


def exact(*groups: tuple[int, float]) -> np.ndarray:
    """The distribution of a sum of independent binomials (people, probability)."""
    law = np.ones(1)
    for size, share in groups:
        law = np.convolve(law, binom.pmf(np.arange(size + 1), size, share))
    return law


@pytest.mark.parametrize(
    ("start", "leave", "length", "through", "lost", "taken"),
    [
        (12, 0.03, 3, 0.7, 0.05, ((1, 6), (5, 4))),
        (1, 0.1, 0, 1.0, 0.0, ((12, 2),)),
        (0, 0.02, 6, 0.9, 0.0, ((6, 10), (7, 10))),
    ],
)
def test_intakes_come_through_training_as_the_exact_law_says(start, leave, length, through, lost, taken):
    numbers = people(start, leave, **{**THROUGH, "train_months": length, "train_pass": through,
                                      "training_leave": lost})  # fmt: skip
    found = ends(inputs(numbers, tuple(Intake(*each) for each in taken), 12, certain=True))
    groups = [(start, (1 - leave) ** 12)]
    for month, number in taken:
        left = 12 - month - length
        share = through * (1 - lost) ** length * (1 - leave) ** left if left >= 0 else 0.0
        groups.append((number, share))
    law = exact(*groups)
    counts = np.bincount(found.astype(int), minlength=len(law)) / RUNS
    assert len(counts) == len(law)
    assert np.abs(np.cumsum(counts) - np.cumsum(law)).max() < 1.95 / RUNS**0.5


def test_an_uncertain_rate_has_the_mean_and_the_width_of_its_gamma():
    numbers = people(50, 0.0) | {"leavers": 3.0, "leaver_months": 600.0}
    sure = {**numbers, "leavers": 3.5}
    wide, narrow = ends(inputs(numbers, months=24)), ends(inputs(sure, months=24, certain=True))
    shape, scale = 3.5, 1 / 600
    middle = 50 * np.mean((1 - np.random.default_rng(1).gamma(shape, scale, 200_000)) ** 24)
    assert wide.mean() == pytest.approx(middle, abs=4 * float(wide.std()) / RUNS**0.5)
    assert wide.std() > 1.3 * narrow.std()


def test_with_nobody_leaving_coming_or_away_everybody_stays():
    found = simulate(inputs(people(23.4, 0.0), certain=True), seed=1, runs=200)
    assert set(found.nothing.deployable.low + found.nothing.deployable.high) == {np.float32(23.4)}


def test_without_people_there_is_nobody_and_no_workload_is_given_a_number():
    nobody = inputs(people(0, 0.1, open_cases=9, new_cases=12, growth=0, case_hours=5, fte_hours=900, line=1))
    found = simulate(nobody, seed=1, runs=200).nothing
    assert set(found.deployable.high) == {0.0}
    assert found.workload is not None and set(found.workload.middle) == {float("inf")}
    assert found.reach is not None and found.reach.share == 0 and found.reach.middle == float("inf")
    assert found.open_cases is not None and found.open_cases.low[-1] > 9


def test_a_pipeline_without_months_or_loss_gives_people_in_the_month_they_are_asked_for():
    found = simulate(inputs(people(10, 0.0, **THROUGH), (Intake(2, 5),), 3, certain=True), seed=1, runs=50)
    assert found.changed.deployable.middle == (10, 10, 15, 15)
    assert found.nothing.deployable.middle == (10, 10, 10, 10)
    assert found.beside.months_more == (10, 10, 10)


def test_nobody_is_posted_where_no_funded_post_is_empty_and_they_wait_for_one():
    full = people(10, 0.0, **THROUGH) | {"funded": 12.0, "extra_posts": 2.0, "change_month": 3.0}
    found = simulate(inputs(full, (Intake(1, 5),), 4, certain=True), seed=1, runs=50)
    assert found.changed.deployable.middle == (10, 12, 12, 14, 14)


def test_training_seats_are_a_cap_and_who_waits_is_in_pay():
    few = people(10, 0.0, **THROUGH) | {"seats": 1.5}
    found = simulate(inputs(few, (Intake(1, 5),), 5, certain=True), seed=1, runs=50).changed
    assert found.deployable.middle == (10, 11, 13, 14, 15, 15)
    assert found.in_pay.middle == (10, 15, 15, 15, 15, 15)


def test_absence_takes_its_share_until_a_change_and_another_afterwards():
    away = people(20, 0.0) | {"deployable": 15.0, "absence_later": 0.1, "change_month": 2.0}
    found = simulate(inputs(away, months=3, certain=True), seed=1, runs=50)
    assert found.changed.deployable.middle == pytest.approx((15, 15, 18, 18))
    assert found.nothing.deployable.middle == pytest.approx((15, 15, 15, 15))


def test_accreditation_takes_seats_and_months_is_passed_by_a_share_and_runs_out():
    course = people(20, 0.0) | {
        "accredited": 10.0, "accredit_months": 2.0, "accredit_pass": 1.0, "course_share": 1.0,
        "course_seats": 3.0,
    }  # fmt: skip
    ready = simulate(inputs(course, months=6, certain=True), seed=1, runs=50).nothing.accredited
    assert ready is not None and ready.middle == (10, 10, 10, 13, 16, 19, 20)
    lapses = simulate(
        inputs(course | {"course_valid": 10.0, "course_seats": 0.0}, months=6, certain=True), 1, RUNS
    )
    assert lapses.nothing.accredited is not None
    assert lapses.nothing.accredited.middle[-1] == pytest.approx(10 * 0.9**6, abs=1)


def test_starters_as_now_fill_empty_posts_and_no_more():
    filling = people(10, 0.0) | {"funded": 14.0, "starters": 120.0}
    found = simulate(inputs(filling, months=6, certain=True), seed=1, runs=50).nothing
    assert found.deployable.high[-1] == 14.0 and found.deployable.middle[2] == 14.0


@pytest.mark.parametrize("part", [NOW, NOW | PIPELINE, NOW | PIPELINE | COURSE, ALL])
def test_no_run_has_fewer_than_nobody_or_more_than_come_and_the_accredited_are_among_the_deployable(part):
    found = paths(inputs(part, INTAKES if part != NOW else ()), seed=5, runs=500)
    for table in (found.deployable, found.in_pay, *([] if found.accredited is None else [found.accredited])):
        assert table.min() >= 0
    assert (found.in_pay >= found.deployable - 1e-3).all()
    if found.accredited is not None:
        assert (found.accredited <= found.deployable + 1e-3).all()


def test_the_same_seed_gives_the_same_and_another_seed_another():
    found = [simulate(inputs(ALL, INTAKES), seed=s, runs=300) for s in (7, 7, 8)]
    assert found[0] == found[1] and found[0].changed != found[2].changed


def test_doing_nothing_beside_itself_is_no_different_run_by_run():
    found = simulate(inputs(NOW), seed=7, runs=300)
    assert found.changed == found.nothing and found.beside.months_more == (0, 0, 0)


def test_a_range_of_an_assumption_widens_the_fan():
    known = inputs(ALL, INTAKES)
    ranged = tuple(answer("case_hours", 24, 12, 48) if a.id == "case_hours" else a for a in known.answers)
    wide = simulate(Inputs(ranged, INTAKES, known.months), seed=1, runs=1000).nothing.workload
    narrow = simulate(known, seed=1, runs=1000).nothing.workload
    assert wide is not None and narrow is not None
    assert wide.high[0] - wide.low[0] > 3 * (narrow.high[0] - narrow.low[0])
