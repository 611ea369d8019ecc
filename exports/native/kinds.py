"""Which kinds of chart a program can draw itself. Of the others the picture and its table stand there."""

from collections.abc import Callable
from typing import Any

from charts.bars import Posts
from charts.draw import ChartModel
from charts.fan import FanModel
from charts.funnel import FunnelModel
from charts.lines import Lines
from charts.outlook import Outlook
from charts.ranked_bars import RankedBars
from charts.small_multiple import SmallMultiple
from charts.stacked import Stacked
from charts.steps import Steps
from charts.two_fans import TwoFans
from charts.waterfall import Waterfall
from charts.xmr import XmrModel
from exports.native import by_rows, over_months
from exports.native.series import Native

KINDS: dict[type, Callable[[Any], Native | None]] = {
    Lines: over_months.lines,
    SmallMultiple: over_months.small,
    XmrModel: over_months.xmr,
    FanModel: over_months.fan,
    Outlook: over_months.outlook,
    TwoFans: over_months.two_fans,
    Steps: over_months.steps,
    Posts: by_rows.posts,
    RankedBars: by_rows.ranked,
    Stacked: by_rows.stacked,
    Waterfall: by_rows.waterfall,
    FunnelModel: by_rows.funnel,
}


def native(model: ChartModel) -> Native | None:
    """The chart of a model, or None where no program has one like it or there is nothing to draw."""
    kind = KINDS.get(type(model))
    made = kind(model) if kind else None
    there = made is not None and (made.categories or made.shape == "scatter")
    return made if there else None
