"""The scenarios page: what it starts from, what it refuses, what is saved, reopened, rerun and compared."""

from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import duckdb
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import access
from analysis.scenario.plain import of_inputs, of_scenario
from analysis.scenario.simulate import simulate
from store import open_store, scenarios
from store.scenarios import Draft
from tests.analysis.scenario.given import INTAKES, NOW, PIPELINE, inputs
from tests.pages.opening import at_page
from tests.ui.made_warehouse import FORCE, Made, publish
from ui.case import scenario_result
from ui.figures import status

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
SEPTEMBER, AUGUST = date(2026, 9, 30), date(2026, 8, 31)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """One published store for the tests that only read it, and those that save each its own scenario."""
    # Kept by the name of the published file, which is that of other tests too: forgotten once, here.
    st.cache_data.clear()
    st.cache_resource.clear()
    made = publish(tmp_path_factory.mktemp("scenarios") / "store", Made(months=13))
    with duckdb.connect(str(made / "published" / "made.duckdb")) as con:
        con.execute(
            "insert into figure by name select 'attrition/joiners_month' as metric, \"force\", unit, "
            "month_end, 1.0 as numerator, 0.0 as denominator from figure "
            "where metric = 'staffing/funded_fte' and unit = 'DA1'"
        )
        con.execute(
            'insert into post_cost ("force", valid_from, "role", worker_type, cost_pounds, "includes", '
            '"source") values (?, ?, ?, ?, 40000, ?, ?)',
            [FORCE, date(2026, 9, 1), "support", "police staff", "full cost", "Costing 2026"],
        )
    return made


@pytest.fixture
def opened(place, monkeypatch):
    """Open the page on that store, or on another: `opened(unit="DA1")`; few runs, so that it is soon done."""
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    monkeypatch.setattr(scenario_result, "RUNS", 200)
    monkeypatch.setattr(scenario_result, "simulate", lambda given, seed: simulate(given, seed, 200))

    def open_it(store=place, **address):
        monkeypatch.setenv("PPU_STORE", str(store))
        app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        return at_page(app, "case/scenarios")

    return open_it


def text(app):
    assert not app.exception, [e.message for e in app.exception]
    html = [e.proto.body for e in app.main if e.type == "html"]
    said = "\n".join(part for part in html if "<style" not in part)
    return unescape(said + "\n".join(e.value for e in app.markdown))


def h1(app):
    return text(app).split("<h1>")[1].split("</h1>")[0]


def field(app, name):
    """A number of the form by the end of its key."""
    return next(each for each in app.number_input if each.key.endswith(f"_{name}"))


def send(app, **numbers):
    """Type numbers, one source for each part, and send the form."""
    for name, value in numbers.items():
        field(app, name).set_value(float(value))
    for each in app.text_input:
        if "_source_" in each.key:
            each.set_value("Workforce plan, 2026")
    next(b for b in app.button if b.label == "Work it out").click()
    return app.run()


def problems(app):
    """What the error summary says, as it was kept for the form."""
    key = field(app, "in_post").key.removesuffix("_in_post")
    return [sentence for _, sentence in app.session_state[f"{key}_wrong_said"]]


def saved(place, month=SEPTEMBER, name="Two intakes", units=("DA1",), numbers=None, typed=()):
    """A scenario in the store, as the page would have saved it; its number."""
    given = inputs(numbers or {**NOW, **PIPELINE}, INTAKES, 12)
    published = tuple(
        replace(a, set_by="the returns", source=f"Published: {a.title}")
        if a.id in NOW and a.id not in typed
        else a
        for a in given.answers
    )
    given = replace(given, answers=published)
    plain = {**of_inputs(given), "family": "investigations"}
    result = of_scenario(simulate(given, 1, 100))
    draft = Draft(name, FORCE, units, month, 1, "made.duckdb", plain, 1, result)
    return scenarios.save(open_store(place), draft, by="A. Manager")


def test_without_returns_the_page_says_what_to_send(opened, tmp_path):
    assert "No returns have been loaded yet" in text(opened(tmp_path / "empty"))


