"""Publication mode: the units hidden beside a small one, and the totals withheld, so that none is worked out.

What all units come to, less the units shown, is the one that is hidden. So a second unit is hidden with it,
in every view alike: chosen alone, in its group, or beside the others.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import pandas as pd

from analysis.disclosure import FEWEST_PEOPLE_SHOWN, Hidden, Suppressed, hide_small
from ui.findings.series import plain

PARTS = ("numerator", "denominator")
People = tuple[float | None, float | None]
Counts = Mapping[str, People]
"""Of each hidden unit the two parts of its figure, people."""
ByMonth = Mapping[date, Counts]


def hidden_units(frame: pd.DataFrame, threshold: int = FEWEST_PEOPLE_SHOWN) -> dict[date, Counts]:
    """The units to hide at each month end, of a frame with a row for every unit of a force and month end."""
    months: dict[date, dict[str, People]] = {}
    for row in frame.to_dict("records"):
        month = pd.Timestamp(row["month_end"]).date()
        months.setdefault(month, {})[row["unit"]] = (plain(row[PARTS[0]]), plain(row[PARTS[1]]))
    return {month: _of_month(units, threshold) for month, units in months.items()}


def _of_month(units: Counts, threshold: int) -> Counts:
    """The small ones, and the smallest others until what is hidden cannot be worked out from the total."""
    hidden = {unit: parts for unit, parts in units.items() if any(_small(n, threshold) for n in parts)}
    while worked_out(hidden, threshold):
        left = {u: top for u, (top, _) in units.items() if u not in hidden and top is not None}
        if not left:
            break
        smallest = min(left, key=lambda unit: (left[unit] == 0, left[unit], unit))
        hidden[smallest] = units[smallest]
    return hidden


def _small(n: float | None, threshold: int) -> bool:
    return isinstance(hide_small(n, threshold), Hidden)


def worked_out(hidden: Counts, threshold: int = FEWEST_PEOPLE_SHOWN) -> bool:
    """Whether the sum of the hidden units gives one away: it is of one alone, or itself a small count."""
    if not hidden:
        return False
    sums = (sum(parts[n] or 0 for parts in hidden.values()) for n in range(len(PARTS)))
    return len(hidden) == 1 or any(_small(each, threshold) for each in sums)


def hide_companions(
    frame: pd.DataFrame,
    hidden: ByMonth,
    units: Collection[str],
    *,
    only: date | None = None,
    total: bool = True,
) -> pd.DataFrame:
    """The frame with rows of hidden units marked; and a total of `units`, where it would tell of one of them.

    `total` is whether a row without a unit adds `units` up. A row that is hidden already keeps its mark.
    """
    if frame.empty or not any(hidden.values()):
        return frame
    rows = frame.to_dict("records")
    marked = [_tells(row, hidden, units, only, total) for row in rows]
    if not any(marked):
        return frame
    shown = frame.astype(dict.fromkeys((*PARTS, "value"), object))
    for name in (*PARTS, "value"):
        shown[name] = [_marked(v, tells) for v, tells in zip(shown[name], marked, strict=True)]
    return shown


def _tells(row: Any, hidden: ByMonth, units: Collection[str], only: date | None, total: bool) -> bool:
    month = pd.Timestamp(row["month_end"]).date() if "month_end" in row else only
    found = hidden.get(month, {}) if month else {}
    if "unit" in row:
        return row["unit"] in found
    if not total:
        return any(unit in found for unit in units)
    inside = {unit: parts for unit, parts in found.items() if unit in units}
    outside = {unit: parts for unit, parts in found.items() if unit not in units}
    return worked_out(inside) or worked_out(outside)


def _marked(value: Any, tells: bool) -> Any:
    return Suppressed() if tells and not isinstance(value, Hidden) else value
