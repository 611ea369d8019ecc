"""The head of a part of a page."""

from html import escape

import streamlit as st


def section(title: str, sub: str = "") -> None:
    """A second-level heading and, under it, what the numbers that follow rest on."""
    below = f'<p class="ppu-sub">{escape(sub)}</p>' if sub else ""
    st.html(f'<h2 class="ppu-ct ppu-h2">{escape(title)}</h2>{below}')
