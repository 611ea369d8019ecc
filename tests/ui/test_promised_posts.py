"""Posts that were promised, beside who is in them: nobody is none, and what was not sent is not hidden."""

from dataclasses import replace
from functools import partial

import pytest

import access
from analysis.disclosure import Suppressed
from tests.ui.made_shares import CODES, FORCE, SEPTEMBER, page_of
from ui.case.promised import not_sent, promised_of
from ui.findings.demand.columns_shown import hidden_said
from ui.findings.demand.promised import table


@pytest.fixture
def opened(tmp_path, monkeypatch):
    return lambda *changes: page_of(monkeypatch, tmp_path, *changes)


def posts(con, by_decision=None, time_limited=None):
    con.execute(
        'insert into establishment ("force", unit, month_end, "role", worker_type, funded_fte, decision_ref, '
        "decision_fte, time_limited_fte) values (?, 'DA1', ?, 'coordinator', 'officer', 3.0, 'D-1', ?, ?)",
        [FORCE, SEPTEMBER, by_decision, time_limited],
    )


says_how_many = partial(posts, by_decision=2.0, time_limited=1.0)


def by_role(con):
    con.execute("delete from figure where metric = 'staffing/in_post_fte'")
    con.execute(
        'insert into figure (metric, "force", unit, month_end, "role", worker_type, numerator, denominator) '
        "select 'staffing/in_post_fte', ?, unnest(?::varchar[]), ?, 'investigator', 'officer', 9.0, 0",
        [FORCE, list(CODES), SEPTEMBER],
    )


def test_a_promise_with_nobody_in_post_is_not_delivered_and_not_left_out(opened):
    (found,) = promised_of(opened(by_role, says_how_many))
    assert (found.in_post, found.to_come, found.by_decision, found.ending) == (0.0, 2.0, 2.0, 1.0)


def test_where_nobody_said_who_is_in_the_unit_nobody_is_said_to_be_in_post(opened):
    (found,) = promised_of(
        opened(by_role, posts, lambda con: con.execute("delete from figure where unit = 'DA1'"))
    )
    assert found.in_post is None and found.to_come is None


def test_a_file_published_before_posts_were_told_apart_knows_none_of_it(opened):
    def older(con):
        con.execute("alter table establishment drop column decision_fte")
        con.execute("alter table establishment drop column time_limited_fte")

    (found,) = promised_of(opened(by_role, posts, older))
    assert found.by_decision is None and found.ending == 3.0


def test_without_the_return_of_a_unit_no_post_of_it_is_said_to_stand_on_nothing(opened):
    page = opened(
        lambda con: con.execute("delete from coverage where dataset = 'establishment' and unit = 'VA1'")
    )
    assert not_sent(page) == "Establishment of Adults at risk has not come, so no post of it is among these."


def test_without_any_return_nothing_is_said_of_posts(opened):
    page = opened(lambda con: con.execute("delete from coverage where dataset = 'establishment'"))
    assert not_sent(page).startswith("No Establishment return for this month")


def a_start(con):
    con.execute("update establishment set start_agreed_fte = 1.0 where decision_ref = 'D-1'")


def test_a_start_that_is_agreed_is_a_person_and_not_shown_outside_the_force(opened):
    page = opened(by_role, says_how_many, a_start)
    outside = access.Reader("A Body", "commissioner", None, internal=False)
    (inside,), (seen,) = promised_of(page), promised_of(replace(page, reader=outside))
    assert inside.starts == 1.0 and seen.starts == Suppressed()
    assert "Start agreed, FTE" in hidden_said(table([seen]))


def test_where_no_start_is_given_none_is_said_to_be_hidden(opened):
    outside = access.Reader("A Body", "commissioner", None, internal=False)
    (found,) = promised_of(replace(opened(by_role, says_how_many), reader=outside))
    assert found.starts is None
