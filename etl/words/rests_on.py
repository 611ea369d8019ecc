"""What rests on a word that was agreed on: the rows that hold it, and the figures made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import contracts
from contracts.model import Column
from etl import in_memory
from etl.publishing import plan as planning
from etl.publishing.codes import SURE, Codes, stands_for
from etl.publishing.plan import Change, Plan
from etl.publishing.publish import settings_of
from metrics.catalogue import METRICS
from settings.model import Settings
from settings.plain import plain
from settings.remembered import key, with_remembered
from store.control import reading
from store.matches import Match
from store.place import Store

Place = tuple[str, str]
"""A sheet by its dataset, and a month end."""
Row = tuple[str, date, str | None, int]
"""Load, month end, unit as sent, and in how many rows."""
Found = tuple[str, Column, Row]


@dataclass(frozen=True)
class Rests:
    """What rests on a match: how many rows that count, of which sheets and months, and their units.

    `loads`: each that holds the word and is not undone, those that later ones have replaced too. `held`:
    the sheets whose rows are held back without it, because the word places them.
    """

    rows: int = 0
    places: tuple[Place, ...] = ()
    units: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    held: tuple[str, ...] = ()

    @property
    def measures(self) -> tuple[str, ...]:
        """The titles of the measures that are made from the sheets whose rows are held back."""
        return tuple(
            dict.fromkeys(
                metric.title
                for metric in METRICS.values()
                if any(name in each for each in metric.needs for name in self.held)
            )
        )


def rests_on(store: Store, match: Match) -> Rests:
    """What is published of the rows that a match places or names; nothing for a heading.

    A heading is read when a file is checked, so what was loaded under it stays as it is.
    """
    settings = settings_of(store)
    if match.is_heading or _is_set(settings, match):
        return Rests()
    with reading(store) as con:
        plan = planning.make(con, Change(everything=True))
    found: list[Found] = []
    for name, dataset in contracts.DATASETS.items():
        for column in dataset.columns:
            if column.allowed_from == match.list_name:
                found += [(name, column, row) for row in _rows(store, plan, name, column, match)]
    return _rests(settings, match, found, {claim.load_id for claim in plan.holding})


def _is_set(settings: Settings, match: Match) -> bool:
    """Whether the settings of the force say the same without the match, so that nothing rests on it."""
    without = settings_after(settings, match, None)
    found = stands_for(without, match.force, match.list_name, match.text, date.today())
    return found.how in SURE and found.code == match.code


def _rows(store: Store, plan: Plan, name: str, column: Column, match: Match) -> list[Row]:
    """(load, month, unit as sent, rows) of the loads of the force with the word in a column."""
    files = [str(store.rows_file(s.file)) for r in plan.loads for s in r.sheets if s.dataset == name]
    if not files:
        return []
    with in_memory.cursor() as con:
        found = con.execute(
            f'SELECT load_id, month_end, {_unit(name)} AS unit_said, "{column.name}" AS said, count(*) AS n '
            "FROM read_parquet($files, union_by_name = true, hive_partitioning = false) "
            'WHERE "force" = $force AND said IS NOT NULL GROUP BY ALL ORDER BY ALL',
            {"files": files, "force": match.force},
        ).fetchall()
    wanted = plain(match.text)
    return [(load, month, sent, n) for load, month, sent, said, n in found if plain(said) == wanted]


def _unit(name: str) -> str:
    """Where a row of a dataset says its unit, for a query."""
    if name == "movements":
        return "coalesce(from_unit, to_unit)"
    return "unit" if "unit" in contracts.dataset(name).column_names else "NULL"


def _rests(settings: Settings, match: Match, every: Sequence[Found], live: set[str]) -> Rests:
    codes = Codes(settings)
    found = [each for each in every if each[2][0] in live]
    units = {match.code} if match.list_name == "units" and found else set()
    if match.list_name != "units":
        sent = {(unit, month) for _, _, (_, month, unit, _) in found if unit}
        units = {codes.code(match.force, "units", unit, month) or unit for unit, month in sent}
    return Rests(
        sum(row[3] for _, _, row in found),
        tuple(sorted({(name, row[1].isoformat()) for name, _, row in found})),
        tuple(sorted(units)),
        tuple(sorted({row[0] for _, _, row in every})),
        tuple(dict.fromkeys(name for name, column, _ in found if column.needs_value)),
    )


def settings_after(settings: Settings, match: Match, code: str | None) -> Settings:
    """The settings with the word meaning another code, or (None) nothing."""
    held = next((f.remembered for f in settings.forces if f.code == match.force), ())
    others = [word for word in held if key(word) != key(match.word)]
    new = [replace(match.word, code=code)] if code is not None else []
    return with_remembered(settings, match.force, [*others, *new])
