"""What the force's settings give a scenario: the hours that a full-time post has for cases, and its line."""

from settings.model import Line
from ui.case.approved import approved_of
from ui.findings.scenario.starts import ASKED, Start, answer
from ui.page.open_page import Page
from ui.parts.wording import join, number

RATIO = "pressure/workload_per_hour"
LINES = {RATIO: "workload", "pressure/open_per_deployable_carrier": "open_per_carrier"}
NO_LINE = "The force has set none that holds here. Type one and its source."


def hours(page: Page) -> Start:
    """Hours of a full-time post for cases: the approved working year less the approved hours that go to no
    case, as People needed reckons it.
    """
    held = approved_of(page)
    if held.year is None:
        return Start("fte_hours", None, ASKED)
    year, left = held.year, round(held.year.available_hours * _for_cases(page), 1)
    source = f"Settings: hours contracted less hours lost, {number(year.available_hours)}{_less(page)}. "
    given = answer("fte_hours", left, left, left, f"{source}{year.source}", year.set_by, year.set_on)
    return Start("fte_hours", given)


def _less(page: Page) -> str:
    """What goes to no case, in words; "" where nothing is approved."""
    held = approved_of(page).allowances
    if not held:
        return ""
    return f", less {round(100 * (1 - _for_cases(page)), 1):g}% for {join(each.name for each in held)}"


def _for_cases(page: Page) -> float:
    """The share of hours for work that goes to cases."""
    return 1 - sum(each.percent for each in approved_of(page).allowances) / 100


def line(page: Page, unit: str | None, family: str) -> Start:
    """The force's own line. One of hours is of all hours for work, as on Pressure; a scenario has hours for
    cases alone, so it is restated for them: the same work reaches both.
    """
    held = own_line(page, unit, family)
    if held is None:
        return Start("line", None, NO_LINE)
    share = _for_cases(page) if held.metric == RATIO else 1.0
    level = held.level if share == 1 else round(held.level / share, 2)
    source = f"Settings: the force's line{_restated(held, share)}. {held.why}"
    return Start("line", answer("line", level, level, level, source, held.set_by, held.valid_from))


def _restated(held: Line, share: float) -> str:
    if share == 1:
        return ""
    return f" of {held.level:g} for each hour for work, of which {round(100 * share, 1):g}% are for cases"


def line_of(page: Page, unit: str | None, family: str) -> str:
    """What the force's own line is a line of; hours of work where it has set none."""
    held = own_line(page, unit, family)
    return LINES[held.metric] if held else "workload"


def own_line(page: Page, unit: str | None, family: str) -> Line | None:
    """The force's line for the workload, else for open work for each carrier, where one holds."""
    kinds = {u.type for u in page.units if unit in (None, u.code)}
    kind = kinds.pop() if len(kinds) == 1 else None
    held = [
        each
        for each in (page.force_settings.lines if page.force_settings else ())
        if each.metric in LINES
        and each.holds_on(page.month)
        and each.work_family in (None, family)
        and each.unit_type in (None, kind)
    ]
    best = sorted(
        held, key=lambda each: (each.metric != RATIO, each.work_family is None, each.unit_type is None)
    )
    return best[0] if best else None
