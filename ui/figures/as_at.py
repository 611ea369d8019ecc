"""How a measure stands: the age of the training record behind it, and people who are counted in two units."""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from analysis.disclosure import hide_small
from metrics.in_two_units import InTwoUnits, read_in_two_units
from metrics.model import IN_EACH_UNIT
from ui.figures import like_with_like, session
from ui.figures.kept import kept
from ui.figures.status import WHOLE_FORCE
from ui.findings.cards import FRESH, Held
from ui.findings.in_two_units import in_each
from ui.page.open_page import Page
from ui.parts.wording import day, month_name

RECORD = "training"


def rests_on_a_record(metric: Any) -> bool:
    """Whether the measure can only come from the training record, which is read until the next one."""
    return bool(metric.needs) and all(RECORD in each for each in metric.needs)


def held(page: Page, metric: Any, unit: str | None = None, family: str | None = None) -> Held:
    """How a measure stands: how old its record is, whether a change can be told, and who counts twice.

    Over several units the newest record of any of them counts; each unit is judged by its own. A total says
    which units it covers, and is compared only with one of the same. `family`: of work, for a measure of it.
    """
    return kept(page, ("as at", metric.id, unit, family), lambda: _held(page, metric, unit, family))


def _held(page: Page, metric: Any, unit: str | None, family: str | None) -> Held:
    found = replace(_record(page, metric, unit), counted=_counted(page, metric, unit))
    if unit is not None:
        return found
    return replace(
        found,
        no_change=found.no_change or like_with_like.no_comparison(page, metric, family),
        units=like_with_like.which_units(page, metric, family),
        like=like_with_like.like_months(page, metric, family),
    )


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
    """Said of a count of people over several units, where some are in two of them."""
    if unit is not None or IN_EACH_UNIT not in metric.caveats:
        return ""
    found = in_two_units(page)
    shown = None if found is None else found.people if page.reader.internal else hide_small(found.people)
    return in_each(shown)


def in_two_units(page: Page) -> InTwoUnits | None:
    """Who is in two of the units in view at the chosen month; None where that was not counted yet."""
    if not (page.world.file and page.force and page.month):
        return None
    return _in_two_units(page.world.file, page.force, page.month, tuple(sorted(page.scope)))


@st.cache_data(max_entries=500, show_spinner=False)
def _in_two_units(
    file: str, force: str, month: date, scope: tuple[tuple[str, str], ...]
) -> InTwoUnits | None:
    """Kept by published file and the reader's units."""
    if not session.query("has_in_two_units", file=file)[0][0]:
        return None
    return read_in_two_units(session.cursor(file), frozenset(scope), force, month)


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
