"""What a person decides on the upload page: a reason for each warning, good rows loaded, others held back."""

from datetime import date

import pytest

from etl.difference.model import Base, Difference, ToAnswer
from etl.reports.report import Breach, FileReport
from store import held
from store.control import reading
from store.place import open_store
from tests.pages.test_states import h1, text
from tests.pages.test_upload_flow import UNIT, app, choose, press, see_what_would_change, wait, workbook
from ui.findings import upload_answer as words

SEPTEMBER = date(2026, 9, 30)
GOOD = {"Month end": SEPTEMBER, "Unit": UNIT.title, "Work type": "domestic abuse", "Open": 100,
        "Unallocated": 4, "New": 30, "Closed": 20}  # fmt: skip
FAULTY = {**GOOD, "Work type": "rape", "Open": "lots"}
ODD = {**GOOD, "Work type": "rape", "Unallocated": 0, "Oldest unallocated, days": 23}
__all__ = ["app"]


def boxes(app, word):
    return [box for box in app.checkbox if word in box.label]


def asked(app, word):
    return next(field for field in app.text_input if word in field.label)


def test_good_rows_load_only_where_the_reader_chooses_it_and_says_why(app):
    said = choose(app, ("september.xlsx", workbook("caseload", [GOOD, FAULTY])))
    assert "1 thing to put right" in h1(said)
    [box] = boxes(app, "Load the 1 good row of september.xlsx and hold 1 row back")
    assert not box.value and not [b for b in app.button if b.label.startswith("Accept")]

    box.check().run()
    press(app, "Accept and load")
    assert "job_running" not in app.session_state
    asked(app, "Why they are held back").set_value("The unit counts again").run()
    press(app, "Accept and load")
    said = wait(app)
    assert "1 row loaded" in said
    with reading(open_store(None)) as con:
        assert [(row.row_number, row.reason) for row in held.standing(con)] == [(3, "The unit counts again")]

    overview = text(app.switch_page("pages/overview/overview.py").run())
    assert "Caseload: 1 row held back, of" in overview and "The unit counts again" in overview
    card = text(app.switch_page("pages/units/pressure.py").run())
    assert "<b>1 row held back</b>" in overview + card


@pytest.mark.deep
def test_each_warning_is_asked_for_its_own_reason_and_the_figures_say_it(app):
    said = choose(app, ("september.xlsx", workbook("caseload", [GOOD, ODD])))
    assert "1 warning to accept" in h1(said)
    press(app, "Accept and load")
    assert "job_running" not in app.session_state
    asked(app, "Why this can be accepted").set_value("A late count, checked").run()
    press(app, "Accept and load")
    wait(app)
    overview = text(app.switch_page("pages/overview/overview.py").run())
    assert "Accepted with the reason “A late count, checked”" in overview


@pytest.mark.deep
def test_a_second_file_is_asked_about_once_rows_of_the_first_are_held(app):
    choose(
        app,
        ("first.xlsx", workbook("caseload", [GOOD, FAULTY])),
        ("second.xlsx", workbook("caseload", [{**GOOD, "Open": 101}])),
    )
    assert not [field for field in app.text_input if "were sent together" in field.label]
    boxes(app, "Load the 1 good row of first.xlsx")[0].check().run()
    see_what_would_change(app)
    asked(app, "Why they are held back").set_value("The unit counts again").run()
    press(app, "Accept and load")
    assert "job_running" not in app.session_state
    asked(app, "first.xlsx and second.xlsx were sent together").set_value("It is the correction").run()
    press(app, "Accept and load")
    assert "row loaded" in wait(app)
    with reading(open_store(None)) as con:
        assert [row[0] for row in con.execute("SELECT file_name FROM load ORDER BY seq")] == [
            "first.xlsx",
            "second.xlsx",
        ]


def test_the_boxes_ask_what_loading_asks_and_keep_their_names_whatever_comes_above_them():
    warning = ToAnswer("b.xlsx", "Caseload", "return_twice", "Both hold it.")
    report = FileReport("b.xlsx", "", breaches=(Breach("usual", "warning", sheet="Caseload", says="Far."),))
    assert [each.said for each in words.to_accept([report])] == ["Caseload: Far"]
    told = words.to_accept([report], Difference(Base(0, ""), to_answer=(warning,)))
    assert [each.about for each in told] == [{"file": "b.xlsx", "sheet": "Caseload", "code": "return_twice"}]


def test_a_file_with_faults_can_be_taken_back_with_them_marked(app):
    choose(app, ("september.xlsx", workbook("caseload", [GOOD, FAULTY])))
    labels = [element.proto.label for element in app.get("download_button")]
    assert "Download your workbook with the faults marked" in labels


def test_a_held_row_is_put_right_and_counted_from_returns(app):
    choose(app, ("september.xlsx", workbook("caseload", [GOOD, FAULTY])))
    boxes(app, "Load the 1 good row")[0].check().run()
    asked(app, "Why they are held back").set_value("The unit counts again").run()
    press(app, "Accept and load")
    wait(app)
    said = text(app.switch_page("pages/data/returns.py").run())
    assert "Rows held back: 1 row" in said and "The unit counts again" in said and "must be a number" in said
    asked(app, "Open").set_value("12")
    asked(app, "Why it may be counted now").set_value("Counted").run()
    press(app, "Put right and count")
    said = wait(app)
    assert "was put right and counted (load L00002)" in said and "Rows held back" not in said


def test_a_month_that_has_not_ended_and_one_among_others_are_refused_with_the_way_out(app):
    future = [{**GOOD, "Month end": date(2099, 9, 30)}]
    mixed = [GOOD, ODD, {**FAULTY, "Month end": date(2026, 8, 31), "Open": 9}]
    said = choose(
        app, ("future.xlsx", workbook("caseload", future)), ("mixed.xlsx", workbook("caseload", mixed))
    )
    assert "The month has not ended yet." in said and "send the return after the month ends" in said
    assert "The sheet holds more than one month" in said and "Send each month as a sheet of its own" in said
    assert not boxes(app, "good row") and not [b for b in app.button if b.label.startswith("Accept")]
