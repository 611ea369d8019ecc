"""The head of a page whose figures have no month of their own, such as an upload or a definition."""

from html import escape

import streamlit as st

from ui import frame


def page_head(title: str, sub: str) -> None:
    """The h1 and its sub-line, both escaped."""
    with frame.head():
        st.html(
            f'<div class="ppu-h"><div><h1>{escape(title)}</h1><p class="ppu-sub">{escape(sub)}</p></div></div>'
        )
