"""No page shows the insides of the product: a wrong setting, an unusable store, a fault nobody foresaw."""

import re
import shutil
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from settings import SAMPLE
from store import open_store
from store.place import StoreProblem
from tests.pages.test_states import DASHBOARD, h1, text
from tests.ui.made_warehouse import Made, publish
from ui.figures import session
from ui.page import footer
from ui.page.menu import PAGES
from ui.upload import job

ROOT = DASHBOARD.parent
FILES = [page.file for page in PAGES]


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store with a month in it and settings of its own."""
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "store"))
    st.cache_data.clear()
    st.cache_resource.clear()
    publish(tmp_path / "store", Made(months=1))
    made = open_store()
    for file in SAMPLE.glob("*.toml"):
        shutil.copy(file, made.settings)
    return made


def spoil(store) -> int:
    """A typo in the settings; the line where it stands."""
    courses = store.settings / "courses.toml"
    lines = courses.read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith("valid_months"))
    lines[number] = 'valid_months = "two years"'
    courses.write_text("\n".join(lines), "utf-8")
    return number + 1


def test_while_a_setting_is_wrong_the_definitions_open_and_say_so(store):
    line = spoil(store)
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    app.query_params["show"] = "sheets"
    said = text(app.switch_page("pages/data/definitions.py").run())
    assert "A setting cannot be used" in said and f"courses.toml, line {line}: " in said
    assert h1(said).startswith("What the numbers mean")
    assert "Types of unit" in said


@pytest.mark.parametrize("file", [page.file for page in PAGES if not page.explains])
def test_a_setting_spoiled_under_a_running_dashboard_is_said_with_file_line_reason_and_way_out(store, file):
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    assert h1(text(app)) != "A setting cannot be used"
    line = spoil(store)
    said = text(app.switch_page(file).run())
    assert h1(said) == "A setting cannot be used"
    assert f"courses.toml, line {line}: " in said and "valid_months" in said
    assert str(store.settings) in said and "load this page again" in said


def test_once_the_setting_is_put_right_the_page_is_back(store):
    spoil(store)
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    shutil.copy(SAMPLE / "courses.toml", store.settings)
    assert h1(text(app.run())) != "A setting cannot be used"


def raising(reason):
    def fail(*rest, **named):
        raise reason

    return fail


@pytest.mark.parametrize("file", FILES)
def test_a_store_that_cannot_be_used_is_said_as_it_says_itself(store, monkeypatch, file):
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    reason = StoreProblem("The disk is away. Put it back.")
    monkeypatch.setattr(session, "the_store", raising(reason))
    said = text(app.switch_page(file).run())
    assert h1(said) == "The store cannot be used" and "The disk is away. Put it back." in said


@pytest.mark.page_fails
def test_a_fault_nobody_foresaw_gives_a_reference_and_leaves_the_details_in_the_log(
    store, monkeypatch, caplog
):
    monkeypatch.setattr(footer, "finish", raising(RuntimeError("PC 1234 Smith is in this message")))
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    assert not app.exception
    html = "".join(e.proto.body for e in app.main if e.type == "html")
    assert "Smith" not in html and "RuntimeError" not in html and "Traceback" not in html
    (reference,) = re.findall(r"reference ([0-9a-f]{8})\.", html)
    told = next(r for r in caplog.records if reference in r.getMessage())
    assert told.exc_info and "Smith" in str(told.exc_info[1])
    assert [
        e for e in app.get("html") if ".st-key-page_body" in e.proto.body
    ]  # the half that was drawn is put away


@pytest.mark.page_fails
def test_the_part_that_watches_a_job_says_its_own_fault_and_leaves_the_page_standing(store, monkeypatch):
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    app.session_state["job_running"] = job.Job("x", "load", ())
    monkeypatch.setattr("etl.loading.worker.status", raising(OSError("no")))
    said = text(app.switch_page("pages/data/upload.py").run())
    assert h1(said) == "Loading the files" and "This page cannot be shown" in said


def test_the_dashboard_stays_short():
    assert len(Path(DASHBOARD).read_text("utf-8").splitlines()) < 80
