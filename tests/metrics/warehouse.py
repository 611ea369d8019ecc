"""A warehouse in memory, filled from tables drawn as text, so that a test shows the rows it is about."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import duckdb
import pandas as pd

from contracts import DATASETS
from contracts.words import FAMILY_OF
from etl.publishing import tables
from metrics import engine
from metrics.catalogue import METRICS

FORCE = "NORTHSHIRE"
REFERENCE = {
    "ref_unit": """
        unit | title            | type  | benchmark
        DA1  | Domestic abuse   | DA    | false
        DA2  | Domestic north   | DA    | false
        RA1  | Rape             | RASSO | false
        REST | Rest of force    | REST  | true
    """,
    "ref_course": """
        course | title           | valid_months | trauma_informed
        TIP    | Trauma-informed | 12           | true
        DAM    | DA Matters      | 24           | false
        ONCE   | Induction       |              | false
    """,
    "ref_requirement": """
        unit_type | role         | course
        DA        | investigator | TIP
        DA        | investigator | DAM
        RASSO     | investigator | TIP
        DA        | supervisor   | TIP
    """,
    "ref_weight": """
        work_family    | work_type              | hours | low | high | status   | valid_from
        investigations | domestic abuse         | 10    | 8   | 15   | approved | 2023-01-01
        investigations | rape                   | 90    | 60  | 140  | approved | 2024-02-01
        investigations | stalking or harassment | 5     | 4   | 6    | approved |
        disclosures    | DVDS right to ask      | 3     | 2   | 4    | proposed | 2023-01-01
    """,
    "ref_working_time": """
        contracted_hours | hours_lost | available_hours | status   | valid_from
        2000             | 560        | 1440            | approved | 2024-01-01
    """,
    "ref_carrier": """
        work_family          | role
        investigations       | investigator
        disclosures          | investigator
        registered offenders | offender manager
    """,
    "ref_setting": """
        name          | value
        reduced_share | 0.5
    """,
}


def drawn(text: str) -> list[dict[str, Any]]:
    """The rows of a table drawn with bars. An empty cell is None; 2025-01 is the end of that month."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    head, *body = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [dict(zip(head, map(_cell, row), strict=True)) for row in body]


def _cell(text: str) -> Any:
    if text in ("", "-"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if len(text) == 7 and text[4] == "-" and text[:4].isdigit():
        return month_end(text)
    for read in (int, float, lambda t: datetime.strptime(t, "%Y-%m-%d").date()):
        try:
            return read(text)
        except ValueError:
            continue
    return text


def month_end(text: str) -> date:
    """2025-01 -> 31 January 2025."""
    year, month = map(int, text.split("-"))
    return date(year, month, calendar.monthrange(year, month)[1])


def months(first: str, number: int) -> list[date]:
    """That many month ends, the first given as 2025-01."""
    year, month = map(int, first.split("-"))
    steps = [(year * 12 + month - 1 + i) for i in range(number)]
    return [month_end(f"{step // 12}-{step % 12 + 1:02d}") for step in steps]


class Warehouse:
    """A warehouse being built: the real tables, the settings above, and whatever a test draws."""

    def __init__(self, **reference: str) -> None:
        self.con = duckdb.connect(":memory:", config={"threads": 1})
        tables.create(self.con)
        self.months: set[date] = set()
        for name, text in {**REFERENCE, **reference}.items():
            self._insert(name, [{"force": FORCE, **row} for row in drawn(text)])

    def draw(self, dataset: str, text: str, sent: bool = True) -> Warehouse:
        """Rows of a dataset, which also say for which units and months it was sent."""
        return self.add(dataset, drawn(text), sent)

    def add(self, dataset: str, rows: Sequence[dict[str, Any]], sent: bool = True) -> Warehouse:
        """The same from plain rows."""
        rows = [{"force": FORCE, "load_id": dataset, **row} for row in rows]
        for row in rows:
            if dataset in tables.WITH_FAMILY:
                row.setdefault("work_family", FAMILY_OF[row["work_type"]])
        self._insert(dataset, rows)
        if sent:
            units = {(row["month_end"], row.get("unit")) for row in rows if row.get("month_end")}
            self.covers(dataset, units)
        return self

    def covers(
        self, dataset: str, units: Iterable[tuple[date, str | None]], load_id: str | None = None
    ) -> Warehouse:
        """Say that a dataset was sent for these months and units, with or without rows. No unit: the whole
        force.
        """
        load_id = load_id or dataset
        rows = [
            {"force": FORCE, "dataset": dataset, "month_end": month, "unit": unit, "load_id": load_id}
            for month, unit in sorted(units, key=str)
        ]
        self._insert("coverage", rows)
        self.months |= {row["month_end"] for row in rows}
        self._insert(
            "load", [{"load_id": load_id, "force": FORCE, "dataset": dataset, "rows_held": 0, "rows_read": 0}]
        )
        return self

    def build(self, *metrics: str, months: Iterable[date] | None = None) -> Warehouse:
        """Publish these metrics (all of them where none is named)."""
        chosen = [METRICS[name] for name in metrics] or None
        engine.build(self.con, sorted(months or self.months), [FORCE], chosen)
        return self

    @property
    def scope(self) -> engine.Scope:
        """Every unit of the force, the rest of force too."""
        return frozenset(self.con.execute('SELECT "force", unit FROM ref_unit').fetchall())

    def read(self, metric: str, by: Sequence[str] = ("unit", "month_end"), **asked: Any) -> pd.DataFrame:
        """What a page reads of it, for every unit."""
        asked.setdefault("scope", self.scope)
        return engine.read(self.con.cursor(), metric, asked.pop("scope"), by=by, **asked)

    def rows(
        self, metric: str, by: Sequence[str] = ("unit", "month_end"), **asked: Any
    ) -> list[tuple[Any, ...]]:
        """The same as tuples: the columns of `by`, numerator, denominator."""
        frame = self.read(metric, by, **asked)
        parts = frame[[*by, "numerator", "denominator"]].astype(object)
        return [tuple(_plain(cell) for cell in row) for row in parts.itertuples(index=False, name=None)]

    def _insert(self, table: str, rows: list[dict[str, Any]]) -> None:
        if rows:
            self.con.register("rows_new", pd.DataFrame(rows, dtype=object))
            self.con.execute(f'INSERT INTO "{table}" BY NAME SELECT * FROM rows_new')
            self.con.unregister("rows_new")


def _plain(cell: Any) -> Any:
    if isinstance(cell, pd.Timestamp):
        return cell.date()
    if isinstance(cell, float):
        return None if cell != cell else round(cell, 9)
    return None if pd.isna(cell) else cell


__all__ = ["DATASETS", "FORCE", "Warehouse", "drawn", "month_end", "months"]
