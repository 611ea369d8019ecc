"""The headings of the Home Office open data tables, which are read by name wherever they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from etl.layout.find import DEEPEST_HEADING
from etl.layout.grid import Sheet
from etl.layout.heading_key import heading_key
from etl.layout.heading_rows import texts_of


@dataclass(frozen=True)
class Shape:
    """One open data table: its headings by what they hold, and what of it is kept.

    `apart` tells one figure from another beside force and day; `summed` are the parts that are added up and
    not kept; `figures` are the columns of numbers, each with the basis it is counted in.
    """

    dataset: str
    headings: Mapping[str, tuple[str, ...]]
    apart: tuple[str, ...]
    summed: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    optional: tuple[str, ...]


_PLACE = {
    "as_at": ("as at 31 march", "as at", "date"),
    "geocode": ("geocode", "geo code"),
    "force": ("force name", "force"),
    "region": ("region",),
    "worker_type": ("worker type",),
    "sex": ("sex", "gender"),
}
_FTE = ("total fte", "fte")
STRENGTH = Shape(
    "police_strength",
    {
        **_PLACE,
        "rank": ("rank", "rank description"),
        "headcount": ("total headcount", "headcount"),
        "fte": _FTE,
    },
    ("worker_type",),
    ("sex", "rank"),
    (("fte", "FTE"), ("headcount", "headcount")),
    ("geocode", "region"),
)
FUNCTIONS = Shape(
    "police_functions",
    {
        **_PLACE,
        "ethnicity_5": ("ethnicity 5+1",),
        "ethnicity_3": ("ethnicity 3+1",),
        "function_number": ("function subgroup number", "function sub group number"),
        "function": ("function subgroup name", "function sub group name"),
        "wider_number": ("wider function number",),
        "wider_function": ("wider function name", "wider function"),
        "frontline": ("frontline type",),
        "fte": _FTE,
    },
    ("worker_type", "wider_function", "function"),
    ("sex", "ethnicity_5", "ethnicity_3", "frontline", "function_number", "wider_number"),
    (("fte", "FTE"),),
    (
        "geocode",
        "region",
        "sex",
        "ethnicity_5",
        "ethnicity_3",
        "frontline",
        "function_number",
        "wider_number",
    ),
)
SHAPES = (FUNCTIONS, STRENGTH)


@dataclass(frozen=True)
class Heads:
    """Where the headings stand: the row's position in the sheet, the column of each, and those not known."""

    shape: Shape
    position: int
    columns: Mapping[str, int]
    texts: Mapping[int, str]

    @property
    def unread(self) -> tuple[tuple[int, str], ...]:
        """The headings whose columns are not kept."""
        kept = {self.columns.get(name) for name in ("as_at", "force", "region", *self.shape.apart)}
        kept |= {self.columns.get(name) for name, _ in self.shape.figures}
        return tuple((index, text) for index, text in self.texts.items() if index not in kept)


def find_heads(sheet: Sheet) -> Heads | None:
    """The headings of an open data table; None where a needed one is missing or stands there twice."""
    for position, row in enumerate(sheet.rows[:DEEPEST_HEADING]):
        texts = dict(texts_of(row))
        for shape in SHAPES if len(texts) > len(STRENGTH.figures) + 3 else ():
            columns = _columns(shape, texts)
            if columns is not None:
                return Heads(shape, position, columns, texts)
    return None


def _columns(shape: Shape, texts: Mapping[int, str]) -> dict[str, int] | None:
    known = {key: name for name, keys in shape.headings.items() for key in keys}
    named = [(known.get(heading_key(text)), index) for index, text in texts.items()]
    columns = {name: index for name, index in named if name}
    needed = set(shape.headings) - set(shape.optional)
    twice = len(columns) < sum(name is not None for name, _ in named)
    return None if twice or not needed <= columns.keys() else columns
