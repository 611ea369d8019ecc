"""Charts with a bar or a point for each unit."""

from collections.abc import Iterator

from charts.bars import Posts
from charts.funnel import FunnelModel
from charts.ranked_bars import RankedBars
from charts.ranked_bars import said as said_of_bar
from charts.signal_words import USUAL, is_unusual
from charts.stacked import TOKENS as PART_TOKENS
from charts.stacked import Stacked
from charts.tokens import LIGHT
from charts.waterfall import Waterfall, said, spans
from exports.native.series import Native, Series, every, known


def posts(model: Posts) -> Native:
    """Three bars for each unit, in FTE."""
    names = tuple(row.name for row in model.rows)
    funded, in_post, usable = (
        known(tuple(getattr(row, of) for row in model.rows)) for of in ("funded", "in_post", "deployable")
    )
    series = (
        Series("Funded posts, FTE", funded, LIGHT.card, outlined=True, said=every(funded, 1, "")),
        Series("In post, FTE", in_post, LIGHT.pale),
        Series("Deployable, FTE", usable, LIGHT.base, said=every(usable, 1, "")),
    )
    return Native("bar", names, series, 1, from_zero=True)


def ranked(model: RankedBars) -> Native:
    """One bar for each thing."""
    values = tuple(bar.value for bar in model.bars)
    words = tuple((n, said_of_bar(model, b)) for n, b in enumerate(model.bars) if b.value is not None)
    one = Series(model.column, known(values), LIGHT.base, said=words)
    names = tuple(f"{b.name}: {b.said}" if b.value is None and b.said else b.name for b in model.bars)
    return Native("bar", names, (one,), model.decimals, model.suffix, from_zero=True)


def stacked(model: Stacked) -> Native:
    """The parts of each row on each other."""
    series = tuple(
        Series(part, known(tuple(row[1][n] for row in model.rows)), getattr(LIGHT, PART_TOKENS[n % 5]))
        for n, part in enumerate(model.parts)
    )
    names = tuple(name for name, _ in model.rows)
    return Native("stacked", names, series, model.decimals, model.suffix, from_zero=True)


def waterfall(model: Waterfall) -> Native | None:
    """Bars that stand on an unseen one. None where a step lies below nought, which a stack cannot
    hold up, or is said in words: its amount is not to be told."""
    drawn = spans(model)
    if any(min(ends) < 0 for ends in drawn) or any(step.said for step in model.steps):
        return None
    under = tuple(min(ends) for ends in drawn)
    total, taken, added = model.names
    kinds = (
        (total, LIGHT.base, [s.kind == "total" for s in model.steps]),
        (taken, LIGHT.mid, [s.kind == "change" and s.amount <= 0 for s in model.steps]),
        (added, LIGHT.teal, [s.kind == "change" and s.amount > 0 for s in model.steps]),
        ("Not explained", LIGHT.concern, [s.kind == "unexplained" for s in model.steps]),
    )
    held = Series("Stands on", under, LIGHT.card, unseen=True)
    bars = tuple(_steps_of(model, name, colour, which) for name, colour, which in kinds if any(which))
    names = tuple(f"{step.name}  {said(model, step)}" for step in model.steps)
    return Native("stacked", names, (held, *bars), model.decimals, from_zero=True, whole=False)


def _steps_of(model: Waterfall, name: str, colour: str, which: list[bool]) -> Series:
    values = tuple(abs(s.amount) if here else None for s, here in zip(model.steps, which, strict=True))
    return Series(name, values, colour)


def funnel(model: FunnelModel) -> Native:
    """Units as points by size and figure, over the limits as lines."""
    sizes = tuple(at.size for at in model.curve)
    limits = tuple(
        Series(name, tuple(getattr(at, end) for at in model.curve), LIGHT.mid, dash, 1.2, across=sizes)
        for name, end, dash in (
            ("95% from", "lower95", "dash"),
            ("95% to", "upper95", "dash"),
            ("99.8% from", "lower998", "solid"),
            ("99.8% to", "upper998", "solid"),
        )
    )
    average = Series("All units", (model.average,) * len(sizes), LIGHT.common, "dot", 1.4, across=sizes)
    made = (*limits, average, *_units(model))
    return Native("scatter", (), made, model.decimals, model.suffix, True, False, model.size_name)


def _units(model: FunnelModel) -> Iterator[Series]:
    """The units in one series, those with something unusual in one for each kind of signal."""
    for kind in dict.fromkeys(u.signal if is_unusual(u.signal) else USUAL for u in model.units):
        here = [u for u in model.units if (u.signal if is_unusual(u.signal) else USUAL) == kind]
        marked = is_unusual(kind)
        yield Series(
            kind.word if marked else model.column,
            tuple(u.value for u in here),
            getattr(LIGHT, kind.token) if marked else LIGHT.base,
            width=0,
            points=True,
            glyph=kind.glyph if marked else "",
            said=tuple((n, u.name) for n, u in enumerate(here) if u.outside),
            across=tuple(u.size for u in here),
        )
