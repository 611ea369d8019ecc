"""One model of each kind that shows signals, intervals and projections; 15.8 is the figure to look for."""

from dataclasses import replace
from datetime import date

from analysis.funnels import funnel
from analysis.xmr import xmr
from charts import judged, judged_funnel
from charts.fan import FanModel, Spread
from charts.funnel import FunnelModel
from charts.intervals import Dot, Intervals
from charts.month_axis import Note
from charts.outlook import Outlook
from charts.shared_axis import Panel, SharedAxis
from charts.signal_words import signal_of
from charts.survival import Curve, SurvivalModel
from charts.two_fans import TwoFans, Way
from metrics.verdicts import every_month

MONTHS = every_month((date(2023, 10, 31), date(2026, 9, 30)))
STEADY = [10.0, 11.0, 9.0, 10.5, 9.5, 10.0, 11.0, 9.0, 10.5, 9.5, 10.0, 11.0]
STEPPED = [*STEADY, *(v + 5 for v in STEADY), 15.0, 15.8]
RULE = Note(MONTHS[12], "New crime recording rule", "A. Manager")


def made_xmr(values, rebase_at=(), improvement="lower", **said):
    """A chart of these months, judged as the product judges them."""
    frame = judged.empty("New cases", "cases a month", MONTHS[: len(values)])
    frame = replace(frame, decimals=1, **said)
    chart = xmr(values, rebase_at=rebase_at, improvement=improvement)
    return judged.of_xmr(chart, frame, at_least=0, causes=dict.fromkeys(rebase_at, "recording rule"))


XMR = made_xmr(STEPPED, (12,), notes=(RULE,))
INTERVALS = Intervals(
    "Title",
    "share of people",
    (
        Dot("Adults at risk", 16.7, 4.7, 44.8),
        Dot("Domestic abuse", 36.7, 25.6, 49.3, signal=signal_of("concern", "high")),
        Dot("Hub", 12.5, 2.2, 47.1, "1 of 8"),
        Dot("Team", None, None, None),
    ),
    15.8,
    "Left",
    suffix="%",
)
SIZES = {"A": (3, 30), "B": (5, 44), "C": (2, 25), "D": (9, 60), "E": (30, 70), "F": (12, 90)}
FUNNEL = judged_funnel.of_funnel(
    funnel(SIZES, "rate"),
    FunnelModel("Title", "leavers a year", (), 0.0, (), "Leaver rate", "Mean headcount", suffix="%"),
    improvement="lower",
    names={"E": "Adults at risk"},
    scale=100,
)
FUNNEL = replace(FUNNEL, average=15.8)
SURVIVAL = SurvivalModel(
    "Title",
    "time in unit",
    (
        Curve("All", (6.0, 15.8), (0.7, 0.4), (0.5, 0.2), (0.8, 0.6), (20, 9), (18, 10), 0, 15.8, 6.0, None),
        Curve("Hub", (), (), (), (), (4, None), (), why_not="too few were at risk at any one time"),
    ),
    (0.0, 12.0),
)
FAN = FanModel(
    "Title",
    "open cases",
    MONTHS[:3],
    (14.0, None, 15.8),
    MONTHS[3:5],
    (16.0, 17.0),
    (Spread(50, (15.0, 15.0), (17.0, 19.0)), Spread(95, (13.0, 12.0), (19.0, 22.0))),
    "From new and closed cases",
    naive=True,
    line=("Local line", 18.0),
    decimals=1,
)
SHARED = SharedAxis(
    "Title",
    "own scales",
    MONTHS[:3],
    (
        Panel("New", (10.0, 9.0, 15.8), (8.0,) * 3, (12.0,) * 3, (signal_of("concern", "high"),) * 3, 1),
        Panel("Deployable", (None, None, None)),
    ),
    (Note(MONTHS[1], "Second team merged in"),),
)
OUTLOOK = Outlook(
    "Title",
    "share in date",
    MONTHS[:3],
    (70.0, None, 15.8),
    MONTHS[3:5],
    (60.0, 50.0),
    (66.0, 68.0),
    (58.0, 45.0),
    (62.0, 55.0),
    "Range of who leaves",
    ("Own target", 90.0),
    ("Places are taken up on their day.",),
)
TWO_FANS = TwoFans(
    "Title",
    "FTE",
    MONTHS[:3],
    Way((20.0, 19.0, 15.1), (20.0, 19.5, 15.8), (20.0, 20.5, 17.2)),
    Way((20.0, 17.0, 14.2), (20.0, 18.0, 15.0), (20.0, 19.0, 16.4)),
    ("Eight of ten runs lie within each fan.",),
    ("Required", 18.0),
)
MODELS = (XMR, INTERVALS, FUNNEL, SURVIVAL, FAN, SHARED, OUTLOOK, TWO_FANS)
