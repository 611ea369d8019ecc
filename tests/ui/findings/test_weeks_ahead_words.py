"""The 13 weeks ahead: their last days, running totals, and places that come too late."""

from dataclasses import replace
from datetime import date, timedelta

from metrics.course_ahead import CourseAhead
from ui.findings import weeks_ahead as words

MONTH = date(2026, 9, 30)
NONE = (0,) * 13
OUT = (1, 0, 2, *[0] * 9, 3)
AHEAD = CourseAhead(None, None, 20, NONE, NONE, OUT, (1, 0, 0, *[0] * 9, 3), (0, 0, 1, *[0] * 10), NONE)


def test_the_weeks_end_every_seven_days_and_the_last_on_day_90():
    ends = words.week_ends(MONTH)
    assert len(ends) == 13 and ends[0] == date(2026, 10, 7)
    assert ends[-1] == MONTH + timedelta(days=90) and (ends[-1] - ends[-2]).days == 6


def test_the_chart_runs_from_none_to_the_total_of_90_days():
    model = words.steps(AHEAD, MONTH)
    assert model.points[0] == "Now" and model.points[-1] == "29 Dec" and len(model.points) == 14
    assert model.expiring[0] == 0 and model.expiring[3] == 3 and model.expiring[-1] == 6
    assert model.booked[-1] == 2
    assert model.title == "6 expire in 90 days; 4 of them have no place booked"


def test_the_table_has_a_row_for_each_week():
    table = words.table(AHEAD, MONTH)
    assert len(table) == 13 and table["Expire"].sum() == 6
    assert list(table.iloc[2])[1:] == [2, 0, 1, 0]


def test_places_that_come_too_late_are_said_and_none_is_not():
    assert words.too_late(AHEAD)[0] == "1 course record expires before the place booked"
    two = replace(AHEAD, place_after=(2, *[0] * 12))
    assert words.too_late(two) == (
        "2 course records expire before the places booked",
        "The places are within 90 days, but until then they are not in date. Ask for an earlier day.",
    )
    assert words.too_late(replace(AHEAD, place_after=NONE)) is None
