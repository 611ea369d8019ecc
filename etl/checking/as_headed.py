"""Faults told by the headings of the file: a person looks for "Live cases", not for what it was read as."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from etl.layout.find import Table
from etl.layout.match import heading_key
from etl.reports.report import Breach


def as_headed(table: Table, breaches: Iterable[Breach]) -> list[Breach]:
    """The same breaches; a column that the file heads otherwise is named by both: "Live cases" (Open)."""
    columns = {table.dataset.column(m.column).title: m.heading for m in table.matching.matched}
    other = {title: text for title, text in columns.items() if heading_key(title) != heading_key(text)}
    return [_named(breach, other[breach.column]) if breach.column in other else breach for breach in breaches]


def _named(breach: Breach, heading: str) -> Breach:
    title, said = breach.column, " ".join(heading.split())
    quoted = (f'"{title}"', f'"{said}" ({title})')
    return replace(
        breach,
        column=f"{said} ({title})",
        says=breach.says.replace(*quoted),
        how_to_fix=breach.how_to_fix.replace(*quoted),
    )
