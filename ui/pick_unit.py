"""The filter that narrows a page to one unit; the address holds its code."""

from ui import filters
from ui.open_page import Page

ALL = "all"


def pick_unit(page: Page) -> str | None:
    """One of the units in view, or None for all of them."""
    codes = [ALL, *(each.code for each in page.units)]
    picked = filters.choose(
        "Unit",
        codes,
        "unit",
        width=280,
        title=lambda code: "All units in view" if code == ALL else page.unit_title(code),
    )
    return None if picked == ALL else picked
