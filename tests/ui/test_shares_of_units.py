"""Which units stand in a share of demand, people and money, of which month, and what is said of none."""

from functools import partial

import pytest

from tests.ui.made_shares import (
    AUGUST,
    FORCE,
    JULY,
    OUTSIDE,
    SEPTEMBER,
    budget,
    crimes,
    figure,
    page_of,
    people,
)
from ui.case.sent_beside import incidents_of, spending_of
from ui.case.shares import shares_of
from ui.findings.demand import charts, how_far_apart, sent_beside, tables, words


@pytest.fixture
def opened(tmp_path, monkeypatch):
    return lambda *changes, **asked: shares_of(page_of(monkeypatch, tmp_path, *changes, **asked))


def dated(con, unit, since=None, until=None):
    con.execute("update ref_unit set valid_from = ?, valid_to = ? where unit = ?", [since, until, unit])
    con.execute("delete from figure where unit = ? and month_end > ?", [unit, until or SEPTEMBER])
    con.execute("delete from figure where unit = ? and month_end < ?", [unit, since or JULY])


def test_a_unit_that_has_closed_is_not_waited_for(opened):
    shares = opened(people, partial(dated, unit="MASH1", until=JULY))
    assert (shares.units, shares.every.people.value) == (7, 7 * 20 / 400)
    assert "Safeguarding hub" not in [group.name for group in shares.each]


def test_before_there_is_a_unit_it_has_no_share_and_not_none(opened):
    shares = opened(people, partial(dated, unit="EXP1", since=SEPTEMBER), units=("EXP1",))
    assert [month.people.value for month in shares.months] == [None, None, 0.05]


def test_where_demand_of_the_month_has_not_come_that_of_the_month_before_is_told_with_its_date(opened):
    shares = opened(people, partial(crimes, month=JULY, DA1=40.0), partial(crimes, month=AUGUST, DA1=50.0))
    assert words.headline(shares) == (
        "Domestic abuse investigation takes 5.0% of recorded crime (of August 2026) and has 5.0% of the "
        "people in post"
    )
    assert words.still_needed(shares)[0] == "Demand of September 2026: that of August 2026 is told."
    drawn = charts.over_time(shares)
    assert drawn is not None and drawn.lines[0].values == (4.0, 5.0, None)
    table = tables.units_table(shares)
    of = table[table["Unit"] == "Domestic abuse investigation"]
    assert of["Period"].tolist()[:2] == ["August 2026", "30 September 2026"]


def year(con, **units):
    """Twelve months to September of the force; of a unit None where its twelve are not whole."""
    crimes(con, SEPTEMBER, **{unit: count or 1.0 for unit, count in units.items()})
    figure(con, "share_of_demand_12m", None, SEPTEMBER, 0.0, 12000.0)
    for unit, count in units.items():
        figure(con, "share_of_demand_12m", unit, SEPTEMBER, count, 0.0, "domestic abuse")


def test_a_unit_with_eleven_months_is_told_apart_from_one_that_sent_none(opened):
    shares = opened(people, partial(year, DA1=600.0, VA1=None))
    said = words.not_counted(shares)
    assert said.startswith(
        "6 units of 8 have sent no recorded crimes and 1 unit has not sent each kind in each"
    )
    assert "beside demand are those of Domestic abuse investigation" in said
    of = {group.name: group.demand.said for group in shares.each}
    assert of["Adults at risk"] == "not each kind in each of the 12 months by the same rule"
    assert of["Safeguarding hub"] == "no recorded crimes sent"


def test_where_no_unit_in_view_has_its_twelve_months_the_month_is_told(opened):
    shares = opened(people, partial(year, VA1=None), units=("VA1",))
    assert (shares.whole.demand.period, shares.whole.demand.value) == ("September 2026", 0.001)


def two_kinds(con):
    crimes(con, SEPTEMBER, DA1=40.0, CA1=10.0)
    figure(con, "share_of_demand", "DA1", SEPTEMBER, 5.0, 0.0, "honour-based abuse")


