"""The rows under the headings of a list, each with its cells read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from contracts.live_crimes import STATES
from etl.layout.grid import as_text
from etl.layout.label_of_total import is_label_of_total
from etl.shapes.live_crimes import words
from etl.shapes.live_crimes.cells import Cells
from etl.shapes.live_crimes.heads import Heads
from etl.shapes.live_crimes.words import Day, Officer, Status

FLAGS = ("high_risk", "overdue", *STATES)


class Line(NamedTuple):
    """One row. `unit` and `work_type` are None where the cell is no value; `is_total` by a label in one.

    `flags` are those it has, `unclear` those whose words are not known.
    """

    number: int
    position: int
    reference: str
    unit: str | None
    work_type: str | None
    is_total: bool
    officer: Officer
    recorded: Day
    closed: Day
    status: Status
    flags: frozenset[str]
    unclear: frozenset[str]


def read_lines(cells: Cells, heads: Heads, month_end: date) -> Iterable[Line]:
    """Every row, in order."""
    first = heads.position + 1
    numbers = cells.numbers[first:]

    def read(name: str, meaning: Callable[[Any], Any], blank: Any) -> list[Any]:
        if name not in heads.found:
            return [blank] * len(numbers)
        return cells.column(heads.found[name][0], first).read(meaning)

    def on(cell: Any) -> Day:
        return words.day(cells.day(cell))

    flags = zip(*(read(name, _flag(name, cells, month_end), False) for name in FLAGS), strict=True)
    columns = (
        read("reference", _labelled(words.reference), ("", False)),
        read("unit", _labelled(words.value), ("", False)),
        read("work_type", _labelled(words.value), ("", False)),
        read("officer", words.officer, Officer()),
        read("recorded", on, Day(None)),
        read("closed_on", on, Day(None)),
        read("status", words.status, Status("blank")),
    )
    places = zip(numbers, range(first, first + len(numbers)), strict=True)
    return (
        Line(*place, ref, unit, kind, a or b or c, officer, recorded, closed, status, *_parted(said))
        for place, (ref, a), (unit, b), (kind, c), officer, recorded, closed, status, said in zip(
            places, *columns, flags, strict=True
        )
    )


def _labelled(meaning: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, bool]]:
    """What a cell means, and whether it labels a total."""

    def read(cell: Any) -> tuple[Any, bool]:
        said = meaning(cell)
        # What begins with a number is no label: a list has as many references as rows.
        return said, bool(said) and said[:2].isalpha() and is_label_of_total(as_text(cell))

    return read


def _flag(name: str, cells: Cells, month_end: date) -> Callable[[Any], bool | None]:
    if name == "high_risk":
        return words.risk
    plain = words.flag(month_end, due=name == "overdue")
    return lambda cell: plain(cells.day(cell) if _is_serial(cell) else cell)


def _is_serial(cell: Any) -> bool:
    return isinstance(cell, (int, float)) and cell > 1


@cache
def _parted(said: tuple[bool | None, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The flags that a case has, and those that are not clear."""
    named = list(zip(FLAGS, said, strict=True))
    return frozenset(n for n, s in named if s), frozenset(n for n, s in named if s is None)
