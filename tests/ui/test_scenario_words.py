"""A scenario in words: where its numbers come from, what was typed, what it comes to, side by side."""

import math
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from analysis.disclosure import Hidden
from analysis.scenario import BY_ID, QUESTIONS, Inputs, Intake, Reach, simulate
from analysis.scenario.plain import of_inputs, of_scenario, to_inputs, to_scenario
from store.scenarios import Draft, Saved
from tests.analysis.scenario.given import ALL, INTAKES, MONEY, NOW, PIPELINE, WORK, answer, inputs
from ui.findings.scenario import kept, numbers, outcome, post_costs, starts
from ui.findings.scenario.post_costs import PostCost
from ui.findings.scenario.typed import Field, Form, read

SEPTEMBER = date(2026, 9, 30)
YEAR = numbers.ahead(date(2025, 10, 31), 11)
COSTS = (
    PostCost("investigator", "officer", "full cost", 70_000, "Costing 2026", SEPTEMBER, None),
    PostCost("investigator", "officer", "pay only", 45_000, "Costing 2026", SEPTEMBER, None),
    PostCost("support", "police staff", "full cost", 40_000, "Costing 2026", SEPTEMBER, date(2024, 5, 1)),
)


def frame(**columns):
    return pd.DataFrame({"month_end": [SEPTEMBER], **{name: [value] for name, value in columns.items()}})


def posts(*rows):
    return pd.DataFrame(rows, columns=["role", "worker_type", "numerator"])


# ---- where it starts


def test_a_published_figure_is_labelled_with_what_it_is_made_of():
    gone, months = starts.leavers(frame(numerator=7.0, denominator=37.0), SEPTEMBER, "Hub")
    assert (gone.answer.value, months.answer.value) == (7.0, 444.0)
    assert gone.answer.source == (
        "Published: left the unit, Hub, 12 months to September 2026: 7 of 37 people in post on average"
    )
    assert months.answer.source.endswith("times 12") and gone.answer.set_by == "the returns"


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (Hidden(), starts.HIDDEN),
        (None, "No return for September 2026 gives it. Type a number and its source."),
    ],
)
def test_a_hidden_figure_and_a_missing_one_start_empty_and_say_which(value, why):
    for start in (
        starts.people("in_post", frame(numerator=value), SEPTEMBER, "in post", "Hub"),
        *starts.leavers(frame(numerator=value, denominator=value), SEPTEMBER, "Hub"),
    ):
        assert start.answer is None and start.why == why


def test_a_flow_of_a_year_needs_all_twelve_months_and_hides_when_one_is_hidden():
    whole = pd.DataFrame({"month_end": YEAR, "numerator": [2.0] * 12})
    assert starts.of_a_year("starters", whole, YEAR, "joined", "Hub").answer.value == 24.0
    assert starts.of_a_year("starters", whole.head(11), YEAR, "joined", "Hub").answer is None
    hidden = whole.astype({"numerator": object})
    hidden.loc[3, "numerator"] = Hidden()
    assert starts.of_a_year("starters", hidden, YEAR, "joined", "Hub").is_hidden


def test_hours_of_a_case_are_hours_of_new_work_over_new_cases_with_the_range_of_the_weights():
    new = starts.made("new_cases", 100.0, "Published: new cases", SEPTEMBER)
    parts = [frame(numerator=hours) for hours in (2000.0, 1500.0, 3000.0)]
    found = starts.case_hours(parts, new, SEPTEMBER, "Hub").answer
    assert (found.value, found.low, found.high) == (20.0, 15.0, 30.0)
    assert starts.case_hours([*parts[:2], frame(numerator=None)], new, SEPTEMBER, "Hub").answer is None


def test_the_cost_of_a_post_is_the_mean_over_the_people_in_post_of_one_kind_of_cost():
    in_post = posts(("investigator", "officer", 9.0), ("support", "police staff", 1.0), (None, None, 0.0))
    found = post_costs.start(COSTS, in_post, SEPTEMBER, "Hub").answer
    assert found.value == 67_000 and found.set_on == date(2024, 5, 1)
    assert found.source == (
        "Published: full cost, mean of the roles in post, Hub, 30 September 2026: £670,000 of 10.0 FTE. "
        "Costs as of 1 May 2024. Costing 2026"
    )
    assert post_costs.includes(found) == "full cost"
    alone = post_costs.start(COSTS[1:], posts(("investigator", "officer", 9.0)), SEPTEMBER, "Hub").answer
    assert alone.value == 45_000 and alone.source.startswith("Published: pay only")


