"""The parts of the training page."""

from dataclasses import replace
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from charts.steps import Steps
from contracts.words import ROLES
from metrics.catalogue import METRICS
from ui.figures.as_at import held
from ui.figures.kept import once
from ui.findings import expiries, weeks_ahead
from ui.findings import training as words
from ui.findings.cards import card
from ui.findings.series import at, main_family, plain, said, things
from ui.page import filters
from ui.page.open_page import Page
from ui.page.pick_unit import pick_unit
from ui.parts import states
from ui.parts.chart import show_chart
from ui.parts.download import downloads, page_notes
from ui.parts.evidence_table import Row, evidence_table
from ui.parts.kpi_card import Card, kpi_cards
from ui.parts.section import section
from ui.trace.trace_link import address
from ui.workforce import course_ahead

HELD = "training/open_work_held_in_date"
UNBOOKED = "expiring_not_booked_90_days"
IN_POST = "training/trauma_informed_in_date_in_post"
CARDS = (
    "training/trauma_informed_in_date_at_work",
    IN_POST,
    "training/trauma_informed_ever_in_post",
    "training/no_record",
)


def choices(page: Page) -> tuple[str | None, str, str]:
    """The page's own filters: unit, whom the matrix sets across, and in date or ever."""
    chosen = pick_unit(page)
    by = filters.choose("By", ("role", "unit"), "by", title=str.capitalize, segmented=True)
    titles = {"in-date": "In date", "ever": "Ever completed"}
    show = filters.choose("Show", tuple(titles), "show", title=titles.__getitem__, segmented=True)
    return chosen, by, show


@once
def headline(page: Page, chosen: str | None) -> str:
    """Coverage of all in post and what expires next."""
    frame = page.metric(IN_POST, by=("month_end",), only=page.month, unit=chosen)
    expiring = count(page, "expiring_90_days", chosen, trauma=True)
    unbooked = count(page, UNBOOKED, chosen, trauma=True)
    return words.headline(said(METRICS[IN_POST], frame, page.month), expiring, unbooked)


def cards(page: Page, chosen: str | None) -> None:
    """Coverage at work and of all in post, in date and ever; no record; open work held by someone in date."""
    kpi_cards(_cards(page, chosen), chosen)


@once
def _cards(page: Page, chosen: str | None) -> list[Card]:
    made = [
        card(
            METRICS[name],
            page.metric(name, by=("month_end",), unit=chosen),
            page.months,
            held=held(page, METRICS[name], chosen),
        )
        for name in CARDS
    ]
    return [*made, _held(page, chosen)]


def _held(page: Page, chosen: str | None) -> Card:
    """Open work of the largest family held by someone in date; families are never added."""
    by = ("month_end", "work_family")
    family = main_family(page.metric("pressure/open", by=by, only=page.month, unit=chosen), page.month) or ""
    return card(
        METRICS[HELD],
        page.metric(HELD, by=by, unit=chosen),
        page.months,
        held=held(page, METRICS[HELD], chosen, family),
        work_family=family,
        title=f"Open {things(family) or 'work'} held by someone in date on every required course",
    )


def matrix(page: Page, chosen: str | None, by: str, show: str) -> None:
    """Required courses by role or unit."""
    name = f"training/required_course_{'in_date' if show == 'in-date' else 'ever'}"
    across, rows = matrix_rows(page, chosen, by, name)
    caption = words.matrix_caption(show == "ever", by, page.month)
    section(
        caption,
        "Share and number of the people in post who need the course. "
        f"Under {words.FEW} people, numbers alone. A dash: the course is not required.",
    )
    if not rows:
        states.note(
            "The settings name no course that these roles need, so there is nothing to hold training against."
        )
        return
    sourced = [replace(row, source=address(name, chosen)) for row in rows]
    evidence_table(caption, ["Course", *across], sourced, f"matrix_{by}", opens=False)
    downloads(words.as_frame("Course", across, rows), caption, "matrix", page_notes(page))


@once
def matrix_rows(page: Page, chosen: str | None, by: str, name: str) -> tuple[list[str], list[Row]]:
    """What stands across, and a row for each course."""
    frame = page.metric(name, by=(by, "course"), only=page.month, unit=chosen)
    courses = words.course_order(frame, _catalogue(page))
    return words.matrix(frame, by, labels(page, by), courses, _line(page, name))


