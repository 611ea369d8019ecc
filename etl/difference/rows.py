"""Rows new, changed and gone, by sheet, month and unit."""

from __future__ import annotations

from contracts import DATASETS
from contracts.model import Dataset
from contracts.to_duckdb import column_name, quoted
from etl.difference.model import RowChange
from etl.difference.sides import Sides

# Words for a missing value and between two values that no cell holds.
NONE, BETWEEN = "'\\x00'", "'\\x1f'"
# A sheet of what happened says each thing once, in whichever month it was told.
ONCE = ("movements",)


def row_changes(sides: Sides) -> tuple[RowChange, ...]:
    """Every sheet, month and unit that the new loads speak for. A row is known by its contract's key.

    In a month that a unit has not sent before, its rows are compared with those of the newest month that it
    has: a person who is there again is the same row.
    """
    sides.make("beside")
    for side, asked in (("was", "beside"), ("will", "touched")):
        sides.con.execute(
            f'CREATE TEMP TABLE {side}_row (dataset VARCHAR, "force" VARCHAR, month_end DATE, unit VARCHAR, '
            '"key" VARCHAR, nth BIGINT, content VARCHAR)'
        )
        for name in sorted({dataset for _, dataset, _ in sides.groups}):
            _fill(sides, side, asked, DATASETS[name])
    sides.make("compared")
    return tuple(RowChange(*row) for row in sides.ask("row_changes"))


def _fill(sides: Sides, side: str, asked: str, dataset: Dataset) -> None:
    key = [name for name in _names(dataset, dataset.key) if name != "month_end"]
    own = [column.name for column in dataset.columns if not column.once_per_file]
    content = [name for name in _names(dataset, own) if name != "month_end" and name not in key]
    within = ', "force"' + ("" if dataset.name in ONCE else ", month_end")
    sides.con.execute(
        f'INSERT INTO {side}_row SELECT $name, "force", month_end, {_unit(dataset)}, {_text(key)} AS said, '
        f"row_number() OVER (PARTITION BY said{within} ORDER BY row_number), {_text(content)} "
        f'FROM {side}."{dataset.name}" AS r WHERE EXISTS (SELECT 1 FROM {asked} AS t WHERE t.dataset = $name '
        'AND t."force" = r."force" AND (t.month_end = r.month_end OR $once))',
        {"name": dataset.name, "once": dataset.name in ONCE},
    )


def _names(dataset: Dataset, columns: tuple[str, ...] | list[str]) -> list[str]:
    return [column_name(dataset.column(name)) if name != "force" else name for name in columns]


def _unit(dataset: Dataset) -> str:
    names = [name for name in ("unit", "from_unit", "to_unit") if name in dataset.column_names]
    return f"coalesce({', '.join([*names, chr(39) * 2])})"


def _text(columns: list[str]) -> str:
    values = ", ".join(f"coalesce(CAST({quoted(name)} AS VARCHAR), {NONE})" for name in columns)
    return f"concat_ws({BETWEEN}, {values})" if columns else "''"
