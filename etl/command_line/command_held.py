"""The commands about rows that are held back: listing them, and putting one right."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from contracts import DATASETS
from contracts.live_crimes import list_of
from store import open_store
from store.held import HeldRow

DONE, REFUSED, COULD_NOT_RUN = 0, 1, 2


def held(asked: Namespace) -> int:
    """List the rows that are held back, each with what is wrong in it."""
    from etl.holding.held_cells import listed
    from etl.holding.release import still_held

    store = open_store()
    rows = listed(store, still_held(store))
    for each in rows:
        row = each.row
        unit = row.unit or "unit not read"
        print(f'{row.load_id}  sheet "{each.sheet}" row {row.row_number}  {row.month_end}  {unit}  '
              f"held by {row.held_by}: {row.reason}")  # fmt: skip
        for fault in each.faults:
            found = f" Found: {fault['value']}." if fault["value"] else ""
            print(f"  [{fault['code']}] {fault['cell']}: {fault['says']}{found} {fault['how_to_fix']}")
    if not rows:
        print("No row is held back.")
    return DONE


def release(asked: Namespace) -> int:
    """Put a held row right and count it, as a load of its own."""
    from etl.holding.release import CannotRelease, still_held
    from etl.holding.release import release as release_row

    store = open_store()
    rows = [r for r in still_held(store) if _is_meant(r, asked)]
    if not rows:
        print(f'Row {asked.row} of sheet "{asked.sheet}" of load {asked.load_id} is not held back.')
        return REFUSED
    cells = _cells(rows[0].dataset, asked.set or ())
    if isinstance(cells, str):
        print(cells)
        return COULD_NOT_RUN
    try:
        done = release_row(store, rows[0].key, cells, asked.reason, asked.by)
    except CannotRelease as reason:
        print(reason)
        return REFUSED
    print(f"{done.said}\nPublished as publication {done.publication_id}.")
    return DONE


def release_arguments(made: ArgumentParser) -> None:
    """What the release command takes."""
    made.add_argument("load_id", metavar="LOAD_ID")
    made.add_argument("sheet", metavar="SHEET")
    made.add_argument("row", type=int, metavar="ROW")
    made.add_argument(
        "--set", action="append", metavar="COLUMN=VALUE", help="a cell typed anew; may be given several times"
    )
    made.add_argument("--reason", required=True, help="why the row may be counted now")


def _is_meant(row: HeldRow, asked: Namespace) -> bool:
    """Whether it is the row that was named; a case of a list is listed under the name of the list."""
    place = (row.load_id, row.row_number) == (asked.load_id, asked.row)
    return place and asked.sheet in (row.sheet, list_of(row.sheet))


def _cells(dataset: str, typed: tuple[str, ...] | list[str]) -> dict[str, str] | str:
    """Column name -> text, from COLUMN=VALUE by title or name; a sentence where a column is neither."""
    names = {n.casefold(): c.name for c in DATASETS[dataset].columns for n in (c.name, c.title)}
    cells = {}
    for text in typed:
        title, equals, value = text.partition("=")
        name = names.get(title.strip().casefold())
        if not equals or name is None:
            titles = ", ".join(c.title for c in DATASETS[dataset].columns)
            return f"Write a cell as COLUMN=VALUE; the columns are: {titles}."
        cells[name] = value
    return cells
