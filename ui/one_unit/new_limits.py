"""New limits on a unit's charts: which stand, why and by whom, and the form in which a person begins them."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

import access
from analysis.new_quarters import why_not_new_quarters
from analysis.xmr import why_not_rebase
from metrics.judged import Judged
from metrics.verdicts import at_or_after
from store import rebases
from store.rebases import Rebase, Series
from store.written import LONGEST_NAME, LONGEST_TEXT, NotWritten
from ui.figures import session
from ui.findings import flows as words
from ui.one_unit.written_down import answer, done, name_of, refused, stood
from ui.page.open_page import Page
from ui.parts.section import section
from ui.parts.wording import month_name

WHEN = (
    "Limits are never set anew by the dashboard. Where work has changed for good and for a known cause, a "
    "person may begin new limits; the earlier ones stay drawn."
)
TRIAL = 12
QUARTERLY = "quarterly"


def new_limits(page: Page, code: str, found: Sequence[Judged]) -> None:
    """The new limits that stand on a unit's charts and, for roles that may, the form to begin them."""
    may = access.may_rebase(page.reader)
    charts = [each for each in found if each.kind in ("xmr", QUARTERLY) and each.chart is not None]
    standing = page.rebases(unit=code)
    if not standing and not (may and charts):
        return
    section("New limits", WHEN)
    answer("limits")
    for number, rebase in enumerate(standing, start=1):
        _one(page, number, rebase, may)
    if may and charts:
        _form(page, code, charts, standing)


def _one(page: Page, number: int, rebase: Rebase, may: bool) -> None:
    what, month = words.title_of(rebase.metric, rebase.work_family), month_name(rebase.from_month)
    said = f"{number}. {what} from {month}: {rebase.cause}"
    if stood(
        said, rebase.by, rebase.at, f"Undo new limits {number}" if may else "", f"limits_undo_{rebase.id}"
    ):
        try:
            rebases.undo(session.the_store(), rebase.id, by=page.reader.name)
        except NotWritten as reason:
            refused("Nothing was undone.", reason)
            return
        done("limits", "The earlier limits hold again. That there were others, and who undid them, is kept.")


def _form(page: Page, code: str, charts: Sequence[Judged], standing: Sequence[Rebase]) -> None:
    turn = st.session_state.get("limits_turn", 0)
    with st.expander("Begin new limits"), st.form(f"limits_form_{turn}", border=False):
        at = st.selectbox(
            "Chart",
            range(len(charts)),
            format_func=lambda n: words.name(charts[n]),
            key=f"limits_chart_{turn}",
        )
        judged = charts[at]
        month = st.selectbox(
            "First month of the new limits",
            page.months[:0:-1],
            format_func=month_name,
            key=f"limits_month_{turn}",
            help="For a chart by quarter: January, April, July or October",
        )
        cause = st.text_input(
            "What changed for good", key=f"limits_cause_{turn}", max_chars=LONGEST_TEXT,
            help="A known cause that a reader can check, naming no people and no cases",
        )  # fmt: skip
        by = name_of(page, f"limits_name_{turn}", LONGEST_NAME)
        if not st.form_submit_button("Begin new limits", key=f"limits_begin_{turn}"):
            return
        try:
            _begin(page, code, judged, month, standing, cause, by)
        except NotWritten as reason:
            refused("No new limits.", reason)
            return
    done(
        "limits",
        f"New limits hold from {month_name(month)}. The earlier ones stay drawn.{_trial(judged, month)}",
    )


def _trial(judged: Judged, month: date) -> str:
    """Said of limits by month that rest on few months; quarters need five of them to begin with."""
    after = sum(v is not None for v in judged.values[judged.months.index(month) :])
    if judged.kind == QUARTERLY or after >= TRIAL:
        return ""
    return f" They rest on {after} months and are on trial until {TRIAL}."


def _begin(
    page: Page, code: str, judged: Judged, month: date, standing: Sequence[Rebase], cause: str, by: str
) -> None:
    """Ask the figures, then keep it. Raises NotWritten with the condition that is not met."""
    series = Series(page.force or "", code, judged.metric, judged.work_family)
    earlier = tuple(judged.months.index(r.from_month) for r in standing if r.series == series)
    at = judged.months.index(month)
    if at not in earlier:
        quarters = judged.kind == QUARTERLY
        if quarters and month.month % 3 != 1:
            raise NotWritten(words.IN_A_QUARTER.format(month=month_name(month)))
        starts = [at_or_after(judged.months, place) for place in (0, *earlier)]
        why = (
            why_not_new_quarters(judged.values, starts, at)
            if quarters
            else why_not_rebase(judged.values, at, rebase_at=earlier)
        )
        if why:
            raise NotWritten(words.refusal(why, month, quarters))
    rebases.begin(session.the_store(), series, month, cause=cause, by=by)
