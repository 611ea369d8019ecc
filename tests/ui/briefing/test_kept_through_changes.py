"""A document stays as it was handed over: through a correction, which is told, and a backup put back."""

from datetime import date
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import access
from etl.__main__ import main
from store import document_files, documents, open_store, place
from store.own_settings import keep_for_samples
from store.place import Store
from tests.etl.load.test_command_line import caseload
from ui.briefing.choices import Asked
from ui.briefing.production import Production
from ui.figures import status
from ui.page import open_page

DASHBOARD = Path(__file__).parents[3] / "dashboard.py"
FORCE, SEPTEMBER = "NORTHSHIRE", date(2026, 9, 30)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A store of two months of one unit, loaded through its door, and a document of the second."""
    folder = tmp_path_factory.mktemp("handed over")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PPU_STORE", str(folder / "store"))
        patch.setenv("PPU_KEY_DIR", str(folder / "keys"))
        patch.setattr(status, "today", lambda: date(2026, 10, 20))
        keep_for_samples(open_store())
        for name, open_cases, month in (("august", 80, date(2026, 8, 31)), ("september", 100, SEPTEMBER)):
            send(folder, name, open_cases, month)
        keep_a_document()
    return folder


@pytest.fixture(autouse=True)
def of_home(home, monkeypatch):
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    monkeypatch.setenv("PPU_STORE", str(home / "store"))
    monkeypatch.setenv("PPU_KEY_DIR", str(home / "keys"))
    place._opened.clear()


def send(folder, name, open_cases, month=SEPTEMBER):
    """Load a caseload of one row as a person would."""
    (folder / f"{name}.xlsx").write_bytes(caseload(open_cases, month=month))
    assert main(["load", str(folder / f"{name}.xlsx"), "--by", "me", "--accept", "a test"]) == 0


def keep_a_document():
    """Make the brief of what is published now, with all its files."""
    st.session_state["view"] = (FORCE, str(SEPTEMBER), "all")
    page = open_page._gather("case/briefing", access.local_user())
    asked = Asked("superintendent", "brief", None, False, ("pressure",), made_by="A Maker")
    job = Production(page, asked)
    job.start()
    job.wait(120)
    assert job.number, job.why_not


def handed_over(store):
    """The files of the one document that is kept, by name."""
    [one] = documents.every(store, FORCE)
    return {file.name: document_files.content(store, file) for file in one.files}


def said_of_the_briefing():
    app = AppTest.from_file(str(DASHBOARD), default_timeout=90).run()
    app = app.switch_page("pages/case/briefing.py").run()
    for button in (each for each in app.button if each.label == "What has changed"):
        app = button.click().run()
    assert not app.exception, [e.message for e in app.exception]
    return unescape("\n".join(e.proto.body for e in app.main if e.type == "html"))


def test_after_a_backup_is_put_back_its_files_are_the_same_byte_for_byte(home):
    before = handed_over(open_store())
    assert {Path(name).suffix for name in before} == {".pdf", ".pptx", ".docx", ".xlsx", ".zip"}
    assert main(["backup", str(home / "kept.zip"), "--by", "me"]) == 0
    elsewhere = home / "elsewhere"
    assert main(["--store", str(elsewhere), "restore", str(home / "kept.zip"), "--by", "me"]) == 0
    assert handed_over(Store(elsewhere)) == before
    assert documents.figures(Store(elsewhere), 1) == documents.figures(Store(home / "store"), 1)


def test_after_a_correction_the_figures_that_changed_are_named_and_the_files_are_not(home):
    before = handed_over(open_store())
    send(home, "september corrected", 137)
    told = said_of_the_briefing()
    assert "The figures have changed since: these 2." in told
    for unit in ("all its units together", "Domestic abuse investigation"):
        changed = f"Open work, investigations, {unit}, September 2026: 100 in the document, 137 today."
        assert changed in told
    assert "August 2026:" not in told
    assert handed_over(open_store()) == before
