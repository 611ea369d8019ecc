"""A scenario as a sheet that recomputes: its middle case month by month, each number once as an input.

It is the middle case of analysis.scenario.middle, formula by formula. What was left empty is not in the sheet
and cannot be filled in there; the fans do not recompute in a workbook.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from analysis.assumptions import Assumption
from analysis.scenario import BY_ID, Inputs, Scenario, lacking
from analysis.scenario.draws import mean_rate
from analysis.scenario.middle import Month, middle
from exports.document import LiveCell, LiveSheet, LiveTable
from exports.live_scenario_bounds import bounded
from exports.live_scenario_ends import ends
from exports.live_scenario_months import columns

Row = tuple[str | date | LiveCell, ...]
# What an empty number means, where the formulas need one in its place.
NEUTRAL = {
    "extra_posts": 0.0,
    "leavers_cut": 0.0,
    "change_month": 1.0,
    "overtime_hours": 0.0,
    "closable": 1.0,
}


@dataclass(frozen=True)
class Parts:
    """Which parts of the middle case the sheet holds."""

    pipeline: bool
    accredited: bool
    work: bool
    cost: bool
    overtime: bool


def parts_of(inputs: Inputs) -> Parts:
    """The parts that nothing lacks; overtime where there are no pounds, or its hours have a cost."""
    work, cost = not lacking(inputs, "work"), not lacking(inputs, "cost")
    overtime = work and (not cost or inputs.has("overtime_cost"))
    return Parts(bool(inputs.intakes), not lacking(inputs, "accredited"), work, cost, overtime)


def live_scenario(inputs: Inputs, found: Scenario, months: tuple[date, ...], name: str) -> LiveSheet | None:
    """The middle case of a scenario; None where people cannot be reckoned.

    `months` are the month ends from that of the figures on, one more than the months looked ahead. Cells of
    inputs are named as their questions, those of months with the number of the month: deployable_12.
    """
    if lacking(inputs, "people"):
        return None
    parts, reckoned = parts_of(inputs), middle(inputs)
    tables = [LiveTable("Assumptions", HEADINGS, tuple(_assumptions(inputs, parts)))]
    if parts.pipeline:
        tables.append(_intakes(inputs))
    tables += [_once(inputs, parts), _by_month(inputs, parts, reckoned, months)]
    tables += ends(inputs, parts.work, reckoned)
    bound = (bounded(table, inputs.months) for table in tables)
    return LiveSheet("Scenario", tuple(_notes(name, inputs, found, parts)), tuple(bound))


HEADINGS = ("What is assumed", "Value", "Unit", "Lowest", "Highest", "Source", "Set by", "Set on")
EMPTY = "Left empty, which means this"
AS_OTHERS = "No posts are added: as the other posts, until the cost of their role is written here"
METHOD = "The method of the fans: a count of few years says little of a rate"


def _notes(name: str, inputs: Inputs, found: Scenario, parts: Parts) -> Iterator[str]:
    yield f"{name}. The middle case: every number at its value, people in parts, no luck."
    low, high = found.changed.deployable.low[-1], found.changed.deployable.high[-1]
    yield (
        f"Of {found.runs:,} runs (seed {found.seed}) eight in ten end with {low:.1f} to {high:.1f} FTE "
        "deployable. That range does not change with this sheet."
    )
    nobody = ", and 0 people in each intake" if inputs.intakes else ""
    yield (
        f"Shares are written as shares of 1. For doing nothing write {inputs.months + 1} beside "
        f"“{BY_ID['change_month'].title}”{nobody}: an absence of 0 would be nobody away."
    )
    if parts.work and not parts.overtime:
        yield "Overtime is not in this sheet: what an hour of it costs was left empty."


def _assumptions(inputs: Inputs, parts: Parts) -> Iterator[Row]:
    for each in inputs.answers:
        yield _row(each)
    needed = {"extra_posts", "leavers_cut", "change_month"}
    needed |= {"closable"} if parts.work else set()
    needed |= {"overtime_hours"} if parts.overtime else set()
    for name in NEUTRAL:
        if name in needed and not inputs.has(name):
            asked = BY_ID[name]
            yield _unset(asked.title, LiveCell(name, NEUTRAL[name], decimals=0), asked.unit, EMPTY)
    if parts.cost and not inputs.has("extra_post_cost"):
        asked, cost = BY_ID["extra_post_cost"], inputs.value("post_cost")
        yield _unset(asked.title, LiveCell(asked.id, cost, "={post_cost}", 0), asked.unit, AS_OTHERS)
    half = 0.0 if "leavers" in inputs.certain else 0.5
    what = "Added to leavers, since a count of few years says little of a rate"
    yield _unset(what, LiveCell("leavers_more", half, decimals=1), "people", METHOD)
    if parts.work:
        half = 0.0 if "new_cases" in inputs.certain else 0.5
        yield _unset("Added to new cases", LiveCell("cases_more", half, decimals=1), "cases", METHOD)


def _row(each: Assumption) -> Row:
    """An assumption as the page prints it: value, range, unit, source, who and when."""
    cell = LiveCell(each.id, each.value, decimals=_decimals(each.value))
    ends = (f"{each.low:g}", f"{each.high:g}") if each.low < each.high else ("fixed", "fixed")
    day = each.set_on or "not written down"
    return each.title, cell, each.unit, *ends, each.source, each.set_by, day


def _unset(title: str, cell: LiveCell, unit: str, why: str) -> Row:
    """A number that nobody set: what stands in its place, and why."""
    return title, cell, unit, "fixed", "fixed", why, "this product", "with every scenario"


def _decimals(value: float) -> int:
    return next((n for n in (0, 1, 2, 3) if abs(value - round(value, n)) < 1e-9), 4)


def _intakes(inputs: Inputs) -> LiveTable:
    rows = tuple(
        (
            f"Intake {n}",
            LiveCell(f"intake_month_{n}", each.month, decimals=0),
            LiveCell(f"intake_people_{n}", each.number, decimals=0),
        )
        for n, each in enumerate(inputs.intakes, start=1)
    )
    return LiveTable("People advertised for", ("Intake", "Month from now", "People"), rows)


def _once(inputs: Inputs, parts: Parts) -> LiveTable:
    """What is reckoned once out of the assumptions."""
    leave = min(mean_rate(inputs, "leavers", inputs.value("leaver_months")), 1.0)
    away = "=IF({in_post}>0,MIN(MAX(1-{deployable}/{in_post},0),1),0)"
    rate = "=MIN(({leavers}+{leavers_more})/{leaver_months},1)"
    rows = [
        ("Share of people in post who are away now", LiveCell("absence", inputs.absence, away, 4)),
        ("Share who leave in a month", LiveCell("leave", leave, rate, 5)),
    ]
    if parts.accredited:
        share = "=IF({deployable}>0,MIN({accredited}/{deployable},1),0)"
        rows.append(
            ("Share of deployable who are accredited", LiveCell("ready", inputs.accredited_share, share, 4))
        )
    if parts.pipeline:
        stages = ("advertise", "vet", "post")
        lead = "=" + "+".join(f"{{{stage}_months}}" for stage in stages)
        through = "=" + "*".join(f"{{{stage}_pass}}" for stage in stages)
        rows.append(("Months from advertising to post", LiveCell("lead", inputs.lead, lead, 0)))
        rows.append(("Share who come to be posted", LiveCell("reach", inputs.reach_post, through, 4)))
    if parts.cost and inputs.has("starters_outside"):
        share = "=IF({starters}>0,MIN({starters_outside}/{starters},1),0)"
        rows.append(
            (
                "Share of starters recruited from outside",
                LiveCell("recruited", inputs.recruited_share, share, 4),
            )
        )
    if parts.work:
        new = mean_rate(inputs, "new_cases", 12.0)
        rows.append(("New cases a month now", LiveCell("new", new, "=({new_cases}+{cases_more})/12", 2)))
    return LiveTable("Reckoned once", ("What", "Value"), tuple(rows))


def _by_month(
    inputs: Inputs, parts: Parts, reckoned: tuple[Month, ...], months: tuple[date, ...]
) -> LiveTable:
    made = columns(inputs, parts, reckoned)
    rows = tuple(
        (months[n], *(column.cell(n, reckoned) for column in made)) for n in range(inputs.months + 1)
    )
    return LiveTable("Month by month", ("Month ending", *(column.title for column in made)), rows)
