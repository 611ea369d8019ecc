"""What words and headings of the files stand for that nobody has set: asked before anything is loaded."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from ui.findings import upload_match as words
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.parts.section import section
from ui.upload.upload_doors import Doors, Problems, Sent, Words

KEPT = "upload_words"


def stated() -> Words:
    """What the reader has said so far, as the ETL takes it."""
    said = st.session_state.get(KEPT, {})
    return [{"list_name": name, "text": text, "code": code} for (name, _), (text, code) in said.items()]


def forget() -> None:
    """Leave what was said behind."""
    st.session_state.pop(KEPT, None)


def show(_page: Page, _doors: Doors, sent: Sent) -> Problems:
    """Ask for each word with a proposal and all there are to choose from; nothing where all are known."""
    said = {key: code for key, (_, code) in st.session_state.get(KEPT, {}).items()}
    groups = words.asked(sent.reports, said)
    if not groups:
        return []
    section("What these stand for", words.summary(groups, sent.reports))
    with st.form("upload_match"):
        for group in groups:
            st.html(f'<h3 class="ppu-ct">{escape(group.title)}</h3>')
            for word in group.words:
                _choose(word)
        st.form_submit_button("Use these answers", on_click=_take, args=(groups,))
    st.page_link(
        entry("data/definitions").file,
        label="See and change what was agreed before",
        icon=":material/spellcheck:",
        query_params={"show": "matches"},
    )
    return []


def _choose(word: words.Asked) -> None:
    st.selectbox(
        word.label,
        word.options,
        index=word.options.index(word.proposal) if word.proposal else None,
        format_func=lambda code: word.titles.get(code, code),
        placeholder="Choose what it stands for",
        key=_widget(word),
    )


def _widget(word: words.Asked) -> str:
    """A box for each word and proposal: one that is proposed something else is a new box."""
    return "match_" + ":".join((*word.key, word.proposal or ""))


def _take(groups: Sequence[words.Group]) -> None:
    """Keep what was chosen; the files are checked again with it."""
    every = [word for group in groups for word in group.words]
    chosen = {word.key: st.session_state.get(_widget(word)) for word in every}
    texts = {word.key: word.text for word in every}
    taken = {key: (texts[key], code) for key, code in words.answers(groups, chosen).items()}
    st.session_state[KEPT] = {**st.session_state.get(KEPT, {}), **taken}
