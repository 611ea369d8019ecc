"""The grid of returns: unit by month, how each stands, and the loads behind the cell that is opened."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from settings.return_due import return_due_days
from store import coverage
from store.control import reading
from ui.figures import first_reported, session
from ui.figures.status import EXPECTED, TITLES
from ui.findings import arrivals as words
from ui.findings.arrivals import WHOLE_FORCE, Arrived
from ui.findings.loads import when_said
from ui.page import filters
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.download import downloads
from ui.parts.evidence_table import evidence_table
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.parts.wording import join, month_name
from ui.trace.trace_link import address, link

OPEN = "cell"
FIGURE = {
    "caseload": "pressure/open", "establishment": "staffing/funded_fte", "people": "staffing/in_post_fte",
    "unavailable": "staffing/unavailable_fte", "training": "training/required_course_in_date",
    "investigators": "pressure/held_by_someone_not_carrying", "movements": "attrition/left_force_12m",
}  # fmt: skip
"""A measure that each sheet is counted in, to show its rows by."""


def arrived(page: Page) -> Arrived:
    """Everything that came for the force."""
    asked, file = {"force": page.force}, page.world.file
    again = session.query("sent_again", asked, file) if file and first_reported.has_first(file) else []
    return words.arrived(session.query("arrivals", asked, file), again)


def grid(page: Page, months: Sequence[date], loads: Sequence[Any]) -> None:
    """Draw the grid of the chosen return, and what is behind the cell that was opened."""
    came = arrived(page)
    used = [s for s in TITLES if any(dataset == s for dataset, _, _ in came.by)]
    found = words.choices(used)
    chosen = filters.choose("Return", list(found), "return", title=lambda name: found[name][1], width=240)
    sheets, title = found[chosen]
    due = partial(return_due_days, page.force_settings)
    waited_for = f"Of the {len(EXPECTED)} sheets expected, sent here: {_sent(used)}."
    section("What has arrived", f"{waited_for} {words.key_said(due(months[0]))}")
    titles = {unit.code: unit.title for unit in page.units}
    stood = {unit.code: unit.is_expected for unit in page.units}
    rows = words.rows(came, sheets, titles, months, lambda code, month: stood[code](month), due)
    caption = f"{title}, by unit and month"
    columns = ["Unit", *(f"{m:%b %y}" for m in months)]
    if opened := evidence_table(caption, columns, rows, "returns_grid", opens=False):
        st.query_params[OPEN] = opened
    _behind(page, came, sheets, loads)
    downloads(words.as_frame(rows, months), caption, "arrived")


def _sent(used: Sequence[str]) -> str:
    return join(TITLES[sheet] for sheet in used if sheet in EXPECTED)


def _behind(page: Page, came: Arrived, sheets: Sequence[str], loads: Sequence[Any]) -> None:
    """The loads behind the cell in the address; nothing where it names none."""
    unit, _, day = str(st.query_params.get(OPEN, "")).partition("|")
    try:
        month = date.fromisoformat(day)
    except ValueError:
        return
    if unit not in {each.code for each in page.units}:
        return
    found = words.behind(came, sheets, unit, month)
    section(f"{page.unit_title(unit)}, {month_name(month)}", "The loads behind it, the newest first.")
    if not found:
        states.note("Nothing has come.")
        return
    table = _table(page, [sheet for sheet, _ in found], unit, month, {load.load_id: load for load in loads})
    plain_table(table, f"Loads behind {page.unit_title(unit)}, {month_name(month)}", cards=True)
    links = (
        f"<li>{link(to, f'{TITLES[sheet]}, {page.unit_title(unit)}')} ({TITLES[sheet]})</li>"
        for sheet, _ in found
        if (to := address(FIGURE[sheet], unit, month=month))
    )
    if joined := "".join(links):
        st.html(f"<ul>{joined}</ul>")


def _table(page: Page, sheets: Sequence[str], unit: str, month: date, loads: dict[str, Any]) -> pd.DataFrame:
    """One row for each load that spoke for the unit and month, of each sheet."""
    with reading(session.the_store()) as con:
        claims = coverage.standing(con)
    holding = coverage.active(claims)
    lines = []
    for sheet in sheets:
        mine = [
            c for c in claims
            if (c.scope.force, c.scope.dataset, c.scope.month_end) == (page.force, sheet, month.isoformat())
            and c.scope.unit in (unit, WHOLE_FORCE) and c.load_id in loads
        ]  # fmt: skip
        for claim in sorted(mine, key=lambda c: -c.seq):
            load = loads[claim.load_id]
            now = "speaks for it now" if claim in holding else "replaced by a later one"
            lines.append(
                (TITLES[sheet], load.file_name, load.load_id, when_said(load.loaded_at), load.loaded_by, now)
            )
    return pd.DataFrame(lines, columns=["Sheet", "File", "Load", "Loaded", "By", "Now"])
