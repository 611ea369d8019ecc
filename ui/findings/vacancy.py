"""Vacancy of each unit and of the rest of the force, as a table."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.disclosure import Hidden
from ui.findings.series import plain
from ui.wording import fte

REST = "Rest of force"


def table(metric: Any, own: pd.DataFrame, rest: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Each unit by name, then the rest of the force: funded and vacant FTE, and the share."""
    by_unit = {} if own.empty else {row["unit"]: row for row in own.to_dict("records")}
    rows = [
        _row(metric, title, by_unit.get(code)) for code, title in sorted(names.items(), key=lambda n: n[1])
    ]
    last = None if rest.empty else rest.to_dict("records")[0]
    rows.append(_row(metric, REST, last))
    return pd.DataFrame(rows, columns=["Unit", "Funded, FTE", "Vacant, FTE", "Vacant share"])


def _row(metric: Any, title: str, row: Mapping[Any, Any] | None) -> tuple[str, str, str, str]:
    if row is None:
        return title, "no return", "no return", "no return"
    funded, vacant = row["denominator"], row["numerator"]
    if isinstance(vacant, Hidden):
        return title, str(vacant), str(vacant), str(vacant)
    known = plain(funded) is not None and plain(vacant) is not None
    parts = (fte(plain(funded)), fte(plain(vacant))) if known else ("no return", "no return")
    return title, *parts, str(metric.say(row["value"], vacant, funded))
