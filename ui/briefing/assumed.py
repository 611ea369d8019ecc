"""Assumptions in few lines: the numbers of each source together, as the pages print them."""

from collections.abc import Iterable, Mapping

import pandas as pd

PUBLISHED = "Published"


def by_source(tables: Iterable[pd.DataFrame]) -> tuple[tuple[str, str], ...]:
    """Each source with who set it and when, and the numbers it gives: value, range and unit, each once."""
    found: dict[str, dict[str, None]] = {}
    for row in (row for table in tables for row in table.to_dict("records")):
        whose = f"{_source(row['Source'])}. Set by {row['Set by']}, {row['Set on']}"
        found.setdefault(whose, {})[_number(row)] = None
    return tuple((whose, "; ".join(numbers)) for whose, numbers in found.items())


def _source(said: str) -> str:
    """Where a number is from: of what is published, that it is; which figure it is stands with the number."""
    return PUBLISHED if said.startswith(f"{PUBLISHED}:") else said


def _number(row: Mapping[str, str]) -> str:
    """One number; where % or £ stand with it, its unit does not say them again."""
    unit = row["Unit"].removeprefix("%").removeprefix("pounds").strip()
    spread = "" if row["Range"] == "fixed" else f"({row['Range']})"
    return " ".join(part for part in (f"{row['What is assumed']}:", row["Value"], spread, unit) if part)
