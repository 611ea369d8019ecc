"""Documents kept: opened again as they were handed over, and what has become of their figures since."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

import access
from exports.formats import FORMATS
from exports.plain_copy import MEDIA_TYPE
from store import document_files, documents
from store.document_files import KeptFile
from store.documents import KeptDocument
from store.written import NotWritten
from ui.briefing.figures import changes, figures_of, told
from ui.briefing.seen import in_mode
from ui.figures import session
from ui.figures.kept import kept
from ui.one_unit.written_down import answer, done, refused
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.said import say, say_small
from ui.parts.section import section
from ui.parts.wording import day, month_name

NAMES: Mapping[str, str] = {**{kind: each.name for kind, each in FORMATS.items()}, "zip": "Plain copy"}
TYPES: Mapping[str, str] = {**{kind: each.media_type for kind, each in FORMATS.items()}, "zip": MEDIA_TYPE}
MODES = {"internal": "inside the force", "publication": "small groups hidden"}
SAME = "Its figures are those that are published now."
NOT_COMPARED = "Publication {} has come since; its figures have not been compared with those of the document."
NEWER = "The newest month is {}; this document is of {}."
FOR_GOOD = (
    "Its files and its figures are deleted for good, here and in every backup made from now on. That it was "
    "made, and who withdrew it, stays. Copies that were handed over are not called back."
)
FIRST, MORE = 5, 10
MOST, LEAVING = "briefing_kept_most", "briefing_leaving"


def listed(page: Page) -> None:
    """Every document that this reader may open, newest first."""
    section(
        "Documents kept",
        "As they were handed over. The plain copy is one .zip with the PDF, the workbook, every table as CSV "
        "and a short text: it opens without an account.",
    )
    answer("briefing")
    found = [each for each in documents.every(session.the_store(), page.force or "") if may_see(page, each)]
    if not found:
        st.write("None yet.")
    most = st.session_state.get(MOST, FIRST)
    for each in found[:most]:
        with st.container(border=True, key=f"briefing_kept_{each.id}"):
            _one(page, each)
    if len(found) > most and st.button(f"Show older ones, {len(found) - most} more", key="briefing_older"):
        st.session_state[MOST] = most + MORE
        st.rerun()


def may_see(page: Page, each: KeptDocument) -> bool:
    """Whether all of its units are the reader's; one made for inside the force is for readers inside it."""
    mine = {unit for force, unit in access.scope(page.reader, page.settings) if force == page.force}
    return set(each.units) <= mine and (page.reader.internal or each.mode == "publication")


def _one(page: Page, each: KeptDocument) -> None:
    made = f"made by {each.made_by} on {day_of(each.made_at)}"
    say(f"{each.id}. {each.title}, for: {each.audience}, {MODES[each.mode]}")
    say_small(f"{month_name(each.month_end)}, publication {each.publication_id}, {each.marking}; {made}.")
    if each.withdrawn_at:
        say_small(f"Withdrawn by {each.withdrawn_by} on {day_of(each.withdrawn_at)}; its files are deleted.")
        return
    _since(page, each)
    with st.container(horizontal=True, gap="small"):
        for file in each.files:
            _download(file, each.id)
        if access.may_make_document(page.reader) and st.button("Withdraw", key=f"briefing_gone_{each.id}"):
            st.session_state[LEAVING] = each.id
    if st.session_state.get(LEAVING) == each.id:
        _asked_once(page, each)


def _since(page: Page, each: KeptDocument) -> None:
    """Whether its figures are those of now; which have changed is worked out when it is asked."""
    now = session.publication()
    if now is None or now.id == each.publication_id:
        say_small(SAME)
        return
    asked, newer = f"briefing_since_{each.id}_{now.id}", newer_month(page, each)
    if st.session_state.get(asked):
        head, lines = since(page, each)
        say_small(" ".join((head, *lines, newer)).strip())
        return
    say_small(f"{NOT_COMPARED.format(now.id)} {newer}".strip())
    if st.button("What has changed", key=f"{asked}_go"):
        st.session_state[asked] = True
        st.rerun()


def newer_month(page: Page, each: KeptDocument) -> str:
    """That a month later than the document's has been published; "" where none has."""
    newest = max(page.world.months_of(page.force or ""), default=each.month_end)
    return NEWER.format(month_name(newest), month_name(each.month_end)) if newest > each.month_end else ""


def _asked_once(page: Page, each: KeptDocument) -> None:
    """Withdrawing cannot be undone, so it is asked once."""
    states.note(FOR_GOOD, lead=f"Withdraw document {each.id}?")
    with st.container(horizontal=True, gap="small"):
        yes = st.button(f"Withdraw document {each.id}", key=f"briefing_gone_yes_{each.id}", type="primary")
        no = st.button("Keep it", key=f"briefing_gone_no_{each.id}")
    if yes or no:
        st.session_state.pop(LEAVING)
    if yes:
        _withdraw(page, each)
    if no:
        st.rerun()


def day_of(moment: str) -> str:
    """The day of a moment of the store (UTC)."""
    return day(date.fromisoformat(moment[:10]))


def _download(file: KeptFile, number: int) -> None:
    kind = file.name.rsplit(".", 1)[-1]
    st.download_button(
        NAMES.get(kind, kind),
        data=lambda: document_files.content(session.the_store(), file),
        file_name=file.name,
        mime=TYPES.get(kind, "application/octet-stream"),
        key=f"briefing_file_{number}_{kind}",
        on_click="ignore",
        icon=":material/download:",
    )


def since(page: Page, each: KeptDocument) -> tuple[str, tuple[str, ...]]:
    """What has become of its figures: worked out once for each document and publication."""
    scope = frozenset((each.force, unit) for unit in each.units)
    mode = in_mode(page, each.mode == "publication")
    then = replace(mode, month=each.month_end, scope=scope)

    def compared() -> tuple[str, tuple[str, ...]]:
        held = documents.figures(session.the_store(), each.id)
        measures = dict.fromkeys(str(figure["measure"]) for figure in held)
        return told(changes(held, figures_of(then, measures)), page)

    return kept(then, ("briefing since", each.id), compared)


def _withdraw(page: Page, each: KeptDocument) -> None:
    try:
        documents.withdraw(session.the_store(), each.id, by=page.reader.name)
    except NotWritten as reason:
        refused("Nothing was withdrawn.", reason)
        return
    done("briefing", f"Document {each.id} is withdrawn. That it was made, and who withdrew it, is kept.")
