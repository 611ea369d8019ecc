"""What a program needs to draw a chart itself: categories, series, and words beside their points."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from charts.words import measured

Values = tuple[float | None, ...]
Shape = Literal["line", "bar", "stacked", "scatter"]


@dataclass(frozen=True)
class Series:
    """One series. `dash` is solid, dash or dot; a width of 0 draws points only. `unseen` bars only hold up
    the next. `glyph` is how points are marked; `said` words beside points, by their place.
    """

    name: str
    values: Values
    colour: str
    dash: str = "solid"
    width: float = 2.2
    points: bool = False
    unseen: bool = False
    outlined: bool = False
    glyph: str = ""
    said: tuple[tuple[int, str], ...] = ()
    across: Values = ()


@dataclass(frozen=True)
class Native:
    """A chart of a program's own. `whole`: its series hold every number of the model, so that no table
    beside it is needed. `from_zero`: the axis begins at nought.
    """

    shape: Shape
    categories: tuple[str | date, ...]
    series: tuple[Series, ...]
    decimals: int = 0
    suffix: str = ""
    from_zero: bool = False
    whole: bool = True
    across_title: str = ""


def known(values: Values) -> Values:
    """The values with one sign for what is missing."""
    return tuple(None if v is None or v != v else float(v) for v in values)


def last(values: Values, decimals: int, suffix: str) -> tuple[tuple[int, str], ...]:
    """The last known figure in words, at its place."""
    there = [n for n, v in enumerate(known(values)) if v is not None]
    return ((there[-1], measured(values[there[-1]], decimals, suffix)),) if there else ()


def every(values: Values, decimals: int, suffix: str) -> tuple[tuple[int, str], ...]:
    """Every figure in words, at its place."""
    return tuple((n, measured(v, decimals, suffix)) for n, v in enumerate(known(values)) if v is not None)
