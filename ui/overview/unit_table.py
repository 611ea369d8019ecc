"""The table of the overview: what each unit carries, and only what is unusual for it marked."""

import pandas as pd
import streamlit as st

from metrics.catalogue import METRICS
from ui.figures import as_at, first_reported, signals
from ui.figures.kept import once
from ui.findings.carriers import per_any_carrier
from ui.findings.judged import as_text, in_cell
from ui.findings.series import said
from ui.overview.overview import BY_FAMILY, COLUMNS, NEW, PER, Figures, figures
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.parts.download import downloads, page_notes
from ui.parts.evidence_table import Cell, Row, evidence_table
from ui.parts.section import section
from ui.parts.wording import month_name
from ui.trace import trace_link


def pressure_table(page: Page) -> None:
    """One row for each unit, in alphabetical order; choosing a unit opens it with the month kept."""
    section(
        "Pressure by unit",
        "In alphabetical order. Open work is that of the unit's largest family. Only what is unusual for "
        "the unit is marked. Choose a unit to open it.",
    )
    columns, rows = table(page)
    opened = evidence_table(
        f"Pressure measures by unit, {month_name(page.month)}", columns, rows, "pressure_table"
    )
    if opened:
        st.switch_page(
            entry("units/one_unit").file, query_params={"unit": opened, "month": f"{page.month:%Y-%m}"}
        )
    shown = pd.DataFrame([(row.label, *map(as_text, row.cells)) for row in rows], columns=columns)
    downloads(shown, f"Pressure by unit, {month_name(page.month)}", "pressure", page_notes(page))


@once
def table(page: Page) -> tuple[list[str], list[Row]]:
    """The columns, and a row for each unit in view."""
    seen = figures(page)
    columns = ["Unit", per_any_carrier(seen.known), "New work", *(title for _, title in COLUMNS)]
    frames = [page.metric(name, only=page.month, **_family_where(name, seen)) for name, _ in COLUMNS]
    rows = [
        Row(unit, title, _cells(page, seen, unit, frames), _source(page, seen, unit))
        for unit, title in seen.titles.items()
    ]
    return first_reported.with_first(page, columns, rows, lambda unit: _measures(seen, unit))


def _source(page: Page, seen: Figures, unit: str) -> str:
    return trace_link.address(PER, unit, seen.families.get(unit))


def _measures(seen: Figures, unit: str) -> list[first_reported.Shown]:
    """The measures of a unit's row, those of work being of the family that speaks for the unit."""
    family = seen.families.get(unit)
    of_work = [(PER, "Open work per carrier", family), (NEW, "New work", family)]
    return [*of_work, *((n, title, family if n.startswith("pressure") else None) for n, title in COLUMNS)]


def _family_where(name: str, seen: Figures) -> dict[str, object]:
    return {"by": BY_FAMILY} if name == "pressure/unallocated" else {}


def _cells(page: Page, seen: Figures, unit: str, frames: list[pd.DataFrame]) -> tuple[Cell | str, ...]:
    family = seen.families.get(unit) or ""
    first = said(METRICS[PER], seen.per_unit, page.month, unit=unit, work_family=family)
    rest = []
    for (name, _), frame in zip(COLUMNS, frames, strict=True):
        where = {"unit": unit, **({"work_family": family} if name == "pressure/unallocated" else {})}
        record = as_at.held(page, METRICS[name], unit).record
        told = said(METRICS[name], frame, page.month, **where)
        rest.append(f"{told}, {record}" if record and told != "no return" else told)
    return (first, _new_work(seen, unit, family), *rest)


def _new_work(seen: Figures, unit: str, family: str) -> Cell:
    """What came in this month, marked where it is unusual for the unit."""
    mine = signals.of_unit(seen.judged, unit, family)
    judged = next((each for each in mine if each.metric == NEW), None)
    return in_cell(METRICS[NEW].say(judged.values[-1] if judged else None), judged)
