"""The comparison of published figures with a second reckoning in plain Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pytest

from metrics.catalogue import METRICS
from tests.metrics.world import UNITS, Reckon, World

FAMILIES = ("investigations", "disclosures")


def total(values: Iterable[float | None]) -> float | None:
    """A sum that is not known where one of its values is not."""
    held = list(values)
    return None if any(value is None for value in held) else float(sum(v for v in held if v is not None))


def agrees(world: World, reckonings: Mapping[str, Reckon], units: Sequence[str] = UNITS) -> None:
    """Every metric, unit, month and family has the parts that its second reckoning gives, and no others."""
    warehouse = world.publish(*reckonings)
    for name, reckon in reckonings.items():
        metric = METRICS[name]
        by_family = "work_family" in metric.dimensions
        by = ("unit", "month_end", "work_family") if by_family else ("unit", "month_end")
        found = {tuple(row[: len(by)]): row[len(by) :] for row in warehouse.rows(name, by)}
        wanted = {}
        for unit in units:
            for month in world.months:
                for family in FAMILIES if by_family else ("",):
                    parts = reckon(world, unit, month, family)
                    if parts is not None:
                        wanted[(unit, month, family) if by_family else (unit, month)] = parts
        if not metric.zero_is_a_return:
            found = {key: parts for key, parts in found.items() if any(part != 0 for part in parts)}
            wanted = {key: parts for key, parts in wanted.items() if any(part != 0 for part in parts)}
        # What is not known in one part is not shown in either.
        wanted = {key: (None, None) if None in parts else parts for key, parts in wanted.items()}
        assert found.keys() == wanted.keys(), name
        for key, parts in wanted.items():
            assert found[key] == pytest.approx(parts), (name, key)
