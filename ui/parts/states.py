"""What a page says when something is missing, late, partial, hidden or filtered away."""

from collections.abc import Iterable
from html import escape

import streamlit as st

import access
from analysis.disclosure import Withheld
from store.own_settings import FIRST_STEP
from ui.figures import decided, session
from ui.figures.status import TITLES
from ui.findings.not_in import would_show
from ui.page import filters, view
from ui.page.heading import page_head
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.parts.wording import day, join, month_name

SMALL = "fewer than 5"


def note(text: str, lead: str = "") -> None:
    """One line of state, set apart from the findings; `lead` is its bold beginning."""
    start = f"<b>{escape(lead)}</b> " if lead else ""
    st.html(f'<p class="ppu-note">{start}{escape(text)}</p>')


def month_notes(page: Page) -> None:
    """The lines under a header: stale, partial and one month, each only where it holds."""
    if page.month is None:
        return
    for text in (stale_words(page), partial_words(page), one_month_words(page)):
        if text:
            note(text)
    _decided(page)
    if not page.reader.internal:
        note(hidden_words())


def _decided(page: Page) -> None:
    """Rows held back and warnings accepted, with why and by whom; many warnings are folded into one line."""
    for text in decided.held_said(page):
        note(text)
    accepted = decided.accepted_said(page)
    if len(accepted) == 1:
        note(accepted[0])
    elif accepted:
        with st.expander(f"{len(accepted)} warnings were accepted for this month, with a reason"):
            for text in accepted:
                note(text)


def stale_words(page: Page) -> str:
    """Said where months have ended and their returns have not been loaded."""
    late, data_to = page.status.late_months, page.status.data_to
    if not late or data_to is None or page.month != data_to:
        return ""
    age = f", {len(late)} months old" if len(late) > 1 else ""
    names = join(month_name(m) for m in late[:6])
    have = "returns have" if len(late) > 1 else "return has"
    return f"Data to {day(data_to)}{age}. The {names} {have} not been loaded."


def partial_words(page: Page) -> str:
    """Said where a return leaves out units: which sheet and which units."""
    out = []
    for each in page.status.partial:
        gone = sorted(page.unit_title(u) for u in page.status.units_expected - page.status.covered(each))
        count = len(page.status.units_expected)
        out.append(
            f"{each.title}: {count - len(gone)} of {count} units. No return from {join(gone)}; "
            f"totals are for the units that sent one."
        )
    return " ".join(out)


def one_month_words(page: Page) -> str:
    """Said where there is nothing earlier to compare with."""
    return (
        "" if len(page.months) > 1 else "This is the first month loaded, so there is no change to show yet."
    )


def stop_if_nothing(page: Page, *datasets: str) -> None:
    """Say what is missing and stop the page, where there is nothing it could show."""
    if page.month is None:
        nothing_published()
    elif not page.scope:
        nothing_left()
    else:
        gone = [d for d in datasets if page.status.of(d) is None]
        if not gone:
            return
        page_head(f"No {join(TITLES.get(d, d) for d in gone)} return yet", _of_month(page))
        missing(page, *gone)
    st.stop()


def _of_month(page: Page) -> str:
    return f"Month ending {day(page.month)}" if page.month else "No month yet"


def nothing_published() -> None:
    """The empty state of the whole product: a head, what to send and where."""
    st.html(
        '<div class="ppu-h"><div><h1>No returns have been loaded yet</h1><p class="ppu-sub">'
        "Three workbooks a month "
        "fill this dashboard: caseload, attrition and training. Caseload and Establishment alone are "
        "enough to begin.</p></div></div>"
    )
    not_set_up()
    to_upload()


def not_set_up() -> None:
    """The first step, in a store that has no force's settings."""
    if not session.settings().forces:
        note(FIRST_STEP)


def missing(page: Page, *datasets: str) -> None:
    """Which return has not come for the month, and where to send it."""
    names = join(TITLES.get(d, d) for d in datasets)
    month = month_name(page.month) if page.month else "this month"
    note(
        f"{what_they_show(datasets)} Upload the workbook, or ask who sends it. "
        "The template is on the same page.",
        lead=f"No {names} return yet for {month}.",
    )
    to_upload()


def what_they_show(datasets: Iterable[str]) -> str:
    """What each of these sheets would show, a sentence for each."""
    return " ".join(would_show(d, TITLES.get(d, d)) for d in datasets)


def also_missing(page: Page) -> None:
    """On a page that has something to show: the expected sheets that have not come, and what they add."""
    if page.month and page.status.missing:
        names = join(TITLES[d] for d in page.status.missing)
        note(what_they_show(page.status.missing), lead=f"Not in for {month_name(page.month)}: {names}.")


def to_upload() -> None:
    """A link to the upload page, for roles that open it."""
    if not access.may_open(access.identify(), "data/upload"):
        return
    st.page_link(
        entry("data/upload").file, label="Upload a return or get a template", icon=":material/upload_file:"
    )


def nothing_left() -> None:
    """The filters leave nothing: say so and offer the way back."""
    note("Choose other units under Units, or clear the filters.", lead="No unit matches these filters.")
    filters.clear_button(view.NAMES)


def hidden_words(what: str = "people") -> str:
    """Why a figure reads `fewer than 5` or `not shown`."""
    return (
        f"Groups of under 5 {what} read “{SMALL}”, and what would tell of one, such as a rate, reads "
        "“not shown”, so that nobody can be picked out."
    )


def withheld_words(held: Withheld) -> str:
    """Why a figure reads `withheld`."""
    return (
        "They join people across the crime, HR and training records, and are not given where fewer than "
        f"{held.at_least:.0%} of the people could be matched, the limit the force has set. The references in "
        "People (Crime system ref, Training ref) are what matches them."
    )
