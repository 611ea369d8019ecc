"""A large plain sheet is read fast, and as it would be read exactly; any other is read exactly."""

import json
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

import contracts
import settings
from etl.checking.stage import stage
from etl.layout.find import find_table
from etl.layout.grid import each_once
from etl.layout.month import month_of
from etl.opening.read import _workbook
from etl.readers import exact_xlsx, large_xlsx
from etl.readers.cells import packed
from etl.values.known_values import KnownValues
from tests.depth import examples

CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.floats(-1e9, 1e9, allow_nan=False, allow_subnormal=False).map(lambda x: round(x, 6)),
    st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(lambda d: datetime(d.year, d.month, d.day)),
    st.text("abcdé &<>'\"1=-", min_size=1, max_size=12).filter(lambda t: not t.startswith("=")),
)


@pytest.fixture(autouse=True)
def _every_sheet_is_large(monkeypatch):
    monkeypatch.setattr(large_xlsx, "LARGE", 0)


def book(*sheets, **state):
    made = Workbook()
    made.remove(made.active)
    for n, rows in enumerate(sheets):
        sheet = made.create_sheet(f"Sheet {n}")
        for row in rows:
            sheet.append(row)
    for name, value in state.items():
        setattr(made.worksheets[-1], name, value)
    return saved(made)


def saved(made):
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def rewritten(data, part, change):
    """The workbook with the text of one part changed."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text) if name == part else text)
    return out.getvalue()


def grid(answer):
    """Sheets as a check sees them, without the blank cells at the end of a row."""
    found = _workbook(json.loads(json.dumps(answer, default=packed)))
    return [(s.name, s.merged, [(r.number, _trimmed(r.cells)) for r in s.rows]) for s in found.sheets]


def _trimmed(cells):
    kept = list(cells)
    while kept and kept[-1] is None:
        kept.pop()
    return [(type(c) is bool, c) for c in kept]


@given(st.lists(st.lists(CELLS, max_size=6), max_size=12), st.lists(st.lists(CELLS, max_size=3), max_size=3))
def test_what_is_read_fast_is_what_is_read_exactly(first, second):
    data = book(first, second)
    fast = large_xlsx.read(data)
    assert fast is None or grid(fast) == grid(exact_xlsx.read(data))


ODD = st.one_of(
    CELLS, st.sampled_from(["DC 1234 SMITH", "Total", " ", "n/a", "tbc", "T/DS", "0.5", 1, True, 1.0])
)
KNOWN = KnownValues(settings.sample(), "NORTHSHIRE", date(2026, 9, 30))
HEADINGS = [column.title for column in contracts.dataset("people").columns]
PERSON = [datetime(2026, 9, 30), "4417", "DA1", "investigator", "officer", 1.0, "full", "DC", "no",
          datetime(2024, 5, 1), "DA1", "PIP2"]  # fmt: skip


def staged(answer):
    """The rows and faults of a sheet of people."""
    (sheet,) = _workbook(json.loads(json.dumps(answer, default=packed))).sheets
    table = find_table(sheet, [contracts.dataset("people")])
    month = month_of(table, date(2026, 11, 1))
    done = stage(table, month, KNOWN)
    return month, table.ignored, done.breaches, done.said, [_typed(row) for row in done.sheet.rows]


def _typed(row):
    held = [(name, type(value), value) for name, value in (*row.kept.items(), *row.codes.items())]
    return row.row_number, held, row.missing_kinds, row.places


@examples(20)
@given(st.lists(st.lists(st.tuples(st.integers(0, 11), ODD), max_size=3), min_size=1, max_size=8))
def test_what_is_read_fast_is_staged_as_what_is_read_exactly(changes):
    rows = [list(PERSON) for _ in changes]
    for row, changed in zip(rows, changes, strict=True):
        for index, cell in changed:
            row[index] = cell
    data = book([HEADINGS, *rows])
    fast = large_xlsx.read(data)
    assert fast is not None and staged(fast) == staged(exact_xlsx.read(data))


def test_a_plain_sheet_with_blank_rows_and_columns_is_read_fast():
    data = book([(), (None, "Unit", "Open", "Ended"), (), (None, "DA1", 12, True), (None, "DA1", 1, False)])
    fast = large_xlsx.read(data)
    assert grid(fast) == grid(exact_xlsx.read(data))
    assert [number for number, _ in grid(fast)[0][2]] == [2, 4, 5]


def test_merged_cells_are_told_of():
    made = Workbook()
    made.active.append(["Unit", "Open"])
    made.active.append(["DA1", 3])
    made.active.append([None, 4])
    made.active.merge_cells("A2:A3")
    assert grid(large_xlsx.read(saved(made)))[0][1] == ((2, 0, 3, 0),)


PLAIN = [("Unit", "Open"), ("DA1", 12)]
SHEET = "xl/worksheets/sheet1.xml"
SAYS_12, SAYS_NA = b't="n"><v>12', b't="e"><v>#N/A'
NOT_PLAIN = {
    "a formula": book([*PLAIN, ("DA1", "=1+1")]),
    "a spreadsheet fault": rewritten(book(PLAIN), SHEET, lambda x: x.replace(SAYS_12, SAYS_NA)),
    "an escaped character": book([*PLAIN, ("DA_x0007_1", 1)]),
    "a hidden sheet": book(PLAIN, PLAIN, sheet_state="hidden"),
    "a cell far to the right": rewritten(book(PLAIN), SHEET, lambda x: x.replace(b'r="B2"', b'r="XFD2"')),
    "a row far down": rewritten(book(PLAIN), SHEET, lambda x: x.replace(b'<row r="2"', b'<row r="1048576"')),
    "rows without numbers": rewritten(book(PLAIN), SHEET, lambda x: x.replace(b'<row r="2"', b"<row")),
    "an empty value": rewritten(book(PLAIN), SHEET, lambda x: x.replace(b"<v>12</v>", b"<v></v>")),
}  # fmt: skip


@pytest.mark.parametrize("why", NOT_PLAIN)
def test_what_is_not_plain_is_read_exactly(why):
    assert large_xlsx.read(book(PLAIN)) is not None
    assert large_xlsx.read(NOT_PLAIN[why]) is None


def test_a_small_sheet_is_read_exactly(monkeypatch):
    monkeypatch.setattr(large_xlsx, "LARGE", 10_000)
    assert large_xlsx.read(book(PLAIN)) is None


def test_more_rows_than_we_read_are_left_to_the_exact_reader_to_refuse(monkeypatch):
    monkeypatch.setattr(large_xlsx, "MOST_ROWS", 1)
    assert large_xlsx.read(book(PLAIN)) is None


def test_cells_that_are_equal_and_not_the_same_are_each_asked_about():
    assert each_once([True, 1, 1.0, "1", None, 1], lambda cell: type(cell).__name__) == [
        "bool", "int", "float", "str", "NoneType", "int",
    ]  # fmt: skip
