"""The parts of the page of one unit."""

from dataclasses import replace
from datetime import date

import pandas as pd

from metrics.catalogue import METRICS
from metrics.model import Metric
from ui.figures import as_at, session
from ui.figures.kept import once
from ui.findings import one_unit as words
from ui.findings.cards import card, with_figures
from ui.findings.carriers import per_any_carrier, who_carries_is_known
from ui.findings.expiries import all_that_expire
from ui.findings.series import at, main_family, total
from ui.page import filters
from ui.page.open_page import Page
from ui.page.pick_unit import say_unknown
from ui.parts import states
from ui.parts.download import downloads, page_notes
from ui.parts.kpi_card import Card, kpi_cards
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.parts.wording import day

PER = "pressure/open_per_deployable_carrier"
CARDS = (
    "staffing/deployable_share_of_funded",
    "staffing/staff_per_supervisor",
    "training/trauma_informed_in_date_in_post",
    "attrition/left_unit_12m",
)
AHEAD = tuple(
    f"training/{name}" for name in ("expiring_90_days", "expiring_not_booked_90_days", "booked_90_days")
)


def unit(page: Page) -> str:
    """The unit, chosen out of those in view; its code is in the address."""
    code = filters.choose(
        "Unit", [each.code for each in page.units], "unit", title=page.unit_title, width=320
    )
    say_unknown(f"{page.unit_title(code)} is")
    return code


@once
def family(page: Page, code: str) -> str | None:
    """The family with most of the unit's open work."""
    work = page.metric("pressure/open", by=("unit", "month_end", "work_family"), only=page.month, unit=code)
    return main_family(work, page.month)


def read(page: Page, metric_id: str, code: str, family: str | None = None, **kw: object) -> pd.DataFrame:
    """A metric of the unit, by month, and of one family where the metric has families."""
    if family is None:
        return page.metric(metric_id, by=("month_end",), unit=code, **kw)
    return page.metric(
        metric_id, by=("month_end", "work_family"), unit=code, where={"work_family": (family,)}, **kw
    )


@once
def headline(page: Page, code: str, family: str | None) -> str:
    """The page's finding in words."""
    frame = read(page, PER, code, family) if family else pd.DataFrame()
    work = total(read(page, "pressure/open", code, family), page.month) if family else None
    known = who_carries_is_known(page.status)
    return words.headline(page.unit_title(code), METRICS[PER], frame, page.months, family, known, work)


def cards(page: Page, code: str, family: str | None) -> None:
    """The unit's five measures."""
    kpi_cards(_cards(page, code, family), code)


@once
def _cards(page: Page, code: str, family: str | None) -> list[Card]:
    known = who_carries_is_known(page.status)
    title = None if known else per_any_carrier(known)
    frame = read(page, PER, code, family) if family else None
    first = (
        []
        if frame is None
        else [card(METRICS[PER], frame, page.months, title=title, work_family=family or "")]
    )
    rest = [
        card(
            METRICS[name],
            read(page, name, code),
            page.months,
            held=as_at.held(page, METRICS[name], code),
        )
        for name in CARDS
    ]
    return with_figures(first + rest)


def name_notes(page: Page, code: str) -> None:
    """What the unit was called before, where its name has changed."""
    settings = page.force_settings
    found = [u for u in settings.units if u.code == code] if settings else []
    for name in found[0].names if found else ():
        if name.valid_to and page.month and name.valid_to < page.month and name.text != page.unit_title(code):
            states.note(f"Until {day(name.valid_to)} this unit was called {name.text}. Its figures carry on.")


def named(page: Page, name: str) -> Metric:
    """The measure, called by what it is over in this month."""
    known = who_carries_is_known(page.status)
    return METRICS[name] if known or name != PER else replace(METRICS[name], title=per_any_carrier(known))


def expiries(page: Page, code: str) -> None:
    """What runs out in the next 90 days and how much of it has no place booked."""
    gone = [name for name in ("training", "people") if not page.status.has(name, code)]
    if gone:
        section("Training that runs out next")
        states.missing(page, *gone)
        return
    title, table = _expiries(page, code)
    section(title)
    if table.empty:
        states.note(f"Nothing that this unit's roles need runs out in the 90 days after {_day(page.month)}.")
        return
    plain_table(table, f"Courses that expire in the 90 days after {_day(page.month)}")
    downloads(table, title, "expiries", page_notes(page))


@once
def _expiries(page: Page, code: str) -> tuple[str, pd.DataFrame]:
    """Nobody's course may run out, which leaves no row for a course: the totals say so, and what came is
    asked of the status, never of an empty frame.
    """
    totals = (at(read(page, name, code, only=page.month), page.month) for name in AHEAD)
    unbooked, booked = (
        page.metric(name, by=("month_end", "course"), unit=code, only=page.month) for name in AHEAD[1:]
    )
    frames = (all_that_expire(unbooked), unbooked, booked)
    table = words.expiries(*frames, page.month, lambda c: _courses(page).get(c, c), METRICS[AHEAD[0]])
    return words.expiry_title(*totals), table


def _courses(page: Page) -> dict[str, str]:
    return dict(session.query("courses", {"force": page.force}, page.world.file))


def _day(month: date | None) -> str:
    return day(month) if month else "this month"