def test_it_starts_from_published_figures_with_their_parts_and_asks_what_no_return_gives(opened):
    app = opened(unit="DA1")
    assert h1(app) == "What would it take, what does it cost, and how sure are we?"
    said = text(app)
    assert (
        "Published: in post, investigators, Domestic abuse investigation, 30 September 2026: 53.3 FTE" in said
    )
    assert "People and posts: investigators, Domestic abuse investigation." in said
    assert "Now 28.0%: 38.4 of 53.3 FTE in post are deployable." in said
    assert "12 months to September 2026: 7.4 of 53.3 people in post on average" in said
    assert field(app, "in_post").value == 53.3 and field(app, "leaver_months").value == 639.6
    assert field(app, "case_hours").value is None and field(app, "post_cost").value is None
    assert "No return gives it. Type a number and its source." in said


def test_a_number_outside_its_range_and_one_without_a_source_are_refused_with_the_range(opened):
    app = opened(unit="RASSO1")
    field(app, "case_hours").set_value(9.0)
    field(app, "in_post").set_value(54.0)
    field(app, "absence_later").set_value(81.0)
    next(b for b in app.button if b.label == "Work it out").click()
    told = problems(app.run())
    assert told[0] == "Sickness and other absence must be between 0 and 80%."
    assert "Say where “Hours a case takes” comes from, beside it or for its whole part." in told
    assert any(each.startswith("Say where “In post, and paid”") for each in told)
    assert "Type “Starters in 12 months, as now”: people cannot be reckoned without it." in told
    assert h1(app).startswith("What would it take")


def test_what_is_given_is_worked_out_beside_doing_nothing_saved_and_withdrawn(opened, place):
    app = send(opened(unit="DA1"), extra_posts=3, absence_later=10)
    said = text(app)
    assert "with the changes" in h1(app) and "doing nothing" in h1(app)
    assert "Work and open cases still need “Growth of new cases in a year”" in said
    assert "Workforce plan, 2026" in said and "the returns" in said and "between 0 and 80%" in said
    app.text_input(key="scenario_name_0").set_value("Three posts")
    next(b for b in app.button if b.label == "Save the scenario").click()
    app.run()
    (kept,) = [s for s in scenarios.standing(open_store(place), FORCE) if s.draft.name == "Three posts"]
    assert f"Saved as scenario {kept.id}." in text(app) and str(kept.id) in app.query_params["scenario"]
    assert (kept.draft.units, kept.draft.month_end, kept.draft.publication_id) == (("DA1",), SEPTEMBER, 1)
    again = opened(scenario=str(kept.id))
    assert h1(again) == h1(app) and "built on September 2026 data, publication 1" in text(again)
    next(b for b in again.button if b.label == f"Withdraw scenario {kept.id}").click()
    assert f"Scenario {kept.id} is off the list" in text(again.run())


def test_the_role_of_the_added_posts_gives_their_cost_with_its_source(opened):
    app = opened(unit="DA1")
    role = next(each for each in app.selectbox if each.label == "Role of the added posts")
    assert role.options == ["As typed below", "support, police staff: £40,000 a year (full cost)"]
    role.select_index(1)
    said = text(send(app, extra_posts=3, post_cost=60000, recruit_cost=0, training_cost=0))
    assert "a post taken at £60,000 a year" in said and "an added one at £40,000 a year (full cost)" in said
    assert "Published: full cost, support, police staff, from 1 September 2026. Costing 2026" in said


def test_newer_figures_are_said_and_a_rerun_stands_beside_the_old_one(opened, place):
    number = saved(place, month=AUGUST)
    app = opened(scenario=str(number))
    told = "Built on August 2026 data; figures of September 2026 have come since. Rerun it? Both are kept."
    # Choosing an older month at the top does not hide that a newer one has come.
    assert told in text(app) and told in text(opened(scenario=str(number), month=str(AUGUST)))
    next(b for b in app.button if b.label == "Rerun with September 2026 figures").click()
    app.run()
    assert not app.exception
    newest, oldest = scenarios.standing(open_store(place), FORCE)[:2]
    assert (newest.draft.rerun_of, newest.draft.month_end, oldest.id) == (number, SEPTEMBER, number)
    assert f"It reran scenario {number}." in text(app)
    moved = text(app).split(f"What it starts from, scenario {number} then and this one now</caption>")[1]
    row = moved.split("In post, and paid")[1].split("</tr>")[0]
    assert ">25.6<" in row and ">53.3<" in row and "Months to vet" not in moved.split("</table>")[0]
    now = {each["id"]: each["value"] for each in newest.draft.inputs["answers"]}
    assert (now["in_post"], now["starters"], now["vet_months"]) == (53.3, 12.0, 3.0)


