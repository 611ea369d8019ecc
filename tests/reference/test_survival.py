"""Time in a unit, competing exits and the log-rank test, beside R survival."""

import json
import math
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from analysis.incidence import cumulative_incidence
from analysis.log_rank import Watch, log_rank
from analysis.survival import SurvivalCurve, kaplan_meier

HERE = Path(__file__).parent
R = json.loads((HERE / "km_survival.json").read_text(encoding="utf-8"))
COMPETING = json.loads((HERE / "competing_risks.json").read_text(encoding="utf-8"))["cases"]
CAUSES = {0: "", 1: "left_force", 2: "moved_unit"}
# The one case whose lower limits rise before they fall.
RISING = "gen-12-left-truncated"
CLOSE = {"rel": 1e-12, "abs": 1e-14}


def curve(case: dict[str, Any]) -> SurvivalCurve:
    given = case["input"]
    return kaplan_meier(given["time"], [bool(e) for e in given["event"]], given["entry"], fewest=0)


def as_numbers(values: Iterable[float | None]) -> list[float]:
    return [math.nan if value is None else value for value in values]


@pytest.mark.parametrize("case", R["km"], ids=lambda c: c["id"])
def test_the_curve_and_its_numbers_at_risk_are_those_of_r(case: dict[str, Any]) -> None:
    found, expected = curve(case), case["expected"]
    assert list(found.times) == expected["time"]
    assert list(found.at_risk) == expected["n_risk"]
    assert list(found.exits) == expected["n_event"]
    assert list(found.survival) == pytest.approx(expected["survival"], **CLOSE)


@pytest.mark.parametrize("case", R["km"], ids=lambda c: c["id"])
def test_the_log_log_limits_are_those_of_r(case: dict[str, Any]) -> None:
    found, expected = curve(case), case["expected"]
    for ours, theirs in ((found.lower, "lower_loglog"), (found.upper, "upper_loglog")):
        assert as_numbers(ours) == pytest.approx(as_numbers(expected[theirs]), nan_ok=True, **CLOSE)


@pytest.mark.parametrize("case", R["km"], ids=lambda c: c["id"])
def test_the_median_and_its_limits_are_those_of_r(case: dict[str, Any]) -> None:
    found, theirs = curve(case), case["expected"]["quantiles_25_50_75_loglog"]
    assert as_r_says(found) == pytest.approx(theirs["estimate"][1])
    assert found.median_upper == theirs["upper"][1]
    if case["id"] != RISING:
        assert found.median_lower == theirs["lower"][1]


def as_r_says(found: SurvivalCurve) -> float | None:
    """Our median; where the curve stands at exactly one half, R goes half way to the next exit."""
    if found.median is None:
        return None
    at = found.times.index(found.median)
    if found.survival[at] != pytest.approx(0.5):
        return found.median
    later = next(t for t, exits in zip(found.times[at + 1 :], found.exits[at + 1 :], strict=True) if exits)
    return (found.median + later) / 2


def test_where_a_lower_limit_rises_again_the_first_time_below_one_half_is_taken() -> None:
    """Two at risk, then three: R reads the curve of limits as if it fell, and goes one exit too far."""
    case = next(case for case in R["km"] if case["id"] == RISING)
    found = curve(case)
    lower = [limit for limit in found.lower if limit is not None]
    assert lower[1] > lower[0] and lower[0] < 0.5
    assert found.median_lower == found.times[0]
    assert case["expected"]["quantiles_25_50_75_loglog"]["lower"][1] == found.times[1]


@pytest.mark.parametrize("case", COMPETING, ids=lambda c: c["id"])
def test_cumulative_incidence_is_that_of_r(case: dict[str, Any]) -> None:
    given, expected = case["input"], case["expected"]
    found = cumulative_incidence(given["time"], [CAUSES[e] for e in given["event"]], given["entry"], fewest=0)
    assert list(found.times) == expected["time"]
    assert list(found.still_there) == pytest.approx(expected["p_still_in_unit"], **CLOSE)
    for cause, gone in found.gone:
        assert list(gone) == pytest.approx(expected[f"cuminc_{cause}"], **CLOSE)
    assert {cause for cause, _ in found.gone} == {CAUSES[e] for e in given["event"]} - {""}


@pytest.mark.parametrize("case", R["logrank"], ids=lambda c: c["id"])
def test_the_log_rank_test_is_that_of_r(case: dict[str, Any]) -> None:
    group, time, event = (np.array(case[key]) for key in ("group", "time", "event"))
    found = log_rank({str(g): Watch(time[group == g], event[group == g]) for g in np.unique(group)})
    assert list(found.observed) == case["observed"]
    assert list(found.expected) == pytest.approx(case["expected"], **CLOSE)
    assert found.chi_squared == pytest.approx(case["chisq"], rel=1e-9)
    assert found.p_value == pytest.approx(case["p"], rel=1e-9)
    assert len(found.groups) - 1 == case["df"]
