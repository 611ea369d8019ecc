"""The cost of an added post is that of its role, and every number of a scenario says whose it is."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.scenario import Inputs, Intake, simulate
from analysis.scenario.plain import of_inputs, of_scenario, to_inputs
from store.scenarios import Draft, Saved
from tests.analysis.scenario.given import ALL, answer, inputs
from ui.findings.scenario import added_posts, kept, numbers
from ui.findings.scenario.added_posts import ADDED, AS_TYPED
from ui.findings.scenario.post_costs import PostCost, includes
from ui.findings.scenario.starts import is_known
from ui.findings.scenario.typed import Field, Form, read

SEPTEMBER, TODAY = date(2026, 9, 1), date(2026, 11, 24)
SUPPORT = PostCost("support", "police staff", "full cost", 40_000, "Costing 2026", SEPTEMBER, None)
OFFICER = PostCost(
    "investigator", "officer", "full cost", 70_000, "Costing 2026", SEPTEMBER, date(2026, 5, 1)
)
DEARER = replace(SUPPORT, pounds=41_000, source="Costing 2027")


def form(**numbers_typed: float) -> Form:
    fields = {name: Field(value, None, None, "a paper") for name, value in numbers_typed.items()}
    return Form(fields, {}, ((2.0, 3.0),), 24, "workload", "A. Manager", TODAY)


def test_a_chosen_role_gives_its_published_cost_with_source_and_day() -> None:
    assert added_posts.role_said(SUPPORT) == "support, police staff: £40,000 a year (full cost)"
    assert added_posts.role_said(None) == AS_TYPED
    known = added_posts.of_role(OFFICER)
    assert (known.value, known.low, known.high, known.set_on) == (70_000, 70_000, 70_000, date(2026, 5, 1))
    assert known.source == "Published: full cost, investigator, officer, from 1 September 2026. Costing 2026"
    assert is_known(known) and includes(known) == "full cost"


@pytest.mark.parametrize(
    ("role", "value", "by"), [(None, 55_000, "A. Manager"), (SUPPORT, 40_000, "the returns")]
)
def test_a_role_takes_the_place_of_a_typed_cost_and_without_one_the_typed_cost_stands(
    role, value, by
) -> None:
    left = form(extra_post_cost=55_000.0)
    begun, fields = added_posts.with_role(role, {}, left.fields)
    made, _ = read(replace(left, fields=fields), begun)
    assert (made.by_id[ADDED].value, made.by_id[ADDED].set_by) == (value, by)


def test_a_rerun_takes_the_cost_of_the_same_role_anew_and_leaves_a_typed_one() -> None:
    held = added_posts.of_role(SUPPORT)
    now = added_posts.again(held, (OFFICER, DEARER))[ADDED].answer
    assert now is not None and (now.value, now.source[-12:]) == (41_000, "Costing 2027")
    gone = added_posts.again(held, (OFFICER,))[ADDED]
    assert gone.answer is None and gone.why.startswith("No cost of that role has been sent.")
    assert added_posts.again(answer(ADDED, 50_000), (SUPPORT,)) == {}
    assert added_posts.again(None, (SUPPORT,)) == {}


def test_what_a_role_costs_does_not_hide_a_scenario_from_a_reader_outside() -> None:
    given = Inputs((added_posts.of_role(SUPPORT),))
    assert kept.rests_on_published(of_inputs(given)) == frozenset()


def test_every_row_of_the_assumptions_has_range_unit_source_who_and_when() -> None:
    made, _ = read(form(in_post=20.0, vet_pass=0.8), {})
    table = numbers.table(made)
    assert not [cell for row in table.values.tolist() for cell in row if not str(cell).strip()]
    parts = table[table["Source"] == "Part of the scenario"]
    assert parts["What is assumed"].tolist() == ["Advertise in month 2", "Months looked ahead"]
    assert set(parts["Set by"]) == {"A. Manager"} and set(parts["Set on"]) == {"24 November 2026"}


def test_who_set_the_parts_is_kept_and_an_older_one_is_of_whoever_saved_it() -> None:
    made, _ = read(form(in_post=20.0), {})
    assert (to_inputs(of_inputs(made)).set_by, to_inputs(of_inputs(made)).set_on) == ("A. Manager", TODAY)
    whole = inputs(ALL, (Intake(1, 4),), months=12)
    old = {name: value for name, value in of_inputs(whole).items() if name not in ("set_by", "set_on")}
    draft = Draft("x", "N", (), SEPTEMBER, 1, "f", old, 1, of_scenario(simulate(whole, 1, 20)))
    found = kept.read(Saved(3, draft, "B. Saver", "2026-10-02T09:00:00Z"))[0]
    assert (found.set_by, found.set_on) == ("B. Saver", date(2026, 10, 2))
