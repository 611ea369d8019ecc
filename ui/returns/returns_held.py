"""Rows held back, on Returns: what is wrong in each, cells to type anew, and counting one put right."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

import access
from ui.findings import held_rows as words
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.download import downloads
from ui.parts.error_summary import error_summary
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.returns.before_after import headline_figures
from ui.upload import job

RELEASE = "release"
Start = Callable[[Sequence[Any], Mapping[str, str], str], str]


def visible(page: Page, rows: Sequence[Any]) -> list[Any]:
    """The held rows of units that the reader may see; one of no known unit for whoever sees the force."""
    allowed = access.scope(page.reader, page.settings)
    forces = {force for force, _ in allowed}
    return [r for r in rows if (r.force, r.unit) in allowed or (not r.unit and r.force in forces)]


def show(page: Page, rows: Sequence[Any], cells: Callable[[Any], Any], start: Start) -> None:
    """List the rows, and put one of them right."""
    _last()
    if not rows or job.running():
        return
    section(
        words.title_of(rows),
        "They are in no figure. Put one right here, or send the return again: it takes their place.",
    )
    table = words.listed(rows, page.unit_title)
    plain_table(table, "Rows held back", cards=True)
    downloads(table, "Rows held back", "held_rows")
    held = {each.row.key: each for each in rows}
    chosen = st.selectbox(
        "Row to put right",
        list(held),
        format_func=lambda key: words.label(held[key], page.unit_title),
        key="held_row",
    )
    _put_right(page, held[chosen].row, cells(held[chosen].row), start)


def _put_right(page: Page, row: Any, cells: Sequence[Any], start: Start) -> None:
    if not cells:
        states.note(words.OF_A_LIST, lead=words.OF_A_LIST_LEAD)
        return
    typed = {cell.field: _typed(row, cell) for cell in cells if cell.faults}
    others = [cell for cell in cells if not cell.faults]
    with st.expander("Other cells of the row"):
        changed = {cell.field: (_typed(row, cell), cell.value) for cell in others}
    typed |= {name: now for name, (now, before) in changed.items() if now != before}
    reason = st.text_input("Why it may be counted now", key="release_reason", help="Kept under your name")
    if st.button("Put right and count", type="primary", key="release"):
        before = headline_figures(page)
        job.begin(lambda: start(row.key, typed, reason), RELEASE, before)


def _typed(row: Any, cell: Any) -> str:
    """A cell typed anew, or chosen where there is a list."""
    key = f"held_{'_'.join(map(str, row.key))}_{cell.field}"
    says = " ".join(cell.faults) or None
    if cell.choices:
        # What was read right stays as it was sent, which may be another name than the list's.
        kept = () if cell.faults or not cell.value else (cell.value,)
        options = list(dict.fromkeys(("", *kept, *cell.choices)))
        at = options.index(cell.value) if cell.value in options else 0
        return str(st.selectbox(cell.title, options, index=at, key=key, help=says))
    return str(st.text_input(cell.title, value=cell.value, key=key, help=says))


def accepted(warnings: Sequence[Any]) -> None:
    """The warnings that were accepted with the loads, each with its reason."""
    table = words.accepted(warnings)
    if table.empty:
        return
    with st.expander(f"Warnings that were accepted: {len(table)}, each with its reason"):
        plain_table(table, "Warnings accepted", cards=True)
        downloads(table, "Warnings accepted", "accepted_warnings")


def _last() -> None:
    """What the release that has just ended did."""
    found = job.ended(RELEASE)
    if found is None:
        return
    status = found[1]
    said = " ".join(status.said) if status else "The release is not known any more. Look at the list below."
    if status is None or status.state != "done":
        error_summary([("release", said)], "not_released")
    else:
        states.note("It can be undone like any other load.", lead=said)
