"""The parts of the page on demand beside people and money."""

import pandas as pd
import streamlit as st

import access
from ui.case.promised import not_sent, promised_of
from ui.case.sent_beside import incidents_of, spending_of
from ui.case.shares import shares_of
from ui.findings.demand import charts, how_far_apart, money_ends, promised, sent_beside, tables, words
from ui.findings.demand.columns_shown import hidden_said
from ui.page import filters
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.chart import show_chart
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.said import say, say_small
from ui.parts.section import section
from ui.parts.wording import month_name
from ui.workforce.vacancy import vacancy


def headline(page: Page) -> str:
    """The answer in words."""
    return words.headline(shares_of(page))


def missing(page: Page) -> None:
    """What has not been sent, with the way to its template; nothing where all is there."""
    needed = words.still_needed(shares_of(page))
    if not needed:
        return
    states.note(" ".join(needed), lead="Not sent yet:")
    if access.may_open(page.reader, "data/upload"):
        st.page_link(
            entry("data/upload").file,
            label="Get the Demand and Finance templates, or upload a return",
            icon=":material/upload_file:",
            query_params={"show": "templates"},
        )


def beside(page: Page) -> None:
    """The shares of the units together and of each, and what they rest on."""
    shares = shares_of(page)
    for text in (words.beside(shares), words.at_most(shares), words.not_counted(shares)):
        if text:
            say(text)
    model = how_far_apart.dumbbell(shares)
    if model is not None:
        show_chart(model, "shares", notes=page_notes(page), level=2)
    say_small(words.people_basis(shares))
    together = f"Each share with its parts, units together, {month_name(shares.month)}"
    _rows_and_rest(
        page, tables.together_table(shares), together, "together", tables.together_left_out(shares)
    )
    with st.expander("The same for each unit"):
        each = f"Each share with its parts, unit by unit, {month_name(shares.month)}"
        _rows_and_rest(page, tables.units_table(shares), each, "each", tables.left_out(shares.each))
    spent = spending_of(page, shares.month)
    if spent:
        with st.expander("What was spent of the budgets"):
            say_small(sent_beside.NO_BUDGETS)
            caption = f"Budgets and spending, financial year of {month_name(shares.month)}"
            _table(page, sent_beside.spending_table(spent), caption, "spent")


def _table(page: Page, table: pd.DataFrame, caption: str, key: str) -> None:
    plain_table(table, caption, cards=True)
    downloads(table, caption, f"shares_{key}", page_notes(page))


def over_time(page: Page) -> None:
    """The shares month by month, and the counts behind them from a month that the reader chooses."""
    shares = shares_of(page)
    section("Has it changed?", "Demand month by month; the people and money of the same units beside it.")
    if text := words.rule_changed(shares):
        say(text)
    model = charts.over_time(shares)
    if model is None:
        say("One month gives no line. It takes a second month of returns.")
        return
    show_chart(model, "shares_over_time", notes=page_notes(page), level=2)
    deployable = charts.deployable_over_time(shares)
    if deployable is not None:
        show_chart(deployable, "deployable_over_time", notes=page_notes(page), level=2)
    days = charts.baselines(shares)
    start = charts.default_baseline(shares)
    if not days or start is None:
        return
    named = {f"{day:%Y-%m}": day for day in days}
    picked = filters.choose(
        "Month that is 100",
        list(named),
        "baseline",
        title=lambda c: month_name(named[c]),
        default=f"{start:%Y-%m}",
        width=200,
    )
    drawn = charts.indexed(shares, named[picked])
    if drawn is not None:
        show_chart(drawn, "indexed", notes=page_notes(page), decimals=0, level=2)


def kinds(page: Page) -> None:
    """What is recorded in the whole force of each kind of work, and the published figure as a reference."""
    shares = shares_of(page)
    if shares.kinds:
        section(
            "What kind of crime is recorded?",
            "Of the whole force, whichever unit deals with it. A crime may be of two kinds and is counted in "
            "each, so kinds are not added together.",
        )
        table = tables.kinds_table(shares.kinds)
        caption = f"Share of all recorded crime by kind of work, {month_name(shares.demand_month)}"
        _table(page, table, caption, "kinds")
        _by_kind(page)
    _incidents(page)
    say_small(words.REFERENCE)


def _incidents(page: Page) -> None:
    """Incidents of the month, which are in no share."""
    month = shares_of(page).demand_month
    rows = incidents_of(page, month)
    if rows:
        with st.expander("Incidents of the month"):
            say_small(sent_beside.NO_CRIMES)
            caption = f"Incidents recorded, {month_name(month)}"
            _table(page, sent_beside.incidents_table(rows), caption, "incidents")


def _by_kind(page: Page) -> None:
    """The shares of the units that take each kind of work."""
    shares = shares_of(page)
    if shares.by_kind:
        say_small(words.BY_UNIT)
        with st.expander("The units that take each kind, with their people and money"):
            caption = f"Demand of each kind beside people and money of its units, {month_name(shares.month)}"
            _rows_and_rest(
                page, tables.by_kind_table(shares), caption, "by_kind", tables.left_out(shares.by_kind)
            )


def _rows_and_rest(page: Page, table: pd.DataFrame, caption: str, key: str, rest: str) -> None:
    """A table of shares, where one is known, and which have no row."""
    if len(table):
        _table(page, table, caption, key)
    if rest:
        say_small(rest)


def posts(page: Page) -> None:
    """Posts promised beside posts delivered, and when their money ends."""
    section(
        "Were the promised posts delivered?",
        "Funded posts in rows that name a decision or an end of the money, FTE.",
    )
    if text := not_sent(page):
        say(text)
    if page.month is None or page.status.of("establishment") is None:
        return
    rows = promised_of(page)
    for text in promised.said(rows):
        say(text)
    if not rows:
        return
    month = month_name(page.month)
    _table_of_rows(page, promised.table(rows), f"Posts promised and posts delivered, {month}", "promised")
    for text in (money_ends.ended_said(rows, page.month), money_ends.ending_said(rows, page.month)):
        if text:
            say(text)
    model = money_ends.ending_chart(rows, page.month)
    if model is not None:
        show_chart(model, "ending", notes=page_notes(page), level=2)
    _table_of_rows(page, money_ends.ends_table(rows), f"Posts whose money ends, {month}", "ends")


def _table_of_rows(page: Page, table: pd.DataFrame, caption: str, key: str) -> None:
    if len(table):
        _table(page, table, caption, key)
    if text := hidden_said(table):
        say_small(text)


def empty_posts(page: Page) -> None:
    """Empty posts beside the rest of the force, as on the staffing page."""
    vacancy(page)
    if access.may_open(page.reader, "workforce/staffing"):
        st.page_link(
            entry("workforce/staffing").file, label="More on posts and people", icon=":material/badge:"
        )
