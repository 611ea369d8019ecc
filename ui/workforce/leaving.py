"""The three leaving rates on the attrition page: with their intervals, and units beside each other."""

from datetime import date
from typing import Any

import pandas as pd

from analysis.attrition import rates_of_year
from analysis.disclosure import NotShown
from charts.funnel import FunnelModel
from charts.intervals import Intervals
from metrics.verdicts import every_month
from ui.figures.as_at import in_two_units
from ui.figures.kept import once
from ui.findings import in_two_units as counted
from ui.findings import leaving as words
from ui.findings.attrition import RATES
from ui.findings.series import at, plain, rows_at
from ui.page import filters
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.chart import show_chart
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.said import say_small
from ui.parts.section import section
from ui.parts.wording import month_name

UNIT, PROTECTION, FORCE = (name for name, _ in RATES)
TITLES = {UNIT: "Left the unit", PROTECTION: "Left public protection", FORCE: "Left the force"}
COMPARED = {"unit": UNIT, "protection": PROTECTION, "force": FORCE}
MONTHS = 13


def three_rates(page: Page, chosen: str | None) -> None:
    """Left the unit, public protection, the force: each with its interval, and over each denominator."""
    section("Three ways of leaving, 12 months", words.DENOMINATORS)
    found = [left(page, name, verb, chosen) for name, verb in RATES]
    if any(each.known for each in found):
        show_chart(words.rates(found), "three_rates", notes=page_notes(page), level=3)
    table = words.denominators(found)
    title = f"The same leavers over three denominators, 12 months to {month_name(page.month or date.min)}"
    plain_table(table, title, 1)
    if few := words.few_events(found):
        say_small(few)
    if heads := _each_once(page, chosen):
        say_small(heads)
    downloads(table, title, "denominators", page_notes(page))


@once
def _each_once(page: Page, chosen: str | None) -> str:
    """How many people the units in view have, each once; inside the force, as the difference may be small."""
    if chosen is not None or not page.reader.internal:
        return ""
    heads = page.metric("attrition/headcount", by=("month_end",), only=page.month)
    return counted.once(at(heads, page.month, "numerator"), in_two_units(page))


@once
def left(page: Page, name: str, verb: str, chosen: str | None) -> words.Left:
    """One rate over the units that have one, with their headcounts at the 13 month ends around the year."""
    total = page.metric(name, by=("month_end",), only=page.month, unit=chosen)
    gone = at(total, page.month, "numerator")
    units = _with_a_rate(page.metric(name, only=page.month, unit=chosen))
    heads = _headcounts(page, units, chosen)
    rates = rates_of_year(plain(gone), [plain(each) for each in heads])
    hidden = any(isinstance(each, NotShown) for each in (gone, *heads))
    return words.Left(TITLES[name], verb, rates, hidden)


def _with_a_rate(frame: pd.DataFrame) -> tuple[str, ...]:
    """Units whose leavers of the year are known, hidden or not."""
    rows = frame.to_dict("records")
    return tuple(
        sorted(r["unit"] for r in rows if isinstance(r["value"], NotShown) or plain(r["value"]) is not None)
    )


def _headcounts(page: Page, units: tuple[str, ...], chosen: str | None) -> list[Any]:
    months = _year_to(page.month) if page.month else ()
    if not units:
        return [None] * MONTHS
    heads = page.metric("attrition/headcount", by=("month_end",), where={"unit": units}, unit=chosen)
    known = dict(zip(pd.to_datetime(heads["month_end"]).dt.date, heads["numerator"], strict=True))
    return [known.get(month) for month in months]


def _year_to(month: date) -> tuple[date, ...]:
    """The 13 month ends of the year that ends with this one."""
    return tuple(every_month((date(month.year - 1, month.month, 1), month))[-MONTHS:])


def comparison(page: Page) -> None:
    """The units in view beside each other by one of the rates: a funnel, or their intervals."""
    kind = filters.choose(
        "Units by who left", list(COMPARED), "left", width=230, title=lambda c: TITLES[COMPARED[c]]
    )
    name = COMPARED[kind]
    model, gone = _compared(page, name)
    section(
        f"{TITLES[name]}: units beside each other",
        "Never ranked: a small unit's rate moves a long way by chance.",
    )
    if model is None:
        states.note(
            "It takes two units with a 12-month figure that may be shown.", lead="Nothing to compare."
        )
    else:
        show_chart(model, "leaving_units", notes=page_notes(page), level=3)
    if gone:
        say_small(gone)


@once
def _compared(page: Page, name: str) -> tuple[FunnelModel | Intervals | None, str]:
    """The units by one of the rates, and what is said of those that are not drawn."""
    frame = rows_at(page.metric(name, only=page.month), page.month)
    rows = {} if frame.empty else {row["unit"]: row for row in frame.to_dict("records")}
    names = {unit.code: unit.title for unit in page.units}
    sizes = {code: _size(rows.get(code)) for code in names}
    hidden = [code for code in names if isinstance(rows.get(code, {}).get("numerator"), NotShown)]
    model, _ = words.compared(sizes, names, dict(RATES)[name])
    return model, words.not_drawn(sizes, names, hidden)


def _size(row: dict[str, Any] | None) -> words.Size:
    """Leavers and mean headcount; nothing of a unit without both, or where they are hidden."""
    top, bottom = (plain(row.get(part)) if row else None for part in ("numerator", "denominator"))
    return (None, None) if top is None or bottom is None else (top, bottom)
