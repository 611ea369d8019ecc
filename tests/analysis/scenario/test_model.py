"""What a scenario refuses and what it still needs, in words; money and the line; the middle case."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from analysis.scenario import QUESTIONS, Inputs, Intake, do_nothing, faults, lacking, simulate
from analysis.scenario.middle import middle
from analysis.scenario.simulate import paths
from tests.analysis.scenario.given import (
    ALL,
    CHANGES,
    COURSE,
    INTAKES,
    MONEY,
    NOW,
    PIPELINE,
    THROUGH,
    WORK,
    answer,
    inputs,
    people,
)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("absence_later", 0.81, "Sickness and other absence must be between 0 and 80%."),
        ("absence_later", -0.01, "Sickness and other absence must be between 0 and 80%."),
        ("growth", -0.6, "Growth of new cases in a year must be between \N{MINUS SIGN}50 and 100%."),
        ("case_hours", 0.0, "Hours a case takes must be between 0.1 and 2,000 hours."),
        ("vet_months", 2.5, "Months to vet must be a whole number, between 0 and 24 months."),
        ("post_cost", 1e6, "Cost of a post must be between 0 and 250,000 pounds a year."),
    ],
)
def test_a_number_outside_its_range_is_refused_with_the_range(name, value, said):
    assert faults(inputs({name: value})) == ((name, said),)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_every_bound_is_taken_itself_and_nothing_beyond_it(question):
    at = {edge: inputs({question.id: edge}, months=36) for edge in (question.at_least, question.at_most)}
    assert not [f for edge, given in at.items() for f in faults(given) if "between" in f[1]]
    assert faults(inputs({question.id: question.at_most + 1})) and question.bounds


def test_a_range_out_of_order_and_people_who_do_not_add_up_are_refused_all_at_once():
    given = Inputs(
        (
            answer("case_hours", 10, 12, 20),
            answer("in_post", 10),
            answer("deployable", 11),
            answer("accredited", 12),
            answer("leaver_months", 0),
        ),
        (Intake(40, 3), Intake(1, 0)),
    )
    assert [name for name, _ in faults(given)] == [
        "case_hours", "intakes", "intakes", "deployable", "accredited", "leaver_months",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "name", "said"),
    [
        (
            inputs({**NOW, "extra_posts": 4.0, "change_month": 24.0}, months=12),
            "change_month",
            "Changes must hold from a month between 1 and 12.",
        ),
        (
            inputs({**NOW, **PIPELINE}, (Intake(7, 3),), 12),
            "intakes",
            "The month of an intake must be between 1 and 6: advertising to post takes 6 months of the 12 "
            "looked ahead.",
        ),
        (
            inputs({**NOW, **PIPELINE, "vet_months": 15.0}, (Intake(1, 3),), 12),
            "intakes",
            "No intake can come: advertising to post takes 18 months of the 12 looked ahead.",
        ),
    ],
    ids=["a change after the months", "an intake posted after them", "no month that would do"],
)
def test_a_change_that_could_not_act_in_the_months_looked_ahead_is_refused_with_the_range(given, name, said):
    assert faults(given) == ((name, said),)


def test_recruiting_is_paid_for_who_came_from_outside_and_not_for_who_moved():
    full = {**NOW, **MONEY, "starters": 12.0, "post_cost": 0.0, "training_cost": 0.0}
    spent = [
        simulate(inputs({**full, **outside}, months=12), 1, 200).nothing.cost.middle[-1]
        for outside in ({}, {"starters_outside": 12.0}, {"starters_outside": 3.0}, {"starters_outside": 0.0})
    ]
    assert spent[0] == spent[1] > 0 and spent[2] == pytest.approx(spent[0] / 4) and spent[3] == 0
    told = faults(inputs({**full, "starters_outside": 13.0}))
    assert told == (("starters_outside", "Recruited from outside must be no more than all starters."),)


def test_what_a_part_still_needs_is_named_and_the_parts_that_can_be_are_given():
    assert lacking(inputs({}), "people") == tuple(n for n in NOW if n != "accredited")
    assert lacking(inputs(NOW), "people") == () and "case_hours" in lacking(inputs(NOW), "work")
    assert "vet_months" in lacking(inputs(NOW, INTAKES), "people")
    assert "overtime_cost" in lacking(inputs({**NOW, **WORK, "overtime_hours": 9.0}), "cost")
    found = simulate(inputs(NOW), seed=1, runs=50).changed
    assert found.deployable and not (found.accredited or found.workload or found.cost or found.reach)
    with pytest.raises(ValueError, match="without funded"):
        simulate(inputs({n: v for n, v in NOW.items() if n != "funded"}), seed=1, runs=50)
    with pytest.raises(ValueError, match="between 0 and 80%"):
        simulate(inputs({**NOW, "absence_later": 0.9}), seed=1, runs=50)


def test_doing_nothing_keeps_people_and_work_and_leaves_every_change_out():
    left = do_nothing(inputs(ALL, INTAKES))
    assert not left.intakes and not set(left.by_id) & set(CHANGES)
    assert set(left.by_id) == set(ALL) - set(CHANGES)


def test_pounds_are_everyone_in_pay_by_the_month_and_who_came_and_was_trained():
    numbers = people(10, 0.0, **THROUGH) | MONEY
    found = simulate(inputs(numbers, (Intake(2, 2),), 3, certain=True), seed=1, runs=50)
    # 10 + 12 + 12 people-months at 5,000 pounds, two recruited and trained.
    assert found.changed.cost is not None
    assert found.changed.cost.middle == pytest.approx((0, 50_000, 120_000, 180_000))
    assert found.changed.cost_each == pytest.approx((180_000 / 34,) * 3)
    assert found.beside.cost_more == pytest.approx((30_000,) * 3)
    assert found.beside.each == pytest.approx((7_500,) * 3)


def test_a_case_for_each_hour_and_the_months_until_back_under_the_line():
    busy = people(10, 0.0, **THROUGH, open_cases=500, new_cases=1200, growth=0, case_hours=10, fte_hours=1000)
    plan = inputs(busy | {"line": 1.0, "required": 12.0}, (Intake(3, 3),), 6, certain=True)
    found = simulate(plan, seed=1, runs=50)
    assert found.changed.workload is not None
    assert found.changed.workload.middle == pytest.approx((1.2, 1.2, 1.2, *[1.2 * 10 / 13] * 4))
    assert found.changed.reach is not None and found.nothing.reach is not None
    assert (found.changed.reach.share, found.changed.reach.middle) == (1.0, 3.0)
    assert (found.nothing.reach.share, found.nothing.reach.middle) == (0.0, float("inf"))
    assert found.changed.meets == (0, 0, 0, 1, 1, 1, 1)
    each = simulate(replace(plan, line_of="open_per_carrier"), seed=1, runs=50).changed.reach
    assert each is not None and each.share == 0.0


def test_new_cases_grow_by_so_much_a_year():
    busy = people(10, 0.0, open_cases=0, new_cases=1200, growth=0.21, case_hours=10, fte_hours=1000)
    found = simulate(inputs(busy, months=24, certain=True), seed=1, runs=50).nothing.workload
    assert found is not None
    assert [found.middle[n] for n in (0, 6, 12, 24)] == pytest.approx([1.2, 1.32, 1.452, 1.2 * 1.21**2])


def test_overtime_adds_hours_up_to_what_is_short_and_is_paid_for():
    busy = people(10, 0.0, open_cases=500, new_cases=1200, growth=0, case_hours=10, fte_hours=1000)
    paid = busy | MONEY | {"overtime_hours": 100.0}
    found = paths(inputs(paid, months=12, certain=True), seed=2, runs=2000)
    bare = paths(inputs(busy | MONEY, months=12, certain=True), seed=2, runs=2000)
    assert found.open_cases is not None and bare.open_cases is not None
    assert (bare.open_cases[-1] - found.open_cases[-1]).mean() == pytest.approx(120, abs=3)
    assert found.cost is not None and bare.cost is not None
    assert found.cost[-1] - bare.cost[-1] == pytest.approx(np.full(2000, 12 * 100 * 40.0), rel=1e-3)


def test_no_more_cases_close_than_can_and_none_below_nothing():
    idle = people(10, 0.0, open_cases=100, new_cases=0, growth=0, case_hours=1, fte_hours=2000)
    assert paths(inputs(idle, months=3, certain=True), seed=1, runs=50).open_cases[1:].max() == 0
    half = paths(inputs(idle | {"closable": 0.5}, months=3, certain=True), seed=1, runs=50).open_cases
    assert half[:, 0].tolist() == [100, 50, 25, 13]


@pytest.mark.parametrize("part", [NOW, NOW | PIPELINE, NOW | PIPELINE | COURSE | WORK | MONEY, ALL])
def test_the_middle_case_is_near_the_mean_of_the_runs(part):
    # Posts for everybody: a whole person needs a whole empty post, which the middle case does not mind.
    given = inputs(part | {"funded": 60.0}, INTAKES if part != NOW else (), 24, certain=True)
    runs, one = paths(given, seed=4, runs=3000), middle(given)
    for month in (0, 6, 12, 24):
        assert one[month].deployable == pytest.approx(runs.deployable[month].mean(), rel=0.03)
        assert one[month].in_pay == pytest.approx(runs.in_pay[month].mean(), rel=0.03)
        if runs.cost is not None:
            assert one[month].cost == pytest.approx(runs.cost[month].mean(), rel=0.03)
        if runs.accredited is not None:
            share = one[month].accredited / one[month].trained
            assert share * one[month].deployable == pytest.approx(runs.accredited[month].mean(), rel=0.06)


def test_the_middle_case_adds_up_every_month():
    months = middle(inputs(ALL, INTAKES))
    for before, now in pairwise(months):
        assert now.in_pay == pytest.approx(now.trained + now.awaiting_seat + now.in_training)
        assert now.in_pay <= before.in_pay + now.posted + now.came + 1e-9
        assert now.started <= 1.0 + 1e-9 and now.sat <= 3.0 + 1e-9
