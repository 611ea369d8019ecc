"""The head of a page whose figures have no month of their own, such as an upload or a definition."""

from html import escape

from ui.page import frame


def page_head(title: str, sub: str) -> None:
    """The h1 and its sub-line, both escaped."""
    words = f'<div><h1>{escape(title)}</h1><p class="ppu-sub">{escape(sub)}</p></div>'
    frame.head().html(f'<div class="ppu-h">{words}</div>')
