"""What the benchmarks page says: one force's strength over time beside its region and all forces."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import pandas as pd

from charts.lines import Line, Lines
from contracts.forces import by_key, key
from ui.parts.wording import day, number

COLUMNS = ("force", "region", "as_at", "worker_type", "basis", "edition", "value", "file")
A_YEAR = 366
ALL_FORCES = "All forces in the file"


def frame(rows: Sequence[tuple[Any, ...]]) -> pd.DataFrame:
    """The published figures as a table."""
    return pd.DataFrame(rows, columns=list(COLUMNS))


def same_force(name: str, forces: Sequence[str]) -> str | None:
    """The force in the file that has this name, however it ends: Northshire Police is Northshire."""
    wanted = _short(name)
    return next((force for force in forces if _short(force) == wanted), None)


def _short(name: str) -> str:
    """What two names of one force have in common: its code where it is one of the 43."""
    known = by_key().get(key(name))
    return known.code if known else key(name)


def beside(figures: pd.DataFrame, force: str) -> pd.DataFrame:
    """One row for each date: the force, its region and all forces, and how many forces each sum holds.

    A sum is given only on dates that have every force of the region (or of the file), so that a force that is
    missing on one day never looks like a fall."""
    mine = figures[figures["force"] == force].set_index("as_at")["value"]
    regions = figures.loc[figures["force"] == force, "region"].dropna()
    region = regions.iloc[-1] if len(regions) else None
    in_region = figures[figures["region"] == region] if region else figures.iloc[:0]
    table = pd.DataFrame({force: mine})
    if region:
        table[region] = whole_sums(in_region)
    table[ALL_FORCES] = whole_sums(figures)
    return table.sort_index()


def whole_sums(figures: pd.DataFrame) -> pd.Series:
    """The sum by date, on the dates that have all the forces."""
    by_date = figures.groupby("as_at")["value"].agg(["sum", "count"])
    return by_date.loc[by_date["count"] == figures["force"].nunique(), "sum"]


def indexed(table: pd.DataFrame) -> pd.DataFrame:
    """The same columns as 100 on the first date that all of them have; empty where there is none."""
    whole = table.dropna()
    return table / whole.iloc[0] * 100 if len(whole) else table.iloc[:0]


def every_snapshot(table: pd.DataFrame) -> pd.DataFrame:
    """The same rows, with empty ones on the counting days in between that no file here covers.

    Within a year from one day to the next none is lost: some tables count once a year, others twice."""
    kinds = {(day.month, day.day) for day in table.index}
    years = range(table.index[0].year, table.index[-1].year + 1)
    present = list(table.index)
    spans = list(pairwise(present))
    lost = [
        day
        for day in (date(year, *kind) for year in years for kind in kinds)
        if any(before < day < after and (after - before).days > A_YEAR for before, after in spans)
    ]
    return table.reindex(sorted({*present, *lost}))


def lines(table: pd.DataFrame, worker_type: str, basis: str) -> Lines | None:
    """The columns as lines that start at 100, so that a force and a country can share one picture."""
    scaled = indexed(table)
    if scaled.empty:
        return None
    first = table.dropna().index[0]
    scaled = every_snapshot(scaled)
    dates = tuple(scaled.index)
    series = tuple(Line(str(name), tuple(_plain(v) for v in scaled[name])) for name in scaled.columns)
    return Lines(
        title(table),
        f"{worker_type[:1].upper()}{worker_type[1:]}, {basis}, {day(first)} = 100",
        dates,
        series,
        decimals=0,
        from_zero=False,
        points=True,
    )


def title(table: pd.DataFrame) -> str:
    """The finding: the force's change beside that of all forces, over the dates that both have."""
    both = table[[table.columns[0], ALL_FORCES]].dropna()
    if len(both) < 2:
        return f"{table.columns[0]}: one date, so no change to show yet"
    mine, every = (both[c].iloc[-1] / both[c].iloc[0] - 1 for c in both.columns)
    return f"{table.columns[0]} {_moved(mine)} since {both.index[0]:%Y}; all forces {_moved(every)}"


def _moved(change: float) -> str:
    if abs(change) < 0.0005:
        return "unchanged"
    return f"{'up' if change > 0 else 'down'} {abs(change):.1%}"


def headline(table: pd.DataFrame, worker_type: str, basis: str) -> str:
    """The force's newest figure and where it stands against the start."""
    mine = table.iloc[:, 0].dropna()
    if mine.empty:
        return "How does the force's strength compare?"
    when = mine.index[-1]
    return (
        f"{table.columns[0]} had {number(mine.iloc[-1], _places(basis))} {basis} {worker_type} on {day(when)}"
    )


def numbers(table: pd.DataFrame) -> pd.DataFrame:
    """The strengths themselves, newest date first, with the force's share of all."""
    shown = table.sort_index(ascending=False).reset_index(names="As at")
    shown["Share of all forces, %"] = shown[table.columns[0]] / shown[ALL_FORCES] * 100
    return shown


def source(figures: pd.DataFrame) -> str:
    """Where the figures come from: publication date and file."""
    editions = sorted(e for e in figures["edition"].dropna().unique())
    files = sorted({str(f) for f in figures["file"].dropna()})
    newest = f"figures to {day(pd.Timestamp(editions[-1]).date())}" if editions else "no date of publication"
    return (
        f"Police workforce statistics from the Home Office, {newest}. "
        f"File: {', '.join(files) or 'not named'}. "
        "Where an edition revises a figure, the newest one is shown."
    )


def _places(basis: str) -> int:
    return 1 if basis == "FTE" else 0


def _plain(value: float) -> float | None:
    return None if value != value else float(value)
