"""Whether a month can be relied on: what came from which units, and what the checks found."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from analysis.disclosure import NotShown, hide_small
from charts.cells import cell_words
from contracts import SAYS, TO_DO
from metrics.catalogue import METRICS
from ui.figures.status import EXPECTED, OPTIONAL, TITLES
from ui.findings import found as words
from ui.findings.series import said
from ui.page.header import force_name
from ui.page.open_page import Page
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.wording import join, plural

MATCHED = "trust/people_matched"
COVERAGE = "trust/returns_in"
NAMED = 2
NOT_IN = "Not in"


def panel(page: Page, measures: Sequence[str] = ()) -> str:
    """Every kind of sheet that figures rest on, with its units, and what was held back, found and matched.

    `measures`: those of the page, of whose figures the hidden ones are counted.
    """
    lines = "".join(
        f"<dt>{escape(title)}</dt><dd>{_marked(said)}</dd>" for title, said in rests_on(page, measures)
    )
    return (
        '<div class="ppu-panel"><h2>Can I rely on this month?</h2><dl class="ppu-dl">' + lines + "</dl></div>"
    )


def _marked(said: str) -> str:
    return f"<b>{NOT_IN}</b>" if said == NOT_IN else escape(said)


def rests_on(page: Page, measures: Sequence[str] = ()) -> list[tuple[str, str]]:
    """The lines of the panel: each sheet and how much of it came, then rows, findings, matches, figures."""
    held = sum(each.rows_held for each in page.status.returns)
    matched, came = (
        said(METRICS[name], page.metric(name, by=("month_end",), only=page.month), page.month)
        for name in (MATCHED, COVERAGE)
    )
    return [
        *((_title(name), _came(page, name)) for name in (*EXPECTED, *OPTIONAL)),
        ("Coverage: workbooks in, of three from each unit", came),
        ("Rows held back by checks", cell_words(held if page.reader.internal else hide_small(held), 0)),
        ("Findings across sheets", f"{len(page.status.findings):,}"),
        ("People matched across systems", matched),
        ("Figures of units hidden or withheld", f"{_hidden(page, measures):,}"),
    ]


def _hidden(page: Page, measures: Sequence[str]) -> int:
    """Figures of units that are not shown: of under 5 people, or of people who could not be matched."""
    names = [name for name in dict.fromkeys(measures) if "work_family" not in METRICS[name].dimensions]
    shown = (page.metric(name, only=page.month)["value"] for name in names)
    return sum(isinstance(value, NotShown) for values in shown for value in values)


def _title(dataset: str) -> str:
    return f"{TITLES[dataset]} (optional)" if dataset in OPTIONAL else TITLES[dataset]


def _came(page: Page, dataset: str) -> str:
    each = page.status.of(dataset)
    if each is None:
        return _not_come(page, dataset)
    gone = sorted(page.unit_title(unit) for unit in page.status.units_expected - page.status.covered(each))
    when = f"{each.loaded_at.day} {each.loaded_at:%b} · " if hasattr(each.loaded_at, "day") else ""
    here = len(page.status.units_expected) - len(gone)
    without = f", without {join(gone)}" if 0 < len(gone) <= NAMED else ""
    return f"{when}{here} of {plural(len(page.status.units_expected), 'unit')}{without}"


def _not_come(page: Page, dataset: str) -> str:
    """Only an expected sheet is marked; an optional one may be off in the force's settings."""
    if dataset in EXPECTED:
        return NOT_IN
    force = page.force_settings
    off = dataset == "investigators" and force is not None and not force.investigators_sheet
    return "off in the settings" if off else "not in"


def findings(page: Page) -> None:
    """Each finding with its unit, its number, what it is of and what to do; as many rows as were told."""
    if not page.status.findings:
        return
    table = words.listed(page.status.findings, SAYS, TO_DO, page.unit_title)
    title = words.summary(page.status.findings)
    with st.expander(title):
        plain_table(table, title)
        downloads(
            words.to_hand_over(table, force_name(page), page.month),
            "Findings across sheets and months",
            "findings",
            page_notes(page),
        )