def ahead(page: Page, chosen: str | None) -> None:
    """What expires and has no place booked, week by week, beside what to do about it; then the year ahead."""
    seen = course_ahead.in_view(page, chosen)
    weeks = course_ahead.weeks(seen, trauma_courses(page))
    left, right = st.columns([1.5, 1], gap="small")
    with left:
        show_chart(expiry_chart(page, chosen), "expiries", notes=page_notes(page), decimals=0, level=2)
    with right:
        st.html(_so_what(page, chosen))
    if weeks:
        course_ahead.week_by_week(page, weeks)
    course_ahead.year_ahead(page, seen, chosen)


def expiry_chart(page: Page, chosen: str | None) -> Steps:
    """What expires in 90 days beside the places booked: by week where weeks may be shown."""
    weeks = course_ahead.weeks(course_ahead.in_view(page, chosen), trauma_courses(page))
    if weeks:
        return weeks_ahead.steps(weeks, page.month)
    return expiries.expiries(_points(page, chosen), page.month)


def _points(page: Page, chosen: str | None) -> list[tuple[int, float | None, float | None]]:
    """Running totals of the trauma-informed courses: (days, what expires, how much of it has no place)."""
    frame = _by_band(page, chosen)
    out, unbooked = (count(page, name, chosen, trauma=True) for name in ("expiring_90_days", UNBOOKED))
    expire = expiries.running(expiries.all_that_expire(frame), out)
    return list(zip(expiries.SPANS, expire, expiries.running(frame, unbooked), strict=True))


@once
def _by_band(page: Page, chosen: str | None) -> pd.DataFrame:
    where = {"course": trauma_courses(page)}
    return page.metric(f"training/{UNBOOKED}", by=("reason",), only=page.month, unit=chosen, where=where)


def so_what(page: Page, chosen: str | None) -> list[tuple[str, str]]:
    """What to do about it, as (finding, why)."""
    last = _points(page, chosen)[-1]
    weeks = course_ahead.weeks(course_ahead.in_view(page, chosen), trauma_courses(page))
    late = weeks_ahead.too_late(weeks) if weeks else None
    return words.so_what(
        page.month, last[1], last[2], _lowest(page, chosen),
        count(page, "no_record", chosen), count(page, "expired", chosen), late,
    )  # fmt: skip


def _so_what(page: Page, chosen: str | None) -> str:
    items = so_what(page, chosen)
    said_items = "".join(
        f'<li><span class="g" aria-hidden="true">›</span><span><b>{escape(what)}</b>'
        f'<span class="so">{escape(why)}</span></span></li>'
        for what, why in items
    )
    return f'<div class="ppu-panel"><h2>So what</h2><ol>{said_items}</ol></div>'


@once
def _lowest(page: Page, chosen: str | None) -> Any:
    """The role and course with the lowest coverage."""
    frame = page.metric(
        "training/required_course_in_date",
        by=("role", "course"),
        only=page.month,
        unit=chosen,
        where={"course": trauma_courses(page)},
    )
    return words.lowest(frame, labels(page, "role"))


@once
def count(page: Page, name: str, chosen: str | None, trauma: bool = False) -> float | None:
    """A count of the month over the units in view; of trauma-informed courses alone where asked."""
    metric = METRICS.get(f"training/{name}")
    if metric is None:
        return None
    where = {"course": trauma_courses(page)} if trauma and "course" in metric.dimensions else None
    frame = page.metric(metric.id, by=("month_end",), only=page.month, unit=chosen, where=where)
    return plain(at(frame, page.month, "numerator"))


def trauma_courses(page: Page) -> tuple[str, ...]:
    """The courses that the force's settings count as trauma-informed."""
    return tuple(course.code for course in _catalogue(page) if course.trauma_informed)


def _catalogue(page: Page) -> tuple[Any, ...]:
    return page.force_settings.courses if page.force_settings else ()


def labels(page: Page, by: str) -> dict[str, str]:
    """The titles of what a table sets across: units, or roles."""
    if by == "unit":
        return {each.code: each.title for each in page.units}
    return {role: role.capitalize() for role in ROLES}


def _line(page: Page, metric: str) -> float | None:
    """The force's own line for a measure, where it has set one for all units that holds now."""
    lines = page.force_settings.lines if page.force_settings else ()
    found = [
        line.level
        for line in lines
        if line.metric == metric and line.unit_type is None and line.holds_on(page.month)
    ]
    return found[0] if found else None