def test_costs_of_different_kinds_have_no_mean_and_the_kinds_are_said():
    both = posts(("investigator", "officer", 9.0), ("support", "police staff", 1.0))
    start = post_costs.start(COSTS[1:], both, SEPTEMBER, "Hub")
    assert start.answer is None and start.why == (
        "Published costs of these roles are of different kinds, which have no mean: investigator pay only "
        "and support full cost. Type a number and its source."
    )


def test_many_sources_of_costs_are_counted_and_not_all_written_out():
    costs = tuple(
        PostCost(
            f"role {n}",
            "officer",
            "full cost",
            50_000,
            f"A paper of forty characters, number {n}",
            SEPTEMBER,
            None,
        )
        for n in range(5)
    )
    start = post_costs.start(costs, posts(*((c.role, "officer", 1.0) for c in costs)), SEPTEMBER, "Hub")
    assert start.answer.source.endswith("number 1 and 3 more sources in the table of costs")


@pytest.mark.parametrize(
    ("costs", "rows", "why"),
    [
        ((), [("investigator", "officer", 9.0)], starts.ASKED),
        (COSTS, [("coordinator", "officer", 9.0)], "not hold for every role in post, such as coordinator"),
        (COSTS, [("investigator", "officer", Hidden())], starts.HIDDEN),
    ],
)
def test_without_a_cost_for_every_role_that_may_be_seen_it_is_asked(costs, rows, why):
    start = post_costs.start(costs, posts(*rows), SEPTEMBER, "Hub")
    assert start.answer is None and why in start.why


# ---- what was typed


def form(fields, sources=None, intakes=()):
    made = {name: Field(*value) if isinstance(value, tuple) else Field(value, None, None, "")
            for name, value in fields.items()}  # fmt: skip
    return Form(made, sources or {}, intakes, 12, "workload", "A. Manager", date(2026, 11, 23))


BEGUN = {name: replace(answer(name, value), source=f"Published: {name}", set_by="the returns")
         for name, value in NOW.items()}  # fmt: skip


def test_what_stands_keeps_its_source_and_what_is_new_has_the_source_of_its_part_and_who_typed_it():
    typed = form({**NOW, "absence_later": (20.0, 15.0, 25.0, "")}, {"change": "Plan of May"}, ((1.0, 3.0),))
    found, wrong = read(typed, BEGUN)
    assert wrong and all(name.endswith(("months", "pass", "leave")) for name, _ in wrong)
    absence = found.by_id["absence_later"]
    assert (absence.value, absence.low, absence.high) == (0.2, 0.15, 0.25)
    assert (absence.source, absence.set_by) == ("Plan of May", "A. Manager")
    assert found.by_id["in_post"] is BEGUN["in_post"] and found.intakes == (Intake(1, 3),)


def test_a_changed_published_number_needs_a_source_of_its_own():
    told = dict(read(form({**NOW, "in_post": 30.0}), BEGUN)[1])
    assert told == {"in_post": "Say where “In post, and paid” comes from, beside it or for its whole part."}
    same = form({**NOW, "in_post": (30.0, None, None, "Published: in_post")})
    assert "say where the new number comes from" in dict(read(same, BEGUN)[1])["in_post"]
    assert read(form({**NOW, "in_post": (30.0, None, None, "HR, 3 October")}), BEGUN)[1] == []


def test_a_changed_number_whose_source_stands_is_a_what_if_and_is_not_asked_about_again():
    plan = replace(answer("extra_posts", 10.0), source="Plan of May", set_by="B. Chief")
    left = form({**NOW, "extra_posts": (0.0, None, None, "Plan of May")})
    found, wrong = read(left, {**BEGUN, "extra_posts": plan})
    assert "extra_posts" not in dict(wrong)
    one = found.by_id["extra_posts"]
    assert (one.value, one.source, one.set_by) == (0.0, "What if, instead of 10: Plan of May", "A. Manager")
    again, wrong = read(form({**NOW, "extra_posts": (5.0, None, None, one.source)}), {**BEGUN, one.id: one})
    assert again.by_id["extra_posts"].source == "What if, instead of 0: Plan of May"
    own = read(form({**NOW, "extra_posts": (5.0, None, None, "Paper of June")}), {**BEGUN, one.id: one})[0]
    assert own.by_id["extra_posts"].source == "Paper of June"
    assert dict(read(form({**NOW, "extra_posts": 5.0}), {**BEGUN, one.id: one})[1])["extra_posts"].startswith(
        "Say"
    )


