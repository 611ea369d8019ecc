"""The number of signals that chance alone would give."""

import json
import math

import pytest

from analysis.chance import TABLE, ByChance, JudgedChart, expected_by_chance, last_point_rate, stored_rates
from analysis.chance_rates import CHARTS, POINTS, SCENARIOS, SEED


def test_the_expectation_is_the_sum_of_the_rates() -> None:
    charts = (
        [JudgedChart("xmr", 24)] * 100 + [JudgedChart("xmr", 12)] * 20 + [JudgedChart("quarterly", 8)] * 9
    )
    found = expected_by_chance(charts)
    rates = stored_rates()
    once = [dict(rates["xmr"])[24], dict(rates["xmr"])[12], dict(rates["quarterly"])[8]]
    assert found.expected == pytest.approx(100 * once[0] + 20 * once[1] + 9 * once[2])
    assert found.charts == 129


def test_about_two_of_a_hundred_and_twenty_charts() -> None:
    found = expected_by_chance([JudgedChart("xmr", 24)] * 120)
    assert (found.about, found.under_one) == (2, False)


def test_few_charts_give_fewer_than_one_and_none_give_none() -> None:
    few = expected_by_chance([JudgedChart("xmr", 24)] * 10)
    assert (few.about, few.under_one) == (0, True)
    assert expected_by_chance([]) == ByChance(0, 0, 0.0, 0, False)


def test_charts_too_short_to_judge_are_counted_and_expect_nothing() -> None:
    short = [JudgedChart("xmr", 7), JudgedChart("xmr", 0), JudgedChart("quarterly", 4)]
    assert expected_by_chance(short) == ByChance(0, 3, 0.0, 0, False)


def test_between_the_points_simulated_the_rate_is_on_the_line_between() -> None:
    rates = dict(stored_rates()["xmr"])
    assert last_point_rate("xmr", 24) == rates[24]
    assert last_point_rate("xmr", 27) == pytest.approx((rates[24] + rates[30]) / 2)
    assert last_point_rate("xmr", 400) == last_point_rate("xmr", 60) == rates[60]


def test_a_kind_without_rates_is_refused() -> None:
    with pytest.raises(ValueError, match="funnel"):
        last_point_rate("funnel", 24)  # type: ignore[arg-type]


def test_the_stored_table_is_the_one_the_script_describes() -> None:
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    assert (table["seed"], table["charts"]) == (SEED, CHARTS)
    for kind, scenarios in SCENARIOS.items():
        assert list(table["rates"][kind]) == list(scenarios)
        for rates in table["rates"][kind].values():
            assert [int(points) for points in rates] == list(POINTS[kind])


def test_every_stored_rate_is_within_the_false_alarms_allowed() -> None:
    """2.5% at the last point, and four standard errors of the simulation."""
    room = 4 * math.sqrt(0.025 * 0.975 / CHARTS)
    rates = json.loads(TABLE.read_text(encoding="utf-8"))["rates"]
    over = {
        (kind, name, points): rate
        for kind, scenarios in rates.items()
        for name, by_points in scenarios.items()
        for points, rate in by_points.items()
        if rate > 0.025 + room
    }
    assert over == {}


def test_the_nearest_whole_number_is_not_always_the_one_below() -> None:
    found = expected_by_chance([JudgedChart("xmr", 24)] * 140)
    assert 2.5 < found.expected < 3 and found.about == 3


def test_the_fewest_points_simulated_have_a_rate() -> None:
    assert last_point_rate("xmr", 8) == dict(stored_rates()["xmr"])[8]
    assert last_point_rate("quarterly", 5) == dict(stored_rates()["quarterly"])[5]
