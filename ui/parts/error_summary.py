"""The error summary at the head of a page: what has to be put right, each line a way to it."""

from collections.abc import Sequence
from pathlib import Path
from string import Template

import streamlit as st

from ui.page.page_title import say_error
from ui.parts.theme import tokens

HERE = Path(__file__).parent


def error_summary(items: Sequence[tuple[str, str]], key: str, focus: bool = True) -> str | None:
    """Draw `There is a problem` with one line for each (id, text). Returns the id just chosen, or None."""
    if not items:
        return None
    say_error()
    colours = tokens()
    css = Template((HERE / "error_summary.css").read_text(encoding="utf-8")).substitute(vars(colours))
    summary = st.components.v2.component(
        f"ppu_error_summary_{colours.name}",
        html='<div class="host"></div>',
        css=css,
        js=(HERE / "error_summary.js").read_text(encoding="utf-8"),
    )
    data = {"focus": focus, "items": [{"id": name, "text": text} for name, text in items]}
    chosen = summary(data=data, key=key, on_go_change=lambda: None)
    return str(chosen.go) if chosen.go else None
