"""How a value is reckoned from its parts, and said."""

import math

import pytest

from analysis.disclosure import Hidden
from metrics.catalogue import METRICS
from metrics.model import Metric

PER = METRICS["pressure/open_per_deployable_carrier"]
SHARE = METRICS["staffing/vacancy_rate"]
COUNT = METRICS["pressure/open"]
NOTHING = (None, math.nan)


@pytest.mark.parametrize(
    ("metric", "value", "words"),
    [
        (PER, 15.84, "15.8"),
        (PER, 1234.5, "1,234.5"),
        (SHARE, 0.714, "71%"),
        (SHARE, -0.05, "−5%"),
        (SHARE, -0.001, "0%"),
        (COUNT, 2046.0, "2,046"),
        (COUNT, 0.0, "0"),
        (METRICS["staffing/funded_fte"], 22, "22.0"),
        (METRICS["attrition/net_flow_month"], -3, "−3"),
        (METRICS["attrition/leavers_month"], Hidden(5), "fewer than 5"),
    ],
)
def test_a_value_is_said_as_its_unit_needs(metric: Metric, value: float, words: str) -> None:
    assert metric.say(value) == words


@pytest.mark.parametrize(
    ("numerator", "words"),
    [(-3.2, "3.2 FTE more than posts"), (None, "−23%"), (float("nan"), "−23%")],
)
def test_vacancy_below_zero_is_said_as_people_beyond_the_posts(numerator: float | None, words: str) -> None:
    assert SHARE.say(-0.229, numerator, 14.0) == words
    assert SHARE.say(0.229, 3.2, 14.0) == "23%"


@pytest.mark.parametrize("nothing", NOTHING)
def test_no_value_is_said_in_words_and_never_as_zero(nothing: float | None) -> None:
    assert PER.say(nothing, 12, 0) == "nobody to carry them"
    assert PER.say(nothing, nothing, nothing) == "no return"
    assert PER.say(nothing) == "no return"
    assert COUNT.say(nothing, nothing, 0) == "no return"


def test_a_figure_names_every_month_it_cannot_do_without() -> None:
    assert METRICS["pressure/open"].months_back == (0,)
    assert METRICS["attrition/leavers_month"].months_back == (0, 1)
    assert METRICS["attrition/stability_12m"].months_back == (0, 12)
    assert METRICS["pressure/closures_per_new"].months_back == tuple(range(12))
    assert METRICS["attrition/left_unit_12m"].months_back == tuple(range(13))
