"""A chart that Excel draws itself from the cells of the table beside it; else the picture."""

import io
from datetime import date
from typing import Any

import pandas as pd

from charts.tokens import LIGHT
from exports.document import Chart
from exports.grid import plain
from exports.native.axis import ends, every, places
from exports.native.kinds import native
from exports.native.series import Native, Series
from exports.pictures.to_png import to_png
from exports.workbook.book import Book
from exports.workbook.tables import Placed, add_table

KINDS = {
    "line": {"type": "line"},
    "bar": {"type": "bar"},
    "stacked": {"type": "bar", "subtype": "stacked"},
    "scatter": {"type": "scatter", "subtype": "straight"},
}
DASHES = {"solid": "solid", "dash": "dash", "dot": "round_dot"}
FONT = {"name": "Arial", "size": 10, "color": LIGHT.muted}
MONTHS = {"num_format": "mmm yy", "date_axis": True, "major_unit_type": "months"}
MARKS = {"▲": "triangle", "▼": "diamond"}
SIZE = {"width": 760, "height": 360}


def add_chart(book: Book, chart: Chart, table: Placed) -> None:
    """The chart to the right of its table."""
    at = (table.top, table.left + len(table.headings) + 1)
    alt = plain(chart.model.alt())
    made = native(chart.model)
    if made is None:
        picture = io.BytesIO(to_png(chart.model))
        look = {"image_data": picture, "description": alt, "x_scale": 0.7, "y_scale": 0.7}
        table.sheet.insert_image(*at, "chart.png", look)
        return
    drawn = book.book.add_chart(dict(KINDS[made.shape]))
    _dressed(drawn, made)
    ranges = _ranges(book, made, table, chart.decimals)
    for series, cells, place in zip(made.series, ranges, places(made), strict=True):
        drawn.add_series(_series(series, made, cells, place))
    table.sheet.insert_chart(*at, drawn, {"description": alt, "object_position": 2})


def _ranges(book: Book, made: Native, table: Placed, decimals: int) -> list[tuple[str, str]]:
    """For each series the cells of its categories and values: of the table, or of what is drawn beside it."""
    if made.shape == "scatter":
        return _scattered(book, made, table, decimals)
    found = [_found(table, series) for series in made.series]
    if all(found):
        return [(table.column(0), table.column(n)) for n in found]
    first = {table.headings[0]: _column(made.categories)}
    columns = {f"{s.name}, as drawn": _column(s.values) for s in made.series}
    drawn = _drawn(book, first | columns, table, decimals)
    return [(drawn.column(0), drawn.column(n + 1)) for n in range(len(made.series))]


def _found(table: Placed, series: Series) -> int:
    """The column of the table that holds the series, or 0: a word among numbers would be drawn as nought."""
    for n, heading in enumerate(table.headings):
        if heading == series.name or heading.startswith(f"{series.name}, "):
            cells = [row[n] for row in table.rows]
            numbers = all(isinstance(cell, int | float) for cell in cells)
            return n if numbers and len(cells) == len(series.values) else 0
    return 0


def _scattered(book: Book, made: Native, table: Placed, decimals: int) -> list[tuple[str, str]]:
    """Series that share their places across have one column for them."""
    columns: dict[str, Any] = {}
    places = {}
    for n, across in enumerate(dict.fromkeys(series.across for series in made.series), start=1):
        x = len(columns)
        columns[f"{made.across_title}, {n}"] = _column(across)
        for series in (s for s in made.series if s.across == across):
            places[series.name] = (x, len(columns), len(across))
            columns[f"{series.name}, as drawn"] = _column(series.values)
    drawn = _drawn(book, columns, table, decimals)
    return [_cells(drawn, *places[series.name]) for series in made.series]


def _cells(drawn: Placed, across: int, values: int, deep: int) -> tuple[str, str]:
    return drawn.column(across, deep), drawn.column(values, deep)


def _column(values: tuple[Any, ...]) -> Any:
    return pd.Series(["" if v is None else v for v in values], dtype=object)


def _drawn(book: Book, columns: dict[str, Any], table: Placed, decimals: int) -> Placed:
    """The series of a chart that no table holds, in a table of their own under the chart."""
    frame = pd.DataFrame(columns).astype(object)
    top = max(table.bottom, table.top + 20) + 1
    return add_table(book, table.sheet, frame.where(frame.notna(), ""), decimals, top)


def _dressed(drawn: Any, made: Native) -> None:
    """No legend, quiet grid, plain axes."""
    form = "#,##0" + (f'"{made.suffix}"' if made.suffix else "")
    rows = made.shape in ("bar", "stacked")
    lowest, highest, step = ends(made)
    months = bool(made.categories) and isinstance(made.categories[0], date)
    values = {
        "num_format": form,
        "num_font": FONT,
        "line": {"none": True},
        "major_tick_mark": "none",
        "major_gridlines": {"visible": True, "line": {"color": LIGHT.grid, "width": 0.75}},
        "min": lowest,
        "max": highest,
        "major_unit": step,
        **({"label_position": "high"} if rows else {}),
    }
    names = {
        "num_font": FONT,
        "line": {"color": LIGHT.mid},
        "major_tick_mark": "none",
        "label_position": "low",
        "major_gridlines": {"visible": False},
        **({"reverse": True} if rows else {}),
        **(MONTHS | {"major_unit": every(made)} if months else {}),
        **({"name": made.across_title, "name_font": FONT | {"bold": False}} if made.across_title else {}),
    }
    # A lying bar's values run across, and this library names axes by their direction.
    drawn.set_x_axis(values if rows else names)
    drawn.set_y_axis(names if rows else values)
    drawn.set_legend({"none": True})
    drawn.set_title({"none": True})
    drawn.set_chartarea({"border": {"color": LIGHT.line}})
    drawn.set_size(SIZE)


def _series(series: Series, made: Native, cells: tuple[str, str], place: str) -> dict[str, Any]:
    look: dict[str, Any] = {"name": plain(series.name), "categories": cells[0], "values": cells[1]}
    if made.shape in ("bar", "stacked"):
        look |= {"gap": 60, "overlap": 100 if made.shape == "stacked" else 0}
        look["fill"] = {"none": True} if series.unseen else {"color": series.colour}
        look["border"] = {"color": LIGHT.ink, "width": 1} if series.outlined else {"none": True}
    else:
        line = {"color": series.colour, "width": series.width, "dash_type": DASHES[series.dash]}
        look["line"] = line if series.width else {"none": True}
        mark = _marker(MARKS.get(series.glyph, "circle"), series.colour, 9 if series.glyph else 7)
        look["marker"] = mark if series.points else {"type": "none"}
    if series.said:
        look["data_labels"] = _labels(series, "outside_end" if made.shape in ("bar", "stacked") else place)
    return look


def _marker(kind: str, colour: str, size: int) -> dict[str, Any]:
    return {"type": kind, "size": size, "fill": {"color": colour}, "border": {"color": LIGHT.card}}


def _labels(series: Series, place: str) -> dict[str, Any]:
    """Words beside the points that have them, none beside the others."""
    said = dict(series.said)
    dark = place == "outside_end" or series.colour in (LIGHT.card, LIGHT.pale, LIGHT.mid, LIGHT.common)
    colour = LIGHT.ink if dark else series.colour
    font = {"name": "Arial", "size": 10, "color": colour, "bold": place != "outside_end"}
    points = range(len(series.values))
    custom = [{"value": said[n], "font": font} if n in said else {"delete": True} for n in points]
    return {"value": True, "custom": custom, "position": place, "font": font}
