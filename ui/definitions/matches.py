"""What words and headings of files were agreed to mean: to read, to change, to remove."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

import access
from ui.findings import matches as words
from ui.page.heading import page_head
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.download import downloads
from ui.parts.error_summary import error_summary
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.returns.before_after import headline_figures
from ui.upload import job, sender

MATCH, ASKED = "match", "match_asked"
Asked = tuple[Any, str | None]
"""A match, and the code that it is to have; None to remove it."""


@dataclass(frozen=True)
class Doors:
    """What this asks of the ETL; handed in, so that no module of ui/ needs it."""

    every: Callable[[], Sequence[words.Shown]]
    choices: Callable[[Any], Mapping[str, str]]
    consequences: Callable[[Any], str]
    change: Callable[[Any, str | None], str]
    status: Callable[[str], Any]


def show(page: Page, doors: Doors) -> None:
    """The list, and below it the way to change or remove one."""
    if job.running():
        job.watch(doors.status)
        return
    forces = {force for force, _ in access.scope(page.reader, page.settings)}
    shown = [each for each in doors.every() if each.match.force in forces]
    page_head(
        words.headline(shown),
        "What a name means in the settings comes first. Page and command line read these after them.",
    )
    _last()
    if not shown:
        states.note(words.NONE)
        return
    table = words.as_frame(shown, len(forces) > 1)
    plain_table(table, "What words and headings are read as", cards=True)
    downloads(table, "Words and headings as agreed", "matches")
    if not _question(page, doors):
        _choose(page, doors, shown)


def _choose(page: Page, doors: Doors, shown: Sequence[words.Shown]) -> None:
    section("Change or remove one", "What rests on it is told first. Nothing is changed before you answer.")
    number = st.selectbox(
        "Which one", range(len(shown)), format_func=lambda n: shown[n].label, key="match_chosen"
    )
    match = shown[min(number or 0, len(shown) - 1)].match
    titles = doors.choices(match)
    others = [code for code in titles if code != match.code]
    code = st.selectbox(
        "Read it as",
        others,
        index=None,
        format_func=lambda each: titles.get(each, each),
        placeholder="Choose what it stands for",
        key=f"match_code_{match.list_name}_{match.text}",
    )
    sender.ask(page.reader.name)
    with st.container(horizontal=True, gap="small"):
        changes = st.button("Change it", key="match_change", disabled=code is None)
        removes = st.button("Remove it", key="match_remove", icon=":material/delete:")
    if (changes and code) or removes:
        st.session_state[ASKED] = (match, None if removes else code)
        st.rerun()


def _question(page: Page, doors: Doors) -> bool:
    """What rests on the match that was chosen, and the question; whether there is one."""
    asked: Asked | None = st.session_state.get(ASKED)
    if asked is None:
        return False
    match, code = asked
    verb = "Remove" if code is None else "Change"
    section(f"{verb} what “{match.text}” stands for?")
    after = "" if code is None else f" It is then read as {doors.choices(match).get(code, code)}."
    states.note(f"{doors.consequences(match)}{after}")
    with st.container(horizontal=True, gap="small"):
        yes = st.button(verb, key="match_yes", type="primary")
        no = st.button("Keep it", key="match_no")
    if yes or no:
        st.session_state.pop(ASKED)
    if yes:
        job.begin(lambda: doors.change(match, code), MATCH, headline_figures(page))
    if no:
        st.rerun()
    return True


def _last() -> None:
    """What the change that has just ended did."""
    found = job.ended(MATCH)
    if found is None:
        return
    _, status = found
    said = " ".join(status.said) if status else "The change is not known any more. Look at the list below."
    if status is None or status.state != "done":
        error_summary([("match", said)], "not_changed")
    else:
        states.note(said)
