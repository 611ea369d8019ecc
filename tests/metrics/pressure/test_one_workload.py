"""Hours of work for each hour available: the published figure is what analysis.staffing.workload states."""

import pytest

from analysis.staffing import CaseWeight, WorkTypeCounts, workload_ratio
from tests.metrics.pressure.test_examples import INVESTIGATIONS, MONTH, STAFFED, YEAR
from tests.metrics.warehouse import Warehouse

METRIC = "pressure/workload_per_hour"
NEW, HOURS_A_YEAR = 5, 1440.0
RAPE = CaseWeight(90, 60, 140)


@pytest.mark.parametrize(
    ("name", "end"), [(METRIC, "ratio"), (f"{METRIC}_low", "low"), (f"{METRIC}_high", "high")]
)
def test_the_published_ratio_and_its_range_are_those_of_the_definition(name: str, end: str) -> None:
    warehouse = Warehouse().draw("caseload", YEAR).draw("people", STAFFED)
    warehouse.build(name)
    rows = warehouse.rows(name, month_from=MONTH, month_to=MONTH, **INVESTIGATIONS)
    ((work, available),) = [row[-2:] for row in rows if row[0] == "RA1"]
    counts = [WorkTypeCounts("rape", NEW * 12, 0)]
    stated = workload_ratio(counts, {"rape": RAPE}, 12 * 0.8 * HOURS_A_YEAR / 12, months=12)
    assert work / available == pytest.approx(getattr(stated, end))
    assert available == pytest.approx(stated.available)
