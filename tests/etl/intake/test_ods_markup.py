"""Rows are cut out of an .ods only where that reads what reading every element reads."""

import zipfile
from io import BytesIO
from xml.etree.ElementTree import ParseError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.opening.read import read
from etl.readers import ods as reader
from etl.readers.ods_markup import Apart, NotPlain, cut
from tests.depth import examples
from tests.etl.intake.ods_files import NAMES, cell, ods, plain, row, table
from tests.etl.intake.test_ods_cells import CELLS

TWO = row([plain("a"), plain(1)])
SPAN = cell('table:number-columns-spanned="2" table:number-rows-spanned="2"', "over four")
COVERED = "<table:covered-table-cell table:number-columns-repeated='2'/>"
BLANK_ROW = '<table:table-row table:number-rows-repeated="3"/>'


def markup_of(data):
    with zipfile.ZipFile(BytesIO(data)) as book:
        return book.read("content.xml")


def by_element(markup):
    try:
        return reader._read(Apart(markup))
    except ParseError:
        return "damaged"


def as_read(markup):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        book.writestr("content.xml", markup)
    try:
        return reader.read(out.getvalue())
    except ParseError:
        return "damaged"


def test_every_kind_of_cell_is_cut_out_and_read_as_it_is_by_itself():
    rows = [row([plain("x"), each, COVERED, SPAN, each]) for each, _ in CELLS]
    markup = markup_of(ods(table("S", [BLANK_ROW, *rows, BLANK_ROW, TWO, "<table:table-row/>"])))
    assert len(cut(markup).rows) == len(rows) + 1
    assert repr(reader._read(cut(markup))) == repr(by_element(markup))


def test_cells_that_say_the_same_are_read_once():
    apart = cut(markup_of(ods(table("S", [row([plain("Kent"), plain(n % 3)]) for n in range(200)]))))
    assert (len(apart.rows), len(apart.cells)) == (200, 4)


@given(
    st.lists(
        st.lists(st.sampled_from([each for each, _ in CELLS] + [SPAN, COVERED, " ", cell()]), max_size=5),
        max_size=6,
    ),
    st.sampled_from(["", 'table:number-rows-repeated="2"', "table:style-name='a b'"]),
    st.booleans(),
)
@examples(60)
def test_any_table_is_read_the_same_by_either_way(rows, said, hidden):
    sheets = [table("One", [row(r, said) for r in rows], "gone" if hidden else "shown"), table("Two", [TWO])]
    markup = markup_of(ods(*sheets))
    assert repr(reader._read(cut(markup))) == repr(by_element(markup))


def whole(inside, before="", names=NAMES, start='<?xml version="1.0" encoding="UTF-8"?>'):
    body = f"<office:body><office:spreadsheet>{table('S', [inside, TWO])}</office:spreadsheet></office:body>"
    return f"{start}{before}<office:document-content {names}>{body}</office:document-content>".encode()


LATIN = '<?xml version="1.0" encoding="ISO-8859-1"?>'
WORDS = "office:value-type='string'"
SEVEN = "office:value-type='float' office:value='7'"
OTHER = 'xmlns:o="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
ODD = {
    "a comment that looks like rows": whole(f"<!-- {TWO} -->"),
    "a comment in a cell": whole(row([cell(WORDS, "a<!-- b -->")])),
    "text that looks like rows": whole(row([cell(WORDS, f"<![CDATA[{TWO}]]>")])),
    "an instruction": whole(f"<?x {TWO} ?>"),
    "a table in a cell": whole(row([f"<table:table-cell>{table('T', [TWO])}</table:table-cell>", plain(5)])),
    "a row in a row": whole(f"<table:table-row>{TWO}</table:table-row>"),
    "another name for the same parts": whole(
        f"<o:table-row><o:table-cell {SEVEN}/></o:table-row>", names=f"{NAMES} {OTHER}"
    ),
    "the same name for other parts": whole(row([cell(f"xmlns:table='urn:x' {SEVEN}")])),
    "a mark of its own": whole(f'{TWO}<table:table-row ppu-apart="0"/>'),
    "a sign in an attribute": whole(row([plain(2)], 'table:style-name="a > b"')),
    "a closing sign in an attribute": whole(row([cell(f"{WORDS} office:string-value='/>'")])),
    "cells under another element": whole(f"<table:table-row><table:x>{plain(4)}</table:x></table:table-row>"),
    "a cell left open": whole(row(["<table:table-cell>", plain(4)])),
    "cells whose ends are of others": whole(
        row(["<table:table-cell>", "<table:table-cell/></table:table-cell>", "<table:table-cell/><text:p/>"])
    ),
    "an end and a new beginning": whole(row(["<table:table-cell/></i><i><table:table-cell/>"])),
    "an attribute twice": whole(row([cell('table:style-name="a" table:style-name="a"')])),
    "words between cells": whole(row(["words", plain(4), "words"])),
    "a row that never ends": whole("<table:table-row><table:table-cell/>"),
    "an end without a row": whole("</table:table-row>"),
    "rows of links to another file": whole(
        f"<table:dde-links>{table('L', [row([plain(9)])])}</table:dde-links>"
    ),
    "groups of rows": whole(
        f"<table:table-row-group><table:table-rows>{TWO}</table:table-rows>{TWO}</table:table-row-group>"
    ),
    "other letters": whole(TWO, start=LATIN).replace(b">a<", b">\xe9<"),
    "letters that are none": whole(TWO).replace(b">a<", b">\xe9<"),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_markup_that_could_be_cut_in_the_wrong_place_is_read_whole(name):
    assert repr(as_read(ODD[name])) == repr(by_element(ODD[name]))


@pytest.mark.parametrize("name", ["a comment that looks like rows", "a table in a cell", "a mark of its own"])
def test_nothing_is_cut_where_it_could_be_in_the_wrong_place(name):
    with pytest.raises((NotPlain, ParseError)):
        cut(ODD[name])


@pytest.mark.deep
def test_a_table_as_large_as_published_ones_is_read_within_the_limits_of_the_child():
    names = [plain(f"Function {n}") for n in range(12)]
    rows = (row([*names, plain(n), plain(n % 7919 / 4)]) for n in range(60_000))
    book = read("ods", ods(table("Data", [row(plain(f"Heading {n}") for n in range(14)), *rows])))
    assert len(book.sheets[0].rows) == 60_001 and book.sheets[0].rows[-1].cells[12:] == (59_999, 1141.5)
