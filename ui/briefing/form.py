"""What the maker chooses and writes: for whom, which shape, whose figures, which sections, covering words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from store.written import LONGEST_NAME, NotWritten
from ui.briefing.choices import AUDIENCES, SECTIONS, SHAPES, Asked, maker, marking_of, paragraphs, start_of
from ui.one_unit.written_down import name_of
from ui.page import filters
from ui.page.open_page import Page
from ui.page.pick_unit import pick_unit

MODES = {"internal": "Inside the force", "publication": "Publication"}
ALWAYS = "A local policing body is given publication mode: groups of under 5 people are hidden."
WRITTEN = "briefing_covering"

T = TypeVar("T")


@dataclass(frozen=True)
class Answers:
    """What was chosen, and in words what cannot be kept of what was written; "" where all can."""

    asked: Asked
    wrong: str = ""


def ask(page: Page) -> Answers:
    """Draw the choices; the address holds those of the first row."""
    audience = filters.choose("For", list(AUDIENCES), "for", title=lambda code: AUDIENCES[code].title)
    shape = filters.choose("Shape", list(SHAPES), "shape", title=lambda code: SHAPES[code], width=320)
    unit = pick_unit(page)
    publication = _publication(page, audience)
    sections = _sections(audience, shape)
    covering, marking, by = _written(page, audience)
    wrong: list[str] = []
    said = _read(paragraphs, covering, (), wrong)
    marked, name = _read(marking_of, marking, "", wrong), _read(maker, by, "", wrong)
    return Answers(Asked(audience, shape, unit, publication, sections, said, marked, name), " ".join(wrong))


def _read(read: Callable[[str], T], written: str, otherwise: T, wrong: list[str]) -> T:
    """What was written as it is kept; where it cannot be, why is added to `wrong`."""
    try:
        return read(written)
    except NotWritten as reason:
        wrong.append(str(reason))
        return otherwise


def _publication(page: Page, audience: str) -> bool:
    """Whether small groups are hidden: always outside the force, else by choice."""
    if AUDIENCES[audience].outside or not page.reader.internal:
        if AUDIENCES[audience].outside and page.reader.internal:
            st.caption(ALWAYS)
        return True
    chosen = filters.choose(
        "Small groups", list(MODES), "mode", title=lambda code: MODES[code], segmented=True
    )
    return chosen == "publication"


def _sections(audience: str, shape: str) -> tuple[str, ...]:
    """The sections, in their own order; each audience and shape begins with its own."""
    start = list(start_of(audience, shape))  # type: ignore[arg-type]
    chosen = st.multiselect(
        "Sections",
        list(SECTIONS),
        start,
        key=f"briefing_sections_{audience}_{shape}",
        format_func=lambda code: SECTIONS[code],
    )
    return tuple(name for name in SECTIONS if name in chosen)


def _written(page: Page, audience: str) -> tuple[str, str, str]:
    """The covering sentences, of which each kind of reader has its own, the marking and the maker's name."""
    held = page.force_settings
    key, kept = f"{WRITTEN}_{audience}", st.session_state.get(WRITTEN, {})
    # A box that is not drawn forgets what stood in it.
    st.session_state.setdefault(key, kept.get(audience, ""))
    covering = st.text_area(
        f"Covering sentences for the {AUDIENCES[audience].title.lower()}",
        key=key,
        height=110,
        help="Stand before everything else. A new line is a new paragraph. Name no people and no cases. "
        "Another kind of reader has sentences of their own.",
    )
    st.session_state[WRITTEN] = {**kept, audience: covering}
    left, right = st.columns(2)
    with left:
        marking = st.text_input("Marking", held.marking if held else "OFFICIAL", key="briefing_marking")
    with right:
        by = name_of(page, "briefing_by", LONGEST_NAME, of_account=False)
    return covering, marking, by
