"""What the checks across sheets and months found: each finding by itself, with what to do about it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from analysis.disclosure import NotShown
from ui.parts.wording import number, plural

UNKNOWN = "A check that this version has no words for found something."
LOOK = "Look at the sheets it names, and send them again where they are wrong."
WHOLE_FORCE = "whole force"


def listed(
    findings: Sequence[Any], says: Mapping[str, str], to_do: Mapping[str, str], title_of: Callable[[str], str]
) -> pd.DataFrame:
    """One row for each finding, by what it is and then by unit; as many rows as findings are told."""
    rows = sorted(
        (
            says.get(each.id, UNKNOWN),
            title_of(each.unit) if each.unit else WHOLE_FORCE,
            str(each.n) if isinstance(each.n, NotShown) else number(each.n),
            each.detail or "–",
            to_do.get(each.id, LOOK),
        )
        for each in findings
    )
    return pd.DataFrame(rows, columns=["What was found", "Unit", "Number", "Of what", "What to do"])


def to_hand_over(table: pd.DataFrame, force: str, month: date | None) -> pd.DataFrame:
    """The same rows with the force and month end, for whoever puts them right."""
    out = table.copy()
    out.insert(0, "Month end", f"{month:%Y-%m-%d}" if month else "")
    out.insert(0, "Force", force)
    return out


def summary(findings: Sequence[Any]) -> str:
    """How many findings in how many units, as the head of their list."""
    units = {each.unit for each in findings if each.unit}
    where = f" in {plural(len(units), 'unit')}" if units else ""
    return f"What the checks found: {plural(len(findings), 'finding')}{where}"
