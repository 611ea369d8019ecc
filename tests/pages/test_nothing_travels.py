"""Whatever can be taken away is words and numbers: no formula, nothing hidden, no leftover of an upload."""

import ast
import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import access
from contracts import DATASETS, WORKBOOKS, to_excel, workbook
from etl.checking.check_file import check, returned
from etl.loading.decisions import Accepts, Decisions, Holds
from etl.loading.load import load
from etl.next_month import of_unit
from exports.formats import FORMATS
from exports.plain_copy import plain_copy
from exports.tables import to_csv, to_xlsx
from store import open_store
from store.own_settings import keep_for_samples, settings_of
from tests.architecture.test_layers import ROOT, files, layer_of
from tests.depth import DEEP
from tests.etl.intake.workbooks import CASELOAD
from tests.etl.intake.workbooks import workbook as book
from tests.exports import read_back
from tests.exports.read_back import everything
from tests.exports.travels import CELLS, MARK, faults, hostile, rows, runs
from tests.pages.opening import at_page
from tests.pages.test_states import DASHBOARD
from ui.briefing.choices import Asked
from ui.briefing.compose import compose
from ui.findings.upload import every_cell
from ui.page import open_page
from ui.page.menu import PAGES

SEPTEMBER = date(2026, 9, 30)
NAME = f"=cmd {MARK[:0]}+1.xlsx"
OF_UPLOADS = ("data/returns",)
WALKED = [entry.id for entry in PAGES] if DEEP else OF_UPLOADS
# Where a button's file may be made: tables, templates, the workbook returned and that of a unit's next month.
MAKERS = {
    "briefing/kept.py",
    "parts/download.py",
    "definitions/definitions.py",
    "upload/upload_check.py",
    "upload/upload_unit_book.py",
}


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """A store to which the hostile workbook was sent, and a caseload of which a row is held back."""
    place = tmp_path_factory.mktemp("sent")
    counted = [SEPTEMBER, "Domestic abuse investigation", "domestic abuse", 120, 14, 41, 38]
    faulty = [SEPTEMBER, "Child abuse investigation", "child abuse", "=1+1 lots", 3, 12, 10]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PPU_KEY_DIR", str(place / "keys"))
        store = keep_for_samples(open_store(place / "store"))
        decisions = Decisions(accepts=(Accepts("@SUM(1)"),), holds=(Holds("=1+1 asked"),))
        sent = [(NAME, hostile(SEPTEMBER)), ("-case.xlsx", book(**{"+Cases": [CASELOAD, counted, faulty]}))]
        done = load(store, sent, "+S Patel", decisions)
    assert len(done.loads) == 2, done
    return store


@pytest.fixture
def taken(sent, monkeypatch):
    """Every file that a page offers, by its name: `taken("data/returns", "publication")`."""

    def open_it(page, mode):
        held = {}

        def button(label, data=None, file_name="", **how):
            held[f"{how['key']} {file_name}"] = data() if callable(data) else data

        monkeypatch.setattr(st, "download_button", button)
        monkeypatch.setenv("PPU_STORE", str(sent.path))
        if mode == "publication":
            reader = access.identify()
            monkeypatch.setattr(access, "identify", lambda: replace(reader, internal=False))
        st.cache_data.clear()
        st.cache_resource.clear()
        app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
        app.query_params["metric"] = "staffing/funded_fte"
        app = at_page(app, page)
        assert not app.exception, [e.message for e in app.exception]
        return held

    return open_it


@pytest.mark.parametrize("mode", ["internal", "publication"])
@pytest.mark.parametrize("page", WALKED)
def test_what_a_page_hands_over_holds_words_and_numbers_and_nothing_hidden(taken, page, mode):
    held = taken(page, mode)
    assert [fault for name, data in held.items() for fault in faults(name, data)] == []
    if page == "data/returns" and mode == "internal":
        said = str([rows(data) for name, data in held.items() if name.endswith(".csv")])
        assert NAME in said and "asked" in said  # the words did come that far


def test_every_button_of_the_product_is_one_of_those_that_are_looked_at():
    found = {
        path.relative_to(ROOT / "ui").as_posix()
        for path in files()
        if layer_of(path) in ("ui", "pages")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "download_button"
    }
    assert found == MAKERS


def test_the_workbook_returned_with_its_faults_marked_holds_none_of_what_came_with_it(sent):
    file = (NAME, hostile(SEPTEMBER, fte="=1+1 lots"))
    made = returned(sent, settings_of(sent), file)
    assert faults("marked.xlsx", made) == []
    report = check(sent, settings_of(sent), [file])[0]
    table = every_cell(report)
    assert len(table) >= len(CELLS)
    for name, data in (("faults.csv", to_csv(table)), ("faults.xlsx", to_xlsx(table, NAME))):
        assert faults(name, data) == []


def test_a_template_and_the_workbook_of_a_units_next_month_hold_none_of_it(sent):
    made = of_unit.next_month(sent, settings_of(sent), "DA1")
    assert any(cell in str(made.sheets) for cell in CELLS)  # what was sent stands in it, as words
    assert faults("next.xlsx", of_unit.workbook(sent, made, "me")) == []
    lists = {"units": tuple(CELLS), "courses": ("DA Matters",)}
    for name in WORKBOOKS:
        assert faults(f"{name}.xlsx", to_excel.workbook_template(workbook(name), lists)) == []
    assert faults("people.xlsx", to_excel.template(DATASETS["people"], lists)) == []


def test_the_look_finds_each_of_these_where_it_is_there():
    told = " ".join(faults("sent.xlsx", hostile(SEPTEMBER)))
    assert [
        word for word in ("hidden sheet", "defined name", "author", "custom.xml", MARK) if word not in told
    ] == []
    assert faults("a.csv", b"Unit\r\n=1+1\r\n-4\r\n") == ["a.csv: '=1+1'"]


@pytest.fixture(scope="module")
def told(sent):
    """What stands in each file of a document of that store, and in its plain copy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PPU_STORE", str(sent.path))
        st.cache_data.clear()
        st.cache_resource.clear()
        force = settings_of(sent).forces[0].code
        st.session_state["view"] = (force, str(SEPTEMBER), "all")
        page = open_page._gather("case/briefing", access.local_user())
        chosen = ("pressure", "staffing_gap", "promises", "data_quality", "methods")
        made = compose(page, Asked("chief", "pack", None, False, chosen, made_by="+S Patel")).document
    files = {kind: each.write(made) for kind, each in FORMATS.items()}
    return {**files, "zip": plain_copy(made, {})}


@pytest.mark.parametrize("kind", [*FORMATS, "zip"])
def test_no_document_of_what_was_sent_holds_a_leftover_of_it_or_runs(told, kind):
    if kind == "zip":
        with zipfile.ZipFile(io.BytesIO(told[kind])) as parts:
            held = {name: parts.read(name) for name in parts.namelist()}
        text = str([data.decode() for data in held.values()])
        cells = [
            cell for name, data in held.items() if name.endswith(".csv") for row in rows(data) for cell in row
        ]
        assert not [cell for cell in cells if runs(cell)]
    else:
        text = everything(kind, told[kind])
    assert NAME.removeprefix("=") in text.replace("\n", " ")  # the words did come that far
    assert MARK not in text and "ddeLink" not in text


def test_a_workbook_of_a_document_runs_nothing_that_was_sent(told):
    book = read_back.book(told["xlsx"])
    assert not [c.value for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert {sheet.sheet_state for sheet in book} == {"visible"} and not book.defined_names
