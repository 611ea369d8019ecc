"""The rows behind a figure: files, sheets and row numbers, and what enters or is left out beside them."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from contracts import DATED_BY_ROW
from contracts.live_crimes import BY_OFFICER, BY_UNIT
from metrics.reads import Reads
from ui.figures import first_reported, session
from ui.findings import trace as words
from ui.findings.trace import File, Held, Rows
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.download import downloads
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.parts.wording import month_name
from ui.trace.trace import Asked

SETTINGS_SHOWN = 6
COUNTED = (BY_UNIT, BY_OFFICER)


def rows(page: Page, figure: Asked) -> None:
    """The files, sheets and rows that the figure is counted from, and what of them is in no figure."""
    reads = first_reported.reads(page, figure.metric)
    if not reads.datasets:
        section("The rows behind it")
        states.note("It counts the returns themselves, not rows in them. Returns lists every file.")
        st.page_link(entry("data/returns").file, label="Go to returns", icon=":material/event_available:")
        return
    pairs = _pairs(page, figure, reads)
    gone = _gone(page, figure, pairs)
    found = words.behind(reads, _read(page, figure, pairs), gone)
    files = _files(page, {each.load_id for each in found})
    table = words.table(reads, found, files, page.reader.scope is None)
    section(
        "The rows behind it",
        "Row numbers are those of the file as it was sent. The figure is counted from these rows; what each "
        "holds is in the file.",
    )
    deleted = words.deleted(gone)
    if deleted:
        states.note(deleted)
    if table.empty and not deleted:
        states.note("No rows of this unit and month stand behind it.")
    elif not table.empty:
        plain_table(table, "Files, sheets and rows behind the figure", cards=True)
        if any(each.sheet.endswith(COUNTED) for each in found):
            states.note(
                "Counted from a list of cases, which is not kept: the row given is that of the first case of "
                "each count."
            )
        downloads(table, f"Where {figure.metric.title} comes from", "trace")
    brought = {(each.load_id, each.dataset) for each in found}
    _left_out(page, figure, pairs, [file for key, file in files.items() if key in brought])
    _accepted(page, figure, pairs)
    _settings(page, figure, reads)


def _pairs(page: Page, figure: Asked, reads: Reads) -> list[tuple[str, date]]:
    """The sheets and months read; of training the record that holds at the month end."""
    months = words.months_of(figure.metric, page.month)
    pairs = [(dataset, month) for dataset in reads.datasets if dataset != "training" for month in months]
    return pairs + [("training", month) for month in _records(page, figure) if "training" in reads.datasets]


def _records(page: Page, figure: Asked) -> list[date]:
    """The newest training record of each unit up to the month."""
    sent = session.query("coverage", {"force": page.force}, page.world.file)
    mine = [(u, m) for d, u, m in sent if d == "training" and m <= page.month]
    newest = {max((m for u, m in mine if u in (unit, "*")), default=None) for unit in figure.units}
    return sorted(month for month in newest if month)


def _query(page: Page, figure: Asked, pairs: Sequence[tuple[str, date]]) -> dict[str, Any]:
    return {
        "force": page.force,
        "units": list(figure.units),
        "datasets": [dataset for dataset, _ in pairs],
        "months": [month for _, month in pairs],
    }


def _read(page: Page, figure: Asked, pairs: Sequence[tuple[str, date]]) -> list[Rows]:
    query = {**_query(page, figure, pairs), "month": page.month, "family": figure.family}
    found = session.query("trace_rows", query, page.world.file)
    if DATED_BY_ROW & set(query["datasets"]):
        own = {key: value for key, value in query.items() if key != "family"}
        found += session.query("trace_rows_beside", own, page.world.file)
    return [
        Rows(dataset, month, load, sheet, of_unit, tuple(numbers))
        for dataset, month, load, sheet, of_unit, numbers in found
    ]


def _gone(page: Page, figure: Asked, pairs: Sequence[tuple[str, date]]) -> list[tuple[str, date, str]]:
    """Sheets and months behind the figure whose rows were deleted, as the force has set."""
    query = {key: value for key, value in _query(page, figure, pairs).items() if key != "units"}
    return session.query("trace_gone", query, page.world.file)


def _files(page: Page, loads: set[str]) -> dict[tuple[str, str], File]:
    found = session.query("trace_loads", {"loads": sorted(loads)}, page.world.file)
    return {(load, dataset): File(load, dataset, *rest) for load, dataset, *rest in found}


def _left_out(page: Page, figure: Asked, pairs: Sequence[tuple[str, date]], files: Sequence[File]) -> None:
    held = session.query("trace_held", _query(page, figure, pairs), page.world.file)
    named = [
        Held(dataset, month, page.unit_title(unit) if unit else None, *rest)
        for dataset, month, unit, *rest in held
    ]
    lines = words.left_out(files, named, page.reader.scope is None)
    section("Read and not counted")
    if not lines:
        st.write("Nothing was held back or passed over in these files.")
        return
    st.html("<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>")


def _accepted(page: Page, figure: Asked, pairs: Sequence[tuple[str, date]]) -> None:
    found = session.query("trace_warnings", _query(page, figure, pairs), page.world.file)
    if found:
        section("Warnings accepted", "Of the files above, with the reason given.")
        plain_table(words.warnings(found), "Warnings accepted, with reasons", cards=True)


def _settings(page: Page, figure: Asked, reads: Reads) -> None:
    query = {
        "force": page.force,
        "month": page.month,
        "units": list(figure.units),
        "lists": list(reads.settings),
        "metric": figure.metric.id,
        "family": figure.family,
    }
    found = session.query("trace_settings", query, page.world.file)
    if found:
        section("Settings that enter it", f"As they stood at the end of {month_name(page.month)}.")
        table = words.settings(found)
        plain_table(table.head(SETTINGS_SHOWN), "Settings that enter the figure", cards=True)
        if len(table) > SETTINGS_SHOWN:
            with st.expander(f"Show {len(table) - SETTINGS_SHOWN} more settings"):
                plain_table(table.iloc[SETTINGS_SHOWN:], "The other settings", cards=True)