def test_kinds_that_are_added_up_are_at_most_what_is_printed(opened):
    shares = opened(people, two_kinds)
    assert words.headline(shares).startswith("2 units take at most 5.5% of recorded crime and have 10.0%")
    assert "is at least 4.5 points above their share of recorded crime" in words.beside(shares)
    assert "a crime of two kinds is counted in each" in words.at_most(shares)
    model = how_far_apart.dumbbell(shares)
    assert model is not None and model.title.startswith("At least ") and ", at most" in model.measure
    of = {group.name: words.percent(group.demand) for group in shares.each}
    assert (of["Domestic abuse investigation"], of["Child abuse investigation"]) == ("at most 4.5%", "1.0%")


def test_kinds_that_come_to_more_than_all_recorded_crime_are_no_share(opened):
    shares = opened(people, partial(crimes, month=SEPTEMBER, DA1=900.0, CA1=200.0))
    assert not shares.whole.demand.known
    assert shares.whole.demand.said == "the kinds together are more than all recorded crime"


def test_what_is_hidden_is_not_called_unsent(opened):
    shares = opened(partial(people, fte=3.0), partial(crimes, month=SEPTEMBER, DA1=40.0), reader=OUTSIDE,
                    units=("DA1", "CA1"))  # fmt: skip
    assert shares.every.people.hidden
    assert not [said for said in words.still_needed(shares) if "rest of the force" in said]
    assert "of the people in post" not in words.not_counted(shares)


def test_counts_that_came_without_all_recorded_crime_are_not_called_unsent(opened):
    def one_kind(con):
        con.execute(
            "insert into demand values (?, ?, 'DA1', 'domestic abuse', 'recorded crimes', 40, 'Rules A', "
            "'Crime system', 'demand', 'Demand', 5)",
            [FORCE, SEPTEMBER],
        )

    needed = words.still_needed(opened(people, one_kind))
    assert needed[0].startswith("Demand: all recorded crime of the whole force.")


def money(con, units, force):
    for unit in units:
        budget(con, unit, "pay only", 2.0)
    for kind in force:
        budget(con, None, kind, 100.0)


def test_a_budget_that_came_of_one_side_alone_is_named(opened):
    assert words.MISSING["force budget"] in words.still_needed(
        opened(people, partial(money, units=["DA1"], force=[]))
    )


def test_budgets_that_include_another_thing_are_named(opened):
    other = partial(money, units=["DA1"], force=["all spending"])
    assert words.MISSING["same kind"] in words.still_needed(opened(people, other))


def test_a_reader_of_one_unit_is_told_the_same_kind_of_budget_as_one_of_all(opened):
    def published(con):
        figure(con, "share_of_money", None, SEPTEMBER, 0.0, 150.0)
        figure(con, "share_of_money", "DA1", SEPTEMBER, 3.0, 0.0)
        budget(con, None, "all spending", 150.0, "Other book")

    shares = opened(people, partial(money, units=["DA1"], force=["pay only"]), published, units=("DA1",))
    assert (shares.every.money.definition, shares.every.money.source) == (
        "budget, all spending",
        "Other book",
    )


def test_one_unit_in_view_is_not_called_public_protection(opened):
    shares = opened(people, units=("MASH1",))
    assert words.headline(shares) == (
        "Safeguarding hub has 5.0% of the people in post; its share of demand is not known"
    )
    both = opened(people, units=("MASH1", "VA1"))
    assert words.headline(both).startswith("These 2 units have 10.0% of the people in post; their share")


def test_two_units_of_a_type_stand_apart_in_the_table_and_are_called_a_type_in_the_chart(opened):
    shares = opened(
        people,
        lambda con: con.execute("update ref_unit set type = 'DA' where unit = 'CA1'"),
        partial(crimes, month=SEPTEMBER, DA1=40.0, CA1=10.0, VA1=1.0),
        units=("DA1", "CA1", "VA1"),
    )
    assert len(set(tables.units_table(shares)["Unit"])) == 3
    model = how_far_apart.dumbbell(shares)
    assert model is not None and model.title.startswith("2 of 2 types of unit have a larger share")


