"""A heading inside a page, with the line under it that says what is counted."""

from html import escape

import streamlit as st


def heading(title: str, sub: str = "") -> None:
    """An h2 and its line; both escaped."""
    under = f'<p class="ppu-sub">{escape(sub)}</p>' if sub else ""
    st.html(f'<h2 class="ppu-ct" style="font-size:1.25rem!important">{escape(title)}</h2>{under}')
