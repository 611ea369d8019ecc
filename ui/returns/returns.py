"""The parts of the returns page: what has arrived, what was loaded, and the way back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

import access
from store.history import MANY_FORCES
from ui.figures import session
from ui.figures.status import EXPECTED
from ui.findings import loads as load_words
from ui.findings import returns as words
from ui.findings.upload import changed
from ui.page.header import force_name
from ui.page.heading import page_head
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.download import downloads
from ui.parts.error_summary import error_summary
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.parts.wording import plural
from ui.returns import ask_undo, returning, returns_grid
from ui.returns.before_after import headline_figures
from ui.upload import job

UNDO = "undo from returns"


def visible(page: Page, loads: Sequence[Any]) -> list[Any]:
    """The loads of forces that the reader may see, and those of national publications."""
    forces = {force for force, _ in access.scope(page.reader, page.settings)} | {MANY_FORCES}
    return [load for load in loads if load.force in forces]


def grid(page: Page) -> words.Grid:
    """What has arrived for the units in view, in the last twelve months."""
    found = session.query("coverage", {"force": page.force}, page.world.file)
    rows = [(str(d), str(u), m) for d, u, m in found]
    units = {each.code: each.title for each in page.units}
    return words.grid(rows, units, EXPECTED, page.status.late_months)


def head(page: Page, seen: words.Grid) -> None:
    """Whether anything has not come."""
    page_head(words.headline(seen), " · ".join((force_name(page), plural(len(seen.rows), "unit"))))


def arrived(page: Page, seen: words.Grid, loads: Sequence[Any]) -> None:
    """Unit by month: how each return stands, and what has never come."""
    if not seen.months:
        states.note("Nothing has been loaded for these units.")
        states.to_upload()
        return
    returns_grid.grid(page, seen.months, loads)
    if seen.never:
        states.note(states.what_they_show(seen.never), lead=f"Never sent: {words.expected_said(seen.never)}.")
    for text in words.gone_said(seen):
        states.note(text)


def history(loads: Sequence[Any]) -> None:
    """Every load, newest first; the older ones folded away."""
    if not loads:
        return
    section(
        "What was loaded",
        "Newest first. A load that a later one replaced holds again when the later one is undone.",
    )
    table = load_words.history(loads)
    plain_table(table.head(load_words.LOADS_SHOWN), "Loads, newest first")
    if len(table) > load_words.LOADS_SHOWN:
        with st.expander(f"Show {len(table) - load_words.LOADS_SHOWN} older loads"):
            plain_table(table.iloc[load_words.LOADS_SHOWN :], "Older loads")
    downloads(table, "Loads", "history")


def undo(
    page: Page,
    loads: Sequence[Any],
    together: Mapping[str, Sequence[str]],
    start: Callable[[Sequence[str]], str],
    status: Callable[[str], Any],
    returns: Callable[[Sequence[str]], Any],
    returned: Callable[[int], Any],
) -> None:
    """Take loads out again. Their rows stay in the history, and what they replaced holds once more."""
    _last(page, returned)
    if job.running():
        job.watch(status)
        return
    able = {load.load_id: load for load in load_words.can_undo(loads)}
    if not able or ask_undo.question(
        page.id,
        lambda chosen: job.begin(lambda: start(chosen), UNDO, headline_figures(page)),
        lambda chosen: returning.before(page, chosen, returns),
    ):
        return
    section(
        "Undo a load", "The figures go back to what they were without it. It can be sent again afterwards."
    )
    newest = st.selectbox(
        "Load", list(able), format_func=lambda name: load_words.undo_label(able[name]), key="undo_load"
    )
    chosen = _how_many(newest, [name for name in together.get(newest, ()) if name in able])
    if st.button("Undo this load" if len(chosen) == 1 else f"Undo these {len(chosen)} loads", key="undo"):
        ask_undo.ask(page.id, chosen, load_words.months_of([able[name] for name in chosen]))


def _how_many(load: str, step: Sequence[str]) -> tuple[str, ...]:
    """The load alone, which is what is chosen until somebody chooses otherwise, or all sent with it."""
    if len(step) < 2:
        return (load,)
    alone, every = "This load alone", f"All {len(step)} loads sent together"
    # Each load has a choice of its own, so that what was chosen for one never holds for the next.
    asked = st.radio("How much", [alone, every], key=f"undo_step_{load}", horizontal=True)
    return tuple(step) if asked == every else (load,)


def _last(page: Page, returned: Callable[[int], Any]) -> None:
    """What the undo that has just ended did."""
    found = job.ended(UNDO)
    if found is None:
        return
    did, status = found
    said = " ".join(status.said) if status else "The undo is not known any more. Look at the history below."
    if status is None or status.state != "done":
        error_summary([("undo", said)], "not_undone")
        return
    states.note("Headline figures before and after are below.", lead=said)
    plain_table(changed(did.before, headline_figures(page)), "Headline figures before and after the undo")
    returning.after(page, returned(status.publication_id))
