"""What lies ahead of courses on the training page: by week, in 12 months, and the seats a target takes."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from analysis.intervals import Interval, exact_poisson
from metrics.course_ahead import CourseAhead, read, together
from settings.training_targets import target_of
from ui.figures import session
from ui.figures.kept import once
from ui.findings import course_assumptions, course_plan, weeks_ahead
from ui.findings.course_plan import OWN, POOLED, Plan
from ui.findings.series import at, plain, series
from ui.page import filters
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.chart import show_chart
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.parts.wording import month_name

IN_DATE = "training/required_course_in_date"
LEFT = "attrition/left_unit_12m"
SUB = (
    "A projection: what today's records come to if nothing is renewed, and if every booked place is taken "
    "up. Coverage is a stock, so no signal rule is put on it."
)
NOT_YET = "It is counted when figures are next published: load a return, or run python -m etl rebuild."
Ahead = tuple[CourseAhead, ...]


@dataclass(frozen=True)
class InView:
    """The units in view, or the one chosen, and what lies ahead of their courses; `why_not` in words where
    nothing may be shown.
    """

    found: Ahead = ()
    why_not: str = ""


def in_view(page: Page, chosen: str | None) -> InView:
    """What lies ahead of each course of the units in view, without units whose figures are withheld.

    Inside the force only: a week of one unit is a few people.
    """
    if not page.reader.internal:
        return InView(
            why_not="A week, or a course of one unit, is a few people: shown inside the force only."
        )
    if not (page.world.file and page.force and page.month):
        return InView(why_not="No training return.")
    units = tuple(u.code for u in page.units if chosen in (None, u.code))
    found = _read(page.world.file, page.force, page.month, units)
    if found is None:
        return InView(why_not=NOT_YET)
    return InView(found)


@st.cache_data(max_entries=500, show_spinner=False)
def _read(file: str, force: str, month: date, units: tuple[str, ...]) -> Ahead | None:
    """Kept by published file and units; None for a file published before this was counted."""
    if not session.query("has_course_ahead", file=file)[0][0]:
        return None
    return read(session.cursor(file), frozenset((force, unit) for unit in units), force, month)


def weeks(seen: InView, courses: tuple[str, ...]) -> CourseAhead | None:
    """The trauma-informed courses of all units together; None where nobody needs one or nothing is shown."""
    mine = [each for each in seen.found if each.course in courses]
    return together(mine) if mine else None


def week_by_week(page: Page, ahead: CourseAhead) -> None:
    """The 13 weeks as a table."""
    with st.expander("Week by week, trauma-informed courses"):
        title = f"What expires week by week after {month_name(page.month)}" if page.month else "Week by week"
        frame = weeks_ahead.table(ahead, page.month or date.min)
        plain_table(frame, title, 0)
        downloads(frame, title, "weeks_ahead", page_notes(page))


def year_ahead(page: Page, seen: InView, chosen: str | None) -> None:
    """Coverage of one course in 12 months, the seats its target takes, and the working days they cost."""
    section("Coverage in the 12 months ahead, and what a target takes", SUB)
    course = _course(page, seen)
    if course is None or page.month is None:
        states.note(seen.why_not or "Nobody in view needs a course.", lead="No projection to show.")
        return
    plans = _plans(page, seen, course)
    whole = plans[0] if len(plans) == 1 else _whole(page, seen, course, plans)
    _chart(page, whole, chosen)
    _seats(page, plans)
    title = f"What is assumed of {whole.course.title}, {whole.title}"
    frame = course_assumptions.assumptions(whole, page.month)
    plain_table(frame, title)
    downloads(frame, title, "assumed", page_notes(page))


def _course(page: Page, seen: InView) -> str | None:
    """One of the courses that somebody in view needs; trauma-informed ones first."""
    catalogue = page.force_settings.courses if page.force_settings else ()
    needed = {each.course for each in seen.found}
    known = sorted((c for c in catalogue if c.code in needed), key=lambda c: not c.trauma_informed)
    if not known:
        return None
    titles = {c.code: c.title for c in known}
    return filters.choose(
        "Course, 12 months ahead", list(titles), "course", title=titles.__getitem__, width=300
    )


def _plans(page: Page, seen: InView, course: str) -> list[Plan]:
    """A plan for each unit that needs the course, by title."""
    types = {u.code: u.type for u in page.units}
    mine = {each.unit: each for each in seen.found if each.course == course and each.unit in types}
    own = _rates(page)
    pooled = _pooled(page)
    entry = page.force_settings.course(course)
    return [
        Plan(
            unit.title,
            mine[unit.code],
            own.get(unit.code, pooled),
            OWN if unit.code in own else POOLED,
            target_of(page.force_settings, course, types[unit.code], page.month),
            entry,
        )
        for unit in page.units
        if unit.code in mine
    ]


def _whole(page: Page, seen: InView, course: str, plans: list[Plan]) -> Plan:
    """All units together, at the leaver rate of them all; with a target only where they share one."""
    targets = {plan.target for plan in plans}
    ahead = together([each for each in seen.found if each.course == course], course)
    target = plans[0].target if len(targets) == 1 else None
    return Plan(POOLED, ahead, _pooled(page), POOLED, target, plans[0].course)


@once
def _rates(page: Page) -> dict[str, Interval]:
    """The yearly leaver rate of each unit with its exact interval, where its 12 months are known."""
    frame = page.metric(LEFT, only=page.month)
    rows = frame.to_dict("records") if not frame.empty else []
    found = {row["unit"]: exact_poisson(plain(row["numerator"]), plain(row["denominator"])) for row in rows}
    return {unit: each for unit, each in found.items() if each.value is not None}


@once
def _pooled(page: Page) -> Interval | None:
    frame = page.metric(LEFT, by=("month_end",), only=page.month)
    parts = (plain(at(frame, page.month, name)) for name in ("numerator", "denominator"))
    found = exact_poisson(*parts)
    return None if found.value is None else found


def _chart(page: Page, plan: Plan, chosen: str | None) -> None:
    if plan.ahead.needed < course_plan.FEW:
        states.note(
            f"{course_plan.outlook_title(plan, course_plan.year_after(page.months[-1])[-1])}.",
            lead="Under ten people, so counts and no curve.",
        )
        return
    values = _in_date(page, chosen, str(plan.ahead.course))
    show_chart(course_plan.outlook(plan, page.months, values), "outlook", notes=page_notes(page), decimals=0)


@once
def _in_date(page: Page, chosen: str | None, course: str) -> tuple[float | None, ...]:
    frame = page.metric(IN_DATE, by=("month_end",), unit=chosen, where={"course": (course,)})
    return series(frame, page.months, 100.0)


def _seats(page: Page, plans: list[Plan]) -> None:
    title = course_plan.seats_title(plans, page.month or date.min)
    section(
        title,
        f"{plans[0].course.title}: the same number of seats in each month, for people who are not in date. "
        "Ranges are those of the leaver rate alone. Booked places are part of the seats.",
    )
    frame = course_plan.table(plans, page.month or date.min)
    plain_table(frame, f"Seats and working days by unit, {plans[0].course.title}", 0)
    for line in course_plan.needed(plans):
        states.note(line)
    downloads(frame, title, "seats", page_notes(page))
