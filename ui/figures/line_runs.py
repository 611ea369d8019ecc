"""How long units have been beyond the lines that their force has set, as published."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from metrics.catalogue import METRICS
from ui.figures import session
from ui.page.open_page import Page


@dataclass(frozen=True)
class LineRun:
    """One measure of one unit at a month end: months beyond the line (over it, or under it where more is
    better), of the last 12 that are known, in a row up to now, and in the longest run.
    """

    metric: str
    unit: str
    work_family: str | None
    line: float
    over_last_12: int
    known_last_12: int
    current: int
    longest: int
    since: date | None


def line_runs(page: Page, metric: str | None = None) -> tuple[LineRun, ...]:
    """The runs of the units in view at the chosen month, of one measure or of all that have a line.

    Outside the force, measures that count people are left out: a run would tell of a figure that is hidden.
    """
    if not (page.world.file and page.force and page.month):
        return ()
    mine = tuple(sorted(unit for force, unit in page.scope if force == page.force))
    return tuple(
        run
        for run in _read(page.world.file, page.force, page.month, mine)
        if metric in (None, run.metric) and (page.reader.internal or not METRICS[run.metric].counts_people)
    )


@st.cache_data(max_entries=500, show_spinner=False)
def _read(file: str, force: str, month: date, units: tuple[str, ...]) -> tuple[LineRun, ...]:
    if not session.query("has_line_run", file=file)[0][0]:
        return ()
    rows = session.query("line_run", {"force": force, "month": month, "units": list(units)}, file)
    return tuple(LineRun(*row) for row in rows if row[0] in METRICS)
