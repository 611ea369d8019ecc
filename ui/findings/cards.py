"""A KPI card out of a metric: its words, its recent months and its plain change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from ui.findings.series import at, plain, said, series
from ui.parts.kpi_card import Card
from ui.parts.wording import change, fte, number, of

MONTHS_SHOWN = 18


@dataclass(frozen=True)
class Held:
    """How a measure stands: how old its record is, why no change can be told, and who is counted twice.

    `units`: which units its total covers, where not all; `like`: the months that may stand in one line with
    this one, None for all.
    """

    record: str = ""
    no_change: str = ""
    counted: str = ""
    units: str = ""
    like: frozenset[date] | None = None


FRESH = Held()


def card(
    metric: Any,
    frame: pd.DataFrame,
    months: Sequence[date],
    *,
    title: str | None = None,
    basis: str | None = None,
    held: Held = FRESH,
    **where: str,
) -> Card:
    """The card of one metric at the last of `months`. Its tag is the plain change since the month before."""
    now, before = months[-1], months[-2] if len(months) > 1 else None
    scale, unit = (100.0, " points") if metric.unit == "%" else (1.0, "")
    values = [plain(at(frame, month, **where)) for month in (now, before)]
    scaled = [None if v is None else v * scale for v in values]
    decimals = max(1, metric.decimals) if unit else metric.decimals
    rests_on = basis if basis is not None else basis_words(metric, frame, now, **where)
    return Card(
        title or metric.title,
        said(metric, frame, now, **where),
        held.no_change or change(scaled[0], scaled[1], before, decimals, unit),
        _in_one_line(frame, months[-MONTHS_SHOWN:], held, **where),
        ", ".join(part for part in (rests_on, held.units, held.counted, held.record) if part),
        metric=metric.id,
        family=where.get("work_family", ""),
    )


def _in_one_line(
    frame: pd.DataFrame, months: Sequence[date], held: Held, **where: str
) -> tuple[float | None, ...]:
    """The recent figures; a gap where the total is of other units, and would read as a rise or a fall."""
    values = series(frame, months, **where)
    return tuple(
        v if held.like is None or m in held.like else None for m, v in zip(months, values, strict=True)
    )


def with_figures(cards: Sequence[Card]) -> list[Card]:
    """The cards whose sheets have ever come; the page names the sheets that have not."""
    return [each for each in cards if each.said != "no return" or any(v is not None for v in each.series)]


def basis_words(metric: Any, frame: pd.DataFrame, month: date, **where: str) -> str:
    """What a value rests on: `171.4 of 266.0 FTE`, `2,069 cases, 125.2 FTE`, or the unit of a count.

    Nothing where a ratio has no parts to give: its words say why, and a bare `FTE` would say nothing.
    """
    top, bottom = (plain(at(frame, month, column, **where)) for column in ("numerator", "denominator"))
    if top is None or not bottom:
        return str(metric.unit) if metric.kind == "count" and top is not None else ""
    if metric.unit == "%":
        return _share_words(metric, top, bottom)
    if metric.kind == "count":
        return f"{metric.unit}, of {_part(metric.unit, bottom)}"
    above, _, below = str(metric.unit).partition(" per ")
    # Staff and supervisors are FTE too: the metric's basis says so, its unit names them.
    of_people = metric.basis == "FTE"
    many = "s" if below.islower() and bottom != 1 else ""
    first, second = (
        f"{number(value, int((of_people or word == 'FTE') and not value.is_integer()))} {word}"
        for value, word in ((top, above), (bottom, f"{below}{many}"))
    )
    return f"{first}, {second}{' (FTE)' if of_people and below != 'FTE' else ''}".strip()


def _part(unit: str, value: float) -> str:
    return fte(value) if unit == "FTE" else number(value)


def _share_words(metric: Any, top: float, bottom: float) -> str:
    """A share's parts; more people than posts are told as that, never as a negative count."""
    basis = "people" if metric.basis == "headcount" else metric.basis
    if top < 0:
        return f"{fte(-top)} {basis} over {fte(bottom)} funded"
    over = f", {fte(top - bottom)} over funding" if metric.basis == "FTE" and top > bottom else ""
    return f"{of(top, bottom, metric.basis == 'FTE')} {basis}{over}"
