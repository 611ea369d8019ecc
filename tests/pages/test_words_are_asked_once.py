"""A month with a unit nobody has set: it is asked, answered, loaded, and not asked next month."""

from datetime import date

import pytest

from settings.remembered import LEFT_OUT
from store import matches, open_store
from store.warehouse import connect
from tests.pages.test_states import h1, text
from tests.pages.test_upload_flow import app, choose, press, see_what_would_change, wait, workbook  # noqa: F401

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)
DA, CA = "Domestic abuse investigation", "Child abuse investigation"


def caseload(month, *units):
    counts = {"Open": 100, "Unallocated": 4, "New": 30, "Closed": 20}
    rows = [{"Month end": month, "Unit": unit, "Work type": "rape", **counts} for unit in units]
    return workbook("caseload", rows)


def asked(app):  # noqa: F811
    """The words that the page asks about, each with what is chosen for it."""
    return {box.label: box.value for box in app.selectbox if str(box.key).startswith("match_")}


def answer(app, label, code):  # noqa: F811
    next(box for box in app.selectbox if box.label.startswith(label)).set_value(code)
    press(app, "Use these answers")


def cases():
    reader = connect(open_store(None))
    try:
        return dict(
            reader.cursor().execute('SELECT unit, sum("open") FROM caseload GROUP BY unit').fetchall()
        )
    finally:
        reader.close()


def test_an_unknown_unit_is_proposed_accepted_loaded_and_not_asked_next_month(app):  # noqa: F811
    said = choose(app, ("august.xlsx", caseload(AUGUST, DA, "Child abuse inquiry")))
    assert "to put right" in h1(said) and "What these stand for" in said
    assert "Unit: 1 spelling, 1 row" in said and "1 answer still to give" in said
    assert asked(app) == {"“Child abuse inquiry” (Caseload, 1 row): the nearest of ours is proposed": "CA1"}
    press(app, "Use these answers")
    said = text(app)
    assert "ready to load" in h1(said) and "still to give" not in said
    assert asked(app) == {"“Child abuse inquiry” (Caseload, 1 row): as you said": "CA1"}  # to change still
    assert matches.remembered(open_store(None)) == ()
    see_what_would_change(app)
    app.text_input(key="sender_field").set_value("S Patel").run()
    press(app, "Accept and load")
    wait(app)
    assert cases() == {"DA1": 100, "CA1": 100}
    (kept,) = matches.remembered(open_store(None))
    assert (kept.text, kept.code, kept.by) == ("Child abuse inquiry", "CA1", "S Patel")

    press(app, "Send other files")
    said = choose(app, ("september.xlsx", caseload(SEPTEMBER, DA, "Child abuse inquiry")))
    assert "ready to load" in h1(said) and not asked(app)
    assert "read as agreed before" in said


@pytest.mark.deep
def test_an_answer_is_changed_before_it_is_loaded(app):  # noqa: F811
    choose(app, ("august.xlsx", caseload(AUGUST, "Team Falcon")))
    assert list(asked(app).values()) == [None]
    answer(app, "“Team Falcon”", "CA1")
    answer(app, "“Team Falcon”", "DA1")
    press(app, "Accept and load")
    wait(app)
    assert cases() == {"DA1": 100}


@pytest.mark.deep
def test_rows_that_are_not_ours_are_left_out_and_listed(app):  # noqa: F811
    choose(app, ("august.xlsx", caseload(AUGUST, DA, "Response A")))
    answer(app, "“Response A”", LEFT_OUT)
    said = text(app)
    assert "is not one of ours, as was answered" in said and "left out as agreed" in said
    press(app, "Accept and load")
    wait(app)
    assert cases() == {"DA1": 100}


def test_a_slip_is_read_told_and_offered_for_change(app):  # noqa: F811
    said = choose(app, ("august.xlsx", caseload(AUGUST, "Child abuse investgation")))
    assert "ready to load" in h1(said) and "was read as" in said
    assert asked(app) == {"“Child abuse investgation” (Caseload, 1 row): only the spelling differs": "CA1"}


@pytest.mark.parametrize("unit", ["DC Smith", "Jones 4417"])
def test_what_may_be_a_person_never_stands_in_the_step(app, unit):  # noqa: F811
    said = choose(app, ("august.xlsx", caseload(AUGUST, unit)))
    assert "to put right" in h1(said) and not asked(app) and "What these stand for" not in said
