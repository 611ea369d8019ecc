"""Notes and new limits on the page of one unit: added, drawn, taken back; refused in plain words."""

from datetime import date
from html import unescape
from pathlib import Path

import duckdb
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import access
from store import annotations, open_store, rebases
from store.rebases import Series
from tests.depth import one_of
from tests.pages.opening import at_page
from tests.ui.made_warehouse import FORCE, Made, month_ends, publish
from ui.figures import status

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
MONTHS = month_ends(Made())
UP = MONTHS[14]
# Steady, then higher for good from the fifteenth month on.
NEW = [100, 104, 96, 102, 98, 101, 103, 97, 99, 102, 100, 98, 103, 99, *[130, 134, 128, 132, 131] * 2]


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A published store in which new work of one unit stepped up, open under the test's own place."""
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    st.cache_data.clear()
    st.cache_resource.clear()
    place = publish(tmp_path / "store", Made())
    with duckdb.connect(str(place / "published" / "made.duckdb")) as con:
        for month, count in zip(MONTHS, NEW, strict=True):
            con.execute(
                "update figure set numerator = ? "
                "where metric = 'pressure/new' and unit = 'DA1' and month_end = ?",
                [count, month],
            )
    return open_store(place)


@pytest.fixture
def page(store):
    """The page of the unit, run."""
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    app.query_params["unit"] = "DA1"
    return at_page(app, "units/one_unit")


def text(app):
    assert not app.exception, [e.message for e in app.exception]
    html = [e.proto.body for e in app.main if e.type == "html"]
    return unescape("\n".join(p for p in [*html, *(e.value for e in app.markdown)] if "<style" not in p))


def keys(app):
    return {button.key for button in app.button}


def add_note(app, words, month=UP, turn=0):
    app.selectbox(key=f"note_month_{turn}").set_value(month)
    app.text_input(key=f"note_text_{turn}").set_value(words)
    app.text_input(key=f"note_name_{turn}").set_value("A. Manager")
    return app.button(key=f"note_add_{turn}").click().run()


def begin(app, month=UP, cause="Crime recording rule", turn=0):
    app.selectbox(key=f"limits_month_{turn}").set_value(month)
    app.text_input(key=f"limits_cause_{turn}").set_value(cause)
    app.text_input(key=f"limits_name_{turn}").set_value("A. Manager")
    return app.button(key=f"limits_begin_{turn}").click().run()


def test_a_flow_that_stepped_up_is_shown_with_its_signal_and_usual_range(page):
    said = text(page)
    assert "131 new investigations in September 2026, unusually high" in said
    assert "Usual range" in said and "▲" in said and "Unusually high" in said


def test_a_note_is_added_drawn_and_removed_again(page, store):
    assert "No notes yet." in text(page)
    said = text(add_note(page, "Second team merged in"))
    assert "The note is on the charts." in said
    assert "1. December 2025: Second team merged in (A. Manager)" in said
    (note,) = annotations.standing(store, FORCE)
    assert (note.unit, note.month_end, note.by) == ("DA1", UP, "A. Manager")
    page.button(key=f"note_remove_{note.id}").click().run()
    assert "(A. Manager)</li>" not in text(page) and "The note is off the charts." in text(page)
    assert annotations.standing(store, FORCE) == ()
    assert annotations.every(store, FORCE)[0].removed_by == access.identify().name


def test_the_answer_is_given_once_and_the_form_is_empty_afterwards(page):
    add_note(page, "Second team merged in")
    assert page.text_input(key="note_text_1").value == ""
    assert "The note is on the charts." not in text(page.run())


@pytest.mark.parametrize(
    "words, why",
    one_of([("", "The note is empty"), ("Moved NP/014/26 away", "leave out people and cases")], 1),
)
def test_a_note_that_cannot_be_kept_says_why_and_keeps_what_was_typed(page, store, words, why):
    said = text(add_note(page, words))
    assert "The note was not saved." in said and why in said
    assert page.text_input(key="note_text_0").value == words
    assert annotations.every(store, FORCE) == ()


def test_a_note_is_shown_as_text_and_never_as_markup(page):
    add_note(page, "<b>bold</b> & <i>loud</i>")
    raw = "\n".join(e.proto.body for e in page.main if e.type == "html")
    assert "&lt;b&gt;bold&lt;/b&gt; &amp;" in raw and "<b>bold</b>" not in raw


