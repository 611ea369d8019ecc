"""Figures that join people across crime, HR and training records, withheld where too few could be matched."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from analysis.disclosure import Withheld

METRIC = "trust/people_matched"
KEYS = ("force", "unit", "month_end")
Limit = tuple[str, date | None, date | None, float]


def limits(cursor: duckdb.DuckDBPyConnection, forces: frozenset[str]) -> tuple[Limit, ...]:
    """What these forces have set, as published: force, from, until, and the least share to be matched."""
    sql = (Path(__file__).parent / "match_limit.sql").read_text(encoding="utf-8")
    rows = cursor.execute(sql).fetchall()
    return tuple((of, start, end, float(share)) for of, start, end, share in rows if of in forces)


def withhold(
    found: pd.DataFrame,
    shares: pd.DataFrame,
    set_by_forces: Sequence[Limit],
    columns: Sequence[str],
    month: date | None,
) -> pd.DataFrame:
    """The rows with `columns` withheld where the people behind them were matched for less than the limit.

    `month` is that of rows which have no month end of their own. A share that is not known withholds
    nothing, and neither does a force that has set no limit; over several forces the strictest limit holds.
    """
    by = [name for name in KEYS if name in found and name in shares]
    share = {_key(row, by): row["value"] for row in shares.to_dict("records")}
    held = [
        _withheld(row, share.get(_key(row, by)), set_by_forces, month) for row in found.to_dict("records")
    ]
    if not any(held):
        return found
    out = found.astype(dict.fromkeys(columns, object))
    for name in columns:
        kept = [each or value for each, value in zip(held, found[name], strict=True)]
        out[name] = pd.Series(kept, index=out.index, dtype=object)
    return out


def _key(row: Mapping[Any, Any], by: Sequence[str]) -> tuple[Any, ...]:
    return tuple(row[name] for name in by)


def _withheld(
    row: Mapping[Any, Any], matched: float | None, set_by_forces: Sequence[Limit], month: date | None
) -> Withheld | None:
    on = pd.Timestamp(row["month_end"]).date() if "month_end" in row else month
    at_least = max((limit for limit in _holding(set_by_forces, row.get("force"), on)), default=0.0)
    if matched is None or matched != matched or matched >= at_least:
        return None
    return Withheld(float(matched), at_least)


def _holding(set_by_forces: Sequence[Limit], force: str | None, on: date | None) -> list[float]:
    """The limits of the force (of every force where none is named) that hold on a day."""
    return [
        share
        for of, start, end, share in set_by_forces
        if force in (None, of)
        and (on is None or ((start is None or start <= on) and (end is None or on <= end)))
    ]
