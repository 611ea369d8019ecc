"""Text that stands in its cell is read by a short way: it gives what openpyxl's own parser gives."""

from io import BytesIO
from xml.etree.ElementTree import fromstring

import pytest
from openpyxl.worksheet._reader import WorkSheetParser

from etl.readers import sheet_parser

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHORT = {
    "text": '<c r="B7" t="inlineStr"><is><t>Domestic abuse</t></is></c>',
    "spaces": '<c r="XFD7" t="inlineStr"><is><t xml:space="preserve"> DA1 </t></is></c>',
    "a style": '<c r="B7" s="3" t="inlineStr"><is><t>DA1</t></is></c>',
}
LONG = {
    "no text": '<c r="B7" t="inlineStr"><is><t/></is></c>',
    "nothing": '<c r="B7" t="inlineStr"/>',
    "runs": '<c r="B7" t="inlineStr"><is><r><t>Dom</t></r><r><t>estic</t></r></is></c>',
    "text and runs": '<c r="B7" t="inlineStr"><is><t>Dom</t><r><t>estic</t></r></is></c>',
    "no place": '<c t="inlineStr"><is><t>DA1</t></is></c>',
    "a formula": '<c r="B7" t="inlineStr"><f>A1</f><is><t>DA1</t></is></c>',
    "a number": '<c r="B7"><v>7</v></c>',
    "true": '<c r="B7" t="b"><v>1</v></c>',
}


def read(kind, markup):
    parser = kind(BytesIO(b""), {}, data_only=True)
    parser.row_counter, parser.col_counter = 7, 1
    cell = parser.parse_cell(fromstring(markup.replace("<c ", f'<c xmlns="{MAIN}" ', 1)))
    return {name: cell[name] for name in ("row", "column", "value", "data_type")}, parser.col_counter


@pytest.mark.parametrize("markup", [*SHORT.values(), *LONG.values()], ids=[*SHORT, *LONG])
def test_both_ways_give_the_same_cell(markup):
    assert read(sheet_parser._Parser, markup) == read(WorkSheetParser, markup)


@pytest.mark.parametrize("markup", SHORT.values(), ids=SHORT)
def test_plain_text_goes_the_short_way(markup, monkeypatch):
    monkeypatch.setattr(WorkSheetParser, "parse_cell", None)
    assert read(sheet_parser._Parser, markup)[0]["data_type"] == "s"


@pytest.mark.parametrize("markup", LONG.values(), ids=LONG)
def test_every_other_cell_is_openpyxls(markup):
    assert sheet_parser._plain_text(fromstring(markup.replace("<c ", f'<c xmlns="{MAIN}" ', 1))) is None


@pytest.mark.parametrize("place", ["", 'r="B7" '])
def test_a_number_that_is_none_does_not_move_the_cells_after_it(place):
    cell, column = read(sheet_parser._Parser, f"<c {place}><v>NaN</v></c>")
    assert (cell["column"], column, cell["value"]) == (2, 2, {"n": "NaN"})
