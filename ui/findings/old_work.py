"""Old work beside what it may be waiting for, and what is overdue in each family of work."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from ui.findings.series import at, plain, rows_at, things
from ui.parts.wording import number

COLUMNS = ("Over 180 days", "Over 365 days", "Awaiting CPS", "Awaiting forensics")
NOT_SENT = "not sent"


def beside_waiting(
    frames: Sequence[pd.DataFrame],
    open_work: pd.DataFrame,
    month: date,
    family: str,
    titles: Mapping[str, str],
) -> pd.DataFrame:
    """One row for each unit that has the work: open, over 180 and 365 days, and what waits for others.

    A count with its share of open work; a column that a unit did not send says so."""
    rows = []
    for unit, title in titles.items():
        whole = plain(at(open_work, month, "numerator", unit=unit, work_family=family))
        if whole is not None:
            rows.append((title, number(whole), *(_part(f, month, unit, family, whole) for f in frames)))
    return pd.DataFrame(rows, columns=["Unit", "Open", *COLUMNS])


def _part(frame: pd.DataFrame, month: date, unit: str, family: str, whole: float) -> str:
    count = plain(at(frame, month, "numerator", unit=unit, work_family=family))
    return NOT_SENT if count is None else _share(count, whole)


def _share(count: float, whole: float) -> str:
    return f"{number(count)} ({count / whole:.0%})" if whole else number(count)


def overdue(metric: Any, frame: pd.DataFrame, month: date, means: Mapping[str, str]) -> pd.DataFrame:
    """One row for each family of work in view: how much is overdue, of what, and what overdue means there."""
    rows = [
        (
            _capital(things(str(row["work_family"]))),
            _count(row["numerator"], metric, row),
            number(plain(row["denominator"])) if plain(row["denominator"]) is not None else NOT_SENT,
            _capital(means.get(str(row["work_family"]), "not set out for this work")),
        )
        for row in rows_at(frame, month).to_dict("records")
    ]
    return pd.DataFrame(rows, columns=["Work", "Overdue", "Open, where it was sent", "Overdue means"])


def _count(count: Any, metric: Any, row: Mapping[Any, Any]) -> str:
    known = plain(count)
    if known is None:
        return NOT_SENT
    return f"{number(known)} ({metric.say(row['value'], row['numerator'], row['denominator'])})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
