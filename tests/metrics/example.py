"""A drawn example: the rows that were sent, and the parts that a figure must then have."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.metrics.warehouse import Warehouse, drawn, months


@dataclass(frozen=True)
class Example:
    """`expects` is a drawn table: the columns asked by, then numerator and denominator (an empty cell: not
    known).

    `covers` names months and units for which a sheet was sent, beyond those its rows name.
    """

    expects: str
    tables: dict[str, str]
    asked: dict[str, Any] = field(default_factory=dict)
    covers: dict[str, list[tuple[date, str | None]]] = field(default_factory=dict)


def every_month(text: str, first: str, number: int) -> str:
    """The rows of a drawn table, once for each month: MONTH stands for it."""
    head, *rows = [line for line in text.strip().splitlines() if line.strip()]
    return "\n".join(
        [head, *(row.replace("MONTH", f"{m:%Y-%m}") for m in months(first, number) for row in rows)]
    )


def holds(metric: str, example: Example) -> None:
    """Publish the example and compare what a page would read."""
    warehouse = Warehouse()
    for dataset, text in example.tables.items():
        warehouse.draw(dataset, text)
    for dataset, units in example.covers.items():
        warehouse.covers(dataset, units)
    warehouse.build(metric)
    expected = drawn(example.expects)
    by = [name for name in expected[0] if name not in ("numerator", "denominator")]
    found = warehouse.rows(metric, by, **example.asked)
    wanted = [tuple(_same(cell) for cell in row.values()) for row in expected]
    assert sorted(found, key=str) == sorted(wanted, key=str)


def _same(cell: Any) -> Any:
    return float(cell) if isinstance(cell, int) and not isinstance(cell, bool) else cell
