"""How a measure stands: the age of the training record behind it, and people who are counted in two units."""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from metrics.model import IN_EACH_UNIT
from ui import session
from ui.findings.cards import FRESH, Held
from ui.open_page import Page
from ui.status import WHOLE_FORCE
from ui.wording import day, month_name

RECORD = "training"
TWICE = "somebody in two units in each"


def rests_on_a_record(metric: Any) -> bool:
    """Whether the measure can only come from the training record, which is read until the next one."""
    return bool(metric.needs) and all(RECORD in each for each in metric.needs)


def held(page: Page, metric: Any, unit: str | None = None) -> Held:
    """How a measure stands: how old its record is, whether a change can be told, and who counts twice.

    Over several units the newest record of any of them counts; each unit is judged by its own."""
    return replace(_record(page, metric, unit), counted=_counted(page, metric, unit))


def _record(page: Page, metric: Any, unit: str | None) -> Held:
    """What is said where no training return came for the month, or for the month before."""
    if not rests_on_a_record(metric) or page.month is None:
        return FRESH
    months = _months(page.world.file, page.force or "", unit)
    if page.month in months:
        gone = page.previous if page.previous not in months else None
        return Held(no_change=_no_return(gone)) if gone else FRESH
    older = max((month for month in months if month < page.month), default=None)
    return Held(f"record of {day(older)}", _no_return(page.month)) if older else FRESH


def _counted(page: Page, metric: Any, unit: str | None) -> str:
    """Said of a count of people over several units, where somebody is in two of them."""
    if unit is not None or IN_EACH_UNIT not in metric.caveats or page.month is None:
        return ""
    units = tuple(sorted(code for _, code in page.scope))
    return TWICE if _somebody_in_two(page.world.file, page.force or "", page.month, units) else ""


@st.cache_data(max_entries=500, show_spinner=False)
def _somebody_in_two(file: str | None, force: str, month: date, units: tuple[str, ...]) -> bool:
    asked = {"force": force, "month": month, "units": list(units)}
    return any(bool(row[0]) for row in session.query("in_two_units", asked, file))


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
