"""What a load speaks for, and so replaces (DESIGN section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from contracts import DATASETS, DATED_BY_ROW, PUBLISHED
from etl.publishing.codes import Codes
from store.coverage import NO_UNIT, WHOLE_FORCE, Scope

# Establishment names the units of a workbook: no rows for one of them in these sheets means none, where the
# sheet is there. A sheet that is not in the workbook is not spoken of, and what came earlier stays.
FOLLOW_ESTABLISHMENT = ("people", "unavailable", "movements")


def scopes(codes: Codes, sheets: Mapping[str, Iterable[pd.DataFrame]]) -> frozenset[Scope]:
    """Every scope that one load covers. `sheets` holds each dataset sent, also where it has no rows."""
    found: set[Scope] = set()
    for dataset, frames in sheets.items():
        found |= _of_return(codes, dataset, list(frames))
    establishment = [scope for scope in found if scope.dataset == "establishment"]
    if establishment:
        # A movement names two units, and is answered for by one of those that the workbook is about.
        found = {scope for scope in found if scope.dataset != "movements"}
        found |= {
            Scope(scope.force, name, scope.month_end, scope.unit)
            for scope in establishment
            for name in FOLLOW_ESTABLISHMENT
            if name in sheets
        }
    return frozenset(found)


def unclaimed(
    scopes: frozenset[Scope], sheets: Mapping[str, Iterable[pd.DataFrame]]
) -> list[tuple[str, str]]:
    """The sheets and months with rows for which nothing is claimed: such rows would never be counted."""
    held = {
        (dataset, force, month.isoformat())
        for dataset, frames in sheets.items()
        for rows in frames
        for force, month in _places(rows)
    }
    claimed = {(scope.dataset, scope.force, scope.month_end) for scope in scopes}
    return sorted((dataset, month) for dataset, _, month in held - claimed)


def _places(rows: pd.DataFrame) -> list[tuple[str, date]]:
    return list(rows[["force", "month_end"]].drop_duplicates().itertuples(index=False, name=None))


def _of_return(codes: Codes, dataset: str, frames: list[pd.DataFrame]) -> set[Scope]:
    if dataset in PUBLISHED:
        return {scope for rows in frames for scope in _published(dataset, rows)}
    if dataset in DATED_BY_ROW:
        return {scope for rows in frames for scope in _dated_by_row(codes, dataset, rows)}
    named: set[Scope] = set()
    without: set[tuple[str, str]] = set()
    for force, month, *texts in [row for rows in frames for row in _distinct(rows, dataset)]:
        known = [codes.code(force, "units", text, month) for text in texts if text]
        units = [unit for unit in known if unit][:1]
        if units:
            named.add(Scope(force, dataset, month.isoformat(), units[0]))
        else:
            without.add((force, month.isoformat()))
    # A return that names no unit is about the whole force; one that names some has a few rows without, which
    # may be a sheet of their own, such as bookings beside a matrix.
    named_months = {(scope.force, scope.month_end) for scope in named}
    return named | {
        Scope(force, dataset, month, NO_UNIT if (force, month) in named_months else WHOLE_FORCE)
        for force, month in without
    }


def _distinct(rows: pd.DataFrame, dataset: str) -> list[tuple[str, date, str | None]]:
    units = ["from_unit", "to_unit"] if dataset == "movements" else ["unit"]
    return list(rows[["force", "month_end", *units]].drop_duplicates().itertuples(index=False, name=None))


def _dated_by_row(codes: Codes, dataset: str, rows: pd.DataFrame) -> Iterator[Scope]:
    """Each unit by itself, and beside them the rows of the whole force: neither takes the other's place."""
    if "unit" not in DATASETS[dataset].column_names:
        for force, month in _places(rows):
            yield Scope(force, dataset, month.isoformat(), WHOLE_FORCE)
        return
    for force, month, text in _distinct(rows, dataset):
        unit = codes.code(force, "units", text, month) if text else None
        yield Scope(force, dataset, month.isoformat(), unit or NO_UNIT)


def _published(dataset: str, rows: pd.DataFrame) -> set[Scope]:
    """A national table speaks for a force, a day, and what of them an edition tells apart."""
    columns = ["force", "as_at", *DATASETS[dataset].published]
    distinct = rows[columns].drop_duplicates().to_dict("records")
    return {
        Scope(row["force"], dataset, row["as_at"].isoformat(), of_edition(dataset, row)) for row in distinct
    }


def of_edition(dataset: str, row: Mapping[str, Any]) -> str:
    """What of a force and day a row of a national table is about: the edition, and the kind of figure."""
    said = (row[name] for name in DATASETS[dataset].published)
    return " ".join(each.isoformat() if isinstance(each, date) else str(each) for each in said)
