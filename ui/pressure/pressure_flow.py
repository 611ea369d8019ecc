"""What comes in and goes out, judged month by month; how fast work is worked off; how long over the line."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis.stock_flow import closure_ratio, time_open, work_in_hand
from charts.corrected import Corrected
from charts.draw import ChartModel
from charts.lines import Line, Lines
from metrics.catalogue import METRICS
from metrics.judged import Judged
from ui.figures.first_reported import marks
from ui.figures.kept import kept
from ui.figures.line_runs import line_runs
from ui.findings import flows as flow_words
from ui.findings import in_hand as words
from ui.findings import months_over
from ui.findings.carriers import per_carrier, who_carries_is_known
from ui.findings.in_hand import Pace
from ui.findings.series import rows_at, things
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.chart import show_chart
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.said import say, say_small
from ui.parts.section import section
from ui.parts.wording import month_name
from ui.pressure.pressure_unit import in_view, monthly, of_unit, who

FLOWS = ("new", "closed", "net_change")
PER = "pressure/open_per_deployable_carrier"
NOT_JUDGED = {
    "too few to judge": "Not judged: too few cases a month for a usual range of the difference.",
    "last month missing": "No verdict: the last month is missing.",
    "last quarter missing": "No verdict: the last quarter is missing.",
}


def flow(page: Page, family: str, unit: str | None) -> None:
    """New, closed and net change, each on its own chart with its usual range."""
    section(
        "Is more coming in than going out?",
        f"{things(family).capitalize()} in the month, {who(page, unit)}. The band is the usual range of the "
        "months shown; only what chance seldom gives is marked.",
    )
    grid, found = st.grid(3, min_column_width=340, gap="small"), judged(page, family, unit)
    for name in FLOWS:
        with grid.cell():
            series = next(each for each in found if each.metric == f"pressure/{name}")
            show_chart(flow_chart(page, series, unit), f"flow_{name}", notes=page_notes(page), decimals=0)


def judged(page: Page, family: str, unit: str | None) -> list[Judged]:
    """The flows of the part chosen, judged: a unit's with the new limits that people have set."""
    if unit is None:
        return kept(page, ("flows", family), lambda: [in_view(page, f"pressure/{n}", family) for n in FLOWS])
    return [of_unit(page, f"pressure/{name}", family, unit) for name in FLOWS]


def flow_chart(page: Page, series: Judged, unit: str | None) -> ChartModel:
    """A flow with its usual range, or as a plain line that says why it is not judged."""
    again = marks(page, series.metric, unit, series.work_family)
    if series.chart is None:
        return _line(series, again)
    notes = page.notes(unit) if unit else ()
    rebases = page.rebases(series.metric, unit) if unit else ()
    return replace(flow_words.chart(series, notes, rebases), height=240, corrected=again)


def _line(series: Judged, again: tuple[Corrected, ...]) -> Lines:
    """A flow that is not judged, as a plain line that says why."""
    title = METRICS[series.metric].title
    why = NOT_JUDGED.get(series.why_not, "Not judged: too few months for a usual range.")
    measure = f"{things(series.work_family or '').capitalize()} in the month, cases. {why}"
    lines = (Line(title, series.values, corrected=again),)
    return Lines(title, measure, series.months, lines, decimals=0, from_zero=False, height=240)


def pace(page: Page, family: str) -> None:
    """Closures for each new case by unit with intervals; months of work in hand; how long a case is open."""
    section("How fast is it worked off?", words.SUB)
    units, whole = kept(page, ("pace", family), lambda: paces(page, family))
    if why := words.too_short(units):
        states.note(why)
        return
    show_chart(words.ratios(units, whole, page.month, family), "ratios", notes=page_notes(page), decimals=2)
    table = words.table([*units, *([whole] if whole else [])])
    caption = f"Work in hand, {things(family)}, 12 months to {month_name(page.month)}"
    plain_table(table, caption)
    downloads(table, caption, "in_hand", page_notes(page))


def paces(page: Page, family: str) -> tuple[list[Pace], Pace | None]:
    """Each unit that has the work, and all of them together where there are several."""
    held = page.metric("pressure/open", by=("unit", "month_end", "work_family"), only=page.month)
    have = set(rows_at(held, page.month, work_family=family).get("unit", ()))
    units = [_pace(page, family, each.code) for each in page.units if each.code in have]
    return units, _pace(page, family, None) if len(units) > 1 else None


def _pace(page: Page, family: str, unit: str | None) -> Pace:
    stock, new, closed = (
        monthly(page, f"pressure/{name}", family, unit).values for name in ("open", "new", "closed")
    )
    title = page.unit_title(unit) if unit else "All units in view"
    return Pace(
        title, closure_ratio(closed, new), work_in_hand(stock[-1], closed), time_open(stock, new, closed)
    )


def over_the_line(page: Page, family: str) -> None:
    """Months over the local line: of the last twelve, the current run and the longest."""
    what = per_carrier(family, who_carries_is_known(page.status))
    section("How long over the local line?", f"{what.capitalize()}, against the level the force watches.")
    found = over_line(page, family)
    if found is None:
        states.note(months_over.NONE_SET, lead="No line is set for this work.")
        return
    said, caption, table = found
    say(said)
    plain_table(table, caption)
    downloads(table, caption, "over_line", page_notes(page))
    for text in line_sources(page, family):
        say_small(text)


def over_line(page: Page, family: str) -> tuple[str, str, pd.DataFrame] | None:
    """The sentence, the caption and the table of months over the line; None where no line is set."""
    what = per_carrier(family, who_carries_is_known(page.status))
    runs = [run for run in line_runs(page, PER) if run.work_family == family]
    if not runs:
        return None
    titles = {unit.code: unit.title for unit in page.units}
    caption = f"Months over the local line, {what}, {month_name(page.month)}"
    return months_over.says(runs, titles, what.capitalize()), caption, months_over.table(runs, titles)


def line_sources(page: Page, family: str) -> list[str]:
    """Who set the lines of the work, and why."""
    settings = page.force_settings
    lines = (
        [
            each
            for each in settings.lines
            if each.metric == PER and each.work_family in (None, family) and each.holds_on(page.month)
        ]
        if settings
        else []
    )
    return list(months_over.sources(lines))
