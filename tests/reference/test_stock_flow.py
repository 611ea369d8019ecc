"""Open cases to come, closures for each new case and work in hand, beside exact distributions."""

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from analysis.projection import FlowFit, project_from_flows
from analysis.stock_flow import closure_ratio, work_in_hand

EXACT = json.loads(Path(__file__).with_name("simulation_exact.json").read_text(encoding="utf-8"))
CERTAIN = 10**9  # months behind a flow: its level is then as good as known, as the file takes it to be
DRAWS = 20_000
every_case = pytest.mark.parametrize("case", EXACT["backlog"], ids=lambda case: case["id"])


def flow(mean: float) -> FlowFit:
    return FlowFit(mean, 0.0, None, CERTAIN)


@every_case
def test_the_95_percent_fan_of_open_cases_is_the_exact_one(case: dict[str, Any]) -> None:
    given, exact = case["input"], case["expected"]
    found = project_from_flows(
        given["open_now"],
        flow(given["monthly_inflow_mean"]),
        flow(given["monthly_closure_mean"]),
        next_calendar_month=1,
        horizon=given["months"],
        draws=DRAWS,
    )
    band = found.fan[-1].bands[-1]
    assert band.level == 0.95
    assert [band.lower, band.upper] == pytest.approx([exact["p025"], exact["p975"]], abs=1)
    # A median of Skellam is within half a case of its mean; π/2 is what it costs to draw a median.
    room = 0.5 + 4 * math.sqrt(math.pi / 2) * exact["sd_poisson_flows"] / math.sqrt(DRAWS)
    assert found.fan[-1].middle == pytest.approx(exact["mean"], abs=room)


@every_case
def test_the_paths_have_the_exact_mean_and_spread(case: dict[str, Any]) -> None:
    from analysis.projection.paths import simulate

    given, exact = case["input"], case["expected"]
    flows = [flow(given[f"monthly_{name}_mean"]) for name in ("inflow", "closure")]
    months = [1 + at % 12 for at in range(given["months"])]
    ends = simulate(given["open_now"], flows[0], flows[1], months, DRAWS, np.random.default_rng(6))[:, -1]
    sd = exact["sd_poisson_flows"]
    assert ends.mean() == pytest.approx(exact["mean"], abs=4 * sd / math.sqrt(DRAWS))
    assert ends.std() == pytest.approx(sd, abs=4 * sd / math.sqrt(2 * DRAWS))


@every_case
def test_the_closure_ratio_and_the_work_in_hand_are_the_exact_ones(case: dict[str, Any]) -> None:
    """The file calls open cases over closures a mean age: here they are months of work in hand."""
    given, exact = case["input"], case["expected"]
    new, closed = ([given[f"monthly_{name}_mean"]] * 12 for name in ("inflow", "closure"))
    assert closure_ratio(closed, new).ratio == pytest.approx(exact["closure_ratio"], rel=1e-12)
    hand = work_in_hand(given["open_now"], closed).months
    assert hand == pytest.approx(exact["little_law_mean_age_months"], rel=1e-12)
