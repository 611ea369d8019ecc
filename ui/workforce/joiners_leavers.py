"""Who joined and who left in each month: two flows, each judged by the chart that its measure names."""

from dataclasses import replace
from typing import Any

import streamlit as st

from charts.draw import ChartModel
from metrics.judged import Judged
from ui.figures.first_reported import marks
from ui.figures.kept import once
from ui.figures.signals import in_view, of_unit, signals
from ui.findings import attrition as words
from ui.findings import flows as of_one
from ui.findings.series import marked, plain
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.chart import show_chart
from ui.parts.download import page_notes
from ui.parts.section import section

JOINED, LEFT = "attrition/joiners_month", "attrition/leavers_month"
BOTH = "flows"
SUB = (
    "Each beside its usual range, set by its own months. Only what chance seldom gives is marked. Counts "
    "under about six a month are shown by quarter."
)


def joiners_and_leavers(page: Page, chosen: str | None) -> None:
    """Both flows of the units in view together, or of one unit; without a whole quarter as plain lines."""
    joined, left = (_by_month(page, name, chosen) for name in (JOINED, LEFT))
    if not any(v is not None for v in (*joined, *left)):
        states.note(
            "Two months of People show who came and who went.", lead="No joiners or leavers to show yet."
        )
        return
    if not any(plain(v) is not None for v in (*joined, *left)):
        states.note(words.MONTHS_HIDDEN, lead="Joiners and leavers of each month are not shown.")
        return
    models = flow_models(page, chosen)
    if BOTH in models:
        show_chart(models[BOTH], BOTH, notes=page_notes(page), decimals=0, level=2)
        return
    section(words.flows_title(joined, left), SUB)
    grid = st.grid(2, min_column_width=340, gap="small")
    for key, model in models.items():
        with grid.cell():
            show_chart(model, key, notes=page_notes(page), decimals=0)


def flow_models(page: Page, chosen: str | None) -> dict[str, ChartModel]:
    """Both flows by the key of their chart, or one of both without a whole quarter; none where none may be
    shown.
    """
    joined, left = (_by_month(page, name, chosen) for name in (JOINED, LEFT))
    if not any(plain(v) is not None for v in (*joined, *left)):
        return {}
    found = [each for each in (_judged(page, name, chosen) for name in (JOINED, LEFT)) if each]
    if not any(each.points for each in found):
        return {BOTH: words.flows(page.months, joined, left)}
    return {f"flow_{each.metric.split('/')[1]}": _model(page, each, chosen) for each in found}


@once
def _by_month(page: Page, name: str, chosen: str | None) -> tuple[Any, ...]:
    return marked(page.metric(name, by=("month_end",), unit=chosen), page.months)


def _judged(page: Page, name: str, chosen: str | None) -> Judged | None:
    if chosen is None:
        return in_view(page, name)
    return next((each for each in of_unit(signals(page), chosen) if each.metric == name), None)


def _model(page: Page, judged: Judged, chosen: str | None) -> ChartModel:
    """With the notes of its months; new limits are of a unit, so units together have none."""
    rebases = page.rebases(unit=chosen) if chosen else ()
    model = of_one.chart(judged, page.notes(chosen) if chosen else page.notes(), rebases)
    return replace(model, corrected=marks(page, judged.metric, chosen))
