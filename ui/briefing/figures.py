"""The figures of a document as they are kept with it, and what has become of them since."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from metrics.catalogue import METRICS
from metrics.model import Metric
from ui.findings.series import plain, records, things
from ui.page.open_page import Page
from ui.parts.wording import month_name, plural

MONTHS_KEPT = 13
NAMED = 3
SAME = 1e-9
Kept = Mapping[str, Any]
Key = tuple[str, str, str, str, str]
FAMILIES = ("work_family", "work_type")


def figures_of(page: Page, measures: Iterable[str]) -> list[dict[str, Any]]:
    """Each figure of the measures in the last months: of every unit and, of several, of all together.

    A figure that is not shown is kept as its words, without its parts.
    """
    return [row for name in measures if name in METRICS for row in _of(page, METRICS[name])]


def _of(page: Page, metric: Metric) -> list[dict[str, Any]]:
    family = tuple(name for name in FAMILIES if name in metric.not_added_over or name == "work_family")
    split = tuple(name for name in family if name in metric.dimensions)[:1]
    views = [("unit", "month_end", *split)]
    if len(page.scope) > 1:
        views.append(("month_end", *split))
    months = set(page.months[-MONTHS_KEPT:])
    frames = (page.metric(metric.id, by=by) for by in views if metric.kind != "distribution")
    rows = (row for frame in frames for row in records(frame))
    return [_one(metric, row, split) for row in rows if _month(row) in months and _is_of_units(row)]


def _is_of_units(row: Mapping[str, Any]) -> bool:
    """A share of the force has, beside the rows of its units, one of what they are a share of."""
    return isinstance(row.get("unit", ""), str)


def _month(row: Mapping[str, Any]) -> date:
    return pd.Timestamp(row["month_end"]).date()


def _one(metric: Metric, row: Mapping[str, Any], split: Sequence[str]) -> dict[str, Any]:
    family = str(row.get(split[0]) or "") if split else ""
    return {
        "measure": metric.id,
        "unit": row.get("unit", ""),
        "family": family,
        "month": _month(row).isoformat(),
        "value": plain(row["value"]),
        "numerator": plain(row["numerator"]),
        "denominator": plain(row["denominator"]),
        "said": metric.say(row["value"], row["numerator"], row["denominator"]),
    }


@dataclass(frozen=True)
class Change:
    """One figure that is not what the document shows."""

    kept: Kept
    now: str
    size: float


def changes(kept: Sequence[Kept], now: Sequence[Kept]) -> list[Change]:
    """The figures that read otherwise now, the largest change for its size first; gone ones included."""
    held = {_key(each): each for each in now}
    found = [_change(each, held.get(_key(each))) for each in kept]
    return sorted((each for each in found if each), key=lambda c: (-c.size, _key(c.kept)))


def _key(each: Kept) -> Key:
    return each["measure"], each["unit"] or "", each["family"], each["month"], ""


def _change(kept: Kept, now: Kept | None) -> Change | None:
    said = now["said"] if now else "no return"
    if said == kept["said"]:
        return None
    before, after = kept["value"], now["value"] if now else None
    if before is None or after is None:
        return Change(kept, said, 1.0)
    size = abs(after - before) / max(abs(before), abs(after), 1.0e-12)
    # Sums taken in another order differ in the last digits, and one at a half may then round the other way.
    return None if size < SAME else Change(kept, said, size)


def told(found: Sequence[Change], page: Page) -> tuple[str, tuple[str, ...]]:
    """That figures have changed since, the three largest changes, and how many more there are."""
    if not found:
        return "Its figures were compared with those of now: every one is the same.", ()
    rest = len(found) - NAMED
    more = (f"And {plural(rest, 'more figure')}.",) if rest > 0 else ()
    head = "The figures have changed since: " + (
        "this one" if len(found) == 1 else f"these {len(found[:NAMED])}"
    )
    return f"{head}.", (*(_sentence(each, page) for each in found[:NAMED]), *more)


def _sentence(each: Change, page: Page) -> str:
    kept = each.kept
    where = page.unit_title(kept["unit"]) if kept["unit"] else "all its units together"
    family = f", {things(kept['family'])}" if kept["family"] else ""
    month = month_name(date.fromisoformat(kept["month"]))
    measure = METRICS[kept["measure"]].title if kept["measure"] in METRICS else kept["measure"]
    return f"{measure}{family}, {where}, {month}: {kept['said']} in the document, {each.now} today."
