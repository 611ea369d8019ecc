"""Every count of people that the readers of a document are shown, cell by cell, and of whom each one is.

A cell is taken from what was read for the document (ui/figures/shown.py), of which tables, charts, sentences
and sheets that recompute are made. Whose it is follows from how it was asked for, and is kept only where the
figures say the same: the people of those units, roles, courses or reasons do come to it.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

import pandas as pd

from analysis.disclosure import NotShown
from analysis.disclosure.audit import Counts
from metrics.catalogue import METRICS
from metrics.model import Metric
from metrics.told import COUNTED_BY, Tells
from ui.briefing.figures import FAMILIES
from ui.figures.shown import Reading
from ui.figures.sums_shown import month_ends
from ui.findings.series import plain, records

EXACT = 1e-6
LEADING = ("supervisor", "manager")
SPLITS = ("role", "course", "reason")
KEPT = ("unit", "month", "value", "numerator", "denominator")
Atom = tuple[Hashable, ...]
Atoms = dict[date, dict[Atom, float]]
Where = Mapping[str, Sequence[str]]
Shown = Mapping[tuple[str, str, bool], Mapping[tuple[Any, ...], None]]


@dataclass(frozen=True)
class Cell:
    """People of a month, the smallest counts that they are, how many, and whether readers are shown it."""

    of: str
    month: date
    counts: Counts
    people: float
    shown: bool


@dataclass(frozen=True)
class Whole:
    """The smallest counts of some people at each month, FTE or headcount, by unit and each dimension."""

    of: str
    dimensions: tuple[str, ...]
    each: Mapping[date, Mapping[Atom, float]]

    def cell(
        self, month: date, row: Mapping[Hashable, Any], where: Where, people: float, shown: bool
    ) -> Cell | None:
        """The cell of a row; None where the people of whom it should be do not come to it."""
        picked = self._picked(month, row, where)
        if not picked or abs(sum(picked.values()) - people) > EXACT * max(1.0, abs(people)):
            return None
        return Cell(
            self.of, month, frozenset(atom for atom, n in picked.items() if abs(n) > EXACT), people, shown
        )

    def _picked(self, month: date, row: Mapping[Hashable, Any], where: Where) -> dict[Atom, float]:
        """The smallest counts of the row's unit and dimensions, or of those asked for."""
        held = self._by_unit.get(month, {})
        units = [_word(row["unit"])] if "unit" in row else ["", *where.get("unit", held)]
        asked = [
            (at, {_word(row[name])} if name in row else {"", *where[name]})
            for at, name in enumerate(self.dimensions, start=1)
            if name in row or name in where
        ]
        return {
            atom: people
            for unit in units
            for atom, people in held.get(unit, ())
            if all(atom[at] in wanted for at, wanted in asked)
        }

    @cached_property
    def _by_unit(self) -> Mapping[date, Mapping[Hashable, list[tuple[Atom, float]]]]:
        """A document has thousands of cells, nearly all of one unit."""
        return {
            month: {unit: list(of) for unit, of in groupby(sorted(each.items(), key=_unit), key=_unit)}
            for month, each in self.each.items()
        }


def _unit(held: tuple[Atom, float]) -> str:
    return str(held[0][0])


def _word(value: Any) -> str:
    return value if isinstance(value, str) else ""


def splits(metric: Metric) -> tuple[str, ...]:
    """What the people of a measure are told apart by."""
    return tuple(name for name in SPLITS if name in metric.dimensions)


def whole_of(tells: Tells, metric: Metric, split: pd.DataFrame, units: pd.DataFrame) -> Whole:
    """The people whom a measure tells, from its figures by unit, month end and split, and from those by unit.

    What the split leaves of a unit are people of whom it is not known: of no role, say.
    """
    names = splits(metric)
    each: Atoms = {}
    for row in records(split):
        _add(each, row, (_word(row["unit"]), *(_word(row[name]) for name in names)), tells)
    for row in records(units) if names else ():
        blank = (_word(row["unit"]), *("" for _ in names))
        known = sum(n for at, n in each.get(_month(row), {}).items() if at[0] == blank[0])
        _add(each, row, blank, tells, known)
    return Whole(tells.of, names, each)


