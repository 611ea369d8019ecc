"""Nothing hidden is in a document, nothing in it runs, and it says nothing of the computer that made it."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from analysis.disclosure import hide_small
from charts.lines import Line, Lines
from charts.ranked_bars import RankedBars
from exports.document import Chart, Paragraph, Section, Table
from exports.formats import FORMATS
from tests.exports import read_back
from tests.exports.made_document import HEAD, HIDDEN, made
from tests.exports.read_back import everything, parts, written

OFFICE = ("pptx", "docx", "xlsx")
MACHINE = re.compile(r"/(home|tmp|root|usr|work)/|[A-Z]:\\\\|python|Steve Canny|Macintosh|Normal\.dotm", re.I)


def with_people(value):
    """A short document with one table of people."""
    frame = pd.DataFrame({"Unit": ["Hub", "Adults"], "People": pd.Series([value, 21.0], dtype=object)})
    section = Section("people", "People", (Table("People", frame, 4),))
    return replace(made(), sections=(section,), live=())


@pytest.mark.parametrize("extension", FORMATS)
def test_a_hidden_number_is_in_no_part_of_the_file_and_its_words_are(extension):
    held = everything(extension, FORMATS[extension].write(with_people(hide_small(HIDDEN))))
    assert f"{HIDDEN}" not in held
    assert "fewer than 5" in held
    # The search would find it where it stands.
    assert f"{HIDDEN}" in everything(extension, FORMATS[extension].write(with_people(HIDDEN)))


@pytest.mark.parametrize("extension", FORMATS)
def test_the_same_document_is_the_same_file(extension):
    assert FORMATS[extension].write(with_people(8.0)) == FORMATS[extension].write(with_people(8.0))


@pytest.mark.parametrize("extension", OFFICE)
def test_it_says_who_made_it_and_when_and_nothing_of_the_computer(extension):
    held = parts(written(extension))
    core = held["docProps/core.xml"].decode()
    assert re.findall(r"<dc:creator>(.*?)</dc:creator>", core) == [HEAD.made_by]
    assert set(re.findall(r"<dcterms:\w+[^>]*>(.*?)</dcterms", core)) == {"2026-10-06T09:30:00Z"}
    said = {name: MACHINE.search(p.decode("utf-8", "replace")) for name, p in held.items() if ".xml" in name}
    assert {name: found[0] for name, found in said.items() if found} == {}
    assert not [name for name in held if "thumbnail" in name or "printerSettings" in name]
    inner = [p.decode() for name, p in held.items() if name.endswith(".xlsx/docProps/core.xml")]
    assert all("2026-10-06T09:30:00Z" in each for each in inner)


def test_a_pdf_says_who_made_it_and_when():
    held = everything("pdf", written("pdf"))
    assert HEAD.made_by in held and "D:20261006" in held
    assert not re.search(r"/(home|tmp|root|usr|work)/", held)


def test_no_formula_stands_outside_the_sheets_that_recompute_and_no_sheet_is_hidden():
    book = read_back.book(written("xlsx"))
    live = {sheet.title for sheet in made().live}
    running = {s.title for s in book for row in s.iter_rows() for c in row if c.data_type == "f"}
    assert running == live
    assert {sheet.sheet_state for sheet in book} == {"visible"}


def test_no_slide_is_hidden_and_nothing_leads_out_of_a_file():
    for extension in OFFICE:
        for name, part in parts(written(extension)).items():
            assert b'show="0"' not in part
            assert not (name.endswith(".rels") and b'TargetMode="External"' in part)


def test_words_that_would_run_are_led_by_an_apostrophe_in_a_workbook_and_in_the_sheet_of_a_slide():
    for extension in ("xlsx", "pptx"):
        for name, part in parts(written(extension)).items():
            if "sheet" in name and extension == "pptx":
                assert b"<f>" not in part
    cells = [c.value for s in read_back.book(written("xlsx")) for row in s.iter_rows() for c in row]
    assert "'=cmd|' /C calc'!A0" in cells and "=cmd|' /C calc'!A0" not in cells


@pytest.mark.parametrize("extension", FORMATS)
def test_no_control_character_survives(extension):
    if extension == "pdf":
        assert "\x07" not in "".join(read_back.pdf_text(written("pdf")))
        return
    assert all(b"\x07" not in part for name, part in parts(written(extension)).items() if ".xml" in name)


STRANGE = (
    Paragraph("Łódź, 日本語 and 🙂; #set page() $x$ <b>hi</b> {a} \\ & \" ' _x_ *y*"),
    Table("=T & <x>", pd.DataFrame({"#Unit <b>": ["*a*", "{{b}}\ufffe"], "=x": [1.0, 2.0]})),
    Table("No rows", pd.DataFrame({"Unit": [], "Open": []})),
    Table("No columns", pd.DataFrame()),
    Chart(Lines("T & <b>", "m", (HEAD.month_end,), (Line("=a & <b>", (None,)),))),
    Chart(RankedBars("No bars", "m", (), "Open")),
)


@pytest.mark.parametrize("extension", FORMATS)
def test_marks_of_other_languages_missing_letters_and_empty_tables_are_written_as_they_are(extension):
    document = replace(made(), sections=(Section("s", "Strange", STRANGE),), live=())
    held = everything(extension, FORMATS[extension].write(document))
    assert "Łódź" in held and "{{b}}" in held
    assert "*a*" in held and "#set page()" in held