def deployable(con):
    for month in (JULY, AUGUST, SEPTEMBER):
        figure(con, "share_of_deployable", None, month, 0.0, 200.0)
        for unit in ("DA1", "CA1"):
            figure(con, "share_of_deployable", unit, month, 8.0, 0.0)


def test_deployable_people_stand_beside_demand_with_their_parts_in_table_chart_and_line(opened):
    counted = [partial(crimes, month=month, DA1=40.0, CA1=10.0) for month in (JULY, AUGUST, SEPTEMBER)]
    shares = opened(people, deployable, *counted, units=("DA1", "CA1"))
    table = tables.units_table(shares)
    row = table[table["Share of"] == "deployable people"].iloc[0]
    assert (row["Share"], row["Part"], row["Whole"], row["Period"]) == (
        "4.0%", "8.0 FTE", "200.0 FTE", "30 September 2026")  # fmt: skip
    assert row["Definition"].startswith("deployable FTE of roles that carry public-protection work")
    model, lines = how_far_apart.dumbbell(shares), charts.over_time(shares)
    assert model is not None and model.names == ("Demand", "People", "Deployable people", "Money")
    assert lines is not None and lines.lines[-1].name == "Deployable people"
    assert lines.lines[-1].values == (8.0, 8.0, 8.0)
    assert "no role for response and neighbourhood officers" in words.people_basis(shares)


def test_the_units_that_take_a_kind_of_work_are_set_beside_their_people(opened):
    shares = opened(people, two_kinds, units=("DA1", "CA1"))
    assert [group.name for group in shares.by_kind] == [
        "Domestic abuse: Child abuse investigation and Domestic abuse investigation",
        "Honour-based abuse: Domestic abuse investigation",
    ]
    assert [words.percent(g.demand) for g in shares.by_kind] == ["5.0%", "0.5%"]
    assert [g.people.value for g in shares.by_kind] == [0.1, 0.05]


def test_two_spellings_of_one_rule_are_one_and_a_rule_that_came_back_is_the_newest(opened):
    rules = ("Rules A", "Rules B", "RULES A ")
    ruled = [
        partial(crimes, month=m, rule=r, DA1=9.0)
        for m, r in zip((JULY, AUGUST, SEPTEMBER), rules, strict=True)
    ]
    shares = opened(people, *ruled, units=("DA1",))
    assert shares.rules == ("Rules B", "RULES A ")
    assert [day for day, _ in shares.breaks] == [AUGUST, SEPTEMBER]
    drawn = charts.over_time(shares)
    assert drawn is not None and drawn.title.startswith(
        "Share of recorded crime 0.9% in July 2026, 0.9% in Sept"
    )


def test_incidents_and_spending_that_were_sent_are_told_and_are_in_no_share(tmp_path, monkeypatch):
    def sent(con):
        con.execute(
            "insert into demand values (?, ?, null, 'all incidents', 'incidents', 5000, 'Incident rules', "
            "'Control room', 'demand', 'Demand', 5)",
            [FORCE, SEPTEMBER],
        )
        budget(con, "DA1", "pay only", 2000.0, spent=900)

    page = page_of(monkeypatch, tmp_path, people, sent)
    incidents = sent_beside.incidents_table(incidents_of(page, SEPTEMBER)).iloc[0].tolist()
    assert incidents == ["Whole force", "all incidents", 5000, "Incident rules", "Control room"]
    spent = sent_beside.spending_table(spending_of(page, SEPTEMBER)).iloc[0].tolist()
    assert spent[:6] == [
        "Domestic abuse investigation", "pay only", "£2,000", "£900", "45.0%", "30 September 2026"
    ]  # fmt: skip
    assert not shares_of(page).whole.demand.known