def test_an_intake_with_a_part_missing_and_half_a_person_are_refused_with_the_range():
    for pair in ((None, 3.0), (2.0, None), (2.0, 1.5), (1.9, 5.0)):
        assert "intakes" in dict(read(form(NOW, {}, (pair,)), BEGUN)[1])


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_a_number_is_shown_as_it_is_typed_and_read_back_as_it_is_meant(question):
    value = question.at_most
    assert numbers.meant(question, numbers.typed(question, value)) == pytest.approx(value)
    assert numbers.unit_said(question) and numbers.said(question, value)


# ---- what it comes to


@pytest.fixture(scope="module")
def whole():
    given = inputs(ALL, INTAKES, 12)
    return given, simulate(given, 1, 300)


def test_the_headline_and_every_part_stand_with_and_without_the_changes(whole):
    given, found = whole
    assert outcome.headline(given, found, SEPTEMBER).endswith("doing nothing")
    said = " ".join(outcome.sentences(given, found))
    for words in (
        "eight runs of ten",
        "The chance of 20.0 FTE",
        "a year on average",
        "more over those months",
    ):
        assert words in said
    assert outcome.needs(given) == []
    models = dict(outcome.fans(given, found, SEPTEMBER))
    assert list(models) == ["deployable", "accredited", "workload", "open_cases", "open_per_carrier", "cost"]
    assert models["workload"].line == ("Line", 0.9) and models["deployable"].line == ("Required", 20.0)
    assert models["cost"].months[-1] == date(2027, 9, 30)


def test_what_the_changes_cost_more_says_that_it_is_no_difference_of_the_two_averages(whole):
    told = " ".join(outcome.sentences(*whole))
    assert (
        "more over those months than doing nothing: the middle of the differences run by run, which is not "
        "the difference of the two averages."
    ) in told


def _ends(fan, now, end):
    return replace(fan, low=(now, end), middle=(now, end), high=(now, end))


@pytest.mark.parametrize(
    ("deployable", "accredited", "said"),
    [
        ((90.0, 110.2, 95.0), (85.9, 67.0, 80.0), "; accredited among them 67.0 with the changes, 80.0 doing "
         "nothing, 85.9 now"),
        ((90.0, 110.2, 95.0), (60.0, 70.0, 72.0), "; accredited among them 70.0 with the changes, 72.0 doing "
         "nothing, 60.0 now"),
        ((90.0, 110.2, 95.0), (60.0, 70.0, 62.0), ""),
        ((90.0, 80.0, 70.0), (60.0, 50.0, 40.0), ""),
    ],
)  # fmt: skip
def test_the_headline_tells_of_accredited_people_where_they_move_the_other_way(
    whole, deployable, accredited, said
):
    given, found = whole
    ways = {}
    for n, way in ((1, "changed"), (2, "nothing")):
        result = getattr(found, way)
        fans = {
            "deployable": _ends(result.deployable, deployable[0], deployable[n]),
            "accredited": _ends(result.accredited, accredited[0], accredited[n]),
        }
        ways[way] = replace(result, **fans)
    head = outcome.headline(given, replace(found, **ways), SEPTEMBER)
    assert head.partition(" doing nothing")[2] == said


def test_doing_nothing_alone_is_told_once(whole):
    given = inputs({**NOW, **WORK, **MONEY}, months=6)
    found = simulate(given, 1, 100)
    assert outcome.headline(given, found, SEPTEMBER).startswith("Doing nothing: ")
    assert len(outcome.summary(given, found)) == 1
    assert "with the changes" not in " ".join(outcome.sentences(given, found))


@pytest.mark.parametrize(
    ("reach", "words"),
    [
        (Reach(0.0, math.inf, math.inf, math.inf), "no run comes under the line of 18 hours of work"),
        (Reach(0.2, math.inf, math.inf, math.inf), "20% of the runs come under"),
        (Reach(0.6, 3.0, 14.0, math.inf), "half of all by 14 months (3 months to not within 36 months)"),
        (Reach(0.4, 3.0, math.inf, math.inf), "half of all not within 36 months (3 months to not"),
        (Reach(1.0, 0.0, 0.0, 0.0), "at or under the line of 18 hours of work for each hour now"),
    ],
)
def test_months_until_back_are_told_with_the_share_of_runs_that_get_there(reach, words):
    assert words in outcome.back(inputs({"line": 18.0}, months=36), reach)


