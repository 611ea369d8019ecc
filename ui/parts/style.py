"""The style sheet of the pages, written from the tokens."""

from functools import lru_cache
from pathlib import Path
from string import Template

import streamlit as st

from charts.tokens import Tokens
from ui.parts.theme import tokens

SHEET = Path(__file__).parent / "style.css"


def put_on() -> None:
    """Send the style sheet for the theme in use; once on each run."""
    st.html(f"<style>\n{sheet(tokens())}\n</style>")


@lru_cache(maxsize=2)
def sheet(colours: Tokens) -> str:
    """The style sheet in one set of colours."""
    return Template(SHEET.read_text(encoding="utf-8")).substitute(vars(colours))
