"""The link from a figure to where it comes from: one address, whichever card, row or list holds it."""

from datetime import date
from html import escape
from urllib.parse import urlencode

import access
from ui.page import view
from ui.page.menu import entry

PAGE = "data/trace"
WORDS = "Where this comes from"


def offered() -> bool:
    """Whether the reader is told of files and rows: inside the force, in a role that opens the page."""
    reader = access.identify()
    return bool(reader.internal) and access.may_open(reader, PAGE)


def address(
    metric: str, unit: str | None = None, family: str | None = None, month: date | None = None
) -> str:
    """The address of the rows behind a measure, for the force and units in view; "" if not offered.

    `month`: None for the month in view.
    """
    seen = view.current()
    if not (metric and seen.month and offered()):
        return ""
    asked = {
        "metric": metric,
        "force": seen.force,
        "month": f"{month or seen.month:%Y-%m}",
        "units": seen.group if seen.group != view.ALL else None,
        "unit": unit,
        "family": family,
    }
    return f"{entry(PAGE).url_path}?{urlencode({name: said for name, said in asked.items() if said})}"


def link(to: str, of: str) -> str:
    """The link as HTML, named for those who hear it by what it is `of`; nothing without an address."""
    if not to:
        return ""
    return (
        f'<a class="ppu-from" href="{escape(to)}" target="_self">{WORDS}'
        f'<span class="ppu-sr">: {escape(of)}</span></a>'
    )
