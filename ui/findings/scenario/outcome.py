"""What a scenario comes to, in sentences, a table and fans: with the changes and doing nothing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.scenario import Fan, Inputs, Reach, Result, Scenario, do_nothing, lacking
from charts.two_fans import TwoFans, Way
from ui.findings.scenario.accredited import other_way
from ui.findings.scenario.money import money, post_taken_at, pounds
from ui.findings.scenario.numbers import ahead, titles, within
from ui.parts.wording import month_name, number

LINE_OF = {
    "workload": "hours of work for each hour",
    "open_per_carrier": "open cases for each deployable FTE",
}
PARTS = {
    "accredited": "Deployable and accredited people",
    "work": "Work and open cases",
    "cost": "Cost",
}


@dataclass(frozen=True)
class Shown:
    """A measure of the fans: how it is called, its basis, and how its figures are printed."""

    name: str
    title: str
    basis: str
    decimals: int = 1
    prefix: str = ""


MEASURES = (
    Shown("deployable", "Deployable", "FTE in the roles that carry the work, less those away"),
    Shown("accredited", "Deployable and accredited", "FTE"),
    Shown("workload", "Work for each hour available", "hours of new work for each hour", 2),
    Shown("open_cases", "Open cases", "cases", 0),
    Shown("open_per_carrier", "Open cases for each deployable FTE", "cases for each FTE"),
    Shown("cost", "Cost from now on", "pounds, added up month by month", 0, "£"),
)


def fans_say(runs: int) -> str:
    """What a fan is."""
    return (
        f"Eight of ten of {number(runs)} runs lie within each fan, and half of them under its line. Both "
        "ways meet the same luck."
    )


def headline(inputs: Inputs, found: Scenario, month: date) -> str:
    """The finding: people deployable at the end, with the changes and without."""
    end = month_name(ahead(month, inputs.months)[-1])
    with_changes, without = found.changed.deployable, found.nothing.deployable
    if changes_nothing(inputs):
        alone = f"Doing nothing: {number(without.middle[-1], 1)} FTE deployable in {end}"
        return f"{alone}{other_way(found, is_alone=True)}"
    return (
        f"{number(with_changes.middle[-1], 1)} FTE deployable in {end} with the changes, "
        f"{number(without.middle[-1], 1)} doing nothing{other_way(found, is_alone=False)}"
    )


def sentences(inputs: Inputs, found: Scenario) -> list[str]:
    """How sure, when back under the line, what it costs; each only where it can be said."""
    changed, nothing = found.changed, found.nothing
    ends = [f"{_range(result.deployable, 1)} FTE {way}" for result, way in _ways(inputs, found)]
    told = [f"At the end deployable people lie between {' and between '.join(ends)}, in eight runs of ten."]
    if changed.reach and nothing.reach:
        told += [
            f"{way[:1].upper()}{way[1:]}: {back(inputs, result.reach)}"
            for result, way in _ways(inputs, found)
            if result.reach
        ]
    if changed.meets:
        chances = " and ".join(
            f"{result.meets[-1]:.0%} {way}" for result, way in _ways(inputs, found) if result.meets
        )
        told.append(
            f"The chance of {number(inputs.value('required'), 1)} FTE deployable at the end is {chances}."
        )
    return told + too_late(inputs) + money(inputs, found, _ways(inputs, found))


def too_late(inputs: Inputs) -> list[str]:
    """Intakes that are paid for and end their training after the months looked at."""
    needs = inputs.lead + int(inputs.value("train_months"))
    return [
        f"The intake of month {each.month} ends its training in month {each.month + needs}, after the "
        f"{inputs.months} months looked at: it costs and adds nobody deployable."
        for each in inputs.intakes
        if each.month + needs > inputs.months
    ]


def changes_nothing(inputs: Inputs) -> bool:
    """Whether no change was given, so that there is one way alone."""
    return do_nothing(inputs) == inputs


def _ways(inputs: Inputs, found: Scenario) -> list[tuple[Result, str]]:
    if changes_nothing(inputs):
        return [(found.nothing, "doing nothing")]
    return [(found.changed, "with the changes"), (found.nothing, "doing nothing")]


def _range(fan: Fan, decimals: int) -> str:
    return f"{number(fan.low[-1], decimals)} and {number(fan.high[-1], decimals)}"


def back(inputs: Inputs, reach: Reach) -> str:
    """When the line is reached, and in how many runs."""
    line = f"the line of {line_said(inputs)}"
    if reach.share == 0:
        return f"no run comes under {line} within {inputs.months} months."
    if reach.low == reach.high == 0:
        return f"at or under {line} now, in every run that counts."
    middle = within(reach.middle, inputs.months)
    return (
        f"{reach.share:.0%} of the runs come under {line} within {inputs.months} months; half of all by "
        f"{middle} ({within(reach.low, inputs.months)} to {within(reach.high, inputs.months)})."
    ).replace("by not within", "not within")


def line_said(inputs: Inputs) -> str:
    """The line with its kind: `1 hours of work for each hour`."""
    level = inputs.value("line")
    words = LINE_OF[inputs.line_of]
    if level == 1:
        words = words.replace("hours of", "hour of").replace("open cases", "open case")
    return f"{number(level, 0 if float(level).is_integer() else 2)} {words}"


def needs(inputs: Inputs) -> list[str]:
    """What each part that is not given still needs."""
    found = ((title, lacking(inputs, part)) for part, title in PARTS.items())  # type: ignore[arg-type]
    told = [f"{title} still need {titles(gone)}." for title, gone in found if gone]
    told = [text.replace("Cost still need ", "Cost still needs ") for text in told]
    if not inputs.has("line") and not lacking(inputs, "work"):
        told.append(f"Months until back under the line still need {titles(['line'])}.")
    return told


def fans(inputs: Inputs, found: Scenario, month: date) -> list[tuple[str, TwoFans]]:
    """A picture for each measure that there is."""
    return [
        (each.name, _fan(each, inputs, found, month))
        for each in MEASURES
        if getattr(found.changed, each.name) is not None and getattr(found.nothing, each.name) is not None
    ]


def _fan(shown: Shown, inputs: Inputs, found: Scenario, month: date) -> TwoFans:
    ways = [
        Way(f.low, f.middle, f.high) for f in (getattr(r, shown.name) for r in (found.changed, found.nothing))
    ]
    months = ahead(month, inputs.months)
    own = shown.name == inputs.line_of and inputs.has("line")
    required = shown.name == "deployable" and inputs.has("required")
    line = ("Line", inputs.value("line")) if own else None
    line = ("Required", inputs.value("required")) if required else line
    return TwoFans(
        f"{shown.title}: {_ends(shown, ways)}",
        f"{shown.basis[:1].upper()}{shown.basis[1:]}{_included(shown, inputs)}",
        months, ways[0], ways[1], (fans_say(found.runs),), line, shown.decimals, shown.prefix,
        nearest=1000 if shown.prefix else 1,
    )  # fmt: skip


def _included(shown: Shown, inputs: Inputs) -> str:
    return f", {post_taken_at(inputs)}" if shown.name == "cost" else ""


def _ends(shown: Shown, ways: Sequence[Way]) -> str:
    last = [_figure(shown, way.middle[-1]) for way in ways]
    if ways[0] == ways[1]:
        return f"{last[1]} at the end, doing nothing"
    return f"{last[0]} at the end with the changes, {last[1]} doing nothing"


def _figure(shown: Shown, value: float) -> str:
    if not math.isfinite(value):
        return "nobody to carry it"
    return pounds(value) if shown.prefix else number(value, shown.decimals)


def summary(inputs: Inputs, found: Scenario, name: str = "") -> pd.DataFrame:
    """One row for each way, with the middle and the range of every measure at the end."""
    rows = []
    for result, way in _ways(inputs, found):
        label = f"{name} {way}" if name else f"{way[:1].upper()}{way[1:]}"
        fans_of = (getattr(result, each.name) for each in MEASURES)
        cells = [_cell(each, fan) for each, fan in zip(MEASURES, fans_of, strict=True)]
        each = pounds(result.cost_each[1]) if result.cost_each else "not given"
        rows.append((label, *cells, _reach_cell(inputs, result.reach), each))
    heads = [f"{each.title}" for each in MEASURES]
    last = ["Months until under the line", "Pounds for a deployable FTE-month"]
    return pd.DataFrame(rows, columns=["At the end", *heads, *last])


def _cell(shown: Shown, fan: Fan | None) -> str:
    if fan is None:
        return "not given"
    low, middle, high = (_figure(shown, part[-1]) for part in (fan.low, fan.middle, fan.high))
    return f"{middle} ({low} to {high})"


def _reach_cell(inputs: Inputs, reach: Reach | None) -> str:
    if reach is None:
        return "not given"
    when = within(reach.middle, inputs.months)
    return f"{when}, {reach.share:.0%} of runs get there; line of {line_said(inputs)}"
