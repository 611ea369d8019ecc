"""From a chart model of any kind to its figure."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Protocol, runtime_checkable

import pandas as pd
import plotly.graph_objects as go

from charts import (
    bars,
    dumbbell,
    fan,
    funnel,
    funnel_figure,
    intervals,
    lines,
    outlook,
    ranked_bars,
    shared_axis,
    small_multiple,
    stacked,
    steps,
    survival,
    survival_figure,
    two_fans,
    waterfall,
    xmr,
    xmr_figure,
)
from charts.tokens import Tokens
from charts.words import KeyWord


class ChartModel(Protocol):
    """What every chart model can say of itself, whatever its kind."""

    @property
    def title(self) -> str: ...
    @property
    def measure(self) -> str: ...
    def key(self) -> tuple[KeyWord, ...]: ...
    def alt(self) -> str: ...
    def numbers(self) -> pd.DataFrame: ...


@runtime_checkable
class SaysBelow(Protocol):
    """A chart with words that belong under its picture, such as the text of its numbered notes."""

    def below(self) -> tuple[str, ...]: ...


KINDS: dict[type, Callable[[Any, Tokens], go.Figure]] = {
    lines.Lines: lines.figure,
    bars.Posts: bars.figure,
    ranked_bars.RankedBars: ranked_bars.figure,
    small_multiple.SmallMultiple: small_multiple.figure,
    stacked.Stacked: stacked.figure,
    steps.Steps: steps.figure,
    waterfall.Waterfall: waterfall.figure,
    xmr.XmrModel: xmr_figure.figure,
    intervals.Intervals: intervals.figure,
    dumbbell.Dumbbell: dumbbell.figure,
    funnel.FunnelModel: funnel_figure.figure,
    survival.SurvivalModel: survival_figure.figure,
    fan.FanModel: fan.figure,
    outlook.Outlook: outlook.figure,
    two_fans.TwoFans: two_fans.figure,
    shared_axis.SharedAxis: shared_axis.figure,
}


@lru_cache(maxsize=512)
def draw(model: ChartModel, tokens: Tokens) -> go.Figure:
    """The figure of a model in one set of colours, to be shown and never changed: a page draws the same
    models on every run. KeyError for a kind that has no drawing.
    """
    return KINDS[type(model)](model, tokens)
