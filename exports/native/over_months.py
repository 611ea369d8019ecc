"""Charts over months and days, as lines."""

import math
from datetime import date

from charts.fan import FanModel
from charts.lines import DASHES, Lines
from charts.lines import TOKENS as LINE_TOKENS
from charts.outlook import Outlook
from charts.small_multiple import SmallMultiple
from charts.steps import Steps
from charts.tokens import LIGHT
from charts.two_fans import CHANGED, NOTHING, TwoFans
from charts.xmr import XmrModel
from exports.native.marks import marked
from exports.native.series import Native, Series, Values, known, last


def lines(model: Lines) -> Native:
    """Each series with its last figure in words."""
    series = tuple(
        Series(
            line.name,
            known(tuple(None if isinstance(v, str) else v for v in line.said())),
            getattr(LIGHT, LINE_TOKENS[n % 4]),
            DASHES[n % 4].replace("dashdot", "dash"),
            said=last(line.values, model.decimals, model.suffix),
        )
        for n, line in enumerate(model.lines)
    )
    return Native("line", model.months, series, model.decimals, model.suffix, model.from_zero)


def small(model: SmallMultiple) -> Native:
    """One quiet line."""
    said = last(model.values, model.decimals, model.suffix)
    one = Series(model.title, known(model.values), LIGHT.common, said=said)
    return Native("line", model.months, (one,), model.decimals, model.suffix)


def xmr(model: XmrModel) -> Native:
    """The figures in grey, only what is unusual marked; the average dotted, the usual range as its ends."""
    each = [band for band in model.bands for _ in range(band.start, band.stop)]
    figures = Series(
        model.column,
        known(model.values),
        LIGHT.common,
        said=last(model.values, model.decimals, model.suffix),
    )
    lower, centre, upper = (tuple(getattr(b, end) for b in each) for end in ("lower", "centre", "upper"))
    series = [figures, Series("Average", centre, LIGHT.mid, "dot", 1.4)]
    series += [Series("Usual range from", lower, LIGHT.mid, "dash", 1.0)]
    series += [Series("Usual range to", upper, LIGHT.mid, "dash", 1.0)]
    drawn = tuple(s for s in series if any(v is not None for v in s.values))
    drawn = (*(drawn or (figures,)), *marked(model.signals, figures.values))
    return Native("line", model.months, drawn, model.decimals, model.suffix)


def fan(model: FanModel) -> Native:
    """What has been, then the middle and the ends of each range, all out of the last figure."""
    lead, rest = _so_far(model)
    middle = (*lead, *model.middle)
    said = last(middle, model.decimals, model.suffix)
    series = [Series(model.column, (*known(model.values), *rest), LIGHT.common)]
    series.append(Series("Middle", middle, LIGHT.base, "dash", said=said))
    for spread in model.spreads:
        for end, values in (("from", spread.lower), ("to", spread.upper)):
            series.append(Series(f"{spread.level}% {end}", (*lead, *values), LIGHT.mid, "solid", 1.0))
    if model.line:
        name, value = model.line
        series.append(Series(name, (value,) * len(middle), LIGHT.concern, "solid", 1.2))
    return Native("line", _with_ahead(model), tuple(series), model.decimals, model.suffix)


def _so_far(model: FanModel | Outlook) -> tuple[Values, Values]:
    """What a series to come has over the months that were: only the last figure, from which it is drawn;
    and what a series of the past has over the months ahead.
    """
    values = known(model.values)
    there = [n for n, value in enumerate(values) if value is not None]
    lead = tuple(value if there and n == there[-1] else None for n, value in enumerate(values))
    return lead, (None,) * len(model.ahead)


def _with_ahead(model: FanModel | Outlook) -> tuple[date, ...]:
    return (*model.months, *model.ahead)


def outlook(model: Outlook) -> Native:
    """What has been, and both ways from there on."""
    lead, rest = _so_far(model)
    ways = [
        ("Nothing renewed, %", model.bare, LIGHT.concern, "dash", 2.2),
        ("From, %", model.lower, LIGHT.mid, "solid", 1.0),
        ("To, %", model.upper, LIGHT.mid, "solid", 1.0),
        ("Booked taken up, %", model.booked, LIGHT.base, "solid", 2.2),
    ]
    series = [Series("So far, %", (*known(model.values), *rest), LIGHT.common)]
    for name, values, colour, dash, width in ways:
        if values:
            drawn = (*lead, *values)
            said = last(drawn, 0, "%") if width > 2 else ()
            series.append(Series(name, drawn, colour, dash, width, said=said))
    if model.target:
        line = (model.target[1],) * len(_with_ahead(model))
        series.append(Series(model.target[0], line, LIGHT.mid, "dot", 1.4))
    return Native("line", _with_ahead(model), tuple(series), 0, "%", from_zero=True)


def two_fans(model: TwoFans) -> Native:
    """Both ways with their ends; what is infinite is not drawn."""
    series: list[Series] = []
    for name, way, colour, dash in (
        (CHANGED, model.changed, LIGHT.base, "solid"),
        (NOTHING, model.nothing, LIGHT.common, "dash"),
    ):
        middle, low, high = (_finite(part) for part in (way.middle, way.low, way.high))
        there = [n for n, value in enumerate(middle) if value is not None]
        said = ((there[-1], model.said(way.middle[there[-1]])),) if there else ()
        series.append(Series(f"{name}, middle", middle, colour, dash, said=said))
        series += [
            Series(f"{name}, p10", low, LIGHT.mid, dash, 1.0),
            Series(f"{name}, p90", high, LIGHT.mid, dash, 1.0),
        ]
    if model.line:
        series.append(
            Series(model.line[0], (model.line[1],) * len(model.months), LIGHT.concern, "solid", 1.2)
        )
    return Native("line", model.months, tuple(series), model.decimals, model.suffix, from_zero=True)


def _finite(values: tuple[float, ...]) -> Values:
    return tuple(value if math.isfinite(value) else None for value in values)


def steps(model: Steps) -> Native:
    """Both running totals."""
    series = tuple(
        Series(name, known(values), colour, points=True, said=last(values, 0, ""))
        for name, values, colour in (
            (model.names[0], model.expiring, LIGHT.concern),
            (model.names[1], model.booked, LIGHT.base),
        )
    )
    return Native("line", model.points, series, 0, from_zero=True, whole=False)
