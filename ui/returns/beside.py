"""What came beside the monthly returns: recorded demand, budgets, the cost of posts. None is waited for."""

from ui.figures import session
from ui.page.open_page import Page
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.returns import beside_words as words


def beside(page: Page) -> None:
    """A table of what stands, for the force and the units in view; nothing where none of it was ever sent."""
    units = {unit.code: unit.title for unit in page.units}
    rows = session.query("sent_beside", {"force": page.force}, page.world.file)
    found = words.seen([(d, u, a, b, n, at, load) for d, u, a, b, n, at, load in rows], units)
    if not found:
        return
    section(
        "Beside the monthly returns",
        "Recorded demand, budgets and the cost of posts come when there are new ones; no month is missing "
        "without them.",
    )
    plain_table(words.table(found, units), "What stands beside the monthly returns", cards=True)