def test_pounds_say_what_a_post_was_taken_at_and_what_that_includes(whole):
    given, found = whole
    (told,) = [text for text in outcome.sentences(given, found) if text.startswith("It costs")]
    assert "a post taken at £60,000 a year (as typed: made up)" in told and "without discounting" in told
    cost = dict(outcome.fans(given, found, SEPTEMBER))["cost"]
    assert "a post taken at £60,000 a year" in cost.measure


def test_an_intake_that_is_still_in_training_at_the_end_is_said():
    given = inputs({**NOW, **PIPELINE}, (Intake(1, 2), Intake(4, 2)), 12)
    assert outcome.too_late(given) == [
        "The intake of month 4 ends its training in month 14, after the 12 months looked at: it costs and "
        "adds nobody deployable."
    ]


def test_what_is_missing_is_named_by_the_part_that_needs_it():
    said = outcome.needs(inputs(NOW))
    assert said[0].startswith("Deployable and accredited people still need “Months to accredit”")
    assert any(each.startswith("Cost still needs “Cost of a post”") for each in said)


def test_every_assumption_is_tabled_with_range_unit_source_who_and_when():
    given = Inputs((answer("case_hours", 20, 15, 30), answer("post_cost", 60_000)), (Intake(2, 4),))
    table = numbers.table(given)
    assert list(table.columns) == numbers.COLUMNS
    assert list(table.iloc[0])[:4] == ["Hours a case takes", "20", "15 to 30", "hours"]
    assert table.iloc[1, 1] == "£60,000" and table.iloc[2, 0] == "Advertise in month 2"


# ---- saved


def saved(number, name, given, month=SEPTEMBER, seed=1):
    found = simulate(given, seed, 100)
    plain = {**of_inputs(given), "family": "investigations"}
    draft = Draft(name, "N", ("DA1",), month, 4, "f", plain, seed, of_scenario(found))
    return Saved(number, draft, "A", "2026-11-23T09:00:00Z")


def test_inputs_and_result_come_back_as_they_were_kept(whole):
    given, found = whole
    nobody = simulate(inputs({**ALL, "in_post": 0.0, "deployable": 0.0, "accredited": 0.0}, months=3), 1, 50)
    for scenario in (found, nobody):
        assert to_scenario(of_scenario(scenario)) == scenario
    back = to_inputs(of_inputs(given))
    assert back.intakes == given.intakes and back.months == given.months and back.certain == given.certain
    assert [(a.id, a.value, a.source) for a in back.answers] == [
        (a.id, a.value, a.source) for a in given.answers
    ]
    assert back.by_id["vet_months"].at_most == BY_ID["vet_months"].at_most


def test_scenarios_with_one_way_of_doing_nothing_share_its_row():
    one, two = inputs(NOW | PIPELINE, INTAKES, 12), inputs(NOW | PIPELINE, (Intake(1, 9),), 12)
    table = kept.side_by_side([saved(1, "A few", one), saved(2, "Many", two)], ", ".join)
    assert list(table.columns[1:]) == [
        "1: A few, with the changes",
        "2: Many, with the changes",
        "Doing nothing",
    ]
    other = saved(3, "Other luck", one, seed=2)
    table = kept.side_by_side([saved(1, "A few", one), other], ", ".join)
    assert list(table.columns[2::2]) == ["1: A few, doing nothing", "3: Other luck, doing nothing"]


