"""What stands of a unit's own returns as published: of each sheet the newest month before another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb

from contracts import DATASETS
from contracts.model import Dataset
from etl.values.read_date import month_end

HERE = Path(__file__).parent
Row = dict[str, Any]


@dataclass(frozen=True)
class Sent:
    """That a unit's own return speaks for a month of a sheet, with how many of its rows are held back.

    `deleted_at` (UTC): when the rows about people of that return were deleted; None where they are there.
    """

    dataset: str
    month: date
    held: int
    deleted_at: str | None = None


@dataclass(frozen=True)
class Standing:
    """The rows of a sheet that stand for a unit and month, as they are kept: codes and keys.

    `deleted_at` (UTC): when rows of it were deleted.
    """

    dataset: Dataset
    month: date
    held: int
    rows: tuple[Row, ...]
    deleted_at: str | None = None


def sent(con: duckdb.DuckDBPyConnection, force: str, unit: str) -> tuple[Sent, ...]:
    """Every sheet and month that the unit has sent. What stands for the whole force is not the unit's own."""
    return tuple(Sent(**row) for row in ask(con, "sent", {"force": force, "unit": unit}))


def month_after(found: Sequence[Sent]) -> date | None:
    """The last day of the month after the newest that was sent; None before the first return.

    A record that holds until the next, as of training, does not say how far the months have come, nor does
    what comes beside the monthly returns.
    """
    beside = [
        each for each in found if DATASETS[each.dataset].dated_by or _holds_until_next(DATASETS[each.dataset])
    ]
    monthly = [each.month for each in found if each not in beside]
    newest = max(monthly or [each.month for each in found], default=None)
    return month_end(newest + timedelta(days=1)) if newest else None


def standing(
    con: duckdb.DuckDBPyConnection,
    force: str,
    unit: str,
    found: Sequence[Sent],
    before: date,
    only: Sequence[str] = (),
) -> tuple[Standing, ...]:
    """Each sheet sent before a month, in the order of the contracts; of `only` these where any are named."""
    newest = _newest(found, before)
    return tuple(
        Standing(each, one.month, one.held, _rows(con, force, unit, each, one.month), one.deleted_at)
        for name, each in DATASETS.items()
        if (one := newest.get(name)) and (not only or name in only)
    )


def _newest(found: Sequence[Sent], before: date) -> Mapping[str, Sent]:
    """The newest of each sheet; a record that holds until the next may be of the month itself."""
    newest: dict[str, Sent] = {}
    for each in sorted(found, key=lambda one: one.month):
        if each.month < before or (each.month == before and _holds_until_next(DATASETS[each.dataset])):
            newest[each.dataset] = each
    return newest


def _holds_until_next(dataset: Dataset) -> bool:
    return bool(dataset.stands) and "month_end" not in dataset.key


def _rows(
    con: duckdb.DuckDBPyConnection, force: str, unit: str, dataset: Dataset, month: date
) -> tuple[Row, ...]:
    """In the order of the sheet as it was sent; none of a sheet that begins anew each month."""
    if not dataset.stands:
        return ()
    asked = {"dataset": dataset.name, "force": force, "unit": unit, "month": month}
    return tuple(sorted(ask(con, "rows", asked), key=_place))


def _place(row: Row) -> tuple[str, int, str]:
    """Where a row stood. A matrix gives several records a row: then by what they say, the same each time."""
    said = [str(value) for name, value in sorted(row.items()) if name != "load_id"]
    return row["sheet"], row["row_number"], " ".join(said)


def ask(con: duckdb.DuckDBPyConnection, query: str, asked: Mapping[str, Any]) -> list[Row]:
    """The rows of a query of this folder, each by the names of its columns."""
    done = con.execute((HERE / f"{query}.sql").read_text("utf-8"), dict(asked))
    names = [column[0] for column in done.description]
    return [dict(zip(names, values, strict=True)) for values in done.fetchall()]
