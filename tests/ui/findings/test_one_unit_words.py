"""What the page of one unit says of training that runs out, from small tables."""

from datetime import date

import pandas as pd
import pytest

from analysis.disclosure import Hidden
from metrics.catalogue import METRICS
from ui.findings import one_unit as words

SEP = date(2026, 9, 30)
EXPIRING = METRICS["training/expiring_90_days"]


def courses(**counts):
    rows = [(SEP, course, float(n), 0.0, float(n)) for course, n in counts.items()]
    return pd.DataFrame(rows, columns=["month_end", "course", "numerator", "denominator", "value"])


@pytest.mark.parametrize(
    "out, unbooked, places, said",
    [
        (0.0, 0.0, 2.0, "Nothing expires in 90 days; 2 places booked"),
        (16.0, 16.0, 0.0, "16 course records expire in 90 days; none has a place booked"),
        (16.0, 5.0, 40.0, "16 course records expire in 90 days; 5 of them have no place booked"),
        (3.0, 0.0, 3.0, "3 course records expire in 90 days; each has a place booked"),
        (1.0, 1.0, 9.0, "1 course record expires in 90 days; it has no place booked"),
        (Hidden(), Hidden(), 9.0, "How many course records expire in 90 days is not shown; 9 places booked"),
    ],
)
def test_what_runs_out_is_said_beside_what_has_no_place(out, unbooked, places, said):
    assert words.expiry_title(out, unbooked, places) == said


def test_each_course_stands_apart_and_places_are_not_netted():
    table = words.expiries(
        courses(TIP=16, DAM=0), courses(TIP=16), courses(DAM=9), SEP, {"TIP": "Trauma"}.get, EXPIRING
    )
    assert table.iloc[1].tolist() == ["Trauma", "16", "16", "none"]
    assert table.iloc[0, 1:].tolist() == ["none", "none", "9"]
