"""Months beyond the local line: for each unit and family, dated lines, as it stood at each month end."""

from datetime import date

import pytest

from metrics import line_run
from metrics.catalogue import METRICS
from metrics.line_run import Line, of_series
from tests.metrics.warehouse import FORCE, Warehouse, month_end, months

OPEN = METRICS["pressure/open"]
SHARE = METRICS["training/trauma_informed_in_date_in_post"]
LINES = """
    metric        | unit_type | level | valid_from | valid_to
    pressure/open |           | 50    |            |
    pressure/open | DA        | 10    | 2025-02-01 | 2025-04-30
    gone/measure  |           | 1     |            |
"""
ROWS = """
    month_end | unit | work_type       | open
    2025-01   | DA1  | domestic abuse  | 40
    2025-02   | DA1  | domestic abuse  | 11
    2025-03   | DA1  | domestic abuse  | 12
    2025-05   | DA1  | domestic abuse  | 60
    2025-01   | RA1  | rape            | 51
    2025-02   | RA1  | rape            | 50
    2025-02   | RA1  | DVDS right to ask | 70
    2025-02   | REST | rape            | 99
"""


def runs(text=ROWS, lines=LINES):
    made = Warehouse(ref_line=lines).draw("caseload", text).build("pressure/open")
    line_run.fill(made.con, [FORCE])
    return made


def kept(made):
    found = made.con.execute(
        'SELECT unit, work_family, month_end, line, over_last_12, known_last_12, "current", longest, since '
        "FROM line_run ORDER BY ALL"
    ).fetchall()
    return {(unit, family, f"{month:%Y-%m}"): tuple(rest) for unit, family, month, *rest in found}


def test_a_line_of_the_units_type_goes_before_that_of_all_types_while_it_holds():
    found = kept(runs())
    lines = {month: row[0] for (unit, _, month), row in found.items() if unit == "DA1"}
    assert lines == {"2025-01": 50, "2025-02": 10, "2025-03": 10, "2025-05": 50}


def test_a_month_that_was_not_sent_neither_ends_nor_lengthens_a_run_and_has_no_row():
    found = kept(runs())
    assert found["DA1", "investigations", "2025-03"][1:] == (2, 3, 2, 2, month_end("2025-02"))
    assert found["DA1", "investigations", "2025-05"][1:] == (3, 4, 3, 3, month_end("2025-02"))
    assert ("DA1", "investigations", "2025-04") not in found


def test_at_the_line_is_not_over_it_and_families_stand_apart():
    found = kept(runs())
    assert found["RA1", "investigations", "2025-02"][1:] == (1, 2, 0, 1, None)
    assert found["RA1", "disclosures", "2025-02"][1:] == (1, 1, 1, 1, month_end("2025-02"))


OF_A_FAMILY = """
    metric        | unit_type | work_family    | level | valid_from
    pressure/open |           |                | 90    |
    pressure/open | RASSO     |                | 80    |
    pressure/open |           | disclosures    | 60    | 2025-02-01
    pressure/open | RASSO     | investigations | 40    |
    pressure/open | DA        | disclosures    | 5     |
"""


def test_a_line_of_one_family_of_work_is_for_no_other_and_goes_first_while_it_holds():
    found = {key: row[0] for key, row in kept(runs(lines=OF_A_FAMILY)).items()}
    assert found["RA1", "investigations", "2025-02"] == 40
    assert found["RA1", "disclosures", "2025-02"] == 60
    assert {row for (unit, *_), row in found.items() if unit == "DA1"} == {90}
    earlier = OF_A_FAMILY.replace("2025-02-01", "2025-03-01")
    assert kept(runs(lines=earlier))["RA1", "disclosures", "2025-02"][0] == 80


def test_filling_again_replaces_and_leaves_other_forces_as_they_were():
    made = runs()
    first = kept(made)
    made.con.execute("INSERT INTO line_run SELECT * REPLACE ('ELSEWHERE' AS \"force\") FROM line_run")
    line_run.fill(made.con, [FORCE])
    counted = dict(made.con.execute('SELECT "force", count(*) FROM line_run GROUP BY ALL').fetchall())
    assert counted == {FORCE: len(first), "ELSEWHERE": len(first)}


def test_without_a_line_there_is_nothing_to_run_over():
    assert kept(runs(lines="metric | level\npressure/open | ")) == {}


def test_where_more_is_better_the_months_under_the_line_count():
    values = dict(zip(months("2025-01", 4), (0.9, 0.8, 0.85, 0.7), strict=True))
    last = list(of_series(SHARE, values, [Line(0.85, None, None)]))[-1]
    assert last == (month_end("2025-04"), 0.85, 2, 4, 1, 1, month_end("2025-04"))


@pytest.mark.parametrize(("level", "over"), [(9, 12), (10, 0)])
def test_only_the_last_twelve_months_are_counted_and_the_longest_run_is_of_all(level, over):
    values = dict.fromkeys(months("2024-01", 15), 10.0)
    *_, last = of_series(OPEN, values, [Line(level, None, None)])
    assert last[2:4] == (over, 12)
    assert last[4:6] == ((15, 15) if over else (0, 0))


def test_a_line_holds_from_its_first_day_to_its_last():
    line = Line(1, date(2025, 1, 31), date(2025, 2, 28))
    days = (date(2025, 1, 30), date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 1))
    assert [line.holds_on(day) for day in days] == [False, True, True, False]
