"""What a national table says again of days that another loaded edition is about, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from contracts import DATASETS
from etl.checking.staged import StagedSheet
from etl.reports.messages import said
from etl.reports.report import FileReport
from store.place import Store, StoreProblem
from store.warehouse import connect

HERE = Path(__file__).parent
NO_CHANGE = 0.005  # figures are published to two decimals; a sum of floats is not exact
MOST_NAMED = 10
Rows = Iterable[Mapping[str, Any]]


@dataclass(frozen=True)
class Revised:
    """One figure that two editions give otherwise, the older first."""

    about: tuple[Any, ...]
    was: float
    now: float
    editions: tuple[date, date]

    @property
    def says(self) -> str:
        """As a person reads it: Bedfordshire 31 March 2019, officers, FTE: 1,163.92 -> 1,180.92."""
        force, day, *kinds = self.about
        return f"{force} {day.day} {day:%B %Y}, {', '.join(kinds)}: {self.was:,.2f} → {self.now:,.2f}"


def with_other_editions(store: Store, report: FileReport, sheets: Sequence[StagedSheet]) -> FileReport:
    """The report, and what it says of figures that stand in other editions of the same table."""
    named = {sheet.dataset.name for sheet in sheets if sheet.dataset.published}
    told = [
        sentence
        for name in sorted(named)
        for sentence in overlaps(
            store, name, [r.codes for s in sheets if s.dataset.name == name for r in s.rows]
        )
    ]
    return replace(report, said=(*report.said, *told)) if told else report


def overlaps(store: Store, dataset: str, rows: Rows) -> list[str]:
    """How many figures stand in another edition as well, and those that differ; nothing where none does."""
    ours = {_about(dataset, row): (row["edition"], row["value"]) for row in rows if row["value"] is not None}
    editions = {edition for edition, _ in ours.values()}
    both = [
        (about, *theirs, *ours[about])
        for about, theirs in _others(store, dataset, editions).items()
        if about in ours
    ]
    if not both:
        return []
    revised = sorted((_revised(*each) for each in both if abs(each[2] - each[4]) > NO_CHANGE), key=_largest)
    if not revised:
        return [said("edition_same", len(both))]
    named = "; ".join(each.says for each in revised[:MOST_NAMED])
    more = f"; and {len(revised) - MOST_NAMED} more" if len(revised) > MOST_NAMED else ""
    return [said("edition_differs", len(both), len(revised), named + more)]


def _revised(about: tuple[Any, ...], edition: date, value: float, own: date, ours: float) -> Revised:
    older, newer = sorted(((edition, value), (own, ours)))
    return Revised(about, older[1], newer[1], (older[0], newer[0]))


def _largest(each: Revised) -> float:
    return -abs(each.now - each.was)


def _about(dataset: str, row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in DATASETS[dataset].key if name != "edition")


def _others(store: Store, dataset: str, own: set[date]) -> dict[tuple[Any, ...], tuple[date, float]]:
    """The newest other edition of every figure that stands; nothing where no figures can be read."""
    try:
        reader = connect(store)
    except StoreProblem:
        return {}
    if reader is None:
        return {}
    try:
        sql = (HERE / f"{dataset}_editions.sql").read_text("utf-8")
        rows = reader.cursor().execute(sql, {"own": sorted(own)}).fetchall()
    finally:
        reader.close()
    return {tuple(about): (edition, value) for *about, edition, value in rows}
