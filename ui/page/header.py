"""The head of a page: the finding in words, then whose figures they are and how far they can be relied on."""

from html import escape

from ui.figures.status import EXPECTED, Status
from ui.page import frame
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.wording import day, plural


def header(page: Page, headline: str, basis: str | None = None) -> None:
    """Draw the h1, the sub-line, the chips, and the notes that the state of the month calls for."""
    chips = "".join(f"<li>{chip}</li>" for chip in _chips(page.status))
    sub = escape(" · ".join([*subline(page), *([basis] if basis else [])]))
    frame.head().html(
        f'<div class="ppu-h"><div><h1>{escape(headline)}</h1><p class="ppu-sub">{sub}</p></div>'
        f'<ul class="ppu-chips" aria-label="State of the data">{chips}</ul></div>'
    )
    states.month_notes(page)


def subline(page: Page) -> list[str]:
    """Force, units covered and month: what every number on the page rests on."""
    return [
        force_name(page),
        *([_covered(page)] if page.scope else []),
        *([f"month ending {day(page.month)}"] if page.month else []),
    ]


def force_name(page: Page) -> str:
    """The force's name, and that its data are synthetic where they are; before its first load too."""
    forces = page.settings.forces
    force = page.force_settings or (forces[0] if page.force is None and len(forces) == 1 else None)
    if force is None:
        return page.force or "No force yet"
    return f"{force.name} (synthetic data)" if force.synthetic else str(force.name)


def _covered(page: Page) -> str:
    whole = len(page.world.units_of(page.force or ""))
    seen = len(page.scope)
    return plural(seen, "unit") if seen == whole else f"{seen} of {whole} units"


def _chips(status: Status) -> list[str]:
    if status.data_to is None:
        return ["No returns yet"]
    came = len(EXPECTED) - len(status.missing)
    found = len(status.findings)
    return [
        f"Data to <b>{status.data_to.day} {status.data_to:%b %Y}</b>",
        f"{came} of {len(EXPECTED)} expected sheets in",
        plural(found, "finding") if found else "no findings",
    ]
