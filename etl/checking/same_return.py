"""Files sent together that hold the same return: the later would take the place of the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from contracts import DATASETS, PUBLISHED
from etl.checking.staged import StagedSheet
from etl.loading import claims
from etl.publishing.codes import Codes
from etl.reports.messages import breach, said
from etl.reports.report import Breach, FileReport
from settings.model import Settings
from store.coverage import NO_UNIT, WHOLE_FORCE, Scope

CODE = "return_twice"
UNITS_NAMED = 10


@dataclass(frozen=True)
class SentBefore:
    """A file that stands before another of the same sending, with what it speaks for."""

    file_name: str
    sha256: str
    scopes: frozenset[Scope]


def with_the_same_return(
    settings: Settings, report: FileReport, sheets: Sequence[StagedSheet], before: Sequence[SentBefore]
) -> FileReport:
    """The report with a warning for each sheet whose unit and month an earlier file of the sending holds.

    The same bytes are no second return: of them that alone is said.
    """
    if not before or not sheets:
        return report
    same = [each.file_name for each in before if each.sha256 == report.sha256]
    if same:
        return replace(report, said=(*report.said, said("same_bytes", same[0])))
    mine = spoken_for(settings, sheets)
    found = [
        _warning(settings, report.file_name, earlier.file_name, dataset, both, sheets)
        for earlier in before
        for dataset, both in _by_dataset(mine & earlier.scopes).items()
    ]
    return replace(report, breaches=(*report.breaches, *found))


def sent_before(settings: Settings, report: FileReport, sheets: Sequence[StagedSheet]) -> SentBefore:
    """What a checked file speaks for, for those that come after it."""
    return SentBefore(report.file_name, report.sha256, spoken_for(settings, sheets))


def spoken_for(settings: Settings, sheets: Iterable[StagedSheet]) -> frozenset[Scope]:
    """What the sheets of a file would cover if it were loaded."""
    frames: dict[str, list[pd.DataFrame]] = {}
    for sheet in sheets:
        frames.setdefault(sheet.dataset.name, []).append(_places(sheet))
    return claims.scopes(Codes(settings), frames)


def _places(sheet: StagedSheet) -> pd.DataFrame:
    """The columns of a sheet that say what it covers, each combination once."""
    named, dated = sheet.dataset.published, sheet.dataset.dated_by
    own = {"force": sheet.force, "month_end": sheet.month_end}
    names = ["force", "as_at", *named] if named else ["force", "month_end", "unit", "from_unit", "to_unit"]
    days = ({"month_end": row.kept[dated]} if dated else {} for row in sheet.rows)
    said_by = zip(sheet.rows, days, strict=True)
    held = {tuple((row.kept | day).get(name) or own.get(name) for name in names) for row, day in said_by}
    return pd.DataFrame(list(held), columns=names, dtype=object)


def _by_dataset(scopes: Iterable[Scope]) -> dict[str, list[Scope]]:
    found: dict[str, list[Scope]] = {}
    for scope in sorted(scopes):
        found.setdefault(scope.dataset, []).append(scope)
    return found


def _warning(
    settings: Settings,
    name: str,
    earlier: str,
    dataset: str,
    both: Sequence[Scope],
    sheets: Sequence[StagedSheet],
) -> Breach:
    sheet = next((each.sheet for each in sheets if each.dataset.name == dataset), "")
    detail = f"{earlier} and {name}"
    return breach(CODE, dataset=dataset, sheet=sheet, near=_named(settings, both), detail=detail)


def _named(settings: Settings, both: Sequence[Scope]) -> str:
    """The return in words: Caseload of Domestic abuse investigation, September 2026."""
    title = DATASETS[both[0].dataset].title
    months = dict.fromkeys(f"{date.fromisoformat(scope.month_end):%B %Y}" for scope in both)
    if both[0].dataset in PUBLISHED:
        return f"{title} of {', '.join(months)}"
    titles = {(f.code, u.code): u.title for f in settings.forces for u in f.units}
    named = list(dict.fromkeys(_unit(scope, titles) for scope in both))
    units = ", ".join(named) if len(named) <= UNITS_NAMED else f"{len(named)} units"
    return f"{title} of {units}, {', '.join(months)}"


def _unit(scope: Scope, titles: dict[tuple[str, str], str]) -> str:
    special = {WHOLE_FORCE: "the whole force", NO_UNIT: "rows without a unit"}
    return special.get(scope.unit) or titles.get((scope.force, scope.unit), scope.unit)
