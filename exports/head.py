"""What every document says of itself: in full on a page of its own, and short at the foot of each page."""

from datetime import UTC

from charts.words import month_name
from exports.document import Document, Head

MODES = {
    "internal": "Internal: for people inside the force",
    "publication": "Publication: small counts of people are hidden, and what would give them away",
}
NONE = ("None.",)


def facts(document: Document) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each thing to know of the figures, and what is said of it."""
    head = document.head
    synthetic = (("Synthetic", ("The figures are synthetic: no real force, person or case.",)),)
    return (
        ("Force", (head.force,)),
        ("Units", (head.units,)),
        ("Month ending", (day(head),)),
        ("Marking", (head.marking,)),
        ("For", (document.audience,)),
        ("Published figures", (f"Publication {head.publication}",)),
        ("Mode", (MODES.get(head.mode, head.mode),)),
        ("Coverage", head.coverage or NONE),
        ("Held back by the checks", head.held_back or NONE),
        ("Accepted warnings", head.accepted or NONE),
        ("Made by", (f"{head.made_by}, {made_at(head)}",)),
        *(synthetic if head.synthetic else ()),
    )


def foot(document: Document) -> str:
    """One line for the foot of each page, slide and sheet."""
    head = document.head
    synthetic = " · synthetic data" if head.synthetic else ""
    place = f"{head.force} · {month_name(head.month_end)} · publication {head.publication}"
    return f"{place} · {head.mode}{synthetic}"


def under_title(document: Document) -> str:
    """The line under the title: force, units and month."""
    head = document.head
    return f"{head.force} · {head.units} · month ending {day(head)}"


def day(head: Head) -> str:
    """The last day of the figures in words."""
    return f"{head.month_end.day} {head.month_end:%B %Y}"


def made_at(head: Head) -> str:
    """When the document was made: 6 October 2026, 09:30 UTC."""
    made = head.made_at if head.made_at.tzinfo is None else head.made_at.astimezone(UTC)
    return f"{made.day} {made:%B %Y, %H:%M} UTC"
