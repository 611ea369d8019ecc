"""From a figure to the file, sheet and rows behind it, on a store that was really loaded."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import access
from etl.publishing.plan import Accepted, Change
from etl.publishing.publish import publish
from metrics.catalogue import METRICS
from store.lock import writing
from tests.pages.opening import at_page
from tests.pages.test_states import DASHBOARD, h1, text
from ui.figures import session
from ui.overview import unit_table

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Two months of work and people of two units, the last corrected; Training without a unit."""
    from settings import sample
    from store.own_settings import keep_for_samples
    from store.place import open_store
    from tests.etl.load.conftest import Loads

    folder = tmp_path_factory.mktemp("trace")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PPU_KEY_DIR", str(folder / "keys"))
        loads = Loads(keep_for_samples(open_store(folder / "store")))
        assert loads.settings == sample()
        for month in (AUGUST, SEPTEMBER):
            loads.load(caseload=work(month, DA1=90, CA1=40))
        loads.load(
            people=[
                {"unit": unit, "month_end": SEPTEMBER, "person_ref": ref, "training_ref": None}
                for unit, ref in (("DA1", "1"), ("DA1", "2"), ("CA1", "3"))
            ]
        )
        loads.load(
            training=[
                {"unit": None, "month_end": SEPTEMBER, "person_ref": ref} for ref in ("1", "3", "1", "2")
            ]
        )
        with writing(loads.store):
            entry = loads.entry(caseload=work(SEPTEMBER, DA1=95))
            warned = Accepted(
                "W1", "caseload", "Caseload", "Open work rose by half", 2, "A backlog was entered"
            )
            entry = replace(entry, warnings=(warned,))
            publish(loads.store, loads.settings, Change((entry,)), "me", "test")
    return folder


def work(month, **open_by_unit):
    return [
        {"month_end": month, "unit": unit, "open": cases, "unallocated": 1}
        for unit, cases in open_by_unit.items()
    ]


@pytest.fixture
def opened(loaded, monkeypatch):
    monkeypatch.setenv("PPU_STORE", str(loaded / "store"))
    monkeypatch.setenv("PPU_KEY_DIR", str(loaded / "keys"))

    def open_it(page="data/trace", **address):
        st.cache_data.clear()
        st.cache_resource.clear()
        app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
        for name, value in {"month": "2026-09", **address}.items():
            app.query_params[name] = value
        return at_page(app, page)

    return open_it


def test_a_figure_names_its_value_its_parts_and_the_rows_behind_each(opened):
    said = unescape(text(opened(metric="pressure/unallocated", unit="DA1")))
    assert h1(said) == "Unallocated work: 1"
    assert "all open cases: 95" in said
    table = said.split("Files, sheets and rows behind the figure</caption>")[1].split("</table>")[0]
    assert "Caseload, September 2026" in table and "both parts" in table and "by hand.xlsx" in table
    assert "L00005" in table and "L00002" not in table  # the load that speaks now, not the one before


def test_what_was_first_reported_is_said_beside_what_stands(opened):
    said = unescape(text(opened(metric="pressure/open", unit="DA1")))
    assert "First reported as 90 (" in said and "; 95 since " in said
    assert "Sent again: Caseload of September 2026." in said
    assert "Corrected." not in text(opened(metric="pressure/open", unit="CA1"))


def test_a_warning_accepted_for_the_file_stands_with_its_reason(opened):
    said = unescape(text(opened(metric="pressure/open", unit="DA1"))).split("with reasons</caption>")[1]
    assert "Open work rose by half" in said and "A backlog was entered" in said
    assert "Warnings accepted, with reasons" not in text(opened(metric="pressure/open", unit="CA1"))


def test_the_settings_that_enter_are_listed_with_who_set_them(opened):
    said = unescape(text(opened(metric="pressure/open_per_deployable_carrier", unit="DA1")))
    assert "one FTE carrying reduced work counts as 0.5" in said
    assert "line at 18.0 for units of type DA" in said
    assert "line at 18.0" not in text(opened(metric="pressure/open_per_deployable_carrier", unit="CA1"))


