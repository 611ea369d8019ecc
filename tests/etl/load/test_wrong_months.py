"""A wrong, future or mixed month is refused with the way out, and no row of it can be held back instead."""

from datetime import date

import pytest

from etl.__main__ import main
from store import history
from tests.etl.intake.workbooks import CASELOAD, CHILD, DOMESTIC, workbook

FUTURE = date(2099, 9, 30)
SAYS = {
    "future": ("month_future", "The month has not ended yet.", "Correct the date"),
    "mixed": ("month_mixed", "more than one month", "Send each month as a sheet of its own"),
    "not an end": ("month_not_end", "must be the last day of a month", "Write the last day of the month"),
    "a first day": ("month_first", "first day of a month", "Write the last day of the month"),
    "none": ("cell_blank_text", '"Month end" is blank.', "Fill it in."),
}
ROWS = {
    "future": [[FUTURE, *row[1:]] for row in (DOMESTIC, CHILD)],
    "mixed": [DOMESTIC, [*DOMESTIC[:2], "rape", 4, 0, 1, 1], [date(2026, 8, 31), *CHILD[1:]]],
    "not an end": [DOMESTIC, [*DOMESTIC[:2], "rape", 4, 0, 1, 1], [date(2026, 9, 15), *CHILD[1:]]],
    "a first day": [DOMESTIC, [*DOMESTIC[:2], "rape", 4, 0, 1, 1], [date(2026, 9, 1), *CHILD[1:]]],
    "none": [DOMESTIC, [*DOMESTIC[:2], "rape", 4, 0, 1, 1], [None, *CHILD[1:]]],
}


@pytest.mark.parametrize("wrong", SAYS)
def test_the_command_line_refuses_it_with_the_way_out_and_holds_nothing_back(wrong, loads, tmp_path, capsys):
    file = tmp_path / "return.xlsx"
    file.write_bytes(workbook(Caseload=[CASELOAD, *ROWS[wrong]]))
    store = ["--store", str(loads.store.path)]
    assert main([*store, "check", str(file)]) == 1
    said = capsys.readouterr().out
    code, what, way_out = SAYS[wrong]
    assert f"[{code}]" in said and what in said and way_out in said and "--hold" not in said
    assert main([*store, "load", str(file), "--hold", "Later", "--accept", "Seen"]) == 1
    assert "no rows can be held back" in capsys.readouterr().out
    assert history.loads(loads.store) == []
