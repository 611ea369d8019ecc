"""Dated notes on a unit: what stands, who said it, and the forms to add one and take one off."""

import streamlit as st

import access
from store import annotations
from store.annotations import Annotation
from store.written import LONGEST_NAME, LONGEST_TEXT, NotWritten
from ui.figures import session
from ui.one_unit.written_down import answer, done, name_of, refused, stood
from ui.page.open_page import Page
from ui.parts.section import section
from ui.parts.wording import month_name

KEEP_OUT = (
    "A note is drawn on the charts as a number, with its text under them. Name no people and no cases: "
    "everyone who opens this page reads it."
)
GONE = "Its words are gone; that it stood, and who took it off, is kept."


def notes(page: Page, code: str) -> None:
    """The notes that stand on a unit and, for roles that may write, the form to add one."""
    may = access.may_annotate(page.reader)
    standing = page.notes(code)
    if not (may or standing):
        return
    section("Notes on the charts", KEEP_OUT)
    answer("notes")
    for number, note in enumerate(standing, start=1):
        _one(page, number, note, may)
    if not standing:
        st.write("No notes yet.")
    if may:
        _form(page, code)


def _one(page: Page, number: int, note: Annotation, may: bool) -> None:
    said = f"{number}. {month_name(note.month_end)}: {note.text}"
    by = note.by if note.unit else f"whole force, {note.by}"
    # A note on the whole force is for those to take off who see the whole force.
    mine = may and (note.unit is not None or page.reader.scope is None)
    if stood(said, by, note.at, f"Remove note {number}" if mine else "", f"note_remove_{note.id}"):
        try:
            annotations.remove(session.the_store(), note.id, by=page.reader.name)
        except NotWritten as reason:
            refused("Nothing was removed.", reason)
            return
        done("notes", f"The note is off the charts. {GONE}")


def _form(page: Page, code: str) -> None:
    turn = st.session_state.get("notes_turn", 0)
    with st.expander("Add a note"), st.form(f"note_form_{turn}", border=False):
        month = st.selectbox("Month", page.months[::-1], format_func=month_name, key=f"note_month_{turn}")
        text = st.text_input(
            "What happened",
            key=f"note_text_{turn}",
            max_chars=LONGEST_TEXT,
            help=f"At most {LONGEST_TEXT} characters",
        )
        everywhere = page.reader.scope is None and st.checkbox(
            "For the whole force", key=f"note_force_{turn}"
        )
        by = name_of(page, f"note_name_{turn}", LONGEST_NAME)
        if not st.form_submit_button("Add the note", key=f"note_add_{turn}"):
            return
        try:
            annotations.add(
                session.the_store(),
                force=page.force or "",
                unit=None if everywhere else code,
                month_end=month,
                text=text,
                by=by,
            )
        except NotWritten as reason:
            refused("The note was not saved.", reason)
            return
    done("notes", "The note is on the charts.")
