"""People and open cases of a scenario beside exact distributions, reckoned by the code that the page uses."""

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from analysis.scenario import RUNS, Inputs, Intake
from analysis.scenario.simulate import paths
from tests.analysis.scenario.given import THROUGH, inputs, people

EXACT = json.loads(Path(__file__).with_name("simulation_exact.json").read_text(encoding="utf-8"))


def stock(given: dict[str, Any]) -> Inputs:
    """The file's words for a stock as the inputs of a scenario."""
    training = {
        "train_months": float(given["training_months"]),
        "train_pass": float(given["training_completion_probability"]),
        "training_leave": given["monthly_leave_probability_in_training"],
    }
    numbers = people(given["start"], given["monthly_leave_probability"], **{**THROUGH, **training})
    intakes = tuple(Intake(each["month"], each["number"]) for each in given["intakes"])
    return inputs(numbers, intakes, given["months"], certain=True)


def backlog(given: dict[str, Any]) -> Inputs:
    """One person whose hours close so many cases a month on average."""
    hours = {"fte_hours": 12.0 * given["monthly_closure_mean"], "case_hours": 1.0, "growth": 0.0}
    work = {"open_cases": given["open_now"], "new_cases": 12.0 * given["monthly_inflow_mean"], **hours}
    return inputs(people(1, 0.0, **work), months=given["months"], certain=True)


@pytest.mark.parametrize("case", EXACT["stock"], ids=lambda case: case["id"])
def test_deployable_people_at_the_end_are_the_exact_ones(case: dict[str, Any]) -> None:
    exact = case["expected"]
    ends = paths(stock(case["input"]), seed=11).deployable[-1]
    assert ends.mean() == pytest.approx(
        exact["mean_deployable_at_end"], abs=4 * exact["sd"] / RUNS**0.5 + 1e-9
    )
    assert ends.std() == pytest.approx(exact["sd"], abs=4 * exact["sd"] / math.sqrt(2 * RUNS))
    for level, name in ((0.05, "p05"), (0.5, "p50"), (0.95, "p95")):
        assert np.quantile(ends, level) == pytest.approx(exact[name], abs=1)
    share = exact["probability_at_or_above_start"]
    assert (ends >= case["input"]["start"]).mean() == pytest.approx(share, abs=4 * 0.5 / RUNS**0.5)


@pytest.mark.parametrize("case", EXACT["backlog"], ids=lambda case: case["id"])
def test_open_cases_at_the_end_are_the_exact_ones(case: dict[str, Any]) -> None:
    exact, found = case["expected"], paths(backlog(case["input"]), seed=12).open_cases
    assert found is not None
    ends, sd = found[-1], exact["sd_poisson_flows"]
    assert ends.mean() == pytest.approx(exact["mean"], abs=4 * sd / RUNS**0.5)
    assert ends.std() == pytest.approx(sd, abs=4 * sd / math.sqrt(2 * RUNS))
    # A percentile of so many runs moves by about sd · 2 / √runs; the file allows one case.
    assert np.quantile(ends, [0.025, 0.975]) == pytest.approx([exact["p025"], exact["p975"]], abs=1)
