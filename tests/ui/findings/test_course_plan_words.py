"""What is said of a course over the year ahead: people, shares, seats, days, and what has to be set."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from analysis.intervals import exact_poisson
from metrics.course_ahead import CourseAhead
from ui.findings import course_plan as words
from ui.findings.course_assumptions import assumptions
from ui.findings.course_plan import OWN, POOLED, Plan

MONTH = date(2026, 9, 30)
NONE = (0,) * 13
AHEAD = CourseAhead("DA1", "TIP", 20, (12, *[8] * 11, 6), (12, *[10] * 12), NONE, NONE, NONE, (2, *[0] * 12))
COURSE = SimpleNamespace(title="Trauma-informed practice", valid_months=24, days=1.5)
TARGET = SimpleNamespace(share=0.9, set_by="Head", why="Because.")
PLAN = Plan("Domestic abuse", AHEAD, None, OWN, TARGET, COURSE)
LEAVING = replace(PLAN, rate=exact_poisson(5, 20.0))


def cells(plan):
    return words.table([plan], MONTH).iloc[0].to_dict()


def test_the_title_says_people_now_and_in_a_year():
    said = words.outlook_title(PLAN, date(2027, 9, 30))
    assert said == ("12 of 20 people in date now; with nothing renewed about 6 in September 2027")


def test_one_person_is_singular_and_nobody_left_is_none():
    one = replace(PLAN, ahead=replace(AHEAD, needed=1, in_date=(1, *[0] * 12)))
    assert words.outlook_title(one, MONTH).startswith(
        "1 of 1 person in date now; with nothing renewed none in"
    )


def test_seats_days_and_shares_of_one_unit_without_anyone_leaving():
    # 18 people for 90% of 20, of whom 6 are there: 12 seats in 12 months, at a day and a half each.
    row = cells(PLAN)
    assert row["Seats a month"] == "1.0" and row["Working days, 12 months"] == "18"
    assert row["In date now"] == "12 of 20, 60%" and row["Target"] == "90%"
    assert row["In September 2027, nothing renewed"] == "6 of 20, 30%"
    assert row["Places booked in 90 days"] == "2"


def test_who_leaves_widens_every_figure_to_a_range():
    row = cells(LEAVING)
    least, most = (LEAVING.seats(LEAVING.rates[n]) for n in (1, 2))
    assert row["Seats a month"] == f"{LEAVING.seats(0.25):.1f} ({least:.1f} to {most:.1f})"
    assert least < LEAVING.seats(0.25) < most
    assert "(3 to 6)" in row["In September 2027, nothing renewed"]


def test_under_ten_people_have_no_percentage():
    row = cells(replace(PLAN, ahead=replace(AHEAD, needed=9)))
    assert row["In date now"] == "12 of 9"
    assert "%" not in row["In September 2027, nothing renewed"]


def test_without_a_target_or_a_length_it_is_said_what_is_needed():
    bare = replace(PLAN, target=None)
    assert cells(bare)["Seats a month"] == "needs a target" == cells(bare)["Working days, 12 months"]
    assert words.seats_title([bare], MONTH) == "How many seats are needed: no target to reckon from"
    (said,) = words.needed([bare])
    assert said.startswith("No target is set. Seats a month need one") and "training_targets" in said
    short = replace(PLAN, course=SimpleNamespace(**{**vars(COURSE), "days": None}))
    assert cells(short)["Working days, 12 months"] == "needs the length of the course"
    assert words.needed([short])[0].startswith("The length of Trauma-informed practice is not set.")
    assert words.needed([PLAN]) == []


def test_units_without_a_target_are_named_where_others_have_one():
    (said,) = words.needed([PLAN, replace(PLAN, title="Hub", target=None)])
    assert said.startswith("No target is set for Hub.")


@pytest.mark.parametrize(
    ("plans", "says"),
    [
        ([PLAN], "1.0 seat a month reaches the target by September 2027: 18 working days"),
        (
            [PLAN, PLAN],
            "2.0 seats a month reach 2 units' target by September 2027: 36 working days",
        ),
        (
            [PLAN, replace(PLAN, target=SimpleNamespace(share=0.6, set_by="H", why="B"))],
            "1.5 seats a month reach 2 units' targets by September 2027: 27 working days",
        ),
        (
            [replace(PLAN, target=SimpleNamespace(share=0.2, set_by="H", why="B"))],
            "No seat is needed to reach the target by September 2027",
        ),
    ],
)
def test_the_finding_adds_up_the_seats_of_the_units_that_have_a_target(plans, says):
    assert words.seats_title(plans, MONTH) == says


def test_a_target_that_is_met_anyway_takes_no_seats():
    met = replace(PLAN, target=SimpleNamespace(share=0.2, set_by="H", why="B"))
    assert cells(met)["Seats a month"] == "none" and cells(met)["Working days, 12 months"] == "0"


def test_the_chart_has_both_ways_a_range_of_who_leaves_and_the_target():
    model = words.outlook(LEAVING, (MONTH,), (60.0,))
    assert model.ahead[0] == date(2026, 10, 31) and model.ahead[-1] == date(2027, 9, 30)
    assert len(model.bare) == len(model.booked) == len(model.lower) == 12
    assert model.lower[-1] < model.bare[-1] < model.upper[-1] < 30 < model.booked[-1]
    assert model.target == ("Target", 90.0)
    assert words.outlook(PLAN, (MONTH,), (60.0,)).lower == ()


def test_every_assumption_has_a_value_and_a_source():
    table = assumptions(LEAVING, MONTH)
    assert table.iloc[0]["Value"] == "25% (8% to 58%, 95% interval)"
    assert "12 months to September 2026, this unit: 5 people." in table.iloc[0]["Where it comes from"]
    assert table.iloc[5]["Where it comes from"] == "Set by Head: Because."
    assert table["Value"].iloc[2] == "24 months" and table["Value"].iloc[6] == "1.5 days"
    assert (table != "").all().all()


def test_what_is_not_known_is_said_among_the_assumptions():
    course = SimpleNamespace(title="T", valid_months=None, days=None)
    table = assumptions(replace(PLAN, target=None, rate_of=POOLED, course=course), MONTH)
    assert table["Value"].iloc[0] == "nobody"
    assert table["Value"].iloc[2] == "it does not run out"
    assert table["Value"].iloc[5] == table["Value"].iloc[6] == "not set"
