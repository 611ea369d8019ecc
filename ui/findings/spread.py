"""How evenly work is carried: four numbers for each group of ten or more people, and never a person."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from analysis.disclosure import NotShown
from metrics.engine import LEVELS
from ui.findings.series import plain


def spread(
    frame: pd.DataFrame, units_of_type: dict[str, frozenset[str]], name_of: Callable[[str, str], str]
) -> pd.DataFrame:
    """Open work per FTE of those who carry fully: a row for each group of ten or more people.

    A pool is shown only where it holds people beyond those of a unit with a row of its own."""
    found = frame.to_dict("records")
    alone = {str(r["name"]): int(r["n"]) for r in found if r["level"] == "unit"}
    rows = [
        (
            LEVELS.index(r["level"]),
            name_of(str(r["level"]), str(r["name"])),
            int(r["n"]),
            _given(r["median"]),
            _given(r["p90"]),
            _share_over(r["over_ceiling"]),
        )
        for r in found
        if r["level"] == "unit" or _adds(r, units_of_type, alone)
    ]
    columns = ["Group", "People", "Median", "90th percentile", "Share over the local ceiling"]
    return pd.DataFrame([row[1:] for row in sorted(rows, key=lambda row: row[:2])], columns=columns)


def _adds(pool: dict[Any, Any], units_of_type: dict[str, frozenset[str]], alone: dict[str, int]) -> bool:
    """Whether a pool holds people whom no single unit's row holds already."""
    inside = alone if pool["level"] == "force" else units_of_type.get(str(pool["name"]), frozenset())
    return int(pool["n"]) > max((alone.get(unit, 0) for unit in inside), default=0)


def _given(measure: Any) -> float | str:
    return str(measure) if isinstance(measure, NotShown) else float(measure)


def _share_over(share: Any) -> str:
    if isinstance(share, NotShown):
        return str(share)
    return "no ceiling set" if plain(share) is None else f"{share:.0%}"
