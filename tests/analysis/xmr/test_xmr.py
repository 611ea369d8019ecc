"""What an XmR chart does with few points, missing months, no variation, targets and new limits."""

import math

import pytest

from analysis.xmr import xmr
from analysis.xmr.limits import average_range
from analysis.xmr.rules import outside, trend

STEADY = [10, 12, 9, 11, 10, 8, 12, 11, 9, 10, 12, 8, 10, 11, 9, 12]


def test_limits_by_hand() -> None:
    """Mean 10; moving ranges 2, 4, 2, 4 ... 2: eleven in all, mean 34 / 11."""
    y = [9, 11, 7, 9, 13, 11, 9, 11, 7, 9, 13, 11]
    ranges = [2, 4, 2, 4, 2, 2, 2, 4, 2, 4, 2]
    chart = xmr(y)
    assert chart.groups[0].average_range == pytest.approx(30 / 11) == pytest.approx(sum(ranges) / 11)
    assert chart.points[0].upper == pytest.approx(10 + 2.66 * 30 / 11)
    assert chart.points[0].lower == pytest.approx(10 - 2.66 * 30 / 11)


def test_a_freak_range_is_left_out_of_the_limits_unless_asked_not_to() -> None:
    y = [10, 12] * 8 + [60]
    assert xmr(y).groups[0].average_range == 2
    assert xmr(y, screen=False).groups[0].average_range == pytest.approx((15 * 2 + 48) / 16)
    assert not xmr(y, screen=False).screened


@pytest.mark.parametrize(
    ("n", "limits", "trial"),
    [(1, False, False), (7, False, False), (8, True, True), (11, True, True), (12, True, False)],
)
def test_how_many_points_limits_need(n: int, limits: bool, trial: bool) -> None:
    chart = xmr(STEADY[:n])
    assert (chart.points[0].upper is not None, chart.trial) == (limits, trial)
    assert chart.why_not == ("" if limits else "too few points")
    assert chart.points[0].centre == pytest.approx(sum(STEADY[:n]) / n)


def test_trial_limits_use_the_outside_rule_alone() -> None:
    rising = [10, 14, 10, 14, 5, 6, 7, 8, 9, 10, 11]
    assert xmr(rising).trial and {point.flags for point in xmr(rising).points} == {()}
    longer = [*rising, 12]
    assert "trend" in xmr(longer).points[-1].flags
    assert xmr([10, 12, 9, 11, 10, 12, 9, 40]).points[-1].flags == ("outside",)


def test_a_step_after_equal_months_is_not_thirteen_signals() -> None:
    """The reference drops the only moving range and flags all thirteen points."""
    chart = xmr([4] * 12 + [9], improvement="lower")
    assert chart.why_not == "no variation yet"
    assert all(point.flags == () and point.upper is None for point in chart.points)
    assert chart.points[0].centre == pytest.approx(57 / 13)


def test_the_rounding_of_the_computer_is_not_variation() -> None:
    assert xmr([0.1 + 0.2, 0.3] * 8).why_not == "no variation yet"


def test_nothing_at_all_and_nothing_but_missing_months() -> None:
    for values in ([], [None, math.nan, None]):
        chart = xmr(values, improvement="lower", target=3)
        assert (chart.variation, chart.assurance, chart.why_not) == ("not known", None, "no values")
        assert len(chart.points) == len(values)


def test_no_moving_range_is_taken_across_a_missing_month() -> None:
    bridged = [10, 12] * 4 + [50, 52] * 4
    gap = [10, 12] * 4 + [None] + [50, 52] * 4
    assert xmr(gap, screen=False).groups[0].average_range == 2
    assert xmr(bridged, screen=False).groups[0].average_range == pytest.approx((14 * 2 + 38) / 15)
    assert xmr(gap).groups[0].centre == xmr(bridged).groups[0].centre
    assert xmr(gap).points[8].value is None and xmr(gap).points[8].variation == "not known"


def test_gaps_cost_moving_ranges_so_every_other_month_has_no_limits() -> None:
    assert xmr([v for each in STEADY for v in (each, None)]).why_not == "too few points"
    assert xmr([*STEADY[:8], None, *STEADY[8:12]]).trial  # 12 values, 10 moving ranges


def test_a_run_does_not_reach_across_a_missing_month() -> None:
    low, high = [8, 9] * 6, [13, 14, 13, 14]
    assert "shift" in xmr([*low, *high, *high], fix_after=12).points[-1].flags
    assert "shift" not in xmr([*low, *high, None, *high], fix_after=12).points[-1].flags