def test_scenarios_compared_say_what_each_is_of_and_where_they_are_not_alike():
    given = inputs(ALL | {"line": 1.0}, months=6)
    cases = replace(inputs(ALL | {"line": 18.0}, months=6), line_of="open_per_carrier")
    one = saved(1, "Fewer leavers", given)
    other = saved(2, "Fewer leavers", cases, month=date(2026, 8, 31))
    other = replace(other, draft=replace(other.draft, units=()))
    table = kept.side_by_side([one, other], lambda codes: ", ".join(codes) or "all units")
    table = table.set_index("At the end")
    first, second = (table[f"{n}: Fewer leavers, with the changes"] for n in (1, 2))
    assert (first["Of"], second["Of"]) == ("DA1, investigations", "all units, investigations")
    assert (first["Built on"], second["Built on"]) == (
        "September 2026, publication 4",
        "August 2026, publication 4",
    )
    assert first["Months until under the line"].endswith("; line of 1 hour of work for each hour")
    assert second["Months until under the line"].endswith("; line of 18 open cases for each deployable FTE")
    assert first["Pounds are"].startswith("a post taken at £60,000 a year (as typed: made up)")
    assert len({kept.title(each, "all units") for each in (one, other, replace(one, id=3))}) == 3
    assert kept.differ([one, one]) == ""
    assert kept.differ([one, other]) == (
        "They begin in different months or look ahead for different times: their ends are not the same day. "
        "They are of different units or work. Their lines are not the same, so months until under the line "
        "do not compare."
    )
    full = replace(answer("post_cost", 60_000), source="Published: full cost, mean of the roles")
    paid = replace(given, answers=(*(a for a in given.answers if a.id != "post_cost"), full))
    assert kept.differ([one, saved(4, "Full", paid)]) == "Their pounds do not include the same."


def test_a_rerun_takes_published_numbers_anew_and_leaves_what_was_typed():
    given = Inputs((*BEGUN.values(), answer("absence_later", 0.2)), (), 6)
    now = {name: starts.Start(name, replace(a, value=a.value + 1)) for name, a in BEGUN.items()}
    again, gone = kept.rerun(saved(1, "A", given), now)
    assert gone == () and again.value("in_post") == NOW["in_post"] + 1 and again.value("absence_later") == 0.2
    now["funded"] = starts.Start("funded", None, starts.HIDDEN)
    assert kept.rerun(saved(1, "A", given), now)[1] == ("funded",)


def test_what_moved_a_rerun_is_told_figure_by_figure():
    then, now = Inputs(tuple(BEGUN.values()), (), 6), dict(BEGUN)
    now["in_post"] = replace(now["in_post"], value=30.0, low=30.0, high=30.0)
    now["case_hours"] = answer("case_hours", 24, 20, 30)
    del now["funded"]
    again = replace(then, answers=tuple(now.values()))
    assert kept.moved(then, then).empty
    assert kept.moved(then, again).to_dict("split")["data"] == [
        ["In post, and paid", "25.6", "30", "FTE"],
        ["Funded posts", "30", "not given", "FTE"],
        ["Hours a case takes", "not given", "24 (20 to 30)", "hours"],
    ]


def test_all_that_was_filled_in_is_taken_anew_and_a_source_that_was_typed_never_reads_as_filled_in():
    weights = replace(answer("case_hours", 24, 20, 30), source="Approved hours for a case", set_by="settings")
    year = replace(answer("fte_hours", 1400), source="Settings: hours contracted", set_by="B. Chief")
    line = replace(answer("line", 1), source="Settings: the force's line", set_by="B. Chief")
    given = Inputs((*BEGUN.values(), weights, year, line), (), 6)
    now = {a.id: starts.Start(a.id, replace(a, value=a.value + 1)) for a in given.answers}
    again, gone = kept.rerun(saved(1, "A", given), now)
    assert gone == () and [again.value(n) for n in ("case_hours", "fte_hours", "line")] == [25, 1401, 2]
    typed, _ = read(form({**NOW, "growth": (5.0, None, None, "Published: ONS")}), BEGUN)
    assert typed.by_id["growth"].source == "Typed. Published: ONS"
    assert not starts.is_known(typed.by_id["growth"]) and starts.is_known(typed.by_id["in_post"])


def test_newer_figures_and_corrected_ones_are_told_and_the_same_are_not():
    one = saved(1, "A", Inputs((*BEGUN.values(), answer("growth", 0.1)), (), 6))
    assert kept.older(one, date(2026, 10, 31), ()) == (
        "Built on September 2026 data; figures of October 2026 have come since."
    )
    assert kept.older(one, SEPTEMBER, ()) == kept.older(one, None, ()) == ""
    now = {name: starts.Start(name, a) for name, a in BEGUN.items()}
    assert kept.changed(one, now) == ()
    now["in_post"] = starts.Start("in_post", replace(BEGUN["in_post"], value=20.0))
    now["leavers"] = starts.Start("leavers", None, starts.ASKED)
    assert kept.older(one, SEPTEMBER, kept.changed(one, now)) == (
        "Built on September 2026 data of publication 4; different now: “In post, and paid”, “Leavers in the "
        "time watched”."
    )
