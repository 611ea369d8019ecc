"""What a scenario starts from: people of the roles and units that carry the work, all of the same units."""

from dataclasses import replace
from datetime import date

import duckdb
import pandas as pd
import pytest
import streamlit as st

import access
from analysis.scenario import Inputs, simulate
from tests.ui.made_warehouse import FORCE, Made, publish
from ui.case import scenario_start
from ui.figures import session
from ui.figures.status import Status
from ui.figures.world import world
from ui.findings.scenario import starts
from ui.page.open_page import Page

MONTH = date(2026, 9, 30)
YEAR = [end.date() for end in pd.date_range(end=MONTH, periods=12, freq="ME")]
FAMILY = "investigations"
A_YEAR_OF_HOURS = 1400.0  # the approved working year of the sample settings
FOR_CASES = 0.92  # and what of it goes to cases, after the approved 8% for supervision
# unit, family, role that carries it, FTE funded, in post, deployable, open, new a month, hours of a case
UNITS = (
    ("DA1", FAMILY, "investigator", 30.0, 24.0, 18.0, 360, 100, 20.0),
    ("RASSO1", FAMILY, "investigator", 20.0, 16.0, 12.0, 240, 20, 50.0),
    ("MOSOVO1", "registered offenders", "offender manager", 15.0, 12.0, 10.0, 500, 30, None),
)
OTHERS = (("supervisor", 6.0, 5.0), ("support", 4.0, 4.0))
NOT_LATE = Status((), (), frozenset(), (), MONTH, ())
FILE = "published/made.duckdb"


def _rows():
    """(metric, unit, month, family, role, numerator, denominator): each unit as above for twelve months."""
    for unit, family, role, funded, post, ready, on_hand, new, hours in UNITS:
        for end in YEAR:
            yield "pressure/open", unit, end, family, None, on_hand, 0
            yield "pressure/new", unit, end, family, None, new, 0
            yield "pressure/open_per_deployable_carrier", unit, end, family, None, on_hand, ready
            yield "attrition/joiners_month", unit, end, None, role, 1, 0
            yield "attrition/joiners_month", unit, end, None, None, 0, 0
        for name, amount in (
            ("funded", funded),
            ("in_post", post),
            ("deployable", ready),
            ("accredited", ready),
        ):
            metric = "deployable_accredited_fte" if name == "accredited" else f"{name}_fte"
            yield f"staffing/{metric}", unit, MONTH, None, role, amount, 0
            # A unit that was heard from and has nobody in a role has none of them, which is a figure.
            yield f"staffing/{metric}", unit, MONTH, None, None, 0, 0
        for other, posts, filled in OTHERS:
            yield "staffing/funded_fte", unit, MONTH, None, other, posts, 0
            yield "staffing/in_post_fte", unit, MONTH, None, other, filled, 0
            yield "staffing/deployable_fte", unit, MONTH, None, other, 0, 0
            yield "attrition/left_unit_12m", unit, MONTH, None, other, 3, filled
        for metric, people in (
            ("left_unit_12m", 6),
            ("left_public_protection_12m", 4),
            ("joined_public_protection_12m", 5),
        ):
            yield f"attrition/{metric}", unit, MONTH, None, role, people, post
        for end in ("", "_low", "_high") if hours else ():
            yield (
                f"pressure/workload_per_hour{end}",
                unit,
                MONTH,
                family,
                None,
                12 * new * hours,
                ready * A_YEAR_OF_HOURS,
            )


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    place = publish(tmp_path_factory.mktemp("starts") / "store", Made(months=1))
    names = ["metric", "unit", "month_end", "work_family", "role", "numerator", "denominator"]
    rows = pd.DataFrame(list(_rows()), columns=names, dtype=object)
    with duckdb.connect(str(place / FILE)) as con:
        con.execute("delete from figure")
        con.execute("delete from ref_unit where unit not in ('DA1', 'RASSO1', 'MOSOVO1')")
        con.register("rows", rows)
        con.execute(f"insert into figure by name select *, '{FORCE}' as \"force\" from rows")
    return place


