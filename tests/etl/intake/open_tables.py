"""Home Office open data tables in small: the columns as published, one row for each part, no totals."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Any

from contracts.forces import FORCES

STRENGTH = [
    "As at 31 March", "Geocode", "Force name", "Region", "Sex", "Rank", "Worker type", "Total (Headcount)",
    "Total (FTE)",
]  # fmt: skip
FUNCTIONS = [
    "As at 31 March", "Geocode", "Force name", "Region", "Worker type", "Ethnicity (5+1)", "Ethnicity (3+1)",
    "Sex", "Function subgroup number", "Function subgroup name", "Wider function number",
    "Wider function name", "Frontline type", "Total (FTE)",
]  # fmt: skip
BEDFORDSHIRE = ("E23000026", "Bedfordshire", "Eastern")


def strength(
    *rows: tuple[Any, ...], heads: list[str] = STRENGTH, place: tuple[str, ...] = BEDFORDSHIRE
) -> list[Any]:
    """Rows of one force, each (year, sex, rank, worker type, headcount, FTE), under their headings."""
    return [heads, *([year, *place, *rest] for year, *rest in rows)]


def functions(*rows: tuple[Any, ...], place: tuple[str, ...] = BEDFORDSHIRE) -> list[Any]:
    """Rows of one force, each (year, worker type, ethnicity, sex, function, wider function, FTE)."""
    return [
        FUNCTIONS,
        *(
            [year, *place, worker, ethnicity, ethnicity, sex, "7a", function, 7, wider, "Frontline", fte]
            for year, worker, ethnicity, sex, function, wider, fte in rows
        ),
    ]


def as_csv(rows: Iterable[Iterable[Any]]) -> bytes:
    """The rows as a CSV file."""
    held = StringIO()
    csv.writer(held).writerows(rows)
    return held.getvalue().encode()


def of_full_size(rows: int = 33_529) -> list[list[Any]]:
    """As many rows as the published table of January 2026: every force, year, sex and rank in turn."""
    ranks = ("Constable", "Sergeant", "Inspector", "Chief Inspector", "Superintendent", "Chief Officer")
    workers = (*((rank, "Police Officer") for rank in ranks), ("Police Staff", "Police Staff"))
    body = [
        [year, force.code, force.name, "Region", sex, rank, worker, 10, 9.5]
        for year in range(2007, 2026)
        for force in FORCES
        for sex in ("Female", "Male", "Not stated", "Prefer not to say", "Prefer to self-describe", "Other")
        for rank, worker in workers
    ]
    return [STRENGTH, *body[:rows]]
