"""The workbook that a unit fills in."""

import time
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from contracts import DATASETS, dataset, workbook
from contracts.model import Dataset
from contracts.to_excel import Filled, heading_row, template, workbook_template
from contracts.to_rows import example_row

EVERY = list(DATASETS.values())
LISTS = {"units": ("Domestic abuse investigation", "Child abuse investigation"), "courses": ("DA Matters",)}


def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def choices(book: Workbook, sheet: str) -> dict[str, list[str]]:
    """Heading -> the values its drop-down offers, looked up on the sheet Lists as a spreadsheet would."""
    offered = {}
    for validation in book[sheet].data_validations.dataValidation:
        first = next(iter(validation.sqref.ranges))
        heading = book[sheet].cell(first.min_row - 1, first.min_col).value
        _, area = validation.formula1.split("!")
        offered[heading] = [cell.value for (cell,) in book["Lists"][area.replace("$", "")]]
    return offered


@pytest.mark.parametrize("each", EVERY, ids=lambda d: d.name)
def test_the_headings_are_the_titles_each_with_a_note(each: Dataset) -> None:
    sheet = opened(template(each, LISTS))[each.title]
    across = [c for c in each.columns if not c.once_per_file]
    cells = sheet[heading_row(each)]
    assert [cell.value for cell in cells] == [c.title for c in across]
    assert all(c.meaning in cell.comment.text for c, cell in zip(across, cells, strict=True))


@pytest.mark.parametrize("each", EVERY, ids=lambda d: d.name)
def test_the_sheet_to_fill_in_holds_no_row_and_no_sheet_is_hidden(each: Dataset) -> None:
    book = opened(template(each, LISTS))
    assert book.sheetnames == [each.title, "Example", "Lists"]
    assert {sheet.sheet_state for sheet in book} == {"visible"}
    assert book[each.title].max_row == heading_row(each)


@pytest.mark.parametrize("each", EVERY, ids=lambda d: d.name)
def test_every_column_with_a_list_has_a_drop_down_of_it(each: Dataset) -> None:
    offered = choices(opened(template(each, LISTS)), each.title)
    wanted = {
        c.title: [*(c.allowed or LISTS[c.allowed_from]), *(["Whole force"] if c.may_be_whole_force else [])]
        for c in each.columns
        if c.allowed_from
    }
    assert offered == wanted


def test_a_list_that_the_force_has_not_set_makes_no_drop_down() -> None:
    offered = choices(opened(template(dataset("caseload"), {})), "Caseload")
    assert list(offered) == ["Work type"]


def test_a_fact_stated_once_stands_above_the_headings() -> None:
    sheet = opened(template(dataset("training"), LISTS))["Training"]
    assert (sheet["A1"].value, sheet["B1"].value, sheet["B1"].number_format) == ("As at", None, "dd/mm/yyyy")
    assert sheet["A3"].value == "Person ref"


def test_a_number_of_a_person_typed_under_its_heading_keeps_its_zeros() -> None:
    sheet = opened(template(dataset("people"), LISTS))["People"]
    assert sheet.column_dimensions["B"].number_format == "@"


def test_the_example_is_on_a_sheet_of_its_own() -> None:
    each = dataset("establishment")
    rows = list(opened(template(each, LISTS))["Example"].iter_rows(values_only=True))
    shown = [value.date() if hasattr(value, "date") else value for value in rows[-1]]
    assert shown == list(example_row(each).values())


def test_a_workbook_holds_every_sheet_once() -> None:
    book = opened(workbook_template(workbook("attrition"), LISTS))
    assert book.sheetnames == ["Establishment", "People", "Unavailable", "Movements", "Example", "Lists"]
    units = [cell.value for cell in book["Lists"][1]].index("Units")
    assert [row[units] for row in book["Lists"].iter_rows(min_row=2, max_row=3, values_only=True)] == [
        *LISTS["units"]
    ]


@pytest.mark.parametrize("each", EVERY, ids=lambda d: d.name)
def test_the_same_template_made_twice_is_the_same_file(each: Dataset) -> None:
    assert template(each, LISTS) == template(each, LISTS)


def test_a_workbook_made_in_another_year_is_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    now = template(dataset("training"), LISTS)
    monkeypatch.setattr("time.localtime", lambda *_: time.struct_time((2031, 5, 4, 3, 2, 1, 0, 0, 0)))
    assert template(dataset("training"), LISTS) == now
    assert (book := opened(now)).properties.created == book.properties.modified == datetime(2000, 1, 1)


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@SUM(A1)", "#N/A", "007", "a\x00b"])
def test_a_text_that_a_sheet_begins_with_stays_a_text(text: str) -> None:
    rows = [{"person_ref": text, "fte": 0.8}]
    made = opened(workbook_template([dataset("people")], {"units": (text,)}, {"people": Filled(rows)}))
    wanted = text.replace("\x00", "")
    listed = next(c for (c,) in made["Lists"].iter_rows(min_row=2, max_row=2, max_col=1))
    for cell in (made["People"]["B2"], listed):
        assert (cell.data_type, cell.value) == ("s", wanted)
    assert (made["People"]["B2"].number_format, made["People"]["F2"].value) == ("@", 0.8)


def test_what_a_sheet_says_once_is_filled_in_above_the_headings() -> None:
    filled = {"training": Filled([{"person_ref": "12"}], {"month_end": date(2026, 10, 31)})}
    sheet = opened(workbook_template([dataset("training")], LISTS, filled))["Training"]
    assert (sheet["B1"].value.date(), sheet["A4"].value) == (date(2026, 10, 31), "12")
