"""Saved scenarios in words: what each is called, on which figures it was built, and several side by side."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from analysis.scenario import Inputs, Scenario
from analysis.scenario.plain import to_inputs, to_scenario
from store.scenarios import Saved
from ui.findings.scenario import outcome
from ui.findings.scenario.starts import RETURNS, Start
from ui.parts.wording import day, month_name

# The numbers that published figures give, which a rerun takes anew.
PUBLISHED = (
    "in_post", "deployable", "accredited", "funded", "leavers", "leaver_months", "starters", "open_cases",
    "new_cases", "post_cost",
)  # fmt: skip


def title(saved: Saved) -> str:
    """How a saved scenario is called in a list."""
    return f"{saved.draft.name} ({saved.by}, {day(date.fromisoformat(saved.at[:10]))})"


def built_on(saved: Saved, units: str) -> str:
    """Whose figures of which month, and which publication of them."""
    again = f" It reran scenario {saved.draft.rerun_of}." if saved.draft.rerun_of else ""
    return (
        f"Scenario {saved.id}, {units}, built on {month_name(saved.draft.month_end)} data, publication "
        f"{saved.draft.publication_id}.{again}"
    )


def older(saved: Saved, month: date | None) -> str:
    """Said where newer figures than those it was built on are in view; nothing otherwise."""
    if month is None or month <= saved.draft.month_end:
        return ""
    built = month_name(saved.draft.month_end)
    return f"Built on {built} data; rerun with {month_name(month)}? Both are kept."


def rerun(saved: Saved, starts: Mapping[str, Start]) -> tuple[Inputs, tuple[str, ...]]:
    """The same scenario on the figures of now, and the ids of the figures that cannot be had now.

    Only numbers that came from the returns are taken anew; what a person typed stands.
    """
    inputs = to_inputs(saved.draft.inputs)
    answers, gone = [], []
    for each in inputs.answers:
        if each.id not in PUBLISHED or each.set_by != RETURNS:
            answers.append(each)
            continue
        now = starts.get(each.id)
        if now is None or now.answer is None:
            gone.append(each.id)
        else:
            answers.append(now.answer)
    return replace(inputs, answers=tuple(answers)), tuple(gone)


def rests_on_published(plain: Mapping[str, Any]) -> frozenset[str]:
    """The ids of those of its numbers that came from the returns."""
    return frozenset(a["id"] for a in plain["answers"] if a["id"] in PUBLISHED and a["set_by"] == RETURNS)


def read(saved: Saved) -> tuple[Inputs, Scenario]:
    """The inputs and the result as they were saved."""
    return to_inputs(saved.draft.inputs), to_scenario(saved.draft.result)


def side_by_side(chosen: Sequence[Saved]) -> pd.DataFrame:
    """Each scenario with its changes, and doing nothing under it; the same doing nothing stands once."""
    frames = []
    for saved in chosen:
        inputs, found = read(saved)
        frames.append(outcome.summary(inputs, found, saved.draft.name))
    table = pd.concat(frames, ignore_index=True)
    nothing = table["At the end"].str.endswith("doing nothing")
    figures = list(table.columns[1:])
    if nothing.sum() > 1 and len(table[nothing].drop_duplicates(figures)) == 1:
        once = table[nothing].head(1).assign(**{"At the end": "Doing nothing"})
        table = pd.concat([table[~nothing], once], ignore_index=True)
    return table


def months_differ(chosen: Sequence[Saved]) -> str:
    """Said where the scenarios compared do not begin or end together."""
    starts = {saved.draft.month_end for saved in chosen}
    lengths = {saved.draft.inputs["months"] for saved in chosen}
    if len(starts) < 2 and len(lengths) < 2:
        return ""
    return (
        "They begin in different months or look ahead for different times: their ends are not the same day."
    )


def in_reach(saved: Saved, units: Collection[str], whole: Collection[str]) -> bool:
    """Whether all of its units are among the reader's; one of the whole force needs all of them."""
    return set(saved.draft.units or whole) <= set(units)
