"""Documents kept: opened again as they were handed over, and what has become of their figures since."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

import access
from exports.plain_copy import MEDIA_TYPE
from exports.produce import FORMATS
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
from ui.parts.said import say, say_small
from ui.parts.section import section
from ui.parts.wording import day, month_name

NAMES: Mapping[str, str] = {**{kind: each.name for kind, each in FORMATS.items()}, "zip": "Plain copy"}
TYPES: Mapping[str, str] = {**{kind: each.media_type for kind, each in FORMATS.items()}, "zip": MEDIA_TYPE}
MODES = {"internal": "inside the force", "publication": "small groups hidden"}
SAME = "Its figures are those that are published now."


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
    for each in found:
        with st.container(border=True, key=f"briefing_kept_{each.id}"):
            _one(page, each)


def may_see(page: Page, each: KeptDocument) -> bool:
    """Whether all of its units are the reader's; one made for inside the force is for readers inside it."""
    mine = {unit for force, unit in access.scope(page.reader, page.settings) if force == page.force}
    return set(each.units) <= mine and (page.reader.internal or each.mode == "publication")


def _one(page: Page, each: KeptDocument) -> None:
    made = f"made by {each.made_by} on {day_of(each.made_at)}, {MODES[each.mode]}"
    say(f"{each.id}. {each.title}")
    say_small(
        f"For: {each.audience}. {month_name(each.month_end)}, publication {each.publication_id}, "
        f"{each.marking}; {made}."
    )
    if each.withdrawn_at:
        say_small(f"Withdrawn by {each.withdrawn_by} on {day_of(each.withdrawn_at)}; its files are deleted.")
        return
    head, lines = since(page, each)
    say_small(" ".join((head, *lines)))
    with st.container(horizontal=True, gap="small"):
        for file in each.files:
            _download(file, each.id)
        if access.may_make_document(page.reader) and st.button("Withdraw", key=f"briefing_gone_{each.id}"):
            _withdraw(page, each)


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
    now = session.publication()
    if now is not None and now.id == each.publication_id:
        return SAME, ()
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
