"""The filter that narrows a page to one unit; the address holds its code."""

from ui.page import filters
from ui.page.open_page import Page
from ui.parts import states

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
    say_unknown("All units in view are" if picked == ALL else f"{page.unit_title(picked)} is")
    return None if picked == ALL else picked


def say_unknown(shown: str) -> None:
    """Said where the address asks for a unit that is not in view; `shown` is what stands here instead."""
    if asked := filters.unknown("unit"):
        states.note(
            f"{shown} shown instead. Choose another under Unit.",
            lead=f"No unit in view has the code {asked}.",
        )
