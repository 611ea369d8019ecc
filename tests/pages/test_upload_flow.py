"""From the choice of a file to figures that moved, and back: with real workbooks and the real worker."""

import re
import time
from datetime import date
from io import BytesIO

import openpyxl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from contracts import dataset
from contracts.to_excel import template
from etl.loading import worker
from settings import sample
from store import history, publications
from store.own_settings import keep_for_samples
from store.place import open_store
from tests.pages.opening import at_page
from tests.pages.test_states import DASHBOARD, h1, text

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORCE = sample().forces[0]
UNIT = next(u for u in FORCE.units if not u.benchmark)


def workbook(name, rows):
    """The template of a sheet, filled with rows of title to value."""
    lists = {"units": [u.title for u in FORCE.units], "courses": [c.title for c in FORCE.courses]}
    book = openpyxl.load_workbook(BytesIO(template(dataset(name), lists)))
    sheet = book[dataset(name).title]
    headings = {cell.value: cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, start=2):
        for title, value in row.items():
            sheet.cell(number, headings[title], value)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def caseload(month, still_open):
    return workbook(
        "caseload",
        [
            {
                "Month end": month,
                "Unit": UNIT.title,
                "Work type": "domestic abuse",
                "Open": still_open,
                "Unallocated": 4,
                "New": 30,
                "Closed": 20,
            }
        ],
    )


@pytest.fixture
def app(tmp_path, monkeypatch):
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "key"))
    st.cache_data.clear()
    st.cache_resource.clear()
    keep_for_samples(open_store())
    return at_page(AppTest.from_file(str(DASHBOARD), default_timeout=60), "data/upload")


def choose(app, *files):
    app.file_uploader[0].set_value([(name, data, XLSX) for name, data in files]).run()
    return text(app)


def wait(app):
    """Let the worker end, as the page's own timer would."""
    store = open_store(None)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if "job_running" not in app.session_state:
            return text(app)
        if worker.status(store, app.session_state["job_running"].name).state != "running":
            app.run()
        time.sleep(0.2)
    raise AssertionError("the worker did not end")


def see_what_would_change(app):
    """Let the worker end that works it out, as the page's own timer would: nothing can be accepted before."""
    store = open_store(None)
    until = time.monotonic() + 120
    while time.monotonic() < until:
        if worker.status(store, app.session_state["difference_job"]).state != "running":
            app.run()
            return text(app)
        time.sleep(0.2)
    raise AssertionError("what would change was not worked out")


def press(app, label):
    if label.startswith("Accept"):
        see_what_would_change(app)
    next(b for b in app.button if b.label.startswith(label)).click().run()


def test_a_spoiled_file_says_what_where_and_how_to_fix_it_and_saves_nothing(app):
    spoiled = workbook("caseload", [{"Month end": date(2026, 8, 31), "Unit": "Nowhere", "Open": "lots"}])
    said = choose(app, ("spoiled.xlsx", spoiled))
    assert "to put right" in h1(said)
    assert "Rows to put right: spoiled.xlsx" in said and "How to fix it" in said
    assert not [b for b in app.button if b.label.startswith("Accept")]
    assert not list(open_store(None).published.iterdir())


def test_what_is_not_a_workbook_is_said_in_a_sentence(app):
    said = choose(app, ("notes.xlsx", b"these are notes"))
    assert h1(said) == "notes.xlsx: 1 thing to put right"
    assert "No sheet in the file looks like one of the returns." in said and "If you accept" not in said


def test_a_month_is_checked_accepted_shown_and_undone(app):
    said = choose(app, ("august.xlsx", caseload(date(2026, 8, 31), 100)))
    assert h1(said) == "Caseload, August 2026: ready to load" and "Nothing has been saved yet" in said
    press(app, "Accept and load")
    said = wait(app)
    assert h1(said).startswith("Loaded")
    press(app, "Send other files")

    said = choose(app, ("september.xlsx", caseload(date(2026, 9, 30), 140)))
    press(app, "Accept and load")
    said = wait(app)
    assert "September 2026" in said and h1(said).startswith("Loaded")

    press(app, "Undo load")
    press(app, "Undo")
    said = wait(app)
    assert h1(said) == "Undone"
    returns = text(app.switch_page("pages/data/returns.py").run())
    assert "Undone" in returns and "september.xlsx" in returns