@pytest.fixture(scope="module")
def kept():
    """The changes of which Streamlit keeps the figures: those of the store as made are read once."""
    yield []
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def page(made, kept, monkeypatch):
    """A page on that store with nothing kept; `page(sql)` changes the published figures for the one test."""
    monkeypatch.setenv("PPU_STORE", str(made))

    def on(*changes):
        if changes:
            monkeypatch.setattr(session, "cursor", _changed(made, changes))
        if kept != [changes]:
            st.cache_data.clear()
            st.cache_resource.clear()
            kept[:] = [changes]
        reader, held, here = access.Reader("A", "manager", None, True), session.settings(), world()
        scope = frozenset((u.force, u.code) for u in here.units)
        return Page("case/scenarios", reader, held, here, FORCE, MONTH, "all", scope, frozenset(), NOT_LATE)

    return on


def _changed(made, changes):
    con = duckdb.connect()
    con.execute(f"attach '{made / FILE}' as w (read_only)")
    con.execute("create table figure as from w.figure")
    con.execute("create view coverage as from w.coverage")
    for change in changes:
        con.execute(change)
    return lambda file: con.cursor()


def values(page, unit=None, family=FAMILY):
    found = scenario_start.started(page, unit, family)
    return {name: start.answer.value for name, start in found.items() if start.answer}


def test_people_are_those_of_the_roles_and_units_that_carry_the_work(page):
    every, one = values(page()), values(page(), "RASSO1")
    assert [every[n] for n in ("in_post", "deployable", "accredited", "funded")] == [40.0, 30.0, 30.0, 50.0]
    assert [one[n] for n in ("in_post", "deployable", "accredited", "funded")] == [16.0, 12.0, 12.0, 20.0]
    source = scenario_start.started(page(), None, FAMILY)["in_post"].answer.source
    assert source == (
        "Published: in post, investigators, 2 of 3 units in view, those with investigations, "
        "30 September 2026: 40 FTE"
    )


@pytest.mark.parametrize("unit", [None, "DA1", "RASSO1"])
def test_now_is_what_the_product_publishes_of_the_same_units(page, unit):
    here = page()
    known = values(here, unit) | {"growth": 0.0}
    answers = tuple(starts.answer(n, v, v, v, "as published", "a test", MONTH) for n, v in known.items())
    nothing = simulate(Inputs(answers, months=1, certain=frozenset({"new_cases"})), 1, 20).nothing
    for metric, fan in (
        ("workload_per_hour", "workload"),
        ("open_per_deployable_carrier", "open_per_carrier"),
    ):
        where = {"work_family": (FAMILY,)}
        published = here.metric(f"pressure/{metric}", by=("month_end",), only=MONTH, where=where, unit=unit)
        share = FOR_CASES if fan == "workload" else 1.0  # Pressure is before what goes to no case
        now = getattr(nothing, fan).middle[0] * share
        assert now == pytest.approx(published["value"].iloc[0], rel=1e-3), fan


def test_hours_of_a_post_are_those_for_cases_as_for_the_need_and_say_what_was_taken_off(page):
    hours = scenario_start.started(page(), None, FAMILY)["fte_hours"].answer
    assert hours.value == hours.low == hours.high == A_YEAR_OF_HOURS * FOR_CASES
    assert hours.source == (
        "Settings: hours contracted less hours lost, 1,400, less 8% for supervision, briefing and reflective "
        "practice. Duty records of twelve months, Northshire (invented)"
    )


def test_a_line_of_hours_is_restated_for_hours_for_cases_so_that_the_same_work_reaches_it(page):
    here = page()
    force = here.force_settings
    own = replace(force.lines[0], metric=scenario_start.RATIO, unit_type=None, work_family=None, level=1.15)
    plain = replace(force, lines=(own,))
    forces = tuple(plain if each is force else each for each in here.settings.forces)
    line = scenario_start.started(
        replace(here, settings=replace(here.settings, forces=forces)), None, FAMILY
    )["line"].answer
    assert line.value == 1.25
    assert "line of 1.15 for each hour for work, of which 92% are for cases. " in line.source


