"""An .ods is read cell by cell: what another reader takes for 0 or for blank is named."""

from datetime import datetime

import pytest

from etl.layout.grid import CellFault
from etl.opening.read import Unread, read
from tests.etl.intake.ods_files import cell, ods, plain, row, table
from tests.etl.intake.workbooks import CASELOAD, DOMESTIC, check_bytes, codes, only

FAULT = 'calcext:value-type="error"'
FLOAT = 'office:value-type="float" office:value='
CELLS = [
    # the cell as the file holds it                                          what is read
    (cell(f'{FLOAT}"120"', "120"), 120),
    (cell(f'{FLOAT}"0.8"', "0.8"), 0.8),
    (cell('office:value-type="percentage" office:value="0.8"', "80%"), 0.8),
    (cell('office:value-type="currency" office:value="3"', "£3.00"), 3),
    (cell('office:value-type="boolean" office:boolean-value="true"', "TRUE"), True),
    (cell('office:value-type="date" office:date-value="2026-09-30"', "30/09/26"), datetime(2026, 9, 30)),
    (cell('office:value-type="date" office:date-value="2026-09-30T00:00:00"', "x"), datetime(2026, 9, 30)),
    (cell('office:value-type="time" office:time-value="PT10H"', "10:00"), "10:00"),
    (cell('office:value-type="string"', "DA<text:s text:c='2'/>team"), "DA  team"),
    (cell('office:value-type="string"', "two</text:p><text:p>lines"), "two\nlines"),
    (cell('office:value-type="string"', "4<office:annotation><text:p>no</text:p></office:annotation>"), "4"),
    (cell('office:value-type="string" office:string-value=""', ""), None),
    (cell(), None),
    # Faults and formulas that were never worked out hold no value, whatever number stands beside them.
    (cell(f'table:formula="of:=NA()" {FLOAT}"0" {FAULT}', "#N/A"), CellFault("error", "#N/A")),
    (cell(f'table:formula="of:=NA()" {FLOAT}"0"', "#N/A"), CellFault("error", "#N/A")),
    (cell(f'table:formula="of:=x" {FLOAT}"0" {FAULT}', "Err:508"), CellFault("error", "Err:508")),
    (
        cell(
            f'table:formula="of:=1/0" office:value-type="string" office:string-value="" {FAULT}',
            "#DIV/0!",
        ),
        CellFault("error", "#DIV/0!"),
    ),
    (cell('table:formula="of:=1+1"'), CellFault("formula")),
    (cell(f'table:formula="of:=1+1" {FLOAT}"2"', "2"), 2),
    (cell('table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""'), None),
    (cell(f'{FLOAT}"NaN"', "x"), CellFault("not finite", "nan")),
    (cell(f'{FLOAT}"1e999"', "x"), CellFault("not finite", "inf")),
]  # fmt: skip


def first_cells(data: bytes) -> list[tuple[int, tuple]]:
    book = read("ods", data)
    assert not isinstance(book, Unread), book
    return [(r.number, r.cells) for r in book.sheets[0].rows]


def test_each_kind_of_cell():
    rows = first_cells(ods(table("S", [row([plain("x"), each]) for each, _ in CELLS])))
    read_as = [cells[1] if len(cells) > 1 else None for _, cells in rows]
    assert list(zip(CELLS, read_as, strict=True)) == [((c, held), held) for c, held in CELLS]


def test_rows_and_columns_that_repeat_keep_their_places():
    blank = cell('table:number-columns-repeated="3"')
    twice = cell('office:value-type="string" table:number-columns-repeated="2"', "a")
    last = cell('table:number-columns-repeated="16000"')
    rows = [
        row([last], 'table:number-rows-repeated="4"'),
        row([blank, twice, last], 'table:number-rows-repeated="2"'),
        row([last], 'table:number-rows-repeated="1048000"'),
    ]
    held = (None, None, None, "a", "a")
    assert first_cells(ods(table("S", rows))) == [(5, held), (6, held)]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([row([plain(1)], 'table:number-rows-repeated="1000000"')], "sheet_too_long"),
        ([row([cell(f'{FLOAT}"1" table:number-columns-repeated="17000000000"', "1")])], "sheet_too_wide"),
        ([row([cell('table:number-columns-repeated="9000"'), plain(1)])], "sheet_too_wide"),
    ],
)
def test_a_sheet_that_repeats_without_end_is_refused(rows, code):
    assert read("ods", ods(table("S", rows))) == Unread(code, sheet="S")


def test_hidden_sheets_are_named_and_not_read():
    book = read("ods", ods(table("Names", [row([plain("SECRET")])], "gone"), table("S", [row([plain(1)])])))
    assert [s.name for s in book.sheets] == ["S"]
    assert book.passed_over == (("Names", "sheet_hidden"),)
    assert "SECRET" not in repr(book)


def test_merged_units_hold_for_every_row_they_span():
    second = [plain(DOMESTIC[0]), "<table:covered-table-cell/>", *map(plain, ["rape", 1, 0, 0, 0])]
    unit = cell('office:value-type="string" table:number-rows-spanned="2"', DOMESTIC[1])
    first = [plain(DOMESTIC[0]), unit, *map(plain, DOMESTIC[2:])]
    file = check_bytes(ods(table("Caseload", [row(map(plain, CASELOAD)), row(first), row(second)])), "r.ods")
    assert file.report.ok, file.report.breaches
    assert [r["unit"] for r in file.sheets[0].records()] == [DOMESTIC[1]] * 2


def test_a_fault_in_a_return_is_named_and_never_read_as_nought():
    shows_fault = cell(f'table:formula="of:=NA()" {FLOAT}"0" {FAULT}', "#N/A")
    cells = [
        *map(plain, DOMESTIC[:3]),
        shows_fault,
        cell('table:formula="of:=1+1"'),
        *map(plain, DOMESTIC[5:]),
    ]
    file = check_bytes(ods(table("Caseload", [row(map(plain, CASELOAD)), row(cells)])), "r.ods")
    assert sorted(codes(file)) == ["cell_error", "cell_formula"]
    assert only(file, "cell_error").cells == ("D2",)
