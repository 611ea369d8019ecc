"""What is said of the need: whole or half FTE, and never a gap that the data do not show."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.assumptions import Assumption
from analysis.gap import Chance, GapResult, Influence, Range, Staff, gap_of, middle_of
from analysis.gap.simulate import CASES, HOURS
from analysis.gap.weight_sets import WeightSet, weight_sets
from tests.analysis.gap.drawn import inputs
from ui.findings.need import charts, left_out, likelihood, still_needed, tables
from ui.findings.need import people_needed as words
from ui.findings.need.fte_range import Said, said_of

MONTH = date(2026, 9, 30)


def result(required: tuple[float, float, float], funded=66.0, in_post=60.5, deployable=52.3) -> GapResult:
    """A result with this need, the gaps following from it."""
    work = tuple(replace(each, hours=_titled(each)) for each in inputs().work)
    given = inputs(work=work, staff=Staff(funded, in_post, deployable))
    need = Range(*required)
    return GapResult(
        given,
        "0" * 64,
        middle_of(given),
        need,
        _less(need, funded),
        _less(need, deployable),
        Chance(0.96, 0.997),
        (Influence(HOURS, "rape", 0.41), Influence(CASES, "rape", 0.2), Influence(HOURS, "x", 0.004)),
        (Influence(HOURS, "", 0.68),),
    )


def _titled(work):
    return replace(work.hours, id=f"hours: {work.name}", title=f"Hours for a case of {work.name}")


def _less(need: Range, people: float | None) -> Range | None:
    return None if people is None else Range(need.p10 - people, need.p50 - people, need.p90 - people)


@pytest.mark.parametrize(
    ("need", "head"),
    [
        (
            (70.6, 85.9, 104.4),
            "The work needs between 71 and 104 FTE, about 86 in the middle of the simulated range",
        ),
        ((4.37, 5.61, 7.12), "The data do not show a gap: the work needs 4.5 to 7 FTE"),
        ((85.9, 86.0, 86.1), "The work needs about 86 FTE"),
    ],
)
def test_the_head_is_a_range_in_whole_or_half_fte(need, head):
    people = 5.0 if need[0] < 10 else 52.3
    assert words.headline(result(need, deployable=people)) == head


def test_a_range_of_the_gap_that_holds_zero_is_no_gap_shown():
    found = result((45.0, 53.0, 63.0))
    assert words.verdict(found) == "no gap shown"
    assert words.headline(found) == "The data do not show a gap: the work needs 45 to 63 FTE"
    assert words.beside_people(found) == (
        "Beside the 52.3 FTE who can be deployed, the need may be up to 7 FTE smaller and up to 11 FTE "
        "larger. That is no evidence of a gap, nor that there is enough."
    )


def test_a_gap_that_begins_within_half_a_person_of_nothing_is_not_shown_as_one():
    assert words.verdict(result((52.6, 60.0, 70.0))) == "no gap shown"
    assert words.verdict(result((53.2, 60.0, 70.0))) == "short"


def test_how_many_more_or_fewer_the_evidence_supports():
    assert words.beside_people(result((70.6, 85.9, 104.4))).endswith(
        "the evidence supports 18 to 52 FTE more; 34 is the middle of the simulated range."
    )
    assert words.beside_people(result((30.0, 35.0, 40.0))).endswith(
        "the work needs 12 to 22 FTE fewer; 17 is the middle of the simulated range."
    )
    assert words.beside_people(result((70.6, 85.9, 104.4), deployable=None)) == ""


@pytest.mark.parametrize(
    ("need", "said"),
    [
        ((60.0, 66.0, 75.0), "the data do not show that more posts are needed, nor that fewer would do: from "
         "6 FTE fewer to 9 more."),
        ((70.0, 80.0, 90.0), "the work needs 4 to 24 FTE more, with every post filled and at work."),
        ((40.0, 45.0, 50.0), "the work needs 16 to 26 FTE fewer, if every post were filled and at work."),
    ],
)  # fmt: skip
def test_the_need_beside_the_posts_that_are_paid_for(need, said):
    assert words.beside_posts(result(need)) == f"Beside the 66.0 FTE funded, {said}"


def test_chances_have_their_words_and_are_never_certain():
    assert likelihood.chance(0.0) == "under 1%, exceptionally unlikely"
    assert likelihood.chance(1.0) == "over 99%, virtually certain"
    told = [(0.05, "very unlikely"), (0.2, "unlikely"), (0.5, "about as likely as not"), (0.7, "likely")]
    assert all(likelihood.word(share) == said for share, said in told)
    said = words.chances(result((70.6, 85.9, 104.4)))
    assert (
        "more than the 66.0 FTE funded is 96%, very likely; than the 52.3 FTE deployable is over 99%" in said
    )
    assert words.chances(replace(result((1, 2, 3)), chance=Chance(None, None))) == ""


def test_what_the_answer_hangs_on_is_named_with_its_source():
    assert words.hangs_on(result((70.6, 85.9, 104.4))) == (
        "The answer hangs mainly on hours for a case of rape (a workshop): were they known, 41% of the "
        "spread would go. Hours for a case, all together, make 68% of it."
    )


def test_the_range_chart_sets_the_need_beside_posts_and_people():
    drawn = charts.range_chart(result((70.6, 85.9, 104.4)), "Team", MONTH)
    assert drawn.title == "Needed: 71 to 104 FTE; 52.3 deployable and 66.0 funded"
    rows = drawn.numbers().to_dict("records")
    assert rows[0] == {"What": "Needed for the work", "FTE": 86.0, "80% from": 71.0, "80% to": 104.0}
    assert [row["What"] for row in rows[1:]] == ["Funded posts", "In post", "Deployable"]
    assert {row["80% from"] for row in rows[1:]} == {"not given"}
    assert "Deployable: 52.3" in drawn.alt()


def test_the_waterfall_adds_up_as_far_as_it_is_known():
    from charts.waterfall import residual

    found = result((70.6, 85.9, 104.4))
    drawn = charts.waterfall(found.inputs.staff, found, "Team")
    assert residual(drawn) < 1e-9
    assert [step.name.split(":")[0] for step in drawn.steps] == [
        "Deployable", "Availability gap", "In post", "Vacancy gap", "Funded posts", "Demand gap", "Needed",
    ]  # fmt: skip
    assert drawn.steps[-2].said == "+5 to +38" and drawn.steps[-1].said.startswith("about ")
    posts = charts.waterfall(Staff(66.0, None, None), None, "Team")
    assert posts is None
    some = charts.waterfall(Staff(66.0, None, 52.3), None, "Team")
    assert (some.title, len(some.steps)) == ("52.3 FTE deployable, 66.0 FTE funded", 3)


def test_the_tornado_shows_the_largest_first_and_leaves_out_what_is_nothing():
    drawn = charts.tornado(result((70.6, 85.9, 104.4)), "Team")
    assert [(bar.name, bar.value) for bar in drawn.bars] == [("Hours: rape", 41.0), ("New cases: rape", 20.0)]


def test_gaps_are_a_table_with_ranges_where_they_are_reckoned_and_none_where_they_are_counted():
    rows = tables.gaps_table(result((70.6, 85.9, 104.4))).to_numpy().tolist()
    assert rows[0][:3] == ["Vacancy gap", "5.5", "counted"]
    assert rows[2][:3] == ["Demand gap", "about 20", "5 to 38"]
    assert rows[3][:3] == ["Operating gap, all together", "about 34", "18 to 52"]


def test_weight_sets_that_disagree_say_so():
    short, enough = result((70.6, 85.9, 104.4)), result((30.0, 35.0, 40.0))
    work = inputs().work
    own, current, equal = weight_sets(work, work)
    said = tables.sets_sentence([(own, short), (current, short), (equal, enough)])
    assert said == (
        "The answer depends on the weights. By the force's own hours: fewer people than the work needs; by "
        "every case alike: more people than the work needs."
    )
    assert "the same: fewer people" in tables.sets_sentence([(own, short), (equal, short)])
    frame = tables.sets_table([(own, short), (current, short)])
    assert frame["What differs"][1] == "stalking or harassment, in proportion to the hours for rape"
    assert tables.sets_sentence([(WeightSet("own", work), short)]) == ""


def test_people_who_are_hidden_are_said_not_to_be_shown_beside_each_weight_set():
    found, (own, *_) = result((70.6, 85.9, 104.4), deployable=None), weight_sets(inputs().work, inputs().work)
    for held, why in ((True, "not shown (small groups)"), (False, "not known")):
        frame = tables.sets_table([(own, found)], held)
        assert frame["Beside deployable"].tolist() == [f"deployable people {why}"]


def test_every_assumption_is_told_with_range_source_and_who():
    held = Assumption("a", "Hours for a case of rape", 90, 60, 140, "hours", "a workshop of 5", "Head", MONTH)
    share = Assumption("b", "Supervision", 0.08, 0.05, 0.125, "share of hours for work", "diaries", "Head")
    fixed = replace(held, low=90, high=90, set_on=None)
    rows = tables.assumptions_table([held, share, fixed]).to_numpy().tolist()
    assert rows[0] == [
        "Hours for a case of rape", "90", "60 to 140", "hours", "a workshop of 5", "Head",
        "30 September 2026",
    ]  # fmt: skip
    assert rows[1][1:4] == ["8%", "5% to 12.5%", "of hours for work"]
    assert rows[2][2] == "none set" and rows[2][6] == "not written down"


def test_work_without_hours_is_named_with_its_count_and_units_with_the_reason():
    many = [(f"kind {n}", 10.0 - n) for n in range(8)]
    said = left_out.without_said(many, MONTH)
    assert (
        "10 kind 0, 9 kind 1" in said
        and "and 7 of other kinds (new cases, 12 months to September 2026)" in said
    )
    assert left_out.without_said([], MONTH) == "" == left_out.left_out_said([])
    units = [("Hub", "no hours approved for their work"), ("Team", "no hours approved for their work")]
    assert left_out.left_out_said(units) == (
        "Left out, work and people: Hub and Team (no hours approved for their work)."
    )


def test_what_is_still_needed_names_the_work_that_most_cases_are_of():
    months = [date(2026, 9, 30)]
    cases = {"domestic abuse": 2488.0, "rape": 243.0, "other": 74.0, "stalking": 70.0, "child abuse": 3.0}
    first, year, returns = still_needed.of({}, (), cases, MONTH, months)
    assert first.startswith(
        "Approved hours for a case of domestic abuse (2,488 new cases; none set), rape (243"
    )
    assert first.endswith("and 1 kind of work more.")
    assert (year, returns) == (
        "A working year (hours contracted and lost): none set.",
        "Twelve months of returns: there are 1.",
    )


def test_allowances_that_may_take_all_time_are_named_as_the_reason():
    full = replace(inputs().allowances[0], high=1.0)
    found = gap_of(replace(inputs(), allowances=(full,)))
    assert words.headline(found) == words.NOT_KNOWN
    assert "must stay under 100%" in still_needed.why_said(found.why_not)
    assert still_needed.why_said("") == ""


def test_more_people_than_posts_is_not_called_a_post_with_nobody_in_it():
    drawn = charts.waterfall(Staff(10.0, 13.2, 13.0), None, "Team")
    assert [(s.name, round(s.amount, 1)) for s in drawn.steps][3] == (
        "Vacancy gap: more people than funded posts",
        -3.2,
    )


def test_a_range_of_one_value_is_said_once():
    assert Said(4.0, 4.0, 4.0, 1.0).between == "about 4 FTE" and Said(4.0, 4.0, 4.0, 1.0).from_to == "4"
    assert said_of(Range(-0.2, 3.2, 9.3), Range(3, 6, 9.6)) == Said(0.0, 3.0, 9.5, 0.5)


def test_whose_need_it_is_is_said_where_it_is_not_of_all_units_in_view():
    assert left_out.in_it_said(["A", "B"], 2, ["investigator"]) == ""
    assert left_out.in_it_said(["A", "B"], 8, ["investigator"]) == (
        "The need is of 2 of 8 units, those of which it can be reckoned: A and B. The posts and people "
        "beside it are of these units alone, and of the roles that carry this work (investigators)."
    )