def test_a_change_that_is_refused_leaves_the_saved_result_marked_as_of_before_it(opened, place):
    number = saved(place, name="Refused")
    app = opened(scenario=str(number))
    said = f"This is scenario {number} as it was saved, before your change."
    assert said not in text(app)
    field(app, "in_post").set_value(54.0)
    next(b for b in app.button if b.label == "Work it out").click()
    assert said in text(app.run())


def test_a_rerun_in_which_what_was_typed_does_not_fit_the_figures_of_now_says_so_and_saves_nothing(
    opened, place
):
    numbers = {**NOW, **PIPELINE, "in_post": 60.0, "deployable": 55.0}
    number = saved(place, AUGUST, numbers=numbers, typed=("deployable",))
    app = opened(scenario=str(number))
    next(b for b in app.button if b.label == "Rerun with September 2026 figures").click()
    said = text(app.run())
    assert "It cannot be rerun." in said
    assert "September 2026: Deployable must be no more than in post: they are among those paid." in said
    assert scenarios.standing(open_store(place), FORCE)[0].id == number


def test_a_figure_of_the_same_month_that_is_another_now_is_said_with_a_rerun(opened, place):
    now = {"in_post": 53.3, "deployable": 38.4, "accredited": 26.9, "funded": 62.0, "leavers": 7.44}
    same = {**NOW, **PIPELINE, **now, "leaver_months": 639.6, "starters": 12.0}
    assert "Rerun it?" not in text(opened(scenario=str(saved(place, numbers=same))))
    number = saved(place, numbers={**same, "funded": 60.0})
    app = opened(scenario=str(number))
    told = "Built on September 2026 data of publication 1; different now: “Funded posts”. Rerun it?"
    assert told in text(app)
    assert [b.label for b in app.button if b.label.startswith("Rerun")] == [
        "Rerun with September 2026 figures"
    ]


def test_scenarios_of_the_address_are_compared_and_an_unknown_number_is_said(opened, place):
    first, second = saved(place, name="With two intakes"), saved(place, name="The same again")
    said = text(opened(compare=f"{first},{second},999", scenario="99"))
    assert "No scenario that you may see has number 99." in said
    table = said.split("Scenarios side by side, middle and eight runs in ten</caption>")[1].split("</table>")[
        0
    ]
    heads = [part.split("</th>")[0].split(">")[-1] for part in table.split('<th scope="col"')[1:]]
    assert heads == [
        "At the end",
        f"{first}: With two intakes, with the changes",
        f"{second}: The same again, with the changes",
        "Doing nothing",
    ]
    for number in (first, second):
        assert f"Assumptions of scenario {number}</caption>" in said


def test_outside_the_force_a_hidden_start_is_said_and_a_scenario_on_it_is_not_shown(
    opened, place, monkeypatch
):
    number = saved(place, units=("EXP1",))
    outside = access.Reader("A Reader", "commissioner", scope=None, internal=False)
    monkeypatch.setattr(access, "identify", lambda: outside)
    app = opened(unit="EXP1", scenario=str(number))
    said = text(app)
    assert h1(app) == f"Scenario {number} is not shown" and "Assumptions of this scenario" not in said
    assert not [b for b in app.button if b.label.startswith(("Withdraw", "Rerun", "Save"))]
    new = opened(unit="EXP1")
    assert "Published, and not shown to you: groups of under 5 people are hidden" in text(new)
    assert field(new, "accredited").value is None


def test_a_role_that_does_not_open_the_page_cannot_reach_it(opened, monkeypatch):
    monkeypatch.setattr(access, "may_open", lambda reader, page_id: page_id == "overview/overview")
    with pytest.raises(ValueError, match="navigation"):
        opened()
