"""How old the training record behind a measure is: it holds until the next, beside people who have changed."""

from datetime import date
from typing import Any

import streamlit as st

from ui import session
from ui.findings.cards import FRESH, Held
from ui.open_page import Page
from ui.status import WHOLE_FORCE
from ui.wording import day, month_name

RECORD = "training"


def rests_on_a_record(metric: Any) -> bool:
    """Whether the measure can only come from the training record, which is read until the next one."""
    return bool(metric.needs) and all(RECORD in each for each in metric.needs)


def held(page: Page, metric: Any, unit: str | None = None) -> Held:
    """How a measure of the month stands where no training return came for it, or for the month before.

    Over several units the newest record of any of them counts; each unit is judged by its own."""
    if not rests_on_a_record(metric) or page.month is None:
        return FRESH
    months = _months(page.world.file, page.force or "", unit)
    if page.month in months:
        gone = page.previous if page.previous not in months else None
        return Held(no_change=_no_return(gone)) if gone else FRESH
    older = max((month for month in months if month < page.month), default=None)
    return Held(f"record of {day(older)}", _no_return(page.month)) if older else FRESH


def _no_return(month: date) -> str:
    return f"no training return for {month_name(month)}"


@st.cache_data(max_entries=500, show_spinner=False)
def _months(file: str | None, force: str, unit: str | None) -> frozenset[date]:
    """The month ends for which a training return came, from the unit or for the whole force."""
    rows = session.query("coverage", {"force": force}, file)
    return frozenset(
        month
        for dataset, of, month in rows
        if dataset == RECORD and (unit is None or of in (unit, WHOLE_FORCE))
    )
