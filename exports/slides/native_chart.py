"""A chart that PowerPoint draws itself and lets edit: no legend, quiet grid, labels at the ends."""

from datetime import date
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from charts.tokens import LIGHT
from exports.native.axis import ends, every, places
from exports.native.series import Native, Series
from exports.slides.deck import FONT, rgb
from exports.tables import safe_text

TYPES = {
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked": XL_CHART_TYPE.BAR_STACKED,
    "scatter": XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS,
}
DASHES = {"solid": MSO_LINE.SOLID, "dash": MSO_LINE.DASH, "dot": MSO_LINE.ROUND_DOT}
MARKS = {"▲": XL_MARKER_STYLE.TRIANGLE, "▼": XL_MARKER_STYLE.DIAMOND}
"""No program has a triangle that points down."""
PLACES = {
    "right": XL_LABEL_POSITION.RIGHT,
    "above": XL_LABEL_POSITION.ABOVE,
    "below": XL_LABEL_POSITION.BELOW,
    "outside": XL_LABEL_POSITION.OUTSIDE_END,
}
SIZE, MANY = 12, 6
"""Points of the letters; and of how many rows on the labels are smaller."""


def add_chart(slide: Any, made: Native, room: tuple[float, ...], decimals: int, size: int = SIZE) -> Any:
    """The chart on a slide; `room` is left, top, width and height in inches. The shape that holds it.

    Its sheet holds numbers with the `decimals` that a page prints, and no more exactly.
    """
    data = _data(made, max(decimals, made.decimals))
    shape = slide.shapes.add_chart(TYPES[made.shape], *(Inches(v) for v in room), data)
    chart = shape.chart
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name = Pt(size), FONT
    chart.font.color.rgb = rgb(LIGHT.muted)
    _axes(chart, made)
    rows = made.shape in ("bar", "stacked")
    for drawn, series, place in zip(chart.plots[0].series, made.series, places(made), strict=True):
        (_bar if rows else _line)(drawn, series)
        _labels(drawn, series, "outside" if rows else place, size)
    if made.shape in ("bar", "stacked"):
        plot = chart.plots[0]
        plot.gap_width, plot.overlap = 60, 100 if made.shape == "stacked" else 0
    return shape


def _data(made: Native, decimals: int) -> Any:
    form = f"#,##0.{'0' * made.decimals}" if made.decimals else "#,##0"
    form += f'"{made.suffix}"' if made.suffix else ""
    if made.shape == "scatter":
        data = XyChartData(number_format=form)
        for series in made.series:
            one = data.add_series(safe_text(series.name))
            for x, y in zip(series.across, series.values, strict=True):
                one.add_data_point(_rounded(x, decimals), _rounded(y, decimals))
        return data
    data = CategoryChartData(number_format=form)
    data.categories = [name if isinstance(name, date) else safe_text(name) for name in made.categories]
    for series in made.series:
        data.add_series(safe_text(series.name), [_rounded(v, decimals) for v in series.values])
    return data


def _rounded(value: float | None, decimals: int) -> float | None:
    return None if value is None else round(value, decimals)


def _axes(chart: Any, made: Native) -> None:
    rows = made.shape in ("bar", "stacked")
    values, names = chart.value_axis, chart.category_axis
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = rgb(LIGHT.grid)
    values.format.line.fill.background()
    names.format.line.color.rgb = rgb(LIGHT.mid)
    names.has_major_gridlines = False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    for axis in (values, names):
        axis.major_tick_mark = XL_TICK_MARK.NONE
    _ticks(values, made)
    if rows:
        names.reverse_order = True
        values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
        names.tick_labels.font.color.rgb = rgb(LIGHT.ink)
    elif isinstance(made.categories[0] if made.categories else None, date):
        _months(names, made)
    if made.across_title:
        names.has_title = True
        names.axis_title.text_frame.text = made.across_title
        font = names.axis_title.text_frame.paragraphs[0].runs[0].font
        font.size, font.bold = Pt(SIZE), False


def _ticks(values: Any, made: Native) -> None:
    values.minimum_scale, values.maximum_scale, values.major_unit = ends(made)


def _months(names: Any, made: Native) -> None:
    """Few months are named on the axis."""
    names.tick_labels.number_format, names.tick_labels.number_format_is_linked = "mmm yy", False
    axis = names._element
    for tag in ("c:baseTimeUnit", "c:majorUnit", "c:majorTimeUnit", "c:minorUnit", "c:minorTimeUnit"):
        for old in axis.findall(qn(tag)):
            axis.remove(old)
    units = {"c:baseTimeUnit": "months", "c:majorUnit": str(every(made)), "c:majorTimeUnit": "months"}
    for tag, value in units.items():
        axis.append(axis.makeelement(qn(tag), {"val": value}))


def _line(drawn: Any, series: Series) -> None:
    drawn.smooth = False
    drawn.marker.style = (
        MARKS.get(series.glyph, XL_MARKER_STYLE.CIRCLE) if series.points else XL_MARKER_STYLE.NONE
    )
    if series.width:
        line = drawn.format.line
        line.color.rgb, line.width = rgb(series.colour), Pt(series.width)
        line.dash_style = DASHES[series.dash]
    else:
        drawn.format.line.fill.background()
    if series.points:
        drawn.marker.size = 10 if series.glyph else 8
        _coloured(drawn.marker.format, series.colour)
    for n in _alone(series):
        drawn.points[n].marker.style, drawn.points[n].marker.size = XL_MARKER_STYLE.CIRCLE, 6
        _coloured(drawn.points[n].marker.format, series.colour)


def _alone(series: Series) -> list[int]:
    """The points that no line reaches: between months without a figure a line has no length."""
    known = [value is not None for value in (None, *series.values, None)]
    return [
        n
        for n in range(len(series.values))
        if not series.points and known[n + 1] and not (known[n] or known[n + 2])
    ]


def _coloured(look: Any, colour: str) -> None:
    look.fill.solid()
    look.fill.fore_color.rgb = rgb(colour)
    look.line.color.rgb = rgb(LIGHT.card)


def _bar(drawn: Any, series: Series) -> None:
    drawn.invert_if_negative = False
    if series.unseen:
        drawn.format.fill.background()
        return
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = rgb(series.colour)
    if series.outlined or series.colour == LIGHT.pale:
        drawn.format.line.color.rgb = rgb(LIGHT.ink if series.outlined else LIGHT.mid)


def _labels(drawn: Any, series: Series, place: str, size: int) -> None:
    """Words beside single points, in the colour of their series where it can be read."""
    dark = place == "outside" or series.colour in (LIGHT.card, LIGHT.pale, LIGHT.mid, LIGHT.common)
    many = place == "outside" and len(series.values) > MANY
    for n, text in series.said:
        label = drawn.points[n].data_label
        label.text_frame.text = text
        font = label.text_frame.paragraphs[0].runs[0].font
        font.size, font.bold = Pt(size - 2 if many else size + 1), place != "outside"
        font.color.rgb = rgb(LIGHT.ink if dark else series.colour)
        label.position = PLACES[place]
