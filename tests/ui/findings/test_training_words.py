"""What the training page says, from small tables."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.disclosure import Hidden, Suppressed
from ui.findings import expiries
from ui.findings import training as words

SEP = date(2026, 9, 30)
COURSES = (
    SimpleNamespace(code="DAM", title="DA Matters", trauma_informed=False),
    SimpleNamespace(code="TIP", title="Trauma-informed practice", trauma_informed=True),
)


def need(*rows):
    return pd.DataFrame(rows, columns=["role", "course", "numerator", "denominator"]).assign(value=0.5)


def test_the_headline_names_coverage_and_what_expires():
    assert words.headline("76%", 61, 0) == "Trauma-informed training: 76% in date; 61 expire in 90 days"
    said = "; 16 of 61 expiring in 90 days have no place"
    assert words.headline("76%", 61, 16).endswith(said)
    assert words.headline("76%", 1, 1).endswith("; 1 of 1 expiring in 90 days has no place")
    assert words.headline("76%", 0, 0).endswith("; none expire in 90 days")
    assert words.headline("no return", None, None) == "Trauma-informed training: no return"


@pytest.mark.parametrize(
    "top, bottom, said", [(14, 17, "82% 14/17"), (6, 8, "6/8"), (0, 0, "–"), (None, 9, "no return")]
)
def test_a_cell_gives_share_and_numbers_and_numbers_alone_under_ten(top, bottom, said):
    assert words.cell(None, top, bottom).said == said


def test_a_hidden_group_stays_hidden_and_only_a_line_of_the_force_marks_a_cell():
    assert words.cell(Hidden(), Hidden(), 20).said == "not shown"
    assert words.cell(0.5, 10, 20).tone == "common"
    marked = words.cell(0.5, 10, 20, line=0.85)
    assert (marked.tone, marked.glyph) == ("concern", "▼") and "85%" in marked.word


def test_the_matrix_has_a_dash_where_a_course_is_not_required_and_trauma_informed_comes_first():
    frame = need(
        ("supervisor", "TIP", 9, 10), ("investigator", "DAM", 14, 17), ("investigator", "TIP", 10, 20)
    )
    courses = words.course_order(frame, COURSES)
    across, rows = words.matrix(
        frame, "role", {"investigator": "Investigator", "supervisor": "Supervisor"}, courses
    )
    assert [c for c, _ in courses] == ["TIP", "DAM"] and across == ["Investigator", "Supervisor"]
    assert [(r.label, [c.said for c in r.cells]) for r in rows] == [
        ("Trauma-informed practice", ["50% 10/20", "90% 9/10"]),
        ("DA Matters", ["82% 14/17", "–"]),
    ]
    assert list(words.as_frame("Course", across, rows)["Supervisor"]) == ["90% 9/10", "–"]


def test_the_lowest_role_is_found_by_sums_and_needs_ten_people():
    frame = need(
        ("supervisor", "TIP", 0, 9), ("investigator", "TIP", 10, 20), ("investigator", "DAM", 14, 16)
    )
    assert words.lowest(frame, {"investigator": "Investigator"}) == ("Investigator", 24, 36)
    assert words.lowest(need(("investigator", "TIP", 20, 20)), {}) is None
    assert words.lowest(pd.DataFrame(), {}) is None


def test_what_to_do_is_said_only_where_the_figures_call_for_it():
    said = words.so_what(SEP, 61, 29, ("Referral officer", 9, 22), 14, 20)
    assert [what for what, _ in said] == [
        "Book 29 places before 29 December 2026",
        "Referral officer: 41% of required trauma-informed courses in date",
        "14 required courses with no record at all",
    ]
    assert "9 of 22 required courses" in said[1][1]
    assert not any("people" in part for each in said for part in each)
    assert "61 expire in 90 days; 29 of them have no place booked" in said[0][1]
    assert len(words.so_what(SEP, 4, 0, None, 0, 0)) == 1


@pytest.mark.parametrize(
    "out, unbooked, title",
    [
        (9.0, 4.0, "9 expire in 90 days; 4 of them have no place booked"),
        (16.0, 16.0, "16 expire in 90 days; none has a place booked"),
        (5.0, 0.0, "Everything that expires in 90 days has a place booked"),
        (0.0, 0.0, "Nothing expires in the next 90 days"),
        (None, 3.0, "What expires in the next 90 days"),
    ],
)
def test_the_title_of_the_expiries_states_the_finding(out, unbooked, title):
    assert expiries.expiries([(90, out, unbooked)], SEP).title == title


def test_the_gap_of_the_chart_is_what_has_no_place_booked():
    model = expiries.expiries([(30, 4.0, 4.0), (60, 9.0, 6.0), (90, 9.0, 6.0)], SEP)
    assert model.booked == (0, 0, 3, 3)
    assert list(model.numbers()["No place booked"]) == [0, 4, 6, 6]
    assert "6 have no place booked" in model.alt()


def test_no_record_expired_and_no_return_are_three_things():
    one = pd.DataFrame({"unit": ["DA1"], "numerator": [7.0], "denominator": [12.0]})
    table = words.standing(
        one, one.assign(numerator=3.0), one.assign(numerator=2.0), {"DA1": "DA", "CA1": "CA"}
    )
    assert table.iloc[0].tolist() == ["DA", 12, 7, 3, 2]
    assert table.iloc[1, 1:].isna().all()


def test_running_totals_come_from_the_bands_and_no_return_gives_none():
    frame = pd.DataFrame({"reason": ["within 30 days", "61 to 90 days"], "numerator": [4.0, 3.0]})
    assert expiries.running(frame, 7.0) == (4, 4, 7)
    assert expiries.running(frame.iloc[:0], None) == (None, None, None)


def test_a_band_that_is_not_shown_is_no_zero_and_the_total_still_stands():
    bands = ["within 30 days", "31 to 60 days", "61 to 90 days"]
    frame = pd.DataFrame({"reason": bands, "numerator": [6.0, Hidden(), Suppressed()]})
    assert expiries.running(frame, 20.0) == (6, None, 20)
    frame = pd.DataFrame({"reason": bands, "numerator": [Hidden(), Hidden(), Suppressed()]})
    assert expiries.running(frame, 20.0) == (None, None, 20)
