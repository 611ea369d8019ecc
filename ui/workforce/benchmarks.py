"""The parts of the benchmarks page."""

import pandas as pd
import streamlit as st

from ui.figures import session
from ui.findings import benchmarks as words
from ui.findings import functions
from ui.page import filters
from ui.page.header import force_name
from ui.page.heading import page_head
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.parts.chart import show_chart
from ui.parts.download import downloads
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.parts.wording import day

WHERE = """
Police strength is published twice a year by the Home Office, on GOV.UK, under **Police workforce statistics**
(statistics, Home Office, “Police workforce, England and Wales”). Download the data tables as they are, in
OpenDocument format (.ods), and upload the file here: there is nothing to cut out or to retype.
"""


def figures() -> pd.DataFrame:
    """Every published figure; none before a file has been loaded."""
    return words.frame(session.query("police_strength"))


def say_where() -> None:
    """The page without a file: what it would show, and where the file is."""
    page_head(
        "No police strength has been loaded yet",
        "With it, this page shows the force's officers and staff over time beside its region and all forces.",
    )
    st.markdown(WHERE)
    st.page_link(
        entry("data/upload").file, label="Upload the Home Office file", icon=":material/upload_file:"
    )


def choose(page: Page, seen: pd.DataFrame) -> tuple[str, str, str]:
    """Force, worker type and basis; the reader's own force where the file has it."""
    forces = sorted(seen["force"].unique())
    own = words.same_force(page.force_settings.name if page.force_settings else force_name(page), forces)
    force = filters.choose("Force in the file", forces, "force-in-file", default=own)
    mine = seen[seen["force"] == force]
    worker = filters.choose(
        "Workers", sorted(mine["worker_type"].unique()), "workers", title=_capital, default="officers"
    )
    bases = sorted(mine.loc[mine["worker_type"] == worker, "basis"].unique())
    basis = filters.choose("Counted in", bases, "basis", default="FTE", width=170)
    if own is None:
        st.caption("The reader's own force is not in the file, so another is shown.")
    return force, worker, basis


def head(table: pd.DataFrame, worker: str, basis: str, seen: pd.DataFrame) -> None:
    """The headline and the source, which is not the reader's own returns."""

    page_head(words.headline(table, worker, basis), words.source(seen))


def picture(table: pd.DataFrame, worker: str, basis: str, seen: pd.DataFrame) -> None:
    """The three lines, and the strengths that they stand for."""
    model = words.lines(table, worker, basis)
    if model is not None:
        show_chart(model, "strength", notes=(words.source(seen),), decimals=0, level=2)
    strengths, title = words.numbers(table), f"{_capital(worker)}, {basis}, by date"
    plain_table(strengths, title, 1)
    downloads(strengths, title, "strength_table", (words.source(seen),))


def editions(force: str, worker: str, basis: str) -> None:
    """The figures above that an earlier edition gave otherwise, each beside it; nothing without any."""
    table = functions.revised(session.query("strength_editions"), force, worker, basis)
    if table.empty:
        return
    section("Figures that a later edition changed")
    plain_table(table, f"{force}, {worker}, {basis}: as published first and later", _places(basis))


def protection(page: Page, force: str = "") -> None:
    """Officers in public protection as a share of all of a force's; without the table, what is needed."""
    section(functions.TITLE)
    shares = functions.frame(session.query("public_protection_share"))
    if shares.empty:
        st.markdown(functions.NEEDED)
        return
    latest = functions.newest(shares)
    own = page.force_settings.name if page.force_settings else force_name(page)
    st.markdown(functions.finding(latest, force or own))
    table = functions.numbers(latest)
    plain_table(table, f"{functions.TITLE}, {day(latest['as_at'].iloc[0])}", 1)
    notes = (functions.source(latest),)
    st.caption(notes[0])
    downloads(table, functions.TITLE, "functions_table", notes)


def _places(basis: str) -> int:
    return 2 if basis == "FTE" else 0


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
