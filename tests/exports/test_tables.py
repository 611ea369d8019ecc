"""A download opens as text and numbers: nothing in it runs, nothing in it is hidden."""

import csv
import io
from datetime import date

import openpyxl
import pandas as pd
import pytest

from exports.tables import STARTS_A_FORMULA, file_name, safe_text, to_csv, to_xlsx

FRAME = pd.DataFrame(
    {
        "Unit": ["=cmd|' /C calc'!A0", "Hub\x07"],
        "Open": [12.5, None],
        "Month ending": [date(2026, 9, 30), None],
    }
)


# Everything that a spreadsheet may drop from the front of a cell, and nothing at all.
DROPPED = ["", " ", "\xa0", "\ufeff ", *map(chr, range(0x20)), "\x7f"]


@pytest.mark.parametrize("start", STARTS_A_FORMULA, ids=repr)
@pytest.mark.parametrize("before", DROPPED, ids=repr)
def test_text_that_would_run_is_led_by_an_apostrophe(before, start):
    assert safe_text(f"{before}{start}1+1").startswith("'")


def test_a_true_minus_and_plain_words_stay_as_they_are():
    assert safe_text("\N{MINUS SIGN}4.2") == "\N{MINUS SIGN}4.2"
    assert safe_text("fewer than 5") == "fewer than 5"


def test_a_csv_holds_numbers_below_zero_as_numbers_whether_in_words_or_not():
    minus = "\N{MINUS SIGN}"
    frame = pd.DataFrame({"Change": [f"{minus}1,204.5", f"{minus}4 on August", -3.5]}, dtype=object)
    rows = list(csv.reader(io.StringIO(to_csv(frame).decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == ["-1,204.5", f"{minus}4 on August", "-3.5"]


def test_a_csv_holds_safe_text_plain_numbers_and_blanks():
    rows = list(csv.reader(io.StringIO(to_csv(FRAME).decode("utf-8-sig"))))
    assert rows == [
        ["Unit", "Open", "Month ending"],
        ["'=cmd|' /C calc'!A0", "12.5", "2026-09-30"],
        ["Hub", "", ""],
    ]


def test_a_workbook_has_its_title_in_a1_one_table_and_no_formula():
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(FRAME, "=Open work", ("30 September 2026",))))
    sheet = book.worksheets[0]
    assert [s.sheet_state for s in book.worksheets] == ["visible"]
    assert sheet["A1"].value == "'=Open work"
    assert sheet["A2"].value == "30 September 2026"
    assert not [c for row in sheet for c in row if c.data_type == "f"]
    assert list(sheet.tables) == ["figures"]
    assert sheet["B5"].value == 12.5 and sheet["B6"].value is None


def test_headings_that_differ_only_in_case_are_told_apart():
    twice = pd.DataFrame([[1, 2]], columns=["Open", "open"])
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(twice, "t"))).worksheets[0]
    assert [c.value for c in sheet[3]] == ["Open", "open (2)"]


def test_an_empty_table_still_opens():
    assert openpyxl.load_workbook(io.BytesIO(to_xlsx(pd.DataFrame({"Unit": []}), "Nothing")))


def test_file_names_are_lower_case_with_dashes():
    assert file_name("Pressure by unit, September 2026", "csv") == "pressure-by-unit-september-2026.csv"
