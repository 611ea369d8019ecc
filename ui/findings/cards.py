"""A KPI card out of a metric: its words, its recent months and its plain change."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from ui.findings.series import at, plain, said, series
from ui.kpi_card import Card
from ui.wording import change

MONTHS_SHOWN = 18


def card(
    metric: Any,
    frame: pd.DataFrame,
    months: Sequence[date],
    *,
    title: str | None = None,
    basis: str | None = None,
    **where: str,
) -> Card:
    """The card of one metric at the last of `months`. Its tag is the plain change since the month before."""
    now, before = months[-1], months[-2] if len(months) > 1 else None
    scale, unit = (100.0, " points") if metric.unit == "%" else (1.0, "")
    values = [plain(at(frame, month, **where)) for month in (now, before)]
    scaled = [None if v is None else v * scale for v in values]
    decimals = max(1, metric.decimals) if unit else metric.decimals
    return Card(
        title or metric.title,
        said(metric, frame, now, **where),
        change(scaled[0], scaled[1], before, decimals, unit),
        series(frame, months[-MONTHS_SHOWN:], **where),
        basis if basis is not None else basis_words(metric, frame, now, **where),
    )


def with_figures(cards: Sequence[Card]) -> list[Card]:
    """The cards whose sheets have ever come; the page names the sheets that have not."""
    return [each for each in cards if each.said != "no return" or any(v is not None for v in each.series)]


def basis_words(metric: Any, frame: pd.DataFrame, month: date, **where: str) -> str:
    """What a value rests on: `171 of 266 FTE`, `2,069 cases, 125 FTE`, or the unit of a count."""
    top, bottom = (plain(at(frame, month, column, **where)) for column in ("numerator", "denominator"))
    if top is None or not bottom:
        return str(metric.unit if metric.kind == "count" else metric.basis)
    if metric.unit == "%":
        return f"{top:,.0f} of {bottom:,.0f} {'people' if metric.basis == 'headcount' else metric.basis}"
    if metric.kind == "count":
        return f"{metric.unit}, of {bottom:,.0f}"
    above, _, below = str(metric.unit).partition(" per ")
    many = "s" if below.islower() and round(bottom) != 1 else ""
    return f"{top:,.0f} {above}, {bottom:,.0f} {below}{many}".strip()