def test_a_record_of_the_whole_force_shows_the_rows_of_the_units_own_people(opened):
    table = unescape(text(opened(metric="training/trauma_informed_in_date_in_post", unit="DA1")))
    table = table.split("rows behind the figure</caption>")[1].split("</table>")[0]
    assert "3 rows" in table and "1, 3 to 4" in table  # persons 1, 1 and 2; not person 3


def test_a_reader_of_one_unit_is_not_given_row_numbers_of_the_whole_force(opened, monkeypatch):
    scope = frozenset({("NORTHSHIRE", "DA1")})
    monkeypatch.setattr(access, "identify", lambda: access.Reader("A", "manager", scope, internal=True))
    said = unescape(text(opened(metric="training/trauma_informed_in_date_in_post", unit="CA1")))
    assert "not shown: the sheet is the whole force's" in said
    assert "No unit in view has the code CA1" in said and "1, 3 to 4" not in said


def test_outside_the_force_no_rows_are_told_and_no_link_leads_here(opened, monkeypatch):
    outside = access.Reader("A", "manager", None, internal=False)
    monkeypatch.setattr(access, "identify", lambda: outside)
    said = text(opened(metric="pressure/open", unit="DA1"))
    assert "for use inside the force" in said and "by hand.xlsx" not in said.split("ppu-foot")[0]
    assert "Where this comes from" not in text(opened("overview/overview"))


def test_cards_and_the_foot_lead_to_the_rows_of_their_own_measure_and_month(opened):
    said = unescape(text(opened("units/one_unit", unit="DA1")))
    card = said.split("ppu-cards")[1].split("</li>")[0]
    link = card.split('class="ppu-from" href="')[1].split('"')[0]
    assert link.startswith("trace?metric=pressure%2Fopen_per_deployable_carrier")
    assert "month=2026-09" in link and "unit=DA1" in link and "family=investigations" in link


ONE_OF_EACH_THEME = {metric.split("/")[0]: metric for metric in METRICS}.values()


@pytest.mark.parametrize(
    "metric",
    [m if m in ONE_OF_EACH_THEME else pytest.param(m, marks=pytest.mark.deep) for m in METRICS],
)
def test_every_measure_opens(opened, metric):
    assert METRICS[metric].title in h1(unescape(text(opened(metric=metric))))


def test_an_address_with_a_measure_nobody_knows_gives_the_default(opened):
    assert h1(text(opened(metric="pressure/none", unit="DA1", family="none"))) == "Open work: 95"


def test_no_query_of_the_trace_asks_for_a_reference_to_a_person():
    for path in Path(session.HERE).glob("trace_*.sql"):
        selected = path.read_text("utf-8").rsplit("\nselect", 1)[1].split("\nfrom")[0]
        assert "person" not in selected and "key" not in selected


def test_a_table_of_units_says_what_was_first_reported_of_the_unit_that_was_corrected(opened, monkeypatch):
    drawn = {}
    monkeypatch.setattr(
        unit_table, "evidence_table", lambda caption, columns, rows, key: drawn.update(c=columns, r=rows)
    )
    opened("overview/overview")
    assert drawn["c"][-1] == "As first reported"
    told = {row.id: row.cells[-1] for row in drawn["r"]}
    assert (told["DA1"].glyph, told["DA1"].word) == ("◆", "corrected")
    assert re.fullmatch(r"Open work per carrier \d+\.\d", told["DA1"].said) and told["CA1"] == ""
    assert drawn["r"][0].source.startswith("trace?metric=pressure%2Fopen_per_deployable_carrier")


def test_in_a_month_without_corrections_the_table_has_no_such_column(opened, monkeypatch):
    drawn = {}
    monkeypatch.setattr(
        unit_table, "evidence_table", lambda caption, columns, rows, key: drawn.update(c=columns)
    )
    opened("overview/overview", month="2026-08")
    assert "As first reported" not in drawn["c"]


def test_a_units_chart_tells_of_the_corrected_month(opened):
    said = unescape(text(opened("units/one_unit", unit="DA1")))
    assert re.search("◆ Corrected, Open work[^:]*: September 2026 was first reported as 90 on ", said)
    assert "Corrected" not in text(opened("units/one_unit", unit="CA1"))