@pytest.mark.deep
def test_the_same_file_sent_again_changes_nothing_and_says_so(app):
    same = ("august.xlsx", caseload(date(2026, 8, 31), 100))
    for _ in range(2):
        choose(app, same)
        press(app, "Accept and load")
        said = wait(app)
        press(app, "Send other files")
    assert h1(said) == "Nothing was changed" and "already loaded" in said


def test_more_than_ten_files_at_once_are_turned_back(app):
    said = choose(app, *[(f"{n}.xlsx", b"x") for n in range(11)])
    assert h1(said) == "Send a month's returns"


@pytest.mark.deep
def test_a_load_is_undone_from_the_returns_page(app):
    choose(app, ("august.xlsx", caseload(date(2026, 8, 31), 100)))
    press(app, "Accept and load")
    wait(app)
    app.switch_page("pages/data/returns.py").run()
    press(app, "Undo this load")
    press(app, "Undo")
    assert "was undone" in wait(app)


def two_months(app):
    """August and September, accepted together."""
    august, september = caseload(date(2026, 8, 31), 100), caseload(date(2026, 9, 30), 140)
    choose(app, ("august.xlsx", august), ("september.xlsx", september))
    app.text_input(key="sender_field").set_value("S Patel").run()
    press(app, "Accept and load")
    return wait(app)


def labels(app):
    return [button.label for button in app.button]


def anew(page):
    """The page for somebody who has only just come."""
    return at_page(AppTest.from_file(str(DASHBOARD), default_timeout=60), page)


@pytest.mark.deep
def test_whoever_comes_to_the_page_later_finds_the_last_load_its_sender_what_it_changed_and_the_way_back(app):
    two_months(app)
    later = anew("data/upload")
    said = text(later)
    assert "The last load" in said and "august.xlsx and september.xlsx" in said and "by S Patel" in said
    assert "1 row loaded" in said and "Undo all 2 loads" in labels(later)
    assert "Headline figures before and after the last load" in said
    assert {load.loaded_by for load in history.loads(open_store(None))} == {"S Patel"}

    press(later, "Undo all 2 loads")
    press(later, "Undo")
    wait(later)
    assert {load.state for load in history.loads(open_store(None))} == {"undone"}
    after = anew("data/upload")
    assert not [label for label in labels(after) if label.startswith("Undo")]
    said = text(after)
    assert re.search(r"Undone by .+ on \d+ \w+ \d{4}", said) and "1 row loaded" not in said


@pytest.mark.deep
def test_nothing_is_undone_before_the_question_is_answered_and_keep_keeps(app):
    two_months(app)
    press(app, "Undo all 2 loads")
    said = text(app)
    assert "Undo these 2 loads?" in said and "The figures go back to what they were" in said
    assert [label for label in labels(app) if label in ("Undo", "Keep")] == ["Undo", "Keep"]
    press(app, "Keep")
    assert "Undo all 2 loads" in labels(app)
    assert {load.state for load in history.loads(open_store(None))} == {"published"}


@pytest.mark.deep
def test_loads_that_were_sent_together_are_undone_together_from_the_returns_page(app):
    two_months(app)
    app.switch_page("pages/data/returns.py").run()
    assert app.radio[0].value == "This load alone" and "Undo this load" in labels(app)
    app.radio[0].set_value("All 2 loads sent together").run()
    press(app, "Undo these 2 loads")
    assert "Undo these 2 loads?" in text(app) and "August 2026 to September 2026" in text(app)
    press(app, "Undo")
    assert "Loads L00001 and L00002 were undone." in wait(app)
    assert publications.current(open_store(None)).id == 2


@pytest.mark.deep
def test_the_newest_load_alone_is_what_is_undone_unless_more_is_chosen(app):
    two_months(app)
    app.switch_page("pages/data/returns.py").run()
    press(app, "Undo this load")
    press(app, "Undo")
    assert "Load L00002 was undone." in wait(app)
    assert [load.state for load in history.loads(open_store(None))] == ["undone", "published"]


def test_before_the_first_load_the_returns_page_names_the_force_of_the_settings(app):
    said = text(app.switch_page("pages/data/returns.py").run())
    assert FORCE.name in said and "No force yet" not in said
