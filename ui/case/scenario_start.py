"""The published figures that a scenario starts from, of a unit or all in view, as a reader may see them."""

from datetime import date

import pandas as pd

from settings.model import Line, WorkingTime
from ui.figures import session
from ui.figures.kept import once
from ui.findings.scenario import post_costs, starts
from ui.findings.scenario.post_costs import PostCost
from ui.findings.scenario.starts import ASKED, Start
from ui.findings.series import at
from ui.page.open_page import Page
from ui.parts.wording import day

MONTH = ("month_end",)
PEOPLE = (
    ("in_post", "staffing/in_post_fte", "in post"),
    ("deployable", "staffing/deployable_fte", "deployable"),
    ("accredited", "staffing/deployable_accredited_fte", "deployable and accredited"),
    ("funded", "staffing/funded_fte", "funded posts"),
)
RATIO = "pressure/workload_per_hour"
LINES = {RATIO: "workload", "pressure/open_per_deployable_carrier": "open_per_carrier"}
APPROVED = "approved"


@once
def started(page: Page, unit: str | None, family: str) -> dict[str, Start]:
    """Every number that a return or the force's settings give, by id; each hidden or missing one says why."""
    month, where = page.month, place(page, unit)
    found = [
        starts.people(name, _of(page, metric, unit), month, what, where) for name, metric, what in PEOPLE
    ]
    found += starts.leavers(_of(page, "attrition/left_unit_12m", unit), month, where)
    year = _year(page)
    found.append(
        starts.of_a_year("starters", _of(page, "attrition/joiners_month", unit, year), year, "joined", where)
    )
    found += _work(page, unit, family, where)
    found += [_hours(page), _line(page, unit, family), _post_cost(page, unit, where)]
    return {each.id: each for each in found}


def line_of(page: Page, unit: str | None, family: str) -> str:
    """What the force's own line is a line of; hours of work where it has set none."""
    line = _own_line(page, unit, family)
    return LINES[line.metric] if line else "workload"


def place(page: Page, unit: str | None) -> str:
    """Whose figures: a unit by its title, or how many units."""
    return page.unit_title(unit) if unit else f"{len(page.scope)} units in view"


def _of(
    page: Page, metric: str, unit: str | None, months: tuple[date, ...] = (), family: str = ""
) -> pd.DataFrame:
    only = None if months else page.month
    where = {"work_family": (family,)} if family else None
    return page.metric(metric, by=MONTH, only=only, where=where, unit=unit)


def costs(page: Page) -> tuple[PostCost, ...]:
    """What a post of each role costs, as published and as it holds in the month; none before it was sent."""
    file = page.world.file
    if not file or not session.query("has_post_cost", file=file)[0][0]:
        return ()
    rows = session.query("post_costs", {"force": page.force, "day": page.month}, file)
    return tuple(PostCost(*row) for row in rows)


def _post_cost(page: Page, unit: str | None, where: str) -> Start:
    by = ("role", "worker_type", *MONTH)
    in_post = page.metric("staffing/in_post_fte", by=by, only=page.month, unit=unit)
    return post_costs.start(costs(page), in_post, page.month, where)


def _year(page: Page) -> tuple[date, ...]:
    """The twelve month ends up to the chosen one, whether returns came or not."""
    return tuple(end.date() for end in pd.date_range(end=pd.Timestamp(page.month), periods=12, freq="ME"))


def _work(page: Page, unit: str | None, family: str, where: str) -> list[Start]:
    """Open and new cases of a family of work, and the hours that one takes by the approved weights."""
    month, year, what = page.month, _year(page), f"{where}, {family}"
    new = starts.of_a_year(
        "new_cases", _of(page, "pressure/new", unit, year, family), year, "new cases", what
    )
    open_frame = _of(page, "pressure/open", unit, family=family)
    parts = [_of(page, f"{RATIO}{end}", unit, family=family) for end in ("", "_low", "_high")]
    value = at(open_frame, month, "numerator")
    source = f"Published: open cases, {what}, {day(month)}"
    opened = starts.made("open_cases", value, source, month)
    return [opened, new, starts.case_hours(parts, new, month, what)]


def _hours(page: Page) -> Start:
    """Hours of a full-time post: the force's approved working year."""
    years = page.force_settings.working_time if page.force_settings else ()
    year: WorkingTime | None = next(
        (y for y in years if y.status == APPROVED and y.holds_on(page.month)), None
    )
    if year is None:
        return Start("fte_hours", None, ASKED)
    hours = year.available_hours
    source = f"Settings: hours contracted less hours lost. {year.source}"
    return Start(
        "fte_hours", starts.answer("fte_hours", hours, hours, hours, source, year.set_by, year.set_on)
    )


def _line(page: Page, unit: str | None, family: str) -> Start:
    line = _own_line(page, unit, family)
    if line is None:
        return Start("line", None, "The force has set none that holds here. Type one and its source.")
    source = f"Settings: the force's line. {line.why}"
    return Start(
        "line",
        starts.answer("line", line.level, line.level, line.level, source, line.set_by, line.valid_from),
    )


def _own_line(page: Page, unit: str | None, family: str) -> Line | None:
    """The force's line for the workload, else for open work for each carrier, where one holds."""
    kinds = {u.type for u in page.units if unit in (None, u.code)}
    kind = kinds.pop() if len(kinds) == 1 else None
    held = [
        line
        for line in (page.force_settings.lines if page.force_settings else ())
        if line.metric in LINES
        and line.holds_on(page.month)
        and line.work_family in (None, family)
        and line.unit_type in (None, kind)
    ]
    best = sorted(
        held, key=lambda line: (line.metric != RATIO, line.work_family is None, line.unit_type is None)
    )
    return best[0] if best else None


def units_said(page: Page, codes: tuple[str, ...]) -> str:
    """Units by their titles; none named is all of the force."""
    return ", ".join(page.unit_title(code) for code in codes) or "all units"
