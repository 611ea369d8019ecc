"""How each return stands, unit by unit and month by month: received, late, in part, corrected or missing."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pandas as pd

from ui.figures.status import TITLES
from ui.parts.evidence_table import Cell, Row
from ui.parts.wording import join, month_name, plural

WHOLE_FORCE = "*"
RETURNS: dict[str, tuple[str, ...]] = {
    "caseload": ("caseload",),
    "attrition": ("establishment", "people", "unavailable"),
    "training": ("training",),
}
"""The three workbooks, each with the sheets that are expected in it."""
ALL = "all"
GLYPHS = {"missing": "○", "partial": "◐", "late": "◷", "corrected": "◆", "received": "✓", "not expected": "–"}
"""Each state and its glyph, in the order they are named."""
MEANS = {
    "received": "it has come and nothing of it is held back",
    "late": "its first return came after the day it was due",
    "partial": "a sheet of it has not come, or rows are held back",
    "corrected": "it was sent again, and the later return holds",
    "missing": "it has not come",
}
Key = tuple[str, str, date]  # dataset, unit, month end
Due = Callable[[date], float | None]


@dataclass(frozen=True)
class Arrival:
    """One sheet of one unit and month as it came: first when, whether it was sent again, rows held back."""

    load_id: str
    first_at: date | None
    again: bool
    rows_held: int


@dataclass(frozen=True)
class Arrived:
    """Everything that came, by sheet, unit (`*`: the whole force) and month."""

    by: Mapping[Key, Arrival]

    def of(self, dataset: str, unit: str, month: date) -> Arrival | None:
        """What speaks for a unit: a return of its own, else one of the whole force."""
        return self.by.get((dataset, unit, month)) or self.by.get((dataset, WHOLE_FORCE, month))


def arrived(
    rows: Iterable[tuple[str, str, date, str, str | datetime, int]], again: Iterable[tuple]
) -> Arrived:
    """From what speaks now and what spoke first."""
    first = {(dataset, unit, month): _day(at) for dataset, unit, month, _, at in again}
    sent_again = {key: key in first for key in first}
    found = {}
    for dataset, unit, month, load, at, held in rows:
        key = (dataset, unit, month)
        found[key] = Arrival(load, first.get(key, _day(at)), key in sent_again, int(held or 0))
    for dataset, unit, month in first.keys() - found.keys():  # a unit's own, before the whole force's
        whole = found.get((dataset, WHOLE_FORCE, month))
        if whole:
            key = (dataset, unit, month)
            found[key] = Arrival(whole.load_id, first[key], True, whole.rows_held)
    return Arrived(found)


def _day(at: str | datetime | None) -> date | None:
    if at is None:
        return None
    return (at if isinstance(at, datetime) else datetime.fromisoformat(at)).date()


def states(
    came: Arrived, sheets: Sequence[str], unit: str, month: date, due: float | None
) -> tuple[list[str], list[str]]:
    """How a return of these sheets stands, worst first, and what is said of it sheet by sheet."""
    each = {sheet: came.of(sheet, unit, month) for sheet in sheets}
    gone = [sheet for sheet, arrival in each.items() if arrival is None]
    here = {sheet: arrival for sheet, arrival in each.items() if arrival is not None}
    if not here:
        return ["missing"], [f"{_named(gone)} not in"]
    found, said = [], []
    held = sum(arrival.rows_held for arrival in here.values())
    if gone or held:
        found.append("partial")
        said += [f"{_named(gone)} not in"] * bool(gone) + [f"{plural(held, 'row')} held back"] * bool(held)
    late = [sheet for sheet, a in here.items() if is_late(a.first_at, month, due)]
    if late:
        found.append("late")
        said.append(f"{_named(late)} late")
    again = [sheet for sheet, arrival in here.items() if arrival.again]
    if again:
        found.append("corrected")
        said.append(f"{_named(again)} sent again")
    return found or ["received"], said or [f"{_named(here)} in"]


def _named(sheets: Collection[str]) -> str:
    return join(TITLES.get(sheet, sheet) for sheet in sheets)


def is_late(first: date | None, month: date, due: float | None) -> bool:
    """Whether a first return came after the day it was due; never where the force has set no day."""
    return due is not None and first is not None and first > month + timedelta(days=int(due))


def choices(used: Collection[str]) -> dict[str, tuple[tuple[str, ...], str]]:
    """What the grid can show: all returns, each of the three, or one sheet; its sheets and its title.

    A sheet that nobody has ever sent is not waited for.
    """
    returns = {name: tuple(s for s in sheets if s in used) for name, sheets in RETURNS.items()}
    returns = {name: sheets for name, sheets in returns.items() if sheets}
    every = tuple(sheet for sheets in returns.values() for sheet in sheets)
    found = {ALL: (every, "All three returns")} if len(returns) > 1 else {}
    found |= {name: (sheets, f"{name.capitalize()} workbook") for name, sheets in returns.items()}
    return found | {f"sheet-{s}": ((s,), f"Sheet {TITLES.get(s, s)}") for s in used}


def rows(
    came: Arrived,
    sheets: Sequence[str],
    units: Mapping[str, str],
    months: Sequence[date],
    expected: Callable[[str, date], bool],
    due: Due,
) -> list[Row]:
    """One row for each unit, one cell for each month; a cell with something behind it can be opened."""
    return [
        Row(code, title, tuple(_cell(came, sheets, code, m, expected(code, m), due(m)) for m in months))
        for code, title in units.items()
    ]


def _cell(
    came: Arrived, sheets: Sequence[str], unit: str, month: date, expected: bool, due: float | None
) -> Cell:
    found, said = states(came, sheets, unit, month, due)
    if found == ["missing"] and not expected:
        return Cell("not expected", GLYPHS["not expected"], "the unit did not stand then")
    tone = "concern" if found[0] in ("missing", "partial") else "common"
    opens = "" if found == ["missing"] else f"{unit}|{month.isoformat()}"
    glyphs = "".join(GLYPHS[state] for state in found)
    return Cell(", ".join(found), glyphs, f"({'; '.join(said)}), {month_name(month)}", tone, opens)


def key_said(due: float | None) -> str:
    """What each glyph means; what late means, or that it is not said."""
    said = "; ".join(
        f"{GLYPHS[state]} {state}: {means}"
        for state, means in MEANS.items()
        if state != "late" or due is not None
    )
    if due is None:
        return f"{said}. Whether a return was late is not said: the force has set no day by which it is due."
    return f"{said}. Returns are due {plural(due, 'day')} after the month's end, as the force has set."


def as_frame(grid: Sequence[Row], months: Sequence[date]) -> pd.DataFrame:
    """The grid in words, to hand over."""
    lines = [(row.label, *(f"{c.said} {c.word}".strip() for c in row.cells)) for row in grid]
    return pd.DataFrame(lines, columns=["Unit", *(f"{m:%b %Y}" for m in months)])


def behind(came: Arrived, sheets: Sequence[str], unit: str, month: date) -> list[tuple[str, Arrival]]:
    """The sheets that have come for a unit and month, each with what speaks for it."""
    found = ((sheet, came.of(sheet, unit, month)) for sheet in sheets)
    return [(sheet, arrival) for sheet, arrival in found if arrival is not None]