def _add(each: Atoms, row: Mapping[Hashable, Any], atom: Atom, tells: Tells, less: float = 0.0) -> None:
    held = each.setdefault(_month(row), {})
    held[atom] = held.get(atom, 0.0) + (_people(row, tells) or less) - less


def _month(row: Mapping[Hashable, Any]) -> date:
    return pd.Timestamp(row["month_end"]).date()


def gives(metric: Metric) -> tuple[Tells, ...]:
    """The people whom a row of the measure gives: those it is said to tell, and those its parts count."""
    told = tuple(each for each in metric.tells if each.of in COUNTED_BY and not each.beside)
    if not metric.counts_people:
        return told
    own = [Tells(f"{metric.id} {part}", **{part: 1}) for part in ("numerator", "denominator")]
    has = {(each.numerator, each.denominator) for each in told}
    rest = [Tells(f"{metric.id} rest", -1, 1)] if metric.rest_is_told else []
    return (*told, *(each for each in (*own, *rest) if (each.numerator, each.denominator) not in has))


def cells_of(reading: Reading, wholes: Mapping[str, Whole]) -> Iterator[Cell]:
    """The cells of what was read; a row that gives people in a way that is not known here gives none."""
    metric, where = METRICS[reading.metric], dict(reading.where)
    units, told = sorted(reading.units), gives(metric)
    months = month_ends(reading.rows, reading.only)
    for raw, value, month in zip(records(reading.rows), reading.shown["value"], months, strict=True):
        if month is None:
            continue
        for tells in told:
            whole, people = wholes.get(tells.of), _people(raw, tells)
            if whole is None or people is None:
                continue
            only = {**where, **_roles(tells), **({} if "unit" in raw else {"unit": units})}
            cell = whole.cell(month, raw, only, people, not isinstance(value, NotShown))
            if cell:
                yield cell


def _people(row: Mapping[Hashable, Any], tells: Tells) -> float | None:
    parts = (("numerator", tells.numerator), ("denominator", tells.denominator))
    counts = [(plain(row[name]), times) for name, times in parts if times]
    return None if any(n is None for n, _ in counts) else sum((n or 0.0) * times for n, times in counts)


def _roles(tells: Tells) -> dict[str, Sequence[str]]:
    return {"role": LEADING[:1]} if tells.roles == "supervisors" else {}


def figures_shown(rows: Iterable[Mapping[str, Any]]) -> Shown:
    """What a document shows, by its figures as they were kept: of each measure and family, by unit or not."""
    found: dict[tuple[str, str, bool], dict[tuple[Any, ...], None]] = {}
    for row in rows:
        if row["measure"] in METRICS and row["numerator"] is not None:
            of = found.setdefault((row["measure"], row["family"], bool(row["unit"])), {})
            of[tuple(row[name] for name in KEPT)] = None
    return found


def of_earlier(kept: Iterable[tuple[Shown, Iterable[str]]]) -> Iterator[Reading]:
    """What earlier documents show, each with the units it is of. What many show stands once."""
    groups: dict[tuple[Any, ...], dict[tuple[Any, ...], None]] = {}
    for shown, units in kept:
        of = frozenset(units)
        for group, rows in shown.items():
            groups.setdefault((*group, of), {}).update(rows)
    for (measure, family, by_unit, of), held in groups.items():
        split = next((name for name in FAMILIES if name in METRICS[measure].dimensions), "")
        where = ((split, (family,)),) if split and family else ()
        frame = pd.DataFrame(list(held), columns=[*KEPT])
        frame["month_end"] = [date.fromisoformat(month) for month in frame.pop("month")]
        frame = frame if by_unit else frame.drop(columns="unit")
        by = ("unit", "month_end") if by_unit else ("month_end",)
        yield Reading(measure, by, None, where, of, frame, frame)
