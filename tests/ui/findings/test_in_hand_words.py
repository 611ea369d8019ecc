"""How fast work is worked off, how long over the line, and how old: each figure said only where it can be."""

from datetime import date

import pandas as pd
import pytest

from analysis.stock_flow import closure_ratio, time_open, work_in_hand
from metrics.catalogue import METRICS
from settings.model import Line
from ui.figures.line_runs import LineRun
from ui.findings import in_hand as words
from ui.findings import months_over, old_work
from ui.findings.in_hand import Pace

MONTH = date(2026, 9, 30)
STEADY, MATCHED = [40.0, 44.0, 42.0] * 8, [42.0, 40.0, 44.0] * 8
FEW, SLOW = [None] * 12, [20.0] * 24


def pace(title: str, new: list[float | None], closed: list[float | None], stock: float = 126) -> Pace:
    open_cases = [stock] * len(new)
    return Pace(
        title, closure_ratio(closed, new), work_in_hand(stock, closed), time_open(open_cases, new, closed)
    )


def test_how_long_a_case_is_open_is_said_only_where_work_is_stable() -> None:
    table = words.table([pace("Steady", STEADY, MATCHED), pace("Slow", STEADY, SLOW), pace("New", FEW, FEW)])
    assert table.to_numpy().tolist() == [
        ["Steady", "1.00", "0.88", "1.13", "3.0", "3.0"],
        ["Slow", "0.48", "0.41", "0.56", "6.3", "not stable: closures are 5% or more away from new work"],
        [
            "New",
            "not twelve months of returns",
            "not given",
            "not given",
            "not twelve months of returns",
            "not twelve months of returns",
        ],
    ]


def test_a_unit_is_named_only_where_its_interval_leaves_one_for_one() -> None:
    units = [pace("Slow", STEADY, SLOW), pace("Steady", STEADY, STEADY)]
    chart = words.ratios(units, units[1], MONTH, "investigations")
    assert chart.title == "Over 12 months fewer closed than came in: Slow"
    assert [dot.name for dot in chart.dots] == ["Slow", "Steady"] and chart.pooled == 1.0
    quiet = words.ratios(units[1:], None, MONTH, "investigations")
    assert quiet.title == "Over 12 months no unit closed clearly more or fewer than came in"
    back = words.ratios([pace("Quick", SLOW, STEADY)], None, MONTH, "investigations")
    assert back.title == "Over 12 months more closed than came in: Quick"


def test_with_fewer_than_twelve_months_nothing_is_claimed_of_twelve() -> None:
    short = pace("Short", STEADY[-1:], STEADY[-1:])
    assert words.too_short([short]) == (
        "Twelve months of returns in a row are needed, and no unit in view has them yet."
    )
    assert words.too_short([short, pace("Long", STEADY, SLOW)]) == ""
    assert words.too_short([]) == ""


def run(unit: str, current: int, since: date | None = None) -> LineRun:
    return LineRun("pressure/open", unit, "investigations", 18.0, 3, 11, current, max(current, 4), since)


def test_months_over_the_line_say_now_since_when_and_the_longest() -> None:
    titles = {"DA1": "Domestic abuse", "RA1": "Rape"}
    over = [run("RA1", 0), run("DA1", 3, date(2026, 7, 31))]
    said = months_over.says(over, titles, "Open work")
    assert said == (
        "Open work: Domestic abuse has been over its local line for 3 months in a row, since July 2026."
    )
    both = [run("DA1", 3, date(2026, 7, 31)), run("RA1", 1)]
    assert months_over.says(both, titles, "Open work").endswith(
        "since July 2026 and Rape is over its local line this month."
    )
    assert months_over.says([run("RA1", 0)], titles, "Open work") == (
        "Open work: no unit with a line is over it this month."
    )
    rows = months_over.table(over, titles).to_numpy().tolist()
    assert rows == [
        ["Domestic abuse", "18.0", "3 of 11", "3 months", "4 months"],
        ["Rape", "18.0", "3 of 11", "0 months", "4 months"],
    ]
    line = Line(metric="pressure/open", level=18, set_by="The head", why="An audit.")
    assert months_over.sources([line]) == ["Line of 18: set by The head. An audit."]


def frame(**columns: object) -> pd.DataFrame:
    held = {"unit": ["DA1"], "month_end": [MONTH], "work_family": ["investigations"], **columns}
    return pd.DataFrame(held)


def test_old_work_stands_beside_what_it_may_wait_for_and_what_was_not_sent_is_not_none() -> None:
    have, gone = frame(numerator=[30.0]), frame(numerator=[None])
    found = old_work.beside_waiting(
        [have, have, gone, frame(numerator=[0.0])], frame(numerator=[120.0]), MONTH, "investigations",
        {"DA1": "Domestic abuse", "MASH1": "Hub"},
    )  # fmt: skip
    assert found.to_numpy().tolist() == [
        ["Domestic abuse", "120", "30 (25%)", "30 (25%)", "not sent", "0 (0%)"]
    ]


@pytest.mark.parametrize(("late", "said"), [(6.0, "6 (5%)"), (None, "not sent")])
def test_what_is_overdue_says_what_overdue_means(late: float | None, said: str) -> None:
    metric = METRICS["pressure/overdue"]
    value = None if late is None else late / 120
    found = old_work.overdue(
        metric,
        frame(numerator=[late], denominator=[120.0], value=[value]),
        MONTH,
        {"investigations": "a review"},
    )
    assert found.to_numpy().tolist() == [["Investigations", said, "120", "A review"]]
