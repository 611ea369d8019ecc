"""What is said of people who are in more than one unit: counted in each of them, and once in the force."""

from analysis.disclosure import NotShown
from metrics.in_two_units import InTwoUnits
from ui.findings.series import plain
from ui.parts.wording import number, plural


def in_each(people: float | NotShown | None) -> str:
    """Beside a count over several units: how many of the people are counted in each of two or more."""
    if isinstance(people, NotShown):
        return f"{people} people in two units in each"
    return f"{plural(people, 'person', 'people')} in two units in each" if people else ""


def once(places: object, found: InTwoUnits | None) -> str:
    """How many people there are where each is counted once, beside the sum over units: `places`, headcount.

    Nothing where the sum or who is in two units is not known or not shown.
    """
    total = plain(places)
    if total is None or found is None:
        return ""
    if not found.too_often:
        return f"{plural(total, 'person', 'people')} at the month end, each in one unit."
    people = total - found.too_often
    twice = plural(found.people, "person is", "people are")
    return (
        f"{plural(people, 'person', 'people')} at the month end, each counted once: {twice} in two units or "
        f"more, so that the units add up to {number(total)}."
    )
