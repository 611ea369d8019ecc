"""The plain lines of what files would change."""

from datetime import date

import pytest

from etl.command_line.print_difference import lines
from etl.difference.model import Base, Difference, FindingChange


@pytest.mark.parametrize(
    ("units", "said"),
    [
        (("DA1",), "  1 finding that stands now would go, or would count fewer."),
        (("DA1", "CA1"), "  2 findings that stand now would go, or would count fewer."),
    ],
)
def test_findings_that_shrink_are_told_in_a_sentence(units, said):
    gone = [FindingChange("stock_and_flow", "N", unit, date(2026, 9, 30), "", 4, 0, 0) for unit in units]
    found = Difference(Base(1, ""), ("september.xlsx",), findings=tuple(gone))
    assert said in list(lines(found))
