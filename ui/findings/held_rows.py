"""What Returns says of rows that are held back, and of warnings that were accepted."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pandas as pd

from ui.figures.status import TITLES
from ui.parts.wording import month_name, plural

NOT_READ = "not read"
OF_A_LIST_LEAD = "This is one case of a list, and cases are counted together."
OF_A_LIST = (
    "Put the row right in the list and send the list again: it takes the place of what is counted and held."
)
Title = Callable[[str], str]


def label(held: Any, title: Title) -> str:
    """A held row in one line, for choosing it."""
    row = held.row
    unit = title(row.unit) if row.unit else f"unit {NOT_READ}"
    return f"{held.sheet}, row {row.row_number} · {unit} · {_month(row.month_end)} · load {row.load_id}"


def listed(rows: Sequence[Any], title: Title) -> pd.DataFrame:
    """One line for each fault of each held row: where, what is wrong, how to put it right, why it is held."""
    lines = [
        (
            held.sheet,
            fault["cell"],
            title(row.unit) if row.unit else NOT_READ,
            _month(row.month_end),
            fault["column"] or "–",
            fault["value"] or "–",
            fault["says"],
            fault["how_to_fix"],
            f"{row.reason} ({row.held_by}, load {row.load_id})",
        )
        for held in rows
        for row in (held.row,)
        for fault in held.faults
    ]
    columns = ["Sheet", "Cell", "Unit", "Month", "Column", "What the file says", "What is wrong",
               "How to fix it", "Why it is held back"]  # fmt: skip
    return pd.DataFrame(lines, columns=columns)


def title_of(rows: Sequence[Any]) -> str:
    """`Rows held back: 3 rows`."""
    return f"Rows held back: {plural(len(rows), 'row')}"


def accepted(warnings: Sequence[Any]) -> pd.DataFrame:
    """One line for each accepted warning, newest load first: what it said, why it was accepted, by whom."""
    lines = [
        (
            TITLES.get(w.dataset, w.sheet or "The file"),
            w.says,
            w.cells or "–",
            w.reason,
            w.accepted_by,
            w.load_id,
            w.code,
        )
        for w in sorted(warnings, key=lambda w: w.load_id, reverse=True)
    ]
    return pd.DataFrame(
        lines, columns=["Sheet", "Warning", "Cells", "Why it was accepted", "By", "Load", "Code"]
    )


def _month(end: str) -> str:
    return month_name(date.fromisoformat(end))