def test_a_trend_does_not_reach_across_a_missing_month() -> None:
    rise = [7.0, 8, 9, 10, 11, 12, 13]
    assert "trend" in xmr([*STEADY, *rise]).points[-1].flags
    assert "trend" not in xmr([*STEADY, *rise[:4], None, *rise[4:]]).points[-1].flags


def test_a_last_month_that_is_missing_gives_no_verdict() -> None:
    chart = xmr([*STEADY, math.nan])
    assert (chart.variation, chart.why_not) == ("not known", "last month missing")
    assert chart.points[-1].upper is not None


def test_the_order_in_which_signals_are_named() -> None:
    y = [10, 12] * 8 + [12.5, 13, 13.5, 14, 14.5, 15, 40]
    last = xmr(y).points[-1]
    assert last.flags[:2] == ("outside", "trend") and last.reason == "outside"


def test_a_falling_trend_above_the_centre_points_down() -> None:
    last = xmr([10, 20] * 8 + [30, 29, 28, 27, 26, 25, 24], improvement="lower").points[-1]
    assert last.flags == ("trend", "shift") and last.value is not None and last.value > (last.centre or 0)
    assert (last.reason, last.direction, last.variation) == ("trend", "low", "improvement")


def test_a_turning_point_is_named_for_the_trend_after_it() -> None:
    flags = trend([20, 21, 22, 23, 24, 25, 26, 25, 24, 23, 22, 21, 20, 21])
    assert flags == ["high"] * 6 + ["low"] * 7 + [None]


@pytest.mark.parametrize(
    ("improvement", "variation"),
    [("higher", "improvement"), ("lower", "concern"), ("neither", "neutral high")],
)
def test_the_word_for_a_high_signal(improvement: str, variation: str) -> None:
    assert xmr([*STEADY, 60], improvement=improvement).variation == variation  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("improvement", "target", "expected"),
    [
        ("higher", 100, "fail"),
        ("higher", -100, "pass"),
        ("higher", 10, "hit or miss"),
        ("lower", 100, "pass"),
        ("lower", -100, "fail"),
        ("neither", 100, None),
        ("higher", None, None),
    ],
)
def test_whether_a_target_will_be_met(improvement: str, target: float | None, expected: str | None) -> None:
    assert xmr(STEADY, improvement=improvement, target=target).assurance == expected  # type: ignore[arg-type]


def test_a_target_on_the_limit_is_hit_or_miss() -> None:
    upper = xmr(STEADY).points[-1].upper
    assert xmr(STEADY, improvement="higher", target=upper).assurance == "hit or miss"


def test_a_fixed_baseline_is_not_moved_by_later_months() -> None:
    chart = xmr([*STEADY, 90, 95], fix_after=16)
    assert chart.points[-1].centre == pytest.approx(sum(STEADY) / 16)
    assert chart.groups[0].points == 16
    assert xmr([None, *STEADY, 90, 95], fix_after=16).points[-1].centre == pytest.approx(sum(STEADY) / 16)


def test_a_baseline_may_be_fixed_from_twenty_four_points() -> None:
    assert not xmr([10, 12] * 11 + [10]).may_fix_baseline
    assert xmr([10, 12] * 12).may_fix_baseline
    assert not xmr([10, 12] * 12, fix_after=24).may_fix_baseline


def test_new_limits_begin_where_told_and_the_old_stay() -> None:
    chart = xmr([*STEADY, *(v + 20 for v in STEADY)], rebase_at=[16])
    assert [(g.start, g.stop) for g in chart.groups] == [(0, 16), (16, 32)]
    assert chart.points[20].centre == pytest.approx((chart.points[0].centre or 0) + 20)
    assert all(point.flags == () for point in chart.points)


def test_new_limits_outside_the_series_begin_nothing() -> None:
    assert xmr(STEADY, rebase_at=[-3, 0, 16, 99]) == xmr(STEADY)


def test_a_young_rebase_is_on_trial() -> None:
    chart = xmr([*STEADY, *STEADY[:9]], rebase_at=[16])
    assert chart.trial and not chart.groups[0].trial


def test_what_a_programmer_may_not_ask() -> None:
    with pytest.raises(ValueError, match="baseline"):
        xmr(STEADY, fix_after=0)
    with pytest.raises(ValueError, match="improvement"):
        xmr([], improvement="up")  # type: ignore[arg-type]


def test_a_value_on_a_limit_is_not_outside() -> None:
    assert outside([5, 4.9, 15, 15.1, None], 5, 15) == [None, "low", None, "high", None]


def test_a_range_of_exactly_3_267_means_is_left_out() -> None:
    ranges = [3.267, 0.733, *[1.0] * 996, 0.0, 0.0]
    assert average_range(ranges, screen=False) == 1.0
    assert average_range(ranges, screen=True) == pytest.approx(996.733 / 999)