def test_a_note_on_the_whole_force_is_on_every_unit_and_one_of_a_unit_is_not(page):
    page.checkbox(key="note_force_0").check()
    add_note(page, "New crime recording rule")
    add_note(page, "Second team merged in", turn=1)
    page.query_params["unit"] = "RASSO1"
    said = text(page.run())
    assert "New crime recording rule" in said and "Second team merged in" not in said


def test_new_limits_are_begun_by_a_person_drawn_with_their_cause_and_undone(page, store):
    said = text(begin(page))
    assert "New limits hold from December 2025." in said and "on trial until 12" in said
    assert "New limits from December 2025: Crime recording rule (A. Manager)" in said
    assert "131 new investigations in September 2026</h3>" in said and "Trial limits" in said
    (rebase,) = rebases.standing(store, FORCE)
    assert rebase.series == Series(FORCE, "DA1", "pressure/new", "investigations")
    page.button(key=f"limits_undo_{rebase.id}").click().run()
    assert "The earlier limits hold again." in text(page) and "unusually high" in text(page)
    assert rebases.standing(store, FORCE) == () and len(rebases.every(store, FORCE)) == 1


@pytest.mark.parametrize(
    "month, why",
    one_of(
        [
            (MONTHS[3], "before January 2025 there are fewer"),
            (MONTHS[20], "from June 2026 on there are fewer so far"),
            (MONTHS[10], "do not all lie on one side of the average"),
        ]
    ),
)
def test_new_limits_that_the_figures_do_not_bear_out_are_refused_in_plain_words(page, store, month, why):
    said = text(begin(page, month))
    assert "No new limits." in said and why in said
    assert rebases.every(store, FORCE) == ()


@pytest.mark.parametrize(
    "month, why",
    one_of(
        [
            (MONTHS[13], "is inside one. Choose January, April, July or October."),
            (MONTHS[3], "before January 2025 there are fewer"),
            (MONTHS[15], "5 whole quarters with figures to rest on"),
        ]
    ),
)
def test_a_chart_by_quarter_may_begin_anew_from_a_quarters_first_month_where_five_bear_it_out(
    page, store, month, why
):
    charts = page.selectbox(key="limits_chart_0")
    page.selectbox(key="limits_chart_0").set_value(charts.options.index("Leavers of the unit"))
    said = text(begin(page, month))
    assert "No new limits." in said and why in said
    assert rebases.every(store, FORCE) == ()


def test_new_limits_need_a_cause_and_stand_once(page, store):
    assert "The cause is empty" in text(begin(page, cause=" "))
    begin(page)
    assert "stand already" in text(begin(page, turn=1))
    assert len(rebases.every(store, FORCE)) == 1


def test_new_limits_of_one_unit_do_not_touch_another(page):
    begin(page)
    page.query_params["unit"] = "RASSO1"
    assert "New limits from" not in text(page.run())


def test_an_earlier_month_knows_nothing_of_later_notes_and_limits(page):
    add_note(page, "Second team merged in")
    begin(page)
    page.query_params["month"] = "2025-11"
    said = text(page.run())
    assert "Second team merged in" not in said and "New limits from" not in said


def test_a_role_that_may_not_write_sees_what_stands_and_no_form(page, monkeypatch):
    add_note(page, "Second team merged in")
    monkeypatch.setattr(access, "may_annotate", lambda reader: False)
    monkeypatch.setattr(access, "may_rebase", lambda reader: False)
    said = text(page.run())
    assert "Second team merged in" in said
    assert not {k for k in keys(page) if k and k.startswith(("note_", "limits_"))}


def test_somebody_else_writes_under_their_own_name_and_for_their_own_units(page, store, monkeypatch):
    add_note(page, "For all")
    annotations.add(store, force=FORCE, unit=None, month_end=UP, text="Whole force", by="A. Chief")
    reader = access.Reader("B. Officer", "manager", frozenset({(FORCE, "DA1")}), internal=True)
    monkeypatch.setattr(access, "identify", lambda: reader)
    page.run()
    assert not [box for box in page.checkbox if box.key.startswith("note_force")]
    assert not [box for box in page.text_input if box.key.startswith("note_name")]
    whole = next(n for n in annotations.standing(store, FORCE) if n.unit is None)
    assert f"note_remove_{whole.id}" not in keys(page)
    page.text_input(key="note_text_1").set_value("Night cover began")
    page.button(key="note_add_1").click().run()
    assert annotations.standing(store, FORCE)[-1].by == "B. Officer"
