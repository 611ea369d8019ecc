"""Posts that are added cost what their role costs; the posts there were cost as they did."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from analysis.scenario import Inputs, Intake, lacking, simulate
from analysis.scenario.middle import middle
from analysis.scenario.plain import of_inputs, to_inputs
from analysis.scenario.simulate import paths
from tests.analysis.scenario.given import THROUGH, inputs, people

COSTS = {"post_cost": 60_000.0, "recruit_cost": 0.0, "training_cost": 0.0, "extra_post_cost": 36_000.0}


def given(funded: float, in_post: float, extra: float, arrive: int = 0, **more: float) -> Inputs:
    """Nobody leaves, and whoever is advertised for in month 1 is in post in it."""
    numbers = people(in_post, 0.0, **THROUGH) | COSTS
    numbers |= {"funded": funded, "extra_posts": extra, **more}
    return inputs(numbers, (Intake(1, arrive),) if arrive else (), 3, certain=True)


@pytest.mark.parametrize(
    ("funded", "in_post", "extra", "arrive", "dear", "cheap"),
    [
        (10, 10, 2, 2, 10, 2),  # two posts are added and filled
        (10, 8, 2, 3, 10, 1),  # what was empty is filled first
        (10, 10, 2, 9, 10, 2),  # more are advertised for than there are posts
        (10, 10, 2, 0, 10, 0),  # nobody comes
        (10, 13, 2, 2, 13, 0),  # over the funded posts already: nobody new, nobody cheaper
        (10, 10, 0, 2, 10, 0),  # no post is added
    ],
)
def test_a_month_costs_the_posts_there_were_and_the_added_ones_each_at_its_cost(
    funded, in_post, extra, arrive, dear, cheap
) -> None:
    scenario = given(funded, in_post, extra, arrive)
    pounds = 3 * (dear * 5_000 + cheap * 3_000)
    assert middle(scenario)[-1].cost == pytest.approx(pounds)
    found = paths(scenario, seed=1, runs=20).cost
    assert found is not None and np.allclose(found[-1], pounds)


def test_the_added_cost_holds_from_the_month_of_the_changes() -> None:
    later = given(10, 10, 2, 2, change_month=3.0)
    assert [month.cost for month in middle(later)] == pytest.approx([0, 50_000, 100_000, 156_000])
    found = paths(later, seed=1, runs=5).cost
    assert found is not None and np.allclose(found[:, 0], [0, 50_000, 100_000, 156_000])


def test_without_the_cost_of_the_role_pounds_are_asked_for_and_not_guessed() -> None:
    whole = given(10, 10, 2, 2)
    without = replace(whole, answers=tuple(a for a in whole.answers if a.id != "extra_post_cost"))
    assert lacking(without, "cost") == ("extra_post_cost",)
    found = simulate(without, seed=1, runs=50)
    assert found.changed.cost is None and found.nothing.cost is not None
    no_posts = replace(without, answers=tuple(a for a in without.answers if a.id != "extra_posts"))
    assert lacking(no_posts, "cost") == ()


def test_a_scenario_kept_before_the_cost_of_a_role_was_asked_costs_as_it_did() -> None:
    whole = given(10, 10, 2, 2)
    old = replace(whole, answers=tuple(a for a in whole.answers if a.id != "extra_post_cost"))
    plain = {**of_inputs(old), "answers": [{**a, "set_on": "2026-09-30"} for a in of_inputs(old)["answers"]]}
    read = to_inputs(plain)
    assert read.value("extra_post_cost") == 60_000
    assert read.by_id["extra_post_cost"].set_on == date(2026, 9, 30)
    assert middle(read)[-1].cost == pytest.approx(3 * 12 * 5_000)
