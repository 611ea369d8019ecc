"""A corrected month is marked on the picture, told under it and in its text, and stands in its table."""

from dataclasses import replace
from datetime import date

import pytest

from charts.corrected import Corrected
from charts.draw import draw
from charts.lines import Line, Lines
from charts.shared_axis import Panel, SharedAxis
from charts.signal_words import NOT_JUDGED
from charts.small_multiple import SmallMultiple
from charts.tokens import LIGHT
from charts.xmr import Band, XmrModel

MONTHS = (date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30))
AGAIN = (Corrected(MONTHS[1], "45", "6 September 2026", "10 October 2026"),)
SAID = "August 2026 was first reported as 45 on 6 September 2026, corrected on 10 October 2026"
XMR = XmrModel(
    "A title", "New work", MONTHS, (40.0, 50.0, 42.0), (NOT_JUDGED,) * 3, (Band(0, 3, 44.0),), corrected=AGAIN
)
SMALL = SmallMultiple("A unit", "Open work", MONTHS, (40.0, 50.0, 42.0), corrected=AGAIN)
PANEL = Panel("Open work", (40.0, 50.0, 42.0), corrected=AGAIN)
SHARED = SharedAxis("A title", "A measure", MONTHS, (PANEL,))
LINE = Line("Open work", (40.0, 50.0, 42.0), corrected=AGAIN)
LINES = Lines("A title", "A measure", MONTHS, (LINE,))
MODELS = (XMR, SMALL, SHARED, LINES)


def diamonds(model):
    found = [t for t in draw(model, LIGHT).data if t.marker.symbol == "diamond-open"]
    return [(str(x)[:10], y) for trace in found for x, y in zip(trace.x, trace.y, strict=True)]


@pytest.mark.parametrize("model", MODELS, ids=lambda m: type(m).__name__)
def test_the_point_is_marked_and_the_first_report_is_told_in_words_and_table(model):
    assert diamonds(model) == [("2026-08-31", 50.0)]
    assert SAID in model.alt() and any(SAID in line for line in model.below())
    assert [(w.glyph, w.name) for w in model.key() if w.name == "Corrected"] == [("◆", "Corrected")]
    column = next(c for c in model.numbers().columns if "as first reported" in c.lower())
    assert list(model.numbers()[column]) == ["", "45", ""]


@pytest.mark.parametrize(
    "model", [replace(XMR, corrected=()), replace(SMALL, corrected=()),
              replace(SHARED, panels=(replace(PANEL, corrected=()),)),
              replace(LINES, lines=(replace(LINE, corrected=()),))],
    ids=lambda m: type(m).__name__,
)  # fmt: skip
def test_a_chart_without_corrections_says_nothing_of_them(model):
    assert diamonds(model) == [] and "first reported" not in model.alt()
    assert not [c for c in model.numbers().columns if "first reported" in c.lower()]
    assert "Corrected" not in [w.name for w in model.key()]


def test_of_many_corrected_months_the_newest_are_told_and_the_table_has_the_rest():
    months = tuple(date(2026, m, 28) for m in range(1, 7))
    model = SmallMultiple(
        "A unit", "Open work", months, (1.0,) * 6, corrected=tuple(Corrected(m, "2") for m in months)
    )
    told = model.below()
    assert told[0].startswith("◆ Corrected: June 2026 was first reported as 2")
    assert told[-1] == "◆ Corrected: 3 earlier, in the table"
    assert list(model.numbers()["As first reported"]) == ["2"] * 6
