"""Sentences on a page as they stand: st.write and st.caption would read names in them as Markdown."""

from html import escape

import streamlit as st


def say(text: str) -> None:
    """A sentence of the page's own size."""
    st.html(f"<p>{escape(text)}</p>")


def say_small(text: str) -> None:
    """A remark under a chart or a table."""
    st.html(f'<p class="ppu-sub">{escape(text)}</p>')
