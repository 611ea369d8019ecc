"""A document shows what the pages show: its tables and charts are, byte for byte, what they offer as CSV."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import access
from exports.document import Chart, Findings, Paragraph, Table
from exports.tables import to_csv
from metrics.catalogue import METRICS
from tests.pages.opening import at_page
from tests.pages.test_scenarios import saved
from tests.ui.made_warehouse import FORCE, Made, publish
from ui.briefing.choices import SECTIONS, Asked
from ui.briefing.compose import compose
from ui.case import need
from ui.figures import status
from ui.page import open_page

DASHBOARD = Path(__file__).parents[3] / "dashboard.py"
SEPTEMBER = date(2026, 9, 30)
FAMILIES = ("investigations", "registered offenders", "referrals")
PAGES = (
    *((name, {}) for name in ("overview/overview", "workforce/staffing", "workforce/training")),
    *((name, {}) for name in ("workforce/attrition", "case/people_needed", "case/demand_and_resource")),
    *(("units/pressure", {"family": family}) for family in FAMILIES),
    *((name, {}) for name in ("data/returns", "data/definitions")),
    ("case/scenarios", {"scenario": "1"}),
)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """One published store with a saved scenario; its file is not changed after this."""
    made = publish(tmp_path_factory.mktemp("same") / "store", Made(months=13))
    saved(made, units=())
    return made


@pytest.fixture(autouse=True)
def of_store(place, monkeypatch):
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    monkeypatch.setattr(need, "DRAWS", 200)
    monkeypatch.setenv("PPU_STORE", str(place))
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture(params=[True, False], ids=["internal", "publication"])
def reader(request, monkeypatch):
    """The local user in both modes."""
    who = replace(access.local_user(), internal=request.param)
    monkeypatch.setattr(access, "identify", lambda: who)
    return who


def of_pages(monkeypatch, pages):
    """Every CSV that the pages hand over, and all their words."""
    held: set[bytes] = set()

    def button(label, data=None, file_name="", **how):
        if file_name.endswith(".csv"):
            held.add(data())

    monkeypatch.setattr(st, "download_button", button)
    told = []
    for name, address in pages:
        app = AppTest.from_file(str(DASHBOARD), default_timeout=90)
        for key, value in address.items():
            app.query_params[key] = value
        at_page(app, name)
        assert not app.exception, [e.message for e in app.exception]
        told += [e.proto.body for e in app.main if e.type == "html"]
        told += [e.value for e in (*app.caption, *app.markdown)]
    return held, plain("\n".join(told))


def plain(text):
    """Words without markup and odd spaces."""

    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def made(reader, sections):
    """The full pack of these sections for the reader."""
    st.session_state["view"] = (FORCE, str(SEPTEMBER), "all")
    page = open_page._gather("case/briefing", reader)
    asked = Asked("chief", "pack", None, not reader.internal, sections, made_by="A Maker")
    return page, compose(page, asked).document


def frames(document):
    for part in document.sections:
        for block in part.blocks:
            if isinstance(block, Table):
                yield part.id, block.title, block.frame
            elif isinstance(block, Chart):
                yield part.id, block.model.title, block.model.numbers()


def missing(document, held, small=()):
    """The tables and charts that no page hands over; a small chart of a unit stands on its own page."""
    single = [each for each in frames(document) if len(each[2].columns) > 1]
    assert single
    return [
        (part, title) for part, title, frame in single if to_csv(frame) not in held and title not in small
    ]


def test_the_numbers_of_a_section_are_those_that_its_page_hands_over(monkeypatch, reader):
    held, _ = of_pages(monkeypatch, [("workforce/attrition", {})])
    _, document = made(reader, ("attrition",))
    assert missing(document, held) == []


@pytest.mark.deep
def test_every_number_of_the_document_is_on_the_pages_in_the_same_mode(monkeypatch, reader):
    held, told = of_pages(monkeypatch, PAGES)
    page, document = made(reader, tuple(SECTIONS))
    parts = tuple(part for part in document.sections if part.id not in ("data_quality", "methods"))
    assert {part.id for part in parts} == set(SECTIONS) - {"data_quality", "methods"}
    assert missing(replace(document, sections=parts), held, {unit.title for unit in page.units}) == []
    assert unsaid(document, told) == []
    assert levels(document) == {
        (METRICS[each.metric].say(each.level), each.set_by, each.why)
        for each in page.force_settings.lines
        if each.metric in METRICS and each.holds_on(SEPTEMBER)
    }


def unsaid(document, told):
    """What the section on data quality says and no page does: its lines, and the cells of its tables."""
    [part] = [each for each in document.sections if each.id == "data_quality"]
    lines = []
    for block in part.blocks:
        lines += block.lines if isinstance(block, Findings) else ()
        lines += (block.text,) if isinstance(block, Paragraph) else ()
        lines += [str(v) for v in block.frame.to_numpy().ravel()] if isinstance(block, Table) else ()
    assert len(lines) > 10
    return [line for line in lines if plain(line) not in told]


def levels(document):
    """The levels that the section on methods has, with whose each is and why; no page lists them."""
    return {
        (row["Level the force watches"], row["Set by"], row["Why"])
        for part, title, frame in frames(document)
        if (part, title) == ("methods", "Levels that the force has set")
        for row in frame.to_dict("records")
    }
