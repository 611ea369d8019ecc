"""What the pages say where only some of the sheets were ever sent, loaded through the real path."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from etl.loading.decisions import all_accepted
from etl.loading.load import load
from etl.samples.attrition_book import attrition_sheets
from etl.samples.calendar import read_month
from etl.samples.caseload_book import caseload_sheets
from etl.samples.desk import Desk
from etl.samples.force import months
from etl.samples.stories import Stories
from etl.samples.training_book import training_sheets
from etl.samples.workbook import write
from etl.samples.writing import SEED
from store.own_settings import keep_for_samples
from store.place import open_store
from tests.etl.intake.test_police_strength import BODY, HEAD, INDEX
from tests.etl.intake.workbooks import workbook
from tests.pages.opening import at_page
from ui.figures import status

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
LAST = read_month("2026-09")
PAGES = {
    "overview/overview", "units/pressure", "units/one_unit", "workforce/training", "workforce/staffing",
    "workforce/attrition", "case/people_needed", "case/scenarios", "case/demand_and_resource",
    "case/benchmarks", "case/briefing", "data/upload", "data/returns", "data/definitions", "data/trace",
}  # fmt: skip
ROOT = DASHBOARD.parent
LINK_TO_A_MEASURE = re.compile(r'<a href="definitions.*?</a>')


def caseload(desk, month):
    return caseload_sheets(desk, month)[:1]


def establishment(desk, month):
    return attrition_sheets(desk, month)[:1]


SENT = {
    "caseload and establishment": (caseload, establishment),
    "caseload": (caseload,),
    "training": (training_sheets,),
    "police strength": (),
}


@pytest.fixture(scope="module")
def homes(tmp_path_factory):
    """For each choice of sheets a folder with the store of three months of them, made when asked for."""
    made = {}

    def home(sent: str) -> Path:
        if sent not in made:
            made[sent] = tmp_path_factory.mktemp(sent.replace(" ", "_"))
            _fill(made[sent], sent)
        return made[sent]

    return home


def _fill(home: Path, sent: str) -> None:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PPU_KEY_DIR", str(home / "key"))
        files = _strength() if sent == "police strength" else _months(home, SENT[sent])
        done = load(
            keep_for_samples(open_store(home / "store")),
            files,
            by="the tests",
            decisions=all_accepted("a test"),
        )
        assert not done.refused, done.refused


def _strength() -> list[tuple[str, bytes]]:
    return [("strength.xlsx", workbook(Index=INDEX, Table_1=[*HEAD, *BODY]))]


def _months(home: Path, books) -> list[tuple[str, bytes]]:
    desk, files = Desk("Northshire Police", Stories(LAST), home), []
    for month in months("NORTHSHIRE", SEED, LAST, 3):
        for book in books:
            path = home / f"{book.__name__} {month.number}.xlsx"
            write(path, book(desk, month))
            files.append((path.name, path.read_bytes()))
    return files


@pytest.fixture
def said(homes, monkeypatch):
    """Everything a page says, opened on the store where only these sheets were sent."""
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))

    def say(sent: str, page: str) -> str:
        home = homes(sent)
        monkeypatch.setenv("PPU_STORE", str(home / "store"))
        monkeypatch.setenv("PPU_KEY_DIR", str(home / "key"))
        st.cache_data.clear()
        st.cache_resource.clear()
        app = at_page(AppTest.from_file(str(DASHBOARD), default_timeout=60), page)
        assert not app.exception, [e.message for e in app.exception]
        html = [e.proto.body for e in app.main if e.type == "html"]
        parts = html + [e.value for e in (*app.markdown, *app.caption)]
        told = unescape("\n".join(part for part in parts if "<style" not in part))
        return LINK_TO_A_MEASURE.sub("", told)  # those bear the catalogue's own names

    return say


def head(text: str) -> str:
    """The one head of the page."""
    assert text.count("<h1>") == 1
    return text.split("<h1>")[1].split("</h1>")[0]


# The ordinary run opens every page once, each way of sending on some of them.
OPENED = [
    pytest.param(page, sent, marks=() if n % len(SENT) == m else pytest.mark.deep)
    for n, page in enumerate(sorted(PAGES))
    for m, sent in enumerate(SENT)
]


@pytest.mark.parametrize(("page", "sent"), OPENED)
def test_every_page_opens_with_one_head_whatever_was_sent(said, sent, page):
    assert head(said(sent, page))


def test_every_page_there_is_was_opened():
    assert {f"{f.parent.name}/{f.stem}" for f in (ROOT / "pages").glob("*/*.py")} == PAGES


BOTH = "caseload and establishment"


def test_the_overview_sets_open_work_against_people_in_post_and_says_so(said):
    text = said(BOTH, "overview/overview")
    assert re.match(
        r"[\d.]+ open investigations for each investigator in post, (up|down|the same)", head(text)
    )
    assert "Open investigations per investigator in post" in text and "Vacancy" in text
    assert "over everyone in post whose role carries work" in text
    assert "Not in for September 2026: People, Unavailable and Training." in text
    assert "deployable investigator" not in text and "Deployable, of funded posts" not in text


def test_pressure_and_one_unit_name_the_same_measure(said):
    pressure, one = said(BOTH, "units/pressure"), said(BOTH, "units/one_unit")
    assert "open investigations for each investigator in post; " in head(pressure)
    assert "open investigations per investigator in post" in head(one)
    assert "deployable investigator" not in pressure + one and "per deployable carrier" not in pressure + one
    assert "Training, in the training workbook, shows who is in date" in one


def test_staffing_goes_as_far_as_in_post_and_says_what_deployable_needs(said):
    text = said(BOTH, "workforce/staffing")
    assert re.match(
        r"[\d.]+ of [\d.]+ funded FTE in post; how many can carry work is not known",
        head(text),
    )
    assert "it needs People or Unavailable, of the attrition workbook" in text
    assert "vacant than the rest of the force" in text


@pytest.mark.parametrize(
    ("page", "sheet", "shows"),
    [
        ("workforce/training", "Training and People", "who is in date on what their role needs"),
        ("workforce/attrition", "People", "who came and left"),
    ],
)
def test_a_page_without_its_sheet_names_it_its_workbook_and_what_it_would_show(said, page, sheet, shows):
    text = said(BOTH, page)
    assert f"No {sheet} return yet for September 2026." in text
    assert "in the attrition workbook, shows" in text and shows in text


def test_caseload_alone_counts_the_work_and_says_that_it_cannot_be_set_against_people(said):
    for page in ("overview/overview", "units/pressure", "units/one_unit"):
        assert "open investigations; how many for each person is not known" in head(said("caseload", page))


def test_training_alone_does_not_say_that_nothing_is_unusual(said):
    text = said("training", "overview/overview")
    assert head(text) == "No caseload return for this month"
    assert "Nothing unusual" not in text and "No chart has enough months to be judged yet" in text
    assert "No People return yet" in said("training", "workforce/training")


def test_police_strength_alone_fills_its_own_page_and_no_other(said):
    assert "Avon and Somerset had 7.5 FTE officers" in head(said("police strength", "case/benchmarks"))
    assert head(said("police strength", "overview/overview")) == "No returns have been loaded yet"


@pytest.mark.parametrize("sent", ["caseload", "training"])
def test_returns_name_the_sheets_that_never_came(said, sent):
    text = said(sent, "data/returns")
    assert f"Of the 5 sheets expected, sent here: {sent.capitalize()}." in text
    assert "have never been sent; every other expected return is in" in head(text)
    assert "Never sent: " in text and "Establishment" in text.split("Never sent: ")[1]
