"""How long units have been beyond the line that their force has set, in a sentence and a table."""

from collections.abc import Sequence

import pandas as pd

from settings.model import Line
from ui.figures.line_runs import LineRun
from ui.parts.wording import join, month_name, number, plural

NONE_SET = (
    "Months over a line are counted once the force has set one under lines in its settings, with who and why."
)


def says(runs: Sequence[LineRun], titles: dict[str, str], what: str) -> str:
    """Which units are over their line now, and since when; or that none is."""
    now = [run for run in runs if run.current]
    if not now:
        return f"{what}: no unit with a line is over it this month."
    return f"{what}: {join(_over(run, titles[run.unit]) for run in now)}."


def _over(run: LineRun, title: str) -> str:
    """`Exploitation has been over its local line for 4 months in a row, since July 2026`."""
    if run.current == 1:
        return f"{title} is over its local line this month"
    return f"{title} has been over its local line for {run.current} months in a row{_since(run)}"


def _since(run: LineRun) -> str:
    return f", since {month_name(run.since)}" if run.since else ""


def table(runs: Sequence[LineRun], titles: dict[str, str], decimals: int = 1) -> pd.DataFrame:
    """One row for each unit with a line, alphabetical."""
    rows = [
        (
            titles[run.unit],
            number(run.line, decimals),
            f"{run.over_last_12} of {run.known_last_12}",
            plural(run.current, "month"),
            plural(run.longest, "month"),
        )
        for run in sorted(runs, key=lambda run: titles[run.unit])
    ]
    heads = ["Unit", "Local line", "Months over it, of the last 12 known", "Run now", "Longest run"]
    return pd.DataFrame(rows, columns=heads)


def sources(lines: Sequence[Line]) -> list[str]:
    """Who set each line, and why."""
    return [f"Line of {number(line.level, 0)}: set by {line.set_by}. {line.why}" for line in lines]
