"""Stock and flow by unit, from small tables."""

from datetime import date

import pandas as pd

from ui.findings import stock_flow as words

AUG, SEP = date(2026, 8, 31), date(2026, 9, 30)


def cases(*rows):
    frame = pd.DataFrame(rows, columns=["unit", "month_end", "value"])
    return frame.assign(work_family="investigations", numerator=frame["value"], denominator=0.0)


OPEN = cases(
    ("DA1", AUG, 1200.0), ("DA1", SEP, 1209.0), ("VA1", AUG, 50.0), ("VA1", SEP, 40.0), ("CA1", SEP, 9.0)
)
FLOWS = cases(("DA1", SEP, 9.0), ("VA1", SEP, -3.0), ("CA1", SEP, 1.0))
TITLES = {"DA1": "Domestic abuse", "VA1": "Adults at risk", "CA1": "Child abuse"}


def test_what_is_left_over_is_told_for_each_unit_that_sent_both_months():
    table = words.table(OPEN, FLOWS, (AUG, SEP), "investigations", TITLES)
    assert table.values.tolist() == [
        ["Domestic abuse", "1,200", "+9", "1,209", "1,209", "0"],
        ["Adults at risk", "50", "−3", "47", "40", "−7"],
    ]
    assert words.title(table) == "Open work does not follow from what came and went in 1 unit"
    assert words.title(table.iloc[:1]).startswith("Open work follows")


def test_other_work_is_not_taken_for_this():
    assert not words.has_any(FLOWS, SEP, "referrals") and words.has_any(FLOWS, SEP, "investigations")
    assert words.table(OPEN, FLOWS, (AUG, SEP), "referrals", TITLES).empty
