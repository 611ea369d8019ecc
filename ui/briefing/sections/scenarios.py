"""Scenarios: those that were saved, each beside doing nothing, with every number it rests on."""

from dataclasses import replace

import pandas as pd

from exports.document import Block, Chart, LiveSheet
from exports.live_scenario import live_scenario
from store.scenarios import Saved
from ui.briefing.seen import Seen, findings, paragraphs, table
from ui.case import scenario_rerun, scenario_saved, scenario_start
from ui.findings.scenario import kept as words
from ui.findings.scenario import numbers, outcome
from ui.parts.wording import month_name, plural

MOST = 3
NONE = (
    "No scenario has been saved for these units. Scenarios are worked out and saved on the page Scenarios. "
    "Until then the document has no such part."
)
HELD = (
    "Not shown to readers outside the force, because a figure that they start from is not shown to them "
    "either (a group of under 5 people, or those who joined one unit): {}."
)


def chosen(seen: Seen) -> list[Saved]:
    """The newest saved scenarios of these units that may be shown, at most three; one in a brief."""
    return [each for each in _of(seen) if not scenario_saved.is_hidden(seen.page, each)][
        : 1 if seen.is_brief else MOST
    ]


def _of(seen: Seen) -> list[Saved]:
    """Those built on figures of no later month, of the unit or of several."""
    page = seen.page
    every = scenario_saved.standing(page).values()
    known = [each for each in every if page.month and each.draft.month_end <= page.month]
    return [each for each in known if seen.unit is None or each.draft.units == (seen.unit,)]


def blocks(seen: Seen) -> tuple[Block, ...]:
    """Each scenario: what it comes to, its fans, the end in figures, what it rests on; none where none is."""
    shown = chosen(seen)
    held = sum(scenario_saved.is_hidden(seen.page, each) for each in _of(seen))
    said = paragraphs(HELD.format(plural(held, "saved scenario")) if held else "")
    if not shown:
        return said
    return (*(block for each in shown for block in _one(seen, each)), *said)


def _one(seen: Seen, saved: Saved) -> tuple[Block, ...]:
    inputs, found = words.read(saved)
    month = saved.draft.month_end
    units = scenario_start.units_said(seen.page, saved.draft.units)
    built = f"{saved.draft.name}: {words.built_on(saved, units)}"
    since = scenario_rerun.outdated(seen.page, saved)
    fans = [Chart(model, decimals=model.decimals) for _, model in outcome.fans(inputs, found, month)]
    said = (outcome.headline(inputs, found, month), *outcome.sentences(inputs, found))
    head = (*paragraphs(f"{built} {since}".strip()), *findings(*said), *fans[: 1 if seen.is_brief else None])
    if seen.is_brief:
        return head
    end = month_name(numbers.ahead(month, inputs.months)[-1])
    caption = f"Scenario {saved.id}, {saved.draft.name}: middle and eight runs in ten, {end}"
    return (
        *head,
        *paragraphs(*outcome.needs(inputs)),
        *table(caption, outcome.summary(inputs, found), 1, outcome.fans_say(found.runs)),
        *table(f"Assumptions of scenario {saved.id}, {saved.draft.name}", numbers.table(inputs)),
    )


def assumed(seen: Seen) -> tuple[pd.DataFrame, ...]:
    """Every assumption of each that is shown."""
    return tuple(numbers.table(words.read(saved)[0]) for saved in chosen(seen))


def live(seen: Seen) -> tuple[LiveSheet, ...]:
    """The middle case of each as a sheet that recomputes."""
    found = []
    for saved in chosen(seen):
        inputs, result = words.read(saved)
        months = numbers.ahead(saved.draft.month_end, inputs.months)
        name = f"Scenario {saved.id}, {saved.draft.name}"
        sheet = live_scenario(inputs, result, months, name)
        found += [replace(sheet, title=f"Scenario {saved.id}")] if sheet else []
    return tuple(found)
