"""Our XmR charts give what the NHS package gives, in every case but two kinds that are named here."""

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.variation import Improvement, Variation
from analysis.xmr import XmrChart, xmr
from analysis.xmr.rules import close, outside, trend

HERE = Path(__file__).parent
CASES: dict[str, dict[str, Any]] = {
    case["id"]: case
    for name in ("spc_nhsr_edge.json", "spc_nhsr_generated.json")
    for case in json.loads((HERE / name).read_text(encoding="utf-8"))
}
# First quirk: the package draws limits from however few points; we draw none from under eight.
TOO_FEW_POINTS = {"n-6": [(0, 6)], "n-7": [(0, 7)], "nhsr-148-count": [(9, 16)]}
# Second quirk: with no variation at all the package calls every point common cause; we judge none of them.
NO_VARIATION = {"constant": [(0, 15)]}
EXCEPT = TOO_FEW_POINTS | NO_VARIATION

IMPROVEMENT: dict[str, Improvement] = {"increase": "higher", "decrease": "lower", "neutral": "neither"}
VARIATION: dict[str, Variation] = {
    "common_cause": "common",
    "special_cause_improvement": "improvement",
    "special_cause_concern": "concern",
    "special_cause_neutral_high": "neutral high",
    "special_cause_neutral_low": "neutral low",
}
REASON = {
    "Common Cause": (None, None),
    "Above UCL": ("outside", "high"),
    "Below LCL": ("outside", "low"),
    "7 Point Trend (Increasing)": ("trend", "high"),
    "7 Point Trend (Decreasing)": ("trend", "low"),
    "2 in 3 Above CL": ("two of three", "high"),
    "2 in 3 Below CL": ("two of three", "low"),
    "7 Points Above CL": ("shift", "high"),
    "7 Points Below CL": ("shift", "low"),
}
ASSURANCE = {
    "consistent_pass": "pass",
    "consistent_fail": "fail",
    "inconsistent": "hit or miss",
    None: None,
}


def chart_of(case: dict[str, Any]) -> XmrChart:
    given = case["input"]
    return xmr(
        given["y"],
        rebase_at=[position - 1 for position in given["rebase_at_index_1based"] or []],
        fix_after=given["fix_after_n_points"],
        improvement=IMPROVEMENT[given["improvement_direction"]],
        target=given["target"],
        screen=given["screen_outliers"],
    )


def compared(case: dict[str, Any]) -> list[int]:
    """The positions on which we and the package must agree."""
    apart = {i for start, stop in EXCEPT.get(case["id"], []) for i in range(start, stop)}
    return [i for i in range(len(case["input"]["y"])) if i not in apart]


@pytest.fixture(params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    return CASES[request.param]


def test_the_centre_is_the_same_in_every_case(case: dict[str, Any]) -> None:
    assert [p.centre for p in chart_of(case).points] == pytest.approx(case["expected"]["mean"], rel=1e-12)


def test_the_limits_are_the_same(case: dict[str, Any]) -> None:
    points, which = chart_of(case).points, compared(case)
    for ours, theirs in (("lower", "lpl"), ("upper", "upl")):
        expected = [case["expected"][theirs][i] for i in which]
        assert [getattr(points[i], ours) for i in which] == pytest.approx(expected, rel=1e-11, abs=1e-11)


def test_each_point_has_the_same_signal_and_kind(case: dict[str, Any]) -> None:
    points, which = chart_of(case).points, compared(case)
    expected = case["expected"]
    assert [(points[i].reason, points[i].direction) for i in which] == [
        REASON[expected["special_cause_type"][i]] for i in which
    ]
    assert [points[i].variation for i in which] == [VARIATION[expected["point_type"][i]] for i in which]


def test_the_same_points_are_close_to_a_limit_or_outside(case: dict[str, Any]) -> None:
    y, expected = case["input"]["y"], case["expected"]
    for limits in chart_of(case).groups:
        if (limits.start, limits.stop) in EXCEPT.get(case["id"], []):
            continue
        assert limits.lower is not None and limits.upper is not None
        stretch = y[limits.start : limits.stop]
        beyond = outside(stretch, limits.lower, limits.upper)
        assert [flag is not None for flag in beyond] == expected["outside_limits"][limits.start : limits.stop]
        assert close(stretch, limits, beyond) == expected["close_to_limits"][limits.start : limits.stop]


def test_the_groups_are_the_same(case: dict[str, Any]) -> None:
    numbers = [n for n, group in enumerate(chart_of(case).groups) for _ in range(group.start, group.stop)]
    assert numbers == case["expected"]["rebase_group"]


def test_the_verdicts_are_the_same(case: dict[str, Any]) -> None:
    chart, expected = chart_of(case), case["expected"]
    if len(case["input"]["y"]) - 1 in compared(case):
        assert chart.variation == VARIATION[expected["variation_of_last_point"]]
    assert chart.assurance == ASSURANCE[expected["assurance_type"]]


@pytest.mark.parametrize("name", TOO_FEW_POINTS)
def test_first_quirk_we_draw_no_limits_from_under_eight_points(name: str) -> None:
    chart = chart_of(CASES[name])
    for start, stop in TOO_FEW_POINTS[name]:
        group = next(each for each in chart.groups if (each.start, each.stop) == (start, stop))
        assert group.points < 8 and group.why_not == "too few points"
        assert None not in CASES[name]["expected"]["upl"][start:stop]
        assert {(p.lower, p.upper, p.variation) for p in chart.points[start:stop]} == {
            (None, None, "not known")
        }


def test_first_quirk_hides_a_trend_that_the_rule_itself_finds() -> None:
    assert trend(CASES["n-7"]["input"]["y"]) == ["high"] * 7
    assert "7 Point Trend (Increasing)" in CASES["n-7"]["expected"]["special_cause_type"]
    assert all(point.flags == () for point in chart_of(CASES["n-7"]).points)


def test_second_quirk_we_judge_nothing_where_nothing_varies() -> None:
    chart = chart_of(CASES["constant"])
    assert set(CASES["constant"]["expected"]["upl"]) == {None}
    assert set(CASES["constant"]["expected"]["point_type"]) == {"common_cause"}
    assert {point.variation for point in chart.points} == {"not known"}
    assert chart.why_not == "no variation yet"
