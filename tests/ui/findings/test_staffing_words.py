"""What the staffing page says, from small tables."""

from datetime import date

import pandas as pd
import pytest

from analysis.disclosure import Hidden
from ui.findings import staffing as words
from ui.findings.bridge import JOINED, Parts, bridge

MONTHS = (date(2026, 8, 31), date(2026, 9, 30))


@pytest.mark.parametrize(
    "funded, in_post, deployable, said",
    [
        (
            100,
            90,
            71,
            "71.0 of 100.0 funded FTE can carry work: 10.0 vacant, 19.0 not carrying",
        ),
        (
            100,
            104,
            71,
            "71.0 of 100.0 funded FTE can carry work: 4.0 over funding, 33.0 not carrying",
        ),
        (10, 13.2, 13.2, "13.2 FTE can carry work, 3.2 FTE over the 10.0 funded"),
        (12, 8.6, 8.6, "8.6 of 12.0 funded FTE can carry work: 3.4 vacant"),
        (None, 90, 71, "71.0 of 90.0 FTE in post can carry work"),
        (
            100,
            90,
            None,
            "90.0 of 100.0 funded FTE in post; how many can carry work is not known",
        ),
        (100, None, None, "No workforce return for these units this month"),
    ],
)
def test_the_headline_says_what_takes_the_posts_away(funded, in_post, deployable, said):
    assert words.headline(funded, in_post, deployable) == said


def test_the_step_that_nobody_explains_is_said_in_words():
    chart = bridge(Parts(100, 76, 60, 50, {"long-term sick": 6.0}), "FTE", True)
    assert next(s for s in chart.steps if s.name == "Not explained").amount == -10
    assert words.unexplained(chart).startswith("10.0 FTE in post neither carry work")


def test_more_away_than_missing_is_a_check_and_not_a_negative_count():
    chart = bridge(Parts(100, 90, 80, 50, {"long-term sick": 16.0}), "FTE", True)
    assert "6.0 FTE more than are missing" in words.unexplained(chart)
    assert words.unexplained(bridge(Parts(100, 90, 74, 50, {"long-term sick": 16.0}), "FTE", True)) == ""


def test_a_small_reason_is_not_shown_below_force_level_and_the_total_is():
    parts = Parts(100, 90, 70, None, {"long-term sick": 12.0, "career break": 1.0, "in training": 7.0})
    below, whole = (bridge(parts, "FTE", show) for show in (False, True))
    assert "Career break" in [s.name for s in whole.steps] and "Career break" not in [
        s.name for s in below.steps
    ]
    assert sum(s.amount for s in below.steps if s.kind == "change") == sum(
        s.amount for s in whole.steps if s.kind == "change"
    )


def test_roles_that_carry_nothing_are_taken_out_before_the_reasons():
    frame = pd.DataFrame({"role": ["investigator", "supervisor", "support"], "numerator": [70.0, 12.0, 8.0]})
    assert words.not_carrying(frame, {"investigator"}) == (20.0, ["supervisor", "support"])
    assert (
        words.not_carrying_words(["supervisor", "support"], 20.0, 22.5)
        == "Left out, as posts that do not carry work: supervisors and support, "
        "20.0 FTE in post in 22.5 funded."
    )
    assert words.not_carrying_words([], 0.0, None) == ""


def test_roles_of_which_one_is_not_shown_are_not_summed_from_the_rest():
    frame = pd.DataFrame({"role": ["manager", "support"], "numerator": [Hidden(), 6.0]}, dtype=object)
    assert words.not_carrying(frame, {"investigator"}) == (None, ["manager", "support"])
    said = words.not_carrying_words(["manager", "support"], None, 7.0)
    assert said.endswith("managers and support, 7.0 funded. How many FTE are in post is not shown.")


@pytest.mark.parametrize(
    "funded, in_post, deployable, title",
    [
        (12.0, 10.0, 8.6, "8.6 of 12.0 funded FTE are deployable"),
        (10.0, 13.2, 13.2, "13.2 FTE are deployable, 3.2 FTE over the 10.0 funded"),
        (10.0, 13.2, None, "13.2 FTE in post, 3.2 FTE over the 10.0 funded"),
    ],
)
def test_a_unit_over_its_funding_reads_as_that_and_never_as_thirteen_of_ten(
    funded, in_post, deployable, title
):
    assert bridge(Parts(funded, in_post, deployable, None, {}), "FTE").title == title


def test_nothing_vacant_is_not_told_as_something_added():
    chart = bridge(Parts(10.0, 10.0, 8.0, None, {"in training": 2.0}), "FTE", True)
    assert "Added" not in [word.name for word in chart.key()]


@pytest.mark.parametrize(
    "own, rest, said",
    [
        (12.0, 8.5, "Public protection is 3.5 points more vacant than the rest of the force"),
        (4.0, 8.0, "Public protection is 4.0 points less vacant than the rest of the force"),
        (8.0, 8.2, "Public protection is as vacant as the rest of the force"),
        (None, 8.0, "Vacancy beside the rest of the force"),
    ],
)
def test_the_comparison_is_in_words(own, rest, said):
    assert words.beside_rest(MONTHS, (9.0, own), (8.0, rest)).title == said


def test_those_not_yet_accredited_are_the_last_step():
    chart = bridge(Parts(100, 90, 70, 50, {}), "FTE", True)
    assert [(s.name, s.amount) for s in chart.steps][-3:] == [
        ("Deployable", 70),
        ("Not yet accredited", -20),
        ("Deployable and accredited", 50),
    ]


def test_hidden_reasons_are_given_together_and_one_alone_takes_the_smallest_along():
    frame = pd.DataFrame(
        {"reason": ["long-term sick", "in training", "other"], "numerator": [12.0, 7.0, Hidden()]},
        dtype=object,
    )
    assert words.unavailable_by_reason(frame, 22.0) == {"long-term sick": 12.0, words.REST: 10.0}
    assert words.unavailable_by_reason(frame.iloc[:2], 19.0) == {"long-term sick": 12.0, "in training": 7.0}


def test_a_unit_whose_posts_need_no_accreditation_loses_nobody_to_it():
    chart = bridge(Parts(20, 18, 14, 14, {}), "FTE", True)
    assert [(s.name, s.amount) for s in chart.steps][-2:] == [
        ("Deployable", 14),
        ("Deployable and accredited", 14),
    ]


def test_the_axis_of_a_share_of_posts_begins_at_nought() -> None:
    assert words.beside_rest([date(2026, 9, 30)], [14.0], [9.0]).from_zero


def test_reasons_are_said_to_be_joined_only_where_a_step_joins_them() -> None:
    large = bridge(Parts(100, 90, 78, None, {"sickness": 12.0}), "FTE", False)
    small = bridge(Parts(100, 90, 78, None, {"sickness": 10.0, "course": 1.0, "loan": 1.0}), "FTE", False)
    assert large and not [s.name for s in large.steps if s.name in JOINED]
    assert small and [s.name for s in small.steps if s.name in JOINED]