def test_absence_is_of_the_people_who_carry_the_work_and_said_beside_the_field(page):
    found = {
        name: s.answer for name, s in scenario_start.started(page(), "RASSO1", FAMILY).items() if s.answer
    }
    assert starts.absence_now(found) == "Now 25.0%: 12.0 of 16.0 FTE in post are deployable."
    assert starts.absence_now({"in_post": found["in_post"]}) == ""


def test_moves_between_units_are_not_leaving_for_several_units_and_are_for_one(page):
    every, one = values(page()), values(page(), "RASSO1")
    assert (every["leavers"], every["leaver_months"], every["starters"]) == (8.0, 480.0, 10.0)
    assert (one["leavers"], one["starters"], one["starters_outside"]) == (6.0, 12.0, 5.0)
    assert "starters_outside" not in every


@pytest.mark.parametrize(
    ("gone", "name"),
    [
        ("delete from figure where metric = 'staffing/deployable_fte' and unit = 'DA1'", "deployable"),
        ("delete from figure where metric = 'staffing/in_post_fte' and unit = 'DA1'", "in_post"),
        ("delete from figure where metric like '%left_public%' and unit = 'DA1'", "leavers"),
        ("delete from figure where metric like '%joined_public%' and unit = 'DA1'", "starters"),
        ("delete from figure where metric = 'pressure/open' and unit = 'DA1'", "open_cases"),
        ("delete from figure where metric = 'pressure/new' and unit = 'DA1' and month_end < '2026-02-01'",
         "new_cases"),
    ],
)  # fmt: skip
def test_a_figure_of_some_of_the_units_is_not_filled_in_and_whose_is_missing_is_said(page, gone, name):
    found = scenario_start.started(page(gone), None, FAMILY)
    assert found[name].answer is None
    assert found[name].why == (
        "Known of 1 of 2 units, not of Domestic abuse investigation. Send it for every unit, choose one, or "
        "type a number and its source."
    )
    assert found["funded"].answer is not None


def test_hours_of_a_case_are_of_the_units_whose_cases_they_are_and_need_all_of_them(page):
    assert values(page())["case_hours"] == round((1200 * 20 + 240 * 50) / 1440, 1)
    one = "update figure set numerator = null where metric like 'pressure/workload%' and unit = 'DA1'"
    found = scenario_start.started(page(one), None, FAMILY)["case_hours"]
    assert found.answer is None
    assert found.why == (
        "Known of 1 of 2 units, not of Domestic abuse investigation. There it is 50. Approved hours for a "
        "case by work type, Rape and serious sexual offences: 12,000 hours of 240 new cases, 12 months to "
        "September 2026. Approve hours for the others too, choose one unit, or type a number and its source."
    )


def test_a_unit_without_such_work_starts_empty_and_says_to_choose_its_work(page):
    found = scenario_start.started(page(), "MOSOVO1", FAMILY)
    assert found["in_post"].why == (
        "Sex offender management had no investigations in twelve months. Choose its work under Work."
    )
    assert values(page(), "MOSOVO1", "registered offenders")["in_post"] == 12.0


def test_without_any_work_sent_people_of_all_units_in_view_stand(page):
    assert values(page("delete from figure where metric like 'pressure/%'"))["in_post"] == 40.0


def test_a_unit_that_has_closed_is_not_waited_for(page):
    here = page("delete from figure where metric like 'staffing/%' and unit = 'DA1'")
    closed = tuple(replace(u, valid_to=date(2026, 6, 30)) if u.code == "DA1" else u for u in here.world.units)
    there = replace(here, world=replace(here.world, units=closed))
    assert values(there)["in_post"] == 16.0
