"""Demand beside people and money in words and pictures: what is known, and what is not compared."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.disclosure import Hidden, NotShown, Suppressed
from ui.findings.demand import charts, money_ends, promised, tables, words
from ui.findings.demand.columns_shown import hidden_said
from ui.findings.demand.delivered import Delivery, delivered_cell, delivered_said
from ui.findings.demand.model import Group, Month, Share, Shares
from ui.findings.demand.promised import Promise

NO = Share(said="not sent")
MONTH = date(2026, 9, 30)


def share(value: float, of: float = 1000.0) -> Share:
    return Share(value, value * of, of)


def shares(whole: Group, every: Group, months: tuple[Month, ...] = (), counted: int = 2) -> Shares:
    sent = frozenset({"demand", "all crime", "budget", "force budget", "unit budgets", "same kind"})
    return Shares(
        MONTH, MONTH, "Public protection", (), (), (), whole, every, months, (), 3, counted, 0, sent
    )


def month(number: int, rule: str, demand: float) -> Month:
    return Month(date(2026, number, 28), rule, share(demand), share(0.2), NO)


def test_the_headline_names_only_what_is_known() -> None:
    every = Group("All", NO, share(0.2), NO)
    assert words.headline(shares(Group("Two", share(0.07), share(0.15), NO), every)) == (
        "2 units take 7.0% of recorded crime and have 15.0% of the people in post"
    )
    assert words.headline(shares(Group("Two", share(0.07), NO, NO), every)) == (
        "2 units take 7.0% of recorded crime; their share of people and money is not known"
    )
    assert words.headline(shares(Group("None", NO, NO, NO), every, counted=0)) == (
        "Public protection has 20.0% of the people in post; its share of demand is not known"
    )
    nobody = Group("All", NO, NO, NO)
    assert words.headline(shares(nobody, nobody, counted=0)).endswith("is not known yet")


def test_an_index_is_drawn_only_within_the_rule_of_its_month() -> None:
    months = (month(6, "A", 0.05), month(7, "A", 0.06), month(8, "B", 0.04), month(9, "B", 0.05))
    seen = shares(Group("", share(0.05), share(0.2), NO), Group("", NO, NO, NO), months)
    assert seen.breaks == ((date(2026, 8, 28), "B"),)
    assert charts.default_baseline(seen) == date(2026, 8, 28)
    drawn = charts.indexed(seen, date(2026, 8, 28))
    assert drawn is not None
    assert [v and round(v) for v in drawn.lines[0].values] == [None, None, 100, 125]
    assert drawn.lines[0].said()[:2] == ["another rule", "another rule"]
    assert [line.name for line in drawn.lines] == ["Recorded crimes", "People, FTE"]


def test_a_third_rule_back_is_said_not_to_be_drawn_and_one_month_by_a_rule_has_a_title() -> None:
    months = tuple(month(n, rule, 0.05) for n, rule in ((6, "A"), (7, "B"), (8, "C")))
    seen = shares(Group("", NO, NO, NO), Group("", NO, NO, NO), months)
    assert words.rule_changed(seen).endswith("Months counted by A are not drawn.")
    drawn = charts.over_time(seen)
    assert drawn is not None
    assert drawn.title == "Share of recorded crime 5.0% in August 2026, the one month by its counting rule"


def test_deployable_people_have_a_chart_of_their_own_beside_two_counting_rules() -> None:
    both = tuple(
        replace(month(n, rule, 0.05), money=share(0.1), deployable=share(0.04))
        for n, rule in ((7, "A"), (8, "B"))
    )
    seen = shares(Group("", NO, NO, NO), Group("", NO, NO, NO), both)
    beside, own = charts.over_time(seen), charts.deployable_over_time(seen)
    assert beside is not None and "Deployable people" not in [line.name for line in beside.lines]
    assert own is not None and own.lines[0].values == (4.0, 4.0)
    assert own.title == "4.0% of the deployable people in August 2026"
    assert charts.deployable_over_time(replace(seen, months=both[:1] * 2)) is None


def test_how_far_a_line_has_moved_is_told_with_its_last_month() -> None:
    late = Month(date(2026, 9, 28), "", Share(), share(0.25))
    seen = shares(
        Group("", NO, NO, NO), Group("", NO, NO, NO), (month(7, "A", 0.06), month(8, "A", 0.03), late)
    )
    drawn = charts.indexed(seen, date(2026, 7, 28))
    assert drawn is not None
    assert drawn.title == (
        "Since July 2026: recorded crimes down 50% by August 2026; people up 25% by September 2026"
    )


def test_each_counting_rule_is_a_line_of_its_own() -> None:
    months = (month(7, "A", 0.06), month(8, "B", 0.04))
    drawn = charts.over_time(shares(Group("", NO, NO, NO), Group("", NO, NO, NO), months))
    assert drawn is not None
    assert [line.name for line in drawn.lines] == ["Demand, A", "Demand, B", "People"]
    assert drawn.lines[0].values == (6.0, None) and drawn.lines[1].values == (None, 4.0)


def promise(
    unit: str,
    funded: float,
    in_post: float | NotShown | None,
    ends: date | None,
    *refs: str,
    by: float | None = None,
    limited: float | None = None,
) -> Promise:
    made = Promise(unit, "investigator", "officer", funded, in_post, None, None, "Grant", ends, refs)
    return replace(made, by_decision=by, time_limited=limited)


def test_people_beyond_one_promise_do_not_make_up_for_another() -> None:
    rows = (promise("DA", 4.0, 6.0, None, "D-1", by=4.0), promise("CA", 5.0, 3.0, None, "D-2", by=5.0))
    assert promised.said(rows)[0].startswith(
        "2 decisions: 9.0 FTE promised, 7.0 FTE of it in post, 2.0 FTE still to come."
    )


def test_posts_that_were_there_before_a_decision_are_no_promise_kept() -> None:
    rows = (promise("DA", 27.0, 25.0, None, "D-1", by=4.0),)
    assert promised.said(rows)[0].startswith(
        "1 decision: 4.0 FTE promised, 2.0 FTE of it in post, 2.0 FTE still"
    )
    row = promised.table(rows).iloc[0]
    assert (row["Empty, FTE"], row["Still to come by the decision, FTE"]) == (2.0, 2.0)


def test_a_row_that_does_not_say_how_many_posts_a_decision_made_is_no_promise() -> None:
    rows = (promise("DA", 27.0, 25.0, None, "D-1"),)
    said = promised.said(rows)[0]
    assert said.startswith(
        "1 decision: 27.0 FTE of funded posts in rows that name a decision, 25.0 FTE of them"
    )
    assert "promised" not in said and "so older posts are among them" in said
    assert promised.table(rows).iloc[0]["Still to come by the decision, FTE"] == "not given"


def test_nobody_in_post_is_none_kept_and_what_was_not_sent_is_not_called_hidden() -> None:
    rows = (promise("DA", 3.0, 0.0, None, "D-1", by=3.0), promise("CA", 4.0, None, None, "D-2", by=4.0))
    said = promised.said((*rows, promise("VA", 2.0, Hidden(), None, "D-3", by=2.0)))
    assert said[0].startswith("1 decision: 3.0 FTE promised, 0.0 FTE of it in post, 3.0 FTE still to come")
    assert said[1].startswith("1 decision: 2.0 FTE promised in 1 row where who is in post")
    assert said[2] == "1 row that names a decision cannot be added: who is in post has not been sent."


def test_money_that_stopped_while_its_posts_stay_funded_is_told() -> None:
    gone = promise("DA", 3.0, 3.0, date(2026, 6, 30), "D-1")
    assert money_ends.ended_said((gone,), MONTH) == (
        "Money has ended for 3.0 FTE of posts that are still listed as funded: DA, investigator (30 June "
        "2026)."
    )
    assert money_ends.ended_said((promise("CA", 3.0, 3.0, date(2026, 10, 1)),), MONTH) == ""


def test_of_a_row_that_says_so_only_the_time_limited_posts_end() -> None:
    rows = (promise("DA", 12.0, 9.0, date(2026, 12, 31), limited=2.0),)
    assert money_ends.ending(rows, MONTH)[0] == (3, 2.0)
    assert "It is the most it can be" not in money_ends.ending_said(rows, MONTH)
    assert "1 row does not say how many" in money_ends.ending_said(
        (replace(rows[0], time_limited=None),), MONTH
    )


def test_a_cell_may_name_several_decisions_and_then_nothing_is_split() -> None:
    assert promised.refs_of(" D-1; D-2 ") == ("D-1", "D-2") and promised.refs_of(None) == ()
    rows = (promise("DA", 4.0, 3.0, None, "D-1", "D-2"),)
    assert promised.SEVERAL in promised.said(rows)[-1]
    assert promised.table(rows)["Decision"].tolist() == ["D-1, D-2 (together)"]


def test_money_that_ends_is_added_up_to_each_horizon() -> None:
    rows = (promise("DA", 4.0, 3.0, date(2026, 12, 31)), promise("CA", 6.0, 5.0, date(2028, 9, 30)))
    assert money_ends.ending(rows, MONTH) == ((3, 4.0), (6, 4.0), (12, 4.0), (24, 10.0))
    assert money_ends.ending((promise("DA", 4.0, 3.0, MONTH),), MONTH)[-1] == (24, 0)
    assert "end date after this month" in money_ends.ending_said((), MONTH)


JULY, AUGUST, HIDDEN = date(2026, 7, 31), date(2026, 8, 31), Hidden()


@pytest.mark.parametrize(
    ("levels", "first", "cell"),
    [
        ((3.0, 3.5), False, "Named August 2026; in full in that month"),
        ((1.0, 2.0, 3.0), True, "Named July 2026 or before; in full 2 months later"),
        ((1.0, 3.0, 2.0), False, "Named July 2026; in full 1 month later, not now"),
        ((1.0, None, 2.0), False, "Named July 2026; not in full in the 2 months since"),
        ((2.0,), False, "Named September 2026; not in full"),
        ((1.0, HIDDEN, 3.0), False, Suppressed()),
        ((), False, "not given"),
    ],
)
def test_a_promise_says_how_long_its_posts_took_and_nothing_of_hidden_months(levels, first, cell) -> None:
    days = (JULY, AUGUST, MONTH)[3 - len(levels) :]
    assert delivered_cell(Delivery(3.0, tuple(zip(days, levels, strict=True)), first)) == cell


def test_promises_kept_late_and_not_are_counted_in_one_sentence() -> None:
    kept, late, never, hidden = (
        Delivery(3.0, tuple(zip((JULY, AUGUST, MONTH), levels, strict=True)))
        for levels in ((2.0, 3.0, 3.0), (1.0, 2.0, 3.5), (1.0, 2.0, 2.0), (1.0, HIDDEN, 3.0))
    )
    assert delivered_said((kept, late, never, hidden)) == (
        "All posts are filled in 2 of 3 rows that name a decision, 1 and 2 months after the "
        "first return that names it."
    )
    assert delivered_said((never,)).startswith("All posts are filled in 0 of 1 row that name")
    assert delivered_said((hidden,)) == ""


def test_money_that_ends_is_listed_post_by_post_the_first_to_end_first() -> None:
    late, soon = date(2028, 3, 31), date(2026, 12, 31)
    rows = (promise("DA", 4.0, 3.0, late, "D-1", limited=2.0), promise("CA", 6.0, None, soon))
    table = money_ends.ends_table((*rows, promise("VA", 5.0, 5.0, None, "D-2")))
    assert table["Funding ends"].tolist() == [soon, late]
    assert table["Of which time-limited, FTE"].tolist() == ["not given", 2.0]
    assert table["In post, FTE"].tolist() == ["not sent", 3.0]
    assert promised.table(rows)["Decision"].tolist() == ["D-1"]
    assert money_ends.ends_table(()).empty


def test_columns_hidden_in_every_row_are_left_out_and_named_once_with_the_reason() -> None:
    one, other = (promise(u, 4.0, HIDDEN, date(2026, 12, 31), "D-1", by=3.0) for u in ("DA", "CA"))
    frame = promised.table((one, other))
    gone = ["In post, FTE", "Empty, FTE", "Still to come by the decision, FTE"]
    assert not set(gone) & set(frame.columns) and "Funded, FTE" in frame.columns
    told = hidden_said(frame)
    assert all(name in told for name in gone) and "under 5 people" in told
    assert "In post, FTE" not in money_ends.ends_table((one,)).columns
    mixed = promised.table((one, replace(other, in_post=3.0)))
    assert "In post, FTE" in mixed.columns and hidden_said(mixed) == ""
    assert promised.said((one, other)) == (
        "1 decision: 6.0 FTE promised in 2 rows where who is in post, and with it what is still to come, is "
        "not shown, so that nobody in a group of under 5 people can be picked out.",
    )


def test_a_share_that_is_not_known_has_no_row_and_is_said_once_with_its_reason() -> None:
    gone = Share(said="not every unit is known")
    every = tuple(
        Group(unit, share(0.1), share(0.2), NO if unit == "CA" else share(0.3), gone) for unit in ("DA", "CA")
    )
    seen = replace(shares(every[0], every[0], ()), each=every)
    assert not tables.units_table(seen).isin(["not given", "not sent", "not every unit is known"]).any().any()
    assert tables.left_out(every, True) == (
        "Not in the table: deployable people (not every unit is known); money of CA (not sent)."
    )
    assert (
        tables.left_out(every) == "Not in the table: money of CA (not sent)."
        and len(tables.units_table(seen)) == 5
    )


def test_the_caution_stands_before_the_comparison() -> None:
    group = Group("DA", share(0.1), share(0.2), share(0.3))
    assert words.beside(shares(group, group, ())).startswith(words.NOT_HOURS)
