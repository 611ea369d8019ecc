"""Intervals and comparisons of two rates, beside PHEindicatormethods and base R."""

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.intervals import ALERT, USUAL, Interval, byar, exact_poisson, wilson
from analysis.two_rates import compare_rates

HERE = Path(__file__).parent
PHE = json.loads((HERE / "ci_phe.json").read_text(encoding="utf-8"))
BASE_R = json.loads((HERE / "tests_base_r.json").read_text(encoding="utf-8"))
# Both print 15 significant figures.
CLOSE = {"rel": 1e-12, "abs": 1e-14}


def limits(found: Interval) -> list[float | None]:
    return [found.lower, found.upper]


@pytest.mark.parametrize(
    "case", PHE["generated_proportions_multiplier1"], ids=lambda c: f"{c['x']}of{c['n']}"
)
def test_wilson_is_that_of_public_health(case: dict[str, Any]) -> None:
    for level, key in ((USUAL, "95_0cl"), (ALERT, "99_8cl")):
        found = wilson(case["x"], case["n"], level)
        assert found.value == pytest.approx(case["value"], **CLOSE)
        assert limits(found) == pytest.approx([case["lower" + key], case["upper" + key]], **CLOSE)


@pytest.mark.parametrize("case", PHE["generated_rates_multiplier100"], ids=lambda c: f"{c['x']}in{c['n']}")
def test_byar_and_below_ten_the_exact_interval_are_those_of_public_health(case: dict[str, Any]) -> None:
    assert (case["x"] < 10) == (case["method"] == "Exact")
    for level, key in ((USUAL, "95_0cl"), (ALERT, "99_8cl")):
        found = byar(case["x"], case["n"] / 100, level)
        assert found.value == pytest.approx(case["value"], **CLOSE)
        assert limits(found) == pytest.approx([case["lower" + key], case["upper" + key]], **CLOSE)


@pytest.mark.parametrize("case", BASE_R["poisson_one_sample"], ids=lambda c: f"{c['x']}")
def test_the_exact_interval_of_a_rate_is_that_of_r(case: dict[str, Any]) -> None:
    for level, key in ((USUAL, "exact95"), (ALERT, "exact998")):
        found = exact_poisson(case["x"], case["exposure"], level)
        assert found.value == pytest.approx(case["rate"], **CLOSE)
        assert limits(found) == pytest.approx(case[key], **CLOSE)


@pytest.mark.parametrize("case", BASE_R["poisson_two_sample"], ids=lambda c: f"{c['x1']}and{c['x2']}")
def test_two_rates_compare_as_in_r(case: dict[str, Any]) -> None:
    found = compare_rates(case["x1"], case["t1"], case["x2"], case["t2"])
    assert found.ratio == pytest.approx(case["rate_ratio"], **CLOSE)
    # Exact binomial limits are found by search here, from the beta distribution there.
    assert [found.lower, found.upper] == pytest.approx(case["ci95"], rel=1e-9)
    assert found.p_value == pytest.approx(case["p_value"], rel=1e-9)


@pytest.mark.parametrize("case", BASE_R["proportions"], ids=lambda c: f"{c['x1']}of{c['n1']}")
def test_wilson_is_that_of_r(case: dict[str, Any]) -> None:
    assert limits(wilson(case["x1"], case["n1"])) == pytest.approx(case["wilson95_1"], **CLOSE)
