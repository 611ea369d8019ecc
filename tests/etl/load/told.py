"""What a store must hold, replayed in plain Python from the loads that it accepted and did not undo."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Row = Mapping[str, Any]
Standing = tuple[str, str, int]  # dataset, load and row number
WHOLE_FORCE = None
NO_UNIT = ""
FOLLOW_ESTABLISHMENT = ("people", "movements")


@dataclass
class Told:
    """One load: the rows of each sheet as they were sent, and whether somebody has undone it since."""

    load_id: str
    sheets: Mapping[str, Sequence[Row]]
    undone: bool = field(default=False)

    def speaks_for(self) -> Iterator[tuple[str, date, str | None]]:
        """The sheets, months and units whose earlier rows these rows take the place of."""
        for dataset, rows in self.sheets.items():
            followed = dataset == "movements" and "establishment" in self.sheets
            for row in () if followed else rows:
                named = [row.get(name) for name in ("unit", "from_unit", "to_unit") if row.get(name)]
                yield dataset, row["month_end"], named[0] if named else self._without_a_unit(rows)
        for row in self.sheets.get("establishment", ()):
            for dataset in FOLLOW_ESTABLISHMENT:
                if dataset in self.sheets:
                    yield dataset, row["month_end"], row["unit"]

    def _without_a_unit(self, rows: Sequence[Row]) -> str | None:
        """Rows without a unit speak for the whole force, or beside rows with one for one another."""
        return NO_UNIT if any(row.get("unit") for row in rows) else WHOLE_FORCE

    def answers_by(self, dataset: str, row: Row) -> str | None:
        """The unit for which this load sends a row: of a movement the unit left before the one joined."""
        names = ("from_unit", "to_unit") if dataset == "movements" else ("unit",)
        held = {
            unit for what, month, unit in self.speaks_for() if (what, month) == (dataset, row["month_end"])
        }
        return next((row[name] or NO_UNIT for name in names if (row[name] or NO_UNIT) in held), None)


def holders(loads: Sequence[Told]) -> dict[tuple[str, date, str | None], str]:
    """Who speaks last for each sheet, month and unit."""
    last: dict[tuple[str, date, str | None], str] = {}
    for told in loads:
        mine = set(told.speaks_for())
        whole = {(dataset, month) for dataset, month, unit in mine if unit is WHOLE_FORCE}
        last = {scope: load_id for scope, load_id in last.items() if scope[:2] not in whole}
        last |= dict.fromkeys(mine, told.load_id)
    return last


def standing(every: Sequence[Told]) -> dict[Standing, Row]:
    """The rows that must be published, no more and no fewer, each once."""
    loads = [told for told in every if not told.undone]
    last = holders(loads)
    held: dict[Standing, Row] = {}
    for told in loads:
        for dataset, rows in told.sheets.items():
            for number, row in enumerate(rows, 1):
                scope = (dataset, row["month_end"], told.answers_by(dataset, row))
                alive = {who for (what, month, _), who in last.items() if (what, month) == scope[:2]}
                if last.get(scope) == told.load_id or (scope[2] is None and told.load_id in alive):
                    held[dataset, told.load_id, number] = row
    return _movements_once(_training_of_a_unit_first(held, loads))


def _movements_once(held: dict[Standing, Row]) -> dict[Standing, Row]:
    """Two returns may tell of one movement: the later telling counts."""
    latest: dict[tuple[Any, ...], Standing] = {}
    for key, row in held.items():
        if key[0] == "movements":
            latest[row["person_ref"], row["date"], row["event"]] = key
    return {key: row for key, row in held.items() if key[0] != "movements" or key in latest.values()}


def _training_of_a_unit_first(held: dict[Standing, Row], loads: Sequence[Told]) -> dict[Standing, Row]:
    """A record without a unit gives way to a later one that names units, person by person and month.

    So does one for the whole force to a later row without a unit, in a sheet whose other rows name theirs.
    """
    order = [told.load_id for told in loads]
    sent_for = {key: loads[order.index(key[1])].answers_by(key[0], row) for key, row in held.items()}

    def given_way(key: Standing, row: Row) -> bool:
        return any(
            other[0] == "training"
            and sent_for[other] is not WHOLE_FORCE
            and (his["person_ref"], his["month_end"]) == (row["person_ref"], row["month_end"])
            and order.index(other[1]) > order.index(key[1])
            for other, his in held.items()
        )

    return {
        key: row
        for key, row in held.items()
        if key[0] != "training" or row["unit"] or not given_way(key, row)
    }
