"""The attack on the cells of a document finds what follows from them, also beside earlier documents."""

from dataclasses import replace
from datetime import date

import duckdb
import pandas as pd
import pytest
import streamlit as st

import access
from analysis.disclosure import Suppressed
from metrics.catalogue import METRICS
from tests.ui.made_warehouse import FORCE, Made, publish
from ui.briefing import attack_cells
from ui.briefing.cells import figures_shown, of_earlier
from ui.briefing.choices import Asked
from ui.briefing.compose import compose
from ui.briefing.production import to_keep
from ui.figures import session, status
from ui.page import open_page

SEPTEMBER = date(2026, 9, 30)
IN_POST, DEPLOYABLE, VACANCY = (
    f"staffing/{name}" for name in ("in_post_fte", "deployable_fte", "vacancy_rate")
)
SECRET = 3.7193


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A store in which one unit has few deployable people."""
    made = publish(tmp_path_factory.mktemp("cells") / "store", Made(months=2))
    with duckdb.connect(str(made / "published" / "made.duckdb")) as con:
        con.execute(f"update figure set numerator = {SECRET} where unit = 'EXP1' and metric = '{DEPLOYABLE}'")
    return made


@pytest.fixture
def page(place, monkeypatch):
    """The page as readers outside the force have it."""
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    monkeypatch.setenv("PPU_STORE", str(place))
    st.cache_data.clear()
    st.cache_resource.clear()
    st.session_state["view"] = (FORCE, str(SEPTEMBER), "all")
    return open_page._gather("case/briefing", access.Reader("B", "local user", None, internal=False))


def document(page, unit=None):
    return compose(page, Asked("body", "pack", unit, True, ("staffing_gap",), made_by="A Maker"))


@pytest.mark.parametrize("unit", [None, "DA1", "EXP1"])
def test_no_group_of_few_follows_from_the_cells_of_a_document(page, unit):
    made = document(page, unit)
    assert {IN_POST, DEPLOYABLE} <= {each.metric for each in made.readings}
    assert attack_cells.refusal(page, made.readings) == ""


def shown_as_it_is(readings, metric, unit):
    """The readings as they would be, had nothing of this unit been hidden in one measure."""
    for each in readings:
        rows = each.rows.get("unit", pd.Series(dtype=object)) == unit
        if each.metric == metric and rows.any():
            seen = each.shown.copy()
            seen["value"] = [
                raw if at else as_is
                for raw, as_is, at in zip(each.rows["value"], seen["value"], rows, strict=True)
            ]
            each = replace(each, shown=seen)
        yield each


def test_a_small_cell_that_is_shown_and_what_a_total_leaves_of_it_are_both_found(page):
    made = document(page)
    told = list(shown_as_it_is(made.readings, DEPLOYABLE, "EXP1"))
    assert attack_cells.given_away(page, told) == (METRICS[DEPLOYABLE].title, "")
    partner = next(
        row["unit"]
        for each in made.readings
        if each.metric == DEPLOYABLE and "unit" in each.by
        for row in each.shown.to_dict("records")
        if row["month_end"] == pd.Timestamp(SEPTEMBER) and isinstance(row["value"], Suppressed)
    )
    rest = list(shown_as_it_is(made.readings, DEPLOYABLE, partner))
    assert attack_cells.given_away(page, rest) == (METRICS[DEPLOYABLE].title, "")


def before(rows, units):
    """What an earlier document of those units showed."""
    return list(of_earlier([(figures_shown(rows), units)]))


def test_what_an_earlier_document_of_other_units_leaves_is_found_and_what_it_told_itself_is_not_asked_again(
    page,
):
    made = document(page)
    kept = to_keep(made, made.measures).figures
    assert attack_cells.given_away(page, made.readings, before(kept, ("EXP1", "VA1"))) is None
    hidden = {row["unit"] for row in kept if row["measure"] == DEPLOYABLE and row["said"] == "not shown"}
    with_partner = [told(page, unit) for unit in hidden]
    assert with_partner and any(
        attack_cells.given_away(page, made.readings, before([row], (row["unit"],)))
        == (METRICS[DEPLOYABLE].title, attack_cells.BESIDE)
        for row in with_partner
    )
    known = before([told(page, "EXP1")], ("EXP1",))
    assert attack_cells.given_away(page, made.readings, known) is None


def told(page, unit):
    """A figure of a document made before its unit was hidden."""
    inside = replace(page, reader=replace(page.reader, internal=True))
    frame = inside.metric(DEPLOYABLE, only=SEPTEMBER)
    row = frame[frame["unit"] == unit].to_dict("records")[0]
    parts = {name: row[name] for name in ("value", "numerator", "denominator")}
    return {"measure": DEPLOYABLE, "unit": unit, "family": "", "month": SEPTEMBER.isoformat(), **parts}


def test_inside_the_force_nothing_is_asked(page):
    inside = replace(page, reader=replace(page.reader, internal=True))
    assert attack_cells.refusal(inside, ()) == "" and session.the_store()


def test_the_trial_asks_between_its_steps_whether_it_is_to_go_on(page):
    def enough():
        raise InterruptedError

    with pytest.raises(InterruptedError):
        attack_cells.refusal(page, document(page).readings, enough)
