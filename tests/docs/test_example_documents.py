"""The documents kept in docs/examples: the same brief in every format, safe to show to anybody."""

import io
import re
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.exports.read_back import book, everything, pdf_text

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
FORMATS = ("pdf", "pptx", "docx", "xlsx")
PICTURES = ("brief-page-1", "brief-page-2", "slide", "word-page", "sheet-gap")
MACHINE = re.compile(r"/(home|tmp|root|usr|work)/|[A-Z]:\\\\|Steve Canny|Macintosh", re.I)
PERSON = re.compile(r"\b(?:[PD][CS]|DI|DCI) ?\d{3,6}\b|\b[NCTH][A-Z]?\d{4,6}\b")


@cache
def kept(extension: str) -> bytes:
    return (EXAMPLES / f"brief.{extension}").read_bytes()


@cache
def held(extension: str) -> str:
    """All that a file holds, in one line without its marks."""
    whole = re.sub(r"<[^>]*>", " ", everything(extension, kept(extension)))
    return re.sub(r"\s+", " ", whole)


def read(extension: str) -> str:
    """What a reader sees: of a PDF the text of its pages."""
    return " ".join(pdf_text(kept("pdf"))) if extension == "pdf" else held(extension)


@pytest.mark.parametrize("extension", FORMATS)
def test_each_says_that_it_is_synthetic_and_in_publication_mode_and_nothing_of_a_machine_or_a_person(
    extension,
):
    assert "Northshire Police" in held(extension)
    assert "The figures are synthetic: no real force, person or case." in held(extension)
    assert "Publication: small counts of people are hidden" in held(extension)
    assert MACHINE.search(held(extension)) is None
    assert PERSON.search(read(extension)) is None


def test_the_pdf_is_tagged_and_says_that_it_is_for_everybody():
    reader = PdfReader(io.BytesIO(kept("pdf")))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en-GB" and "/StructTreeRoot" in root
    said = root["/Metadata"].get_data().decode()
    assert re.search(r"<pdfuaid:part>1</pdfuaid:part>|pdfuaid:part=\"1\"", said)
    assert len(reader.pages) == 2


def test_the_workbook_recomputes_the_gap_and_the_scenario():
    live = {sheet.title for sheet in book(kept("xlsx")) for row in sheet for c in row if c.data_type == "f"}
    assert live == {"Gap", "Scenario 1"}


def test_files_and_pictures_are_small_and_are_shown_where_a_reader_looks():
    there = {file.name: file.stat().st_size for file in EXAMPLES.iterdir()}
    wanted = {*(f"brief.{each}" for each in FORMATS), *(f"{each}.png" for each in PICTURES)}
    assert set(there) == wanted
    assert max(size for name, size in there.items() if name.endswith(".png")) < 150_000
    assert sum(there.values()) < 1_500_000
    told = (ROOT / "docs" / "how-to" / "make-the-case.md").read_text("utf-8")
    assert [name for name in wanted if f"../examples/{name}" not in told] == []
    assert "docs/examples" in (ROOT / "README.md").read_text("utf-8")
