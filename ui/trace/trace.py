"""Which figure is asked about on the page that shows where it comes from, and what it says."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from metrics.catalogue import METRICS
from metrics.model import Metric
from ui.figures import first_reported
from ui.figures.status import TITLES
from ui.findings import trace as words
from ui.findings.series import at, main_family, said
from ui.page import filters
from ui.page.header import header
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.page.pick_unit import pick_unit
from ui.parts import states
from ui.parts.wording import join, month_name, plural

DEFAULT = "pressure/open"


@dataclass(frozen=True)
class Asked:
    """Which figure is asked about. `units` are those whose rows are read."""

    metric: Metric
    unit: str | None
    family: str | None
    units: tuple[str, ...]

    @property
    def where(self) -> dict[str, tuple[str, ...]]:
        """The filter of a read."""
        return {"work_family": (self.family,)} if self.family else {}


def stop_if_not_offered(page: Page) -> None:
    """Outside the force files and rows are not told of."""
    if page.reader.internal:
        return
    st.html("<h1>This page is for use inside the force</h1>")
    st.write("Files and rows are not part of what is shown outside it.")
    st.stop()


def asked(page: Page) -> Asked:
    """The measure, the unit and, where work is never added over families, the family: all in the address."""
    name = filters.choose(
        "Measure", tuple(METRICS), "metric", title=lambda m: METRICS[m].title, default=DEFAULT, width=360
    )
    metric = METRICS[name]
    if metric.whose != "units":
        return Asked(metric, None, None, tuple(sorted(u for _, u in _scope(page, metric))))
    unit = pick_unit(page)
    units = (unit,) if unit else tuple(sorted(u for _, u in page.scope))
    return Asked(metric, unit, _family(page, metric, unit), units)


def _scope(page: Page, metric: Metric) -> frozenset[tuple[str, str]]:
    if metric.whose == "share of force":
        return page.scope | page.benchmark_scope
    return page.benchmark_scope if metric.whose == "rest of force" else page.scope


def _family(page: Page, metric: Metric, unit: str | None) -> str | None:
    """The family of work asked about, where the measure has families."""
    if "work_family" not in metric.dimensions:
        return None
    frame = page.metric("pressure/open", by=("month_end", "work_family"), only=page.month, unit=unit)
    found = sorted({str(name) for name in frame["work_family"]}) if not frame.empty else []
    if not found:
        return None
    return filters.choose("Work", found, "family", default=main_family(frame, page.month), width=230)


def head(page: Page, figure: Asked) -> None:
    """The figure in words, and its two parts."""
    metric = figure.metric
    if metric.kind == "distribution":
        header(page, f"{metric.title}: where it comes from")
        return
    if figure.family is None and "work_family" in metric.not_added_over:
        header(page, f"{metric.title}: no return")
        return
    if "work_type" in metric.not_added_over:
        header(page, f"{metric.title}: kinds of work are not added together")
        return
    by = ("month_end", "work_family") if figure.family else ("month_end",)
    rest = metric.whose == "rest of force"
    frame = page.metric(
        metric.id, by=by, only=page.month, where=figure.where, unit=figure.unit, benchmark=rest
    )
    told = figure.unit is None and metric.whose == "units" and len(figure.units) == len(page.scope)
    basis = words.basis(_whose(page, figure), figure.family, units_are_told=told)
    header(page, f"{metric.title}: {said(metric, frame, page.month)}", basis)
    parts = words.parts(metric, at(frame, page.month, "numerator"), at(frame, page.month, "denominator"))
    lines = "".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in parts)
    st.html(f'<dl class="ppu-dl ppu-def">{lines}</dl>')
    _corrected(page, figure, said(metric, frame, page.month), by)


def _whose(page: Page, figure: Asked) -> str:
    if figure.unit:
        return page.unit_title(figure.unit)
    return figure.metric.whose if figure.metric.whose != "units" else plural(len(figure.units), "unit")


def _corrected(page: Page, figure: Asked, now: str, by: tuple[str, ...]) -> None:
    """What was first reported, where a return behind the figure was sent again."""
    found = first_reported.corrections(page, figure.metric, page.month, figure.units)
    if not found:
        return
    frame = first_reported.first(
        page, figure.metric.id, by=by, only=page.month, where=figure.where, unit=figure.unit
    )
    was = said(figure.metric, frame, page.month)
    first_at, corrected_at = first_reported.days(found)
    which = join(dict.fromkeys(f"{TITLES.get(c.dataset, c.dataset)} of {month_name(c.month)}" for c in found))
    if frame.empty or was == now:
        states.note(f"{which} was sent again on {corrected_at}. This figure did not change.", "◆ Sent again.")
    else:
        states.note(
            f"First reported as {was} ({first_at}); {now} since {corrected_at}. Sent again: {which}.",
            "◆ Corrected.",
        )


def definition(figure: Asked) -> None:
    """The way to what the measure means."""
    st.page_link(
        entry("data/definitions").file,
        label=f"What “{figure.metric.title}” means",
        icon=":material/menu_book:",
        query_params={"q": figure.metric.title, "theme": figure.metric.theme},
    )
