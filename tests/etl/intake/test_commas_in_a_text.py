"""A comma inside a number of a CSV moves every cell after it: such a row is told and never read."""

import pytest

from tests.etl.intake.live_lists import DA, HEADS, TITLE
from tests.etl.intake.workbooks import CASELOAD, check_bytes, codes, only

HEAD = ",".join(CASELOAD)
GOOD = "30/09/2026,Domestic abuse investigation,domestic abuse,120,14,41,38"


def checked(*lines):
    return check_bytes("\r\n".join(lines).encode(), "return.csv")


@pytest.mark.parametrize("cells", ["120,14,41,1,038", "1,120,0,41,38", "120,14,41,38,late"])
def test_a_row_with_more_cells_than_headings_is_named_and_could_be_held(cells):
    file = checked(HEAD, GOOD, f"30/09/2026,Child abuse investigation,rape,{cells}")
    told = only(file, "row_longer")
    assert (told.cells, told.severity, told.sheet) == (("row 3",), "error", "csv")
    assert (file.report.could_load, file.report.could_hold) == (1, 1)


@pytest.mark.parametrize(
    "lines",
    [
        (HEAD, GOOD),
        (f"{HEAD},,", f"{GOOD},,checked by hand"),  # as a spreadsheet saves a column without a heading
        ("Return, as at 30/09/2026, of PPU, in parts, for the month, second, sending, again", HEAD, GOOD),
        (HEAD, f"{GOOD},,,"),
        (HEAD, GOOD, "Total,,,120,14,41,38,,,"),
        (HEAD, GOOD.replace("120", '"1,120"')),
    ],
)
def test_what_a_spreadsheet_writes_and_what_stands_around_a_table_is_read(lines):
    assert codes(checked(*lines)) == []


def test_a_list_of_cases_with_such_a_row_is_not_counted():
    case = f"NP/1/26,,{DA},domestic abuse,03/09/2026,1234,Standard,Open,,,,"
    lines = [TITLE[0], ",".join(HEADS), case, case.replace("NP/1", "NP/2").replace("1234", "1,234")]
    file = checked(*lines)
    assert only(file, "row_longer").cells == ("row 4",) and not file.sheets
    assert "row_longer" not in codes(checked(*lines[:3]))
