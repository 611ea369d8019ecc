"""What is said of a unit's measures on one axis, and of who left it."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.disclosure import Hidden, Suppressed
from charts.signal_words import USUAL, signal_of
from charts.xmr import Band, XmrModel
from metrics.catalogue import METRICS
from ui.findings import unit_left, unit_time
from ui.findings.cards import FRESH, Held

MONTHS = (date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30))
HIGH = signal_of("concern", "high")
SHARE = METRICS["training/trauma_informed_in_date_at_work"]


def drawn(*signals, months=MONTHS):
    return XmrModel(
        "T", "m", months, (10.0, 11.0, 20.0)[: len(months)], signals, (Band(0, len(months), 11.0, 8.0, 14.0),)
    )


def flow(*signals):
    return unit_time.flow("New work", drawn(*signals), MONTHS)


def test_a_stock_has_its_figures_in_percent_and_no_usual_range():
    frame = pd.DataFrame({"month_end": pd.to_datetime(MONTHS[:2]), "value": [0.5, 0.25]})
    panel = unit_time.stock(SHARE, frame, MONTHS, Held("record of 31 August 2026"))
    assert panel.values == (50.0, 25.0, None) and panel.suffix == "%" and panel.lower == ()
    assert panel.name == f"{SHARE.title}, record of 31 August 2026"
    assert unit_time.stock(SHARE, frame, MONTHS, FRESH).name == SHARE.title


def test_a_stock_names_what_it_counts_unless_its_title_does():
    none = pd.DataFrame(columns=["month_end", "value"])
    named = (
        unit_time.stock(METRICS[m], none, MONTHS, FRESH).name
        for m in ("pressure/open", "staffing/deployable_fte")
    )
    assert list(named) == ["Open work, cases", "Deployable, FTE"]


def test_a_flow_keeps_range_and_signal_and_a_month_it_lacks_stays_empty():
    panel = unit_time.flow("New work", drawn(USUAL, HIGH, months=MONTHS[1:]), MONTHS)
    assert panel.values == (None, 10.0, 11.0)
    assert panel.lower == (None, 8.0, 8.0) and panel.upper == (None, 14.0, 14.0)
    assert panel.signals[1:] == (USUAL, HIGH)


@pytest.mark.parametrize(
    ("panels", "says"),
    [
        ([flow(USUAL, USUAL, HIGH)], "September 2026: new work unusually high"),
        ([flow(HIGH, HIGH, USUAL)], "Nothing unusual in the monthly flows in September 2026"),
        (
            [flow(USUAL, USUAL, HIGH), flow(USUAL, USUAL, HIGH)],
            "September 2026: new work unusually high; new work unusually high",
        ),
        ([], "The unit's measures, month by month"),
    ],
)
def test_the_title_claims_only_what_the_last_month_signals(panels, says):
    assert unit_time.title(panels, MONTHS) == says


def test_measures_without_any_figure_are_left_out_and_notes_are_marked():
    empty = unit_time.stock(SHARE, pd.DataFrame(columns=["month_end", "value"]), MONTHS, FRESH)
    note = SimpleNamespace(month_end=MONTHS[1], text="Second team merged in", by="A")
    model = unit_time.together([empty, flow(USUAL, USUAL, USUAL)], MONTHS, [note], "MARAC")
    assert model.measure.startswith("Work is that on MARAC cases. Each measure has a scale of its own")
    assert [panel.name for panel in model.panels] == ["New work"]
    assert model.below() == ("1. August 2026: Second team merged in (A)",)


LEFT = (("left_force", "resignation", 2), ("moved_unit", "posted", 6), ("moved_unit", "promotion", 1))


def test_who_left_is_said_by_where_to_inside_the_force():
    assert unit_left.title(LEFT, 12) == "9 people left: 7 moved unit and 2 left the force"
    assert unit_left.title(LEFT[:1], 1) == "2 people left: 2 left the force"
    assert unit_left.title((), 12) == "Nobody left the unit in 12 months"
    assert list(unit_left.table(LEFT, 12).iloc[:, 1]) == ["7", "2"]


def test_one_who_left_is_singular():
    said = unit_left.title((("left_unit", "x", 1),), 12)
    assert said == "1 person left: 1 not known where to"


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (9.0, "9 people left the unit in 12 months"),
        (0.0, "Nobody left the unit in 12 months"),
        (Hidden(), "Fewer than 5 people left the unit in 12 months"),
        (Suppressed(), "Who left the unit in 12 months"),
        (None, "Who left the unit in 12 months"),
    ],
)
def test_outside_the_force_it_is_the_figure_of_twelve_months_as_it_is_shown_everywhere(people, said):
    assert unit_left.published_title(people) == said
