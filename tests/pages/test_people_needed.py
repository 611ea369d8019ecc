"""How many people the work needs, in each state: with hours for a case, without, one unit, one month."""

import shutil
from datetime import date
from html import unescape
from pathlib import Path

import duckdb
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import settings
from tests.pages.opening import at_page
from tests.pages.test_states import BANNED, h1, text
from tests.ui.made_warehouse import Made, publish
from ui.case import need
from ui.figures import status

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
PAGE = "case/people_needed"
# unit and its kind of work; the rest of the made units have none that hours are approved for
TYPES = {"DA1": "domestic abuse", "RASSO1": "rape", "VA1": "adult at risk"}


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    """A store with hours for a case, one without, and one of a single month."""
    root = tmp_path_factory.mktemp("need")
    for name, made in (("with", Made(months=13)), ("one month", Made(months=1))):
        _typed(publish(root / name, made) / "published" / "made.duckdb")
    shutil.copytree(root / "with", root / "without")
    (root / "without" / "settings").mkdir(exist_ok=True)
    for file in settings.SAMPLE.glob("*.toml"):
        said = file.read_text("utf-8")
        if file.name == "workload.toml":
            said = said.split("[[weights]]", 1)[0]
        (root / "without" / "settings" / file.name).write_text(said, "utf-8")
    return root


def _typed(file: Path) -> None:
    with duckdb.connect(str(file)) as con:
        for unit, kind in TYPES.items():
            con.execute(
                "update figure set work_type = ? where metric = 'pressure/new' and unit = ?", [kind, unit]
            )
        con.execute(
            "update figure set work_type = work_family where metric = 'pressure/new' and work_type is null"
        )


@pytest.fixture
def opened(stores, tmp_path, monkeypatch):
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    monkeypatch.setattr(need, "DRAWS", 400)

    def open_it(name, **address):
        monkeypatch.setenv("PPU_STORE", str(stores / name))
        st.cache_data.clear()
        st.cache_resource.clear()
        app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
        for key, value in address.items():
            app.query_params[key] = value
        return at_page(app, PAGE)

    return open_it


def said_of(app):
    said = unescape(text(app))
    assert h1(said)
    assert not [word for word in BANNED if f" {word} " in f" {said.lower()} "]
    return said


def test_with_approved_hours_the_page_answers_in_a_range_and_says_what_it_rests_on(opened):
    said = said_of(opened("with"))
    assert h1(said).startswith("The work needs between ") and "middle of the simulated range" in h1(said)
    assert "2 of 8 units in view" in said
    assert "FTE who can be deployed, the evidence supports" in said or "no evidence of a gap" in said
    assert "The chance that the work needs more than" in said and "The answer hangs mainly on" in said
    assert "The gaps, 2 of 8 units in view, September 2026" in said
    assert "Left out, work and people: Adults at risk, Child abuse investigation" in said
    for word in (
        "Every assumption",
        "Workshop of five investigators",
        "20 March 2025",
        "60 to 140",
        "5% to 12%",
    ):
        assert word in said
    assert "Every case alike" in said and "Posts and people: investigators" in said
    assert "400 draws, seed" in said and "so the range is too narrow" in said


@pytest.mark.deep
def test_one_unit_is_reckoned_alone(opened):
    app = opened("with", unit="RASSO1")
    said = said_of(app)
    assert "full-time equivalent (FTE), Rape and serious sexual offences" in said
    assert "Hours for a case of domestic abuse" not in said and "Hours for a case of rape" in said
    assert app.selectbox(key="filter_unit").value == "RASSO1"


@pytest.mark.deep
def test_a_unit_whose_work_has_no_approved_hours_says_which_and_shows_its_posts(opened):
    said = said_of(opened("with", unit="VA1"))
    assert h1(said) == "How many people the work needs is not known yet"
    assert "adult at risk (" in said and "proposed, not approved" in said
    assert "Vacancy gap: funded, nobody in post" in said and "FTE funded" in said


def test_without_any_hours_it_says_what_is_needed_and_what_can_be_said_already(opened):
    said = said_of(opened("without"))
    assert h1(said) == "How many people the work needs is not known yet"
    assert "It needs:" in said and "none set" in said and "set-hours-for-a-case.md" in said
    assert "Availability gap: in post, not deployable" in said
    assert "Doing nothing else, the" in said and "hours for each of the investigations that come in" in said
    assert "New work without approved hours" in said


@pytest.mark.deep
def test_one_month_is_no_year_and_says_so(opened):
    said = said_of(opened("one month"))
    assert h1(said) == "How many people the work needs is not known yet"
    assert "Twelve months of returns: there are 1." in said and "FTE deployable" in said


@pytest.mark.deep
def test_an_empty_store_says_what_to_send(opened):
    assert "No returns have been loaded yet" in said_of(opened("nothing here"))


def test_where_small_groups_are_hidden_the_need_beside_them_is_hidden_too(opened, stores, monkeypatch):
    import access

    with duckdb.connect(str(stores / "with" / "published" / "made.duckdb")) as con:
        con.execute(
            "update figure set numerator = 4.2 where unit = 'RASSO1' and metric = 'staffing/deployable_fte'"
        )
        con.execute(
            "update figure set denominator = 4.2 where unit = 'RASSO1' "
            "and metric = 'pressure/open_per_deployable_carrier'"
        )
    monkeypatch.setattr(
        access, "identify", lambda: access.Reader("A Reader", "manager", None, internal=False)
    )
    said = said_of(opened("with", unit="RASSO1"))
    assert "How many can be deployed is not shown here" in said and "Groups of under 5 people" in said
    assert "4.2" not in said and "the evidence supports" not in said
    assert "deployable is" not in said.split("The chance that")[1].split("</p>")[0]


@pytest.mark.deep
def test_a_role_that_does_not_open_the_page_cannot_reach_it(opened, monkeypatch):
    import access

    monkeypatch.setattr(access, "may_open", lambda reader, page_id: page_id == "overview/overview")
    with pytest.raises(ValueError, match="navigation"):
        opened("one month")
