"""A projection says its range, its method and how that did on known months; or why there is none."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from analysis.projection import PastForecast, project
from ui.findings import ahead as words

ENDS = tuple(end.date() for end in pd.date_range("2024-10-31", periods=24, freq="ME"))
WALK = tuple(float(v) for v in 500 + np.cumsum(np.random.default_rng(4).normal(0, 12, 24)).round())


def tried_on(found, held, count):
    """The same projection whose ranges held `held` of `count` past months."""
    past = (
        PastForecast(found.method, 12, 1 + n % 6, 1.0, 0.0, 2.0, actual=1.0 if n < held else 3.0, scale=1.0)
        for n in range(count)
    )
    return replace(found, past=tuple(past))


@pytest.fixture(scope="module")
def found():
    return project(WALK[:18], 6)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((None,) * 20, "No month has a figure."),
        (WALK[:11], "It takes 12 months without a gap; there are 11."),
        ((*WALK, None), "The last month is missing, and a projection starts from it."),
        ((5.0,) * 14, "Every month has the same figure, so nothing says how far it may move."),
        ((*WALK[:13], -1.0), "A count below zero was sent."),
    ],
)
def test_why_there_is_none_is_said_in_words(values, said):
    assert words.why_not(project(values, 6)) == said


def test_the_fan_reaches_six_months_and_its_title_is_the_range(found):
    chart = words.model(found, ENDS[:18], WALK[:18], "investigations", "one unit")
    assert chart.ahead[0] == date(2026, 4, 30) and chart.ahead[-1] == date(2026, 9, 30)
    assert [spread.level for spread in chart.spreads] == [95, 80, 50]
    last = chart.spreads[1]
    ends = f"{last.lower[-1]:,.0f} to {last.upper[-1]:,.0f}"
    said = f"If nothing changes, {ends} open investigations in September 2026 with a chance of 80%"
    assert chart.title == said
    assert chart.naive == (found.method == "naive")


def test_the_scores_are_counted_from_the_past_forecasts_of_the_method_that_is_shown(found):
    mine = [each for each in found.past if each.method == found.method]
    near = [each for each in mine if each.step == 1]
    inside = sum(each.lower <= each.actual <= each.upper for each in near)
    (first, second) = words.scores(found)
    assert f"held the truth in {inside} of {len(near)} past months; up to 6 months ahead in" in first
    assert f"of {len(mine)} forecasts." in first
    assert second.startswith("It was out by ")


def test_every_method_that_was_tried_is_shown_with_its_scores(found):
    table = words.tried(found)
    assert table["Method"].tolist()[0] == "The last figure carried on"
    assert len(table) == len(found.scores) > 1


@pytest.mark.parametrize(("held", "chance"), [(36, True), (35, False), (21, False), (0, False)])
def test_a_chance_is_said_only_where_past_ranges_held(found, held, chance):
    chart = words.model(tried_on(found, held, 51), ENDS[:18], WALK[:18], "investigations", "one unit")
    band = chart.spreads[1]
    ends = f"{band.lower[-1]:,.0f} to {band.upper[-1]:,.0f}"
    assert (" chance of 80%" in chart.title) == chance
    assert ("chance of" in chart.alt()) == chance
    assert ("Chances of" in str(chart.key())) == chance
    if not chance:
        assert chart.title == (
            f"{ends} open investigations in September 2026; the method's range held {held} of 51"
        )
        assert "the ranges are too narrow" in " ".join(chart.below())


def test_a_method_that_was_tried_on_no_month_gives_no_chance(found):
    chart = words.model(replace(found, past=()), ENDS[:18], WALK[:18], "investigations", "one unit")
    assert (
        chart.title.endswith("; the method's range was tried on no past month")
        and "chance" not in chart.alt()
    )
