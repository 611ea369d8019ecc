"""The published figures that a scenario starts from, of a unit or all in view, as a reader may see them."""

from dataclasses import replace
from datetime import date

import pandas as pd

from ui.case import scenario_settings
from ui.case.carried import MONTH, NEW, Carried, carried_of
from ui.case.scenario_settings import RATIO
from ui.figures import session
from ui.figures.kept import once
from ui.findings.scenario import post_costs, starts
from ui.findings.scenario.post_costs import PostCost
from ui.findings.scenario.starts import Start
from ui.findings.series import at, plain, things
from ui.page.open_page import Page
from ui.parts.wording import day, join

IN_POST, OPEN = "staffing/in_post_fte", "pressure/open"
LEFT_UNIT, LEFT_ALL = "attrition/left_unit_12m", "attrition/left_public_protection_12m"
JOINED, JOINED_ALL = "attrition/joiners_month", "attrition/joined_public_protection_12m"
PEOPLE = (
    ("in_post", IN_POST, "in post"),
    ("deployable", "staffing/deployable_fte", "deployable"),
    ("accredited", "staffing/deployable_accredited_fte", "deployable and accredited"),
    ("funded", "staffing/funded_fte", "funded posts"),
)
APPROVE = "Approve hours for the others too, choose one unit, or type a number and its source."
OF_RETURNS = (
    "in_post", "deployable", "accredited", "funded", "leavers", "leaver_months", "starters",
    "starters_outside", "open_cases", "new_cases", "case_hours", "post_cost",
)  # fmt: skip


@once
def started(page: Page, unit: str | None, family: str) -> dict[str, Start]:
    """Every number that a return or the force's settings give, by id; each hidden or missing one says why.

    People, posts, leavers and work are of the same units, and people of the roles that carry the work.
    """
    of = carried_of(page, unit, family)
    if not of.units:
        why = f"{place(page, unit)} had no {things(family)} in twelve months. Choose its work under Work."
        found = [Start(name, None, why) for name in OF_RETURNS]
    else:
        found = [*_people(page, of), *_moving(page, of), *_work(page, of)]
        found.append(_post_cost(page, of, found[0]))
    found += [scenario_settings.hours(page), scenario_settings.line(page, unit, family)]
    return {each.id: each for each in found}


def whose(page: Page, unit: str | None, family: str) -> str:
    """Whose people and work it is; nothing where there is no such work."""
    of = carried_of(page, unit, family)
    return f"People and posts: {of.people}. Work: {of.work}." if of.units else ""


def _people(page: Page, of: Carried) -> list[Start]:
    """FTE now."""
    return [
        of.whole(page, starts.people(name, of.read(page, metric), page.month, what, of.people), metric)
        for name, metric, what in PEOPLE
    ]


def _moving(page: Page, of: Carried) -> list[Start]:
    """Who leaves and who comes: for several units, moves between units of public protection are neither."""
    month, metric, left = page.month, LEFT_UNIT, "the unit"
    if not of.one:
        metric, left = LEFT_ALL, "public protection"
    gone = starts.leavers(of.read(page, metric), month, of.people, left)
    found = [of.whole(page, each, metric) for each in gone]
    outside = "starters_outside" if of.one else "starters"
    if of.one:
        year = _year(page)
        came = starts.of_a_year("starters", of.read(page, JOINED, year), year, "joined", of.people)
        found.append(of.whole(page, came, JOINED, year))
    came = starts.joined(of.read(page, JOINED_ALL), month, outside, of.people)
    return [*found, of.whole(page, came, JOINED_ALL)]


def place(page: Page, unit: str | None) -> str:
    """Whose figures: a unit by its title, or how many units."""
    return page.unit_title(unit) if unit else f"{len(page.scope)} units in view"


def costs(page: Page) -> tuple[PostCost, ...]:
    """What a post of each role costs, as published and as it holds in the month; none before it was sent."""
    file = page.world.file
    if not file or not session.query("has_post_cost", file=file)[0][0]:
        return ()
    rows = session.query("post_costs", {"force": page.force, "day": page.month}, file)
    return tuple(PostCost(*row) for row in rows)


def _post_cost(page: Page, of: Carried, in_post: Start) -> Start:
    """The mean cost of those in post; none where they are not known of every unit."""
    if in_post.answer is None and not in_post.is_hidden:
        return replace(in_post, id="post_cost")
    by = ("role", "worker_type", *MONTH)
    return post_costs.start(costs(page), of.read(page, IN_POST, by=by), page.month, of.people)


def _year(page: Page) -> tuple[date, ...]:
    """The twelve month ends up to the chosen one, whether returns came or not."""
    return tuple(end.date() for end in pd.date_range(end=pd.Timestamp(page.month), periods=12, freq="ME"))


def _work(page: Page, of: Carried) -> list[Start]:
    """Open and new cases of a family of work, and the hours that one takes by the approved weights."""
    month, year, what = page.month, _year(page), of.work
    new = starts.of_a_year("new_cases", of.read(page, NEW, year), year, "new cases", what)
    value = at(of.read(page, OPEN), month, "numerator")
    opened = starts.made("open_cases", value, f"Published: open cases, {what}, {day(month)}", month)
    return [of.whole(page, opened, OPEN), of.whole(page, new, NEW, year), _case_hours(page, of)]


def _case_hours(page: Page, of: Carried) -> Start:
    """Hours of a case: hours and cases of the same units; not filled in where some have no approved hours."""
    frame = of.read(page, RATIO, by=(*MONTH, "unit"))
    known = {unit for unit, hours in zip(frame["unit"], frame["numerator"], strict=True) if plain(hours)}
    some = replace(of, units=tuple(each for each in of.units if each.code in known))
    if not some.units:
        return Start("case_hours", None, starts.ASKED)
    month, year = page.month, _year(page)
    what = of.work if len(some.units) == len(of.units) else join(each.title for each in some.units)
    parts = [some.read(page, f"{RATIO}{end}") for end in ("", "_low", "_high")]
    new = starts.of_a_year("new_cases", some.read(page, NEW, year), year, "new cases", what)
    found = starts.case_hours(parts, some.whole(page, new, NEW, year), month, what)
    if len(some.units) == len(of.units) or found.answer is None:
        return found
    told = f"There it is {found.answer.value:g}. {found.answer.source}. {APPROVE}"
    return starts.in_part(found, of.without(some), len(of.units), told)


def units_said(page: Page, codes: tuple[str, ...]) -> str:
    """Units by their titles; none named is all of the force."""
    return ", ".join(page.unit_title(code) for code in codes) or "all units"
