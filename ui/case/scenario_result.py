"""What a scenario comes to, on the page: sentences, fans with and without the changes, its assumptions."""

from datetime import date

import streamlit as st

from analysis.scenario import RUNS, Inputs, Scenario, simulate
from ui.findings.scenario import numbers, outcome
from ui.page.open_page import Page
from ui.parts.chart import show_chart
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.said import say
from ui.parts.section import section
from ui.parts.wording import month_name

SEED = 1
NOTE = "The other numbers stand as they were given. Nothing is discounted."


def worked_out(inputs: Inputs, seed: int = SEED) -> Scenario:
    """The scenario's runs, worked out once for the same inputs; says so while it takes its time."""
    with st.spinner(f"Working out {RUNS:,} runs of {inputs.months} months, twice ..."):
        return _simulated(repr((inputs, seed)), inputs, seed)


@st.cache_resource(max_entries=50, show_spinner=False)
def _simulated(asked: str, _inputs: Inputs, seed: int) -> Scenario:
    """Kept by the inputs in words."""
    return simulate(_inputs, seed)


def answers(inputs: Inputs, found: Scenario) -> None:
    """The findings in words, and what is not given and why."""
    for text in (*outcome.sentences(inputs, found), *outcome.needs(inputs)):
        say(text)


def pictures(page: Page, inputs: Inputs, found: Scenario, month: date) -> None:
    """A fan for each measure, with the changes and doing nothing."""
    for name, model in outcome.fans(inputs, found, month):
        show_chart(model, f"scenario_{name}", notes=page_notes(page), decimals=model.decimals)


def tables(page: Page, inputs: Inputs, found: Scenario, month: date) -> None:
    """The end in figures, and every assumption that it rests on."""
    section("At the end, in figures", outcome.fans_say(found.runs))
    frame = outcome.summary(inputs, found)
    end = month_name(numbers.ahead(month, inputs.months)[-1])
    caption = f"Middle and eight runs in ten, {end}"
    plain_table(frame, caption, cards=True)
    downloads(frame, caption, "scenario_end", page_notes(page))
    section("What it rests on", "Each number with its range, source, who gave it and when.")
    table = numbers.table(inputs)
    plain_table(table, "Assumptions of this scenario", cards=True)
    downloads(table, "Assumptions of this scenario", "scenario_assumptions", page_notes(page))
