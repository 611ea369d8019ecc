"""Vacancy of each unit and of the rest of the force, as a table."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from metrics.catalogue import METRICS
from ui.findings.series import plain

OWN = "staffing/vacancy_rate"
REST = "Rest of force"


def table(own: pd.DataFrame, rest: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Each unit by name, then the rest of the force: funded and vacant FTE, and the share."""
    by_unit = {} if own.empty else {row["unit"]: row for row in own.to_dict("records")}
    rows = [_row(title, by_unit.get(code)) for code, title in sorted(names.items(), key=lambda n: n[1])]
    last = None if rest.empty else rest.to_dict("records")[0]
    rows.append(_row(REST, last))
    return pd.DataFrame(rows, columns=["Unit", "Funded, FTE", "Vacant, FTE", "Vacant share, %"])


def _row(title: str, row: Mapping[Any, Any] | None) -> tuple[object, ...]:
    if row is None:
        return title, None, None, None
    funded, vacant, share = (plain(row[part]) for part in ("denominator", "numerator", "value"))
    if vacant is not None and share is not None and round(vacant, 1) < 0:
        return title, funded, "none", METRICS[OWN].say(share, vacant, funded)
    return title, funded, vacant, None if share is None else share * 100
