"""One document with every kind of chart and block, small, and with words that would do harm elsewhere."""

from datetime import date, datetime
from functools import cache

import pandas as pd

from analysis.assumptions import Assumption
from analysis.disclosure import Hidden
from charts.two_fans import TwoFans, Way
from exports.document import (
    Assumed,
    Chart,
    Document,
    Findings,
    Head,
    LiveCell,
    LiveSheet,
    LiveTable,
    Paragraph,
    Section,
    Table,
)
from tests.charts.test_models import EVERY

HIDDEN = 3.7193
"""What a cell that is not shown holds no more; it is in no file."""
HEAD = Head(
    force="Northshire Police",
    units="All units",
    month_end=date(2026, 9, 30),
    marking="OFFICIAL",
    publication=14,
    mode="internal",
    coverage=("Caseload: 8 of 8 units.", "Leavers: 7 of 8 units, Safeguarding hub missing."),
    held_back=("12 of 4,118 rows were held back by the checks.",),
    accepted=("Domestic abuse: open cases rose by 31%, accepted as a new recording rule.",),
    made_by="A. Manager",
    made_at=datetime(2026, 10, 6, 9, 30),
    synthetic=True,
)
FRAME = pd.DataFrame(
    {
        "Unit": ["Domestic abuse investigation", "=cmd|' /C calc'!A0", "Hub\x07"],
        "Open cases": [1209.0, 23.5, None],
        "People on long-term sickness": [7.0, Hidden(), 12.0],
        "Change, FTE": [-4.2, 0.4, 15.8],
        "Month ending": [date(2026, 9, 30), date(2026, 8, 31), None],
    }
)
ASSUMED = Assumed(
    "What the result rests on",
    (
        Assumption(
            "hours",
            "Hours for a case",
            16.5,
            12.0,
            24.25,
            "hours",
            "Diary of 2025",
            "A. Manager",
            date(2026, 6, 1),
        ),
        Assumption("away", "Share of time away", 0.215, 0.18, 0.26, "share of 1", "HR return", "B. Analyst"),
    ),
)
MONTH = date(2026, 9, 30)
REQUIRED = LiveCell("required", 15.0, "={cases} * {hours} / {available}")
LIVE = LiveSheet(
    "Staffing gap",
    ("Change a number in blue and the rest follows: the middle case only.",),
    (
        LiveTable(
            "Assumptions",
            ("What", "Value", "Unit"),
            (
                ("Cases a year", LiveCell("cases", 1200.0, decimals=0), "cases"),
                ("Hours for a case", LiveCell("hours", 16.5), "hours"),
                ("Hours a year for each person", LiveCell("available", 1320.0, decimals=0), "hours"),
                ("Funded posts", LiveCell("funded", 12.0), "FTE"),
            ),
        ),
        LiveTable(
            "Result",
            ("What", "Value", "Unit", "Month"),
            (
                ("Required", REQUIRED, "FTE", MONTH),
                ("Gap", LiveCell("gap", 3.0, "={required} - {funded}"), "FTE", MONTH),
            ),
        ),
    ),
)


TWO_FANS = TwoFans(
    "With eight more posts the team is back under its line by March",
    "Open cases for each deployable investigator",
    (date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 30)),
    Way((15.8, 15.0, 14.1), (15.8, 15.4, 14.9), (15.8, 16.0, 15.9)),
    Way((15.8, 15.9, 16.2), (15.8, 16.4, 17.3), (15.8, float("inf"), 19.6)),
    ("20,000 runs of the next months.",),
    ("Own line", 15.0),
)
MODELS = (*(model for model in EVERY if not isinstance(model, TwoFans)), TWO_FANS)


@cache
def made(shape: str = "pack") -> Document:
    """The document: every kind of chart in the first section, words and tables in the second."""
    charts = tuple(Chart(model, ("A note under the chart.",)) for model in MODELS)
    words = (
        Paragraph("Open cases for each deployable investigator rose to 15.8 in September 2026."),
        Findings(("Domestic abuse carries the most: 23.5 cases.", "The hub has no return for September.")),
        Table("Pressure by unit", FRAME, 1, ("A hidden number of people is said to be hidden.",)),
        ASSUMED,
    )
    return Document(
        title="The case for public protection",
        audience="Chief officers",
        head=HEAD,
        sections=(Section("charts", "Every chart", charts), Section("words", "Words and tables", words)),
        definitions=(("Deployable", "In post, less those who are away or in training (FTE)."),),
        sources=("Returns of the units, September 2026.",),
        live=(LIVE,),
        shape=shape,
    )
