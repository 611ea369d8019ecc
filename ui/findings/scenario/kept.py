"""Saved scenarios in words: what each is called, on which figures it was built, and several side by side."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from analysis.assumptions import Assumption
from analysis.scenario import QUESTIONS, Inputs, Scenario
from analysis.scenario.plain import to_inputs, to_scenario
from store.scenarios import Saved
from ui.findings.scenario import outcome
from ui.findings.scenario.added_posts import ADDED
from ui.findings.scenario.numbers import spread, titles, unit_said
from ui.findings.scenario.post_costs import includes
from ui.findings.scenario.starts import RETURNS, Start, is_known
from ui.findings.series import things
from ui.parts.wording import month_name

NOT_GIVEN = "not given"
Titles = Callable[[tuple[str, ...]], str]


def title(saved: Saved, units: str) -> str:
    """How a saved scenario is told from the others in a list: a rerun has the name of what it reran."""
    return f"{saved.id}: {saved.draft.name}, {units}, {month_name(saved.draft.month_end)}"


def built_on(saved: Saved, units: str) -> str:
    """Whose figures of which month, and which publication of them."""
    again = f" It reran scenario {saved.draft.rerun_of}." if saved.draft.rerun_of else ""
    whose = f"{units}, {things(saved.draft.inputs['family'])}"
    built = f"{month_name(saved.draft.month_end)} data, publication {saved.draft.publication_id}"
    return f"Scenario {saved.id}, {whose}, built on {built}.{again}"


def older(saved: Saved, newest: date | None, changed: Collection[str]) -> str:
    """Said where a month has come since, or where the figures it starts from are others now (`changed`: ids);
    nothing otherwise.
    """
    month, built = saved.draft.month_end, f"Built on {month_name(saved.draft.month_end)} data"
    if newest is not None and newest > month:
        return f"{built}; figures of {month_name(newest)} have come since."
    if not changed:
        return ""
    return f"{built} of publication {saved.draft.publication_id}; different now: {titles(changed)}."


def changed(saved: Saved, starts: Mapping[str, Start]) -> tuple[str, ...]:
    """The ids of what was filled in and would now be filled in otherwise: corrected, set anew, or gone."""
    held = [each for each in to_inputs(saved.draft.inputs).answers if is_known(each)]
    return tuple(each.id for each in held if not _same(each, starts.get(each.id)))


def _same(each: Assumption, start: Start | None) -> bool:
    now = start.answer if start else None
    return now is not None and all(
        abs(getattr(now, end) - getattr(each, end)) < 1e-6 for end in ("value", "low", "high")
    )


def rerun(saved: Saved, starts: Mapping[str, Start]) -> tuple[Inputs, tuple[str, ...]]:
    """The same scenario on the figures of now, and the ids of the figures that cannot be had now.

    All that was filled in from returns and settings is taken anew; what a person typed stands.
    """
    inputs = to_inputs(saved.draft.inputs)
    answers, gone = [], []
    for each in inputs.answers:
        now = starts.get(each.id)
        if not is_known(each):
            answers.append(each)
        elif now is None or now.answer is None:
            gone.append(each.id)
        else:
            answers.append(now.answer)
    return replace(inputs, answers=tuple(answers)), tuple(gone)


def moved(then: Inputs, now: Inputs) -> pd.DataFrame:
    """What a rerun starts from that the one it reran did not: each number then and now, as the form asks."""
    rows = []
    for asked in QUESTIONS:
        said = [spread(asked, held[asked.id]) if asked.id in held else NOT_GIVEN
                for held in (then.by_id, now.by_id)]  # fmt: skip
        if said[0] != said[1]:
            rows.append((asked.title, *said, unit_said(asked)))
    return pd.DataFrame(rows, columns=["What it starts from", "Then", "Now", "Unit"])


def filled(plain: Mapping[str, Any]) -> frozenset[str]:
    """The ids of those of its numbers that were filled in, from returns or settings."""
    return frozenset(each.id for each in to_inputs(plain).answers if is_known(each))


def rests_on_published(plain: Mapping[str, Any]) -> frozenset[str]:
    """The ids of those of its numbers that came from the returns; what a role costs tells of nobody."""
    return frozenset(a["id"] for a in plain["answers"] if a["set_by"] == RETURNS and a["id"] != ADDED)


def read(saved: Saved) -> tuple[Inputs, Scenario]:
    """The inputs and the result as they were saved; what says no name of its own is of who saved it."""
    inputs = to_inputs(saved.draft.inputs)
    if not inputs.set_by:
        inputs = replace(inputs, set_by=saved.by, set_on=date.fromisoformat(saved.at[:10]))
    return inputs, to_scenario(saved.draft.result)


def side_by_side(chosen: Sequence[Saved], units: Titles) -> pd.DataFrame:
    """A column for each scenario with its changes, and for doing nothing beside it; the same doing nothing
    stands once. A row for what it is of and each measure. `units` gives units by their titles.
    """
    table = pd.concat([_of_one(saved, units) for saved in chosen], ignore_index=True)
    nothing = table["At the end"].str.endswith("doing nothing")
    figures = list(table.columns[1:])
    if nothing.sum() > 1 and len(table[nothing].drop_duplicates(figures)) == 1:
        once = table[nothing].head(1).assign(**{"At the end": "Doing nothing"})
        table = pd.concat([table[~nothing], once], ignore_index=True)
    turned = table.set_index("At the end").T
    return turned.rename_axis("At the end").rename_axis(None, axis=1).reset_index()


def _of_one(saved: Saved, units: Titles) -> pd.DataFrame:
    """The rows of one scenario, with whose it is, what it was built on and what its pounds are."""
    inputs, found = read(saved)
    draft = saved.draft
    rows = outcome.summary(inputs, found, f"{saved.id}: {draft.name},")
    rows.insert(1, "Of", f"{units(draft.units)}, {things(draft.inputs['family'])}")
    rows.insert(2, "Built on", f"{month_name(draft.month_end)}, publication {draft.publication_id}")
    rows["Pounds are"] = _pounds(inputs) or "not given"
    return rows


def _pounds(inputs: Inputs) -> str:
    return outcome.post_taken_at(inputs) if inputs.has("post_cost") else ""


TIMES = "They begin in different months or look ahead for different times: their ends are not the same day."


def differ(chosen: Sequence[Saved]) -> str:
    """Said where the scenarios compared are not alike in what they are reckoned from."""
    read_of = [read(saved)[0] for saved in chosen]
    times = {(saved.draft.month_end, each.months) for saved, each in zip(chosen, read_of, strict=True)}
    whose = {(saved.draft.units, saved.draft.inputs["family"]) for saved in chosen}
    lines = {(each.line_of, each.value("line")) for each in read_of if each.has("line")}
    pounds = {includes(each.by_id["post_cost"]) for each in read_of if each.has("post_cost")}
    said = (
        (times, TIMES),
        (whose, "They are of different units or work."),
        (lines, "Their lines are not the same, so months until under the line do not compare."),
        (pounds, "Their pounds do not include the same."),
    )
    return " ".join(text for held, text in said if len(held) > 1)


def in_reach(saved: Saved, units: Collection[str], whole: Collection[str]) -> bool:
    """Whether all of its units are among the reader's; one of the whole force needs all of them."""
    return set(saved.draft.units or whole) <= set(units)
