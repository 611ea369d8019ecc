"""Every document can be read by everyone: tagged, described, marked on each page, made in good order."""

import io
import re
import shutil
import subprocess
from dataclasses import replace

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from exports.document import Chart, Findings, LiveCell, Section
from exports.formats import FORMATS, name_of
from exports.head import facts
from exports.pdf import to_pdf
from exports.produce import NotMade, Stopped, Writers, produce
from exports.slides.to_pptx import to_pptx
from tests.exports import read_back
from tests.exports.made_document import HEAD, made
from tests.exports.read_back import parts, written

PICTURE = 13
CHARTS = [b for section in made().sections for b in section.blocks if isinstance(b, Chart)]
ALTS = sorted(chart.model.alt() for chart in CHARTS)
CELLS = [cell for table in made().live[0].tables for row in table.rows for cell in row]
LIVE = {cell.name: cell.value for cell in CELLS if isinstance(cell, LiveCell)}


def test_a_pdf_is_tagged_has_a_title_and_describes_each_chart():
    reader = PdfReader(io.BytesIO(written("pdf")))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert root["/Lang"] == "en-GB" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == made().title
    figures = [tag for tag in read_back.tags(written("pdf")) if tag.get("/S") == "/Figure"]
    assert sorted(str(tag["/Alt"]) for tag in figures) == ALTS
    assert {"/H1", "/H2", "/TH", "/TD", "/L"} <= {tag["/S"] for tag in read_back.tags(written("pdf"))}


@pytest.mark.parametrize("shape", ("pack", "brief"))
def test_the_marking_and_what_the_figures_are_stand_on_each_page(shape):
    for page in read_back.pdf_text(written("pdf", shape)):
        assert page.count(HEAD.marking) >= 2
        assert "Northshire Police · September 2026 · publication 14 · internal · synthetic data" in page


def test_a_brief_is_made_smaller_until_it_has_two_pages(monkeypatch):
    few = tuple(c for c in CHARTS if type(c.model).__name__ in ("Lines", "XmrModel", "Waterfall", "Posts"))
    words = Findings(("One sentence of what changed, with the figures that it rests on.",) * 90)
    brief = replace(made("brief"), sections=(Section("a", "What changed", (words, *few)),))
    assert len(read_back.pdf_text(FORMATS["pdf"].write(brief))) == 2
    monkeypatch.setattr(to_pdf, "SCALES", to_pdf.SCALES[:1])
    assert len(read_back.pdf_text(FORMATS["pdf"].write(brief))) == 3


@pytest.mark.parametrize("extension", FORMATS)
def test_it_says_what_its_figures_are(extension):
    held = read_back.everything(extension, written(extension))
    squeezed = re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", held))
    for name, lines in facts(made()):
        for line in (name, *lines):
            assert re.sub(r"\s+", "", line) in squeezed, line


def test_short_sections_share_a_slide_under_their_headings_and_a_long_one_has_its_own():
    short = tuple(Section(f"s{n}", f"Part {n}", (Findings((f"One line of {n}.",)),)) for n in range(5))
    long = Section("l", "Long", (Findings(tuple(f"Sentence {n}. " + "word " * 60 for n in range(4))),))
    document = replace(made(), sections=(*short[:4], long, short[4]), assumed=())
    told = [
        [s.text_frame.text for s in slide if s.has_text_frame] for slide in read_back.deck(to_pptx(document))
    ]
    titles = [texts[0] for texts in told]
    assert titles[2:] == [
        "Part 0, Part 1, Part 2 and Part 3", "Long", "Long and Part 4", "Definitions and Sources",
    ]  # fmt: skip
    assert any("Part 2\n•  One line of 2.\nPart 3\n" in text for text in told[2])


def test_each_slide_has_a_title_and_the_marking_and_each_picture_its_text():
    described: list[str] = []
    for shapes in read_back.deck(written("pptx")):
        texts = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
        assert texts.count(HEAD.marking) == 2 and shapes[0].is_placeholder and texts[0]
        seen = (s for s in shapes if s.has_chart or s.has_table or s.shape_type == PICTURE)
        described += [shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in seen]
    assert all(described) and set(ALTS) <= set(described)


def test_a_text_has_headings_tables_with_a_heading_row_and_pictures_with_their_text():
    held = docx.Document(io.BytesIO(written("docx")))
    described = [shape._inline.docPr.get("descr") for shape in held.inline_shapes]
    assert sorted(described) == ALTS
    assert {"Title", "Heading 1", "Heading 2"} <= {p.style.name for p in held.paragraphs}
    assert all(table.rows[0]._tr.xpath("w:trPr/w:tblHeader") for table in held.tables)
    assert HEAD.marking in held.sections[0].header.paragraphs[0].text


def test_a_workbook_names_its_tables_and_describes_its_charts():
    book = read_back.book(written("xlsx"))
    assert book.sheetnames[0] == "Cover"
    links = {c.value for row in book["Cover"].iter_rows() for c in row if c.hyperlink}
    assert links == set(book.sheetnames[1:])
    named = [name for sheet in book for name in sheet.tables]
    assert len(named) == len(set(named)) >= len(CHARTS)
    drawings = [p.decode() for name, p in parts(written("xlsx")).items() if "drawings/drawing" in name]
    described = re.findall(r'<xdr:cNvPr [^>]*descr="([^"]*)"', "".join(drawings))
    assert len(described) == len(CHARTS) and all(described)
    assert all(HEAD.marking in sheet.oddFooter.center.text for sheet in book)


def test_a_file_is_named_for_its_force_title_month_and_readers_so_that_two_copies_cannot_be_mixed_up():
    start = "northshire-police-the-case-for-public-protection-2026-09-for-"
    assert name_of(made(), "pdf") == f"{start}chief-officers-inside-the-force.pdf"
    outside = replace(made(), audience="Local policing body", head=replace(HEAD, mode="publication"))
    assert name_of(outside, "pdf") == f"{start}local-policing-body-small-groups-hidden.pdf"
    long = replace(outside, title="A title of many words " * 8)
    assert name_of(long, "pdf").endswith("-2026-09-for-local-policing-body-small-groups-hidden.pdf")


SMALL = replace(made(), sections=made().sections[1:])


def test_production_says_how_far_it_is_and_gives_the_files_in_the_order_asked_for():
    told: list[str] = []
    files = produce(SMALL, ("docx", "xlsx"), told.append)
    assert list(files) == ["docx", "xlsx"] and files["docx"][:2] == files["xlsx"][:2] == b"PK"
    assert {said.split(",")[0] for said in told} == {"Writing Excel", "Writing Word"}
    assert [said.split(",")[1] for said in told] == [" file 1 of 2.", " file 2 of 2."]


def test_production_stops_while_files_are_written_and_its_processes_end():
    told: list[str] = []
    with Writers(("xlsx", "docx")) as writers:
        writers.hand_over(SMALL)
        with pytest.raises(Stopped, match=r"after [01] of 2 files. Nothing was kept."):
            writers.files(told.append, lambda: bool(told))
        processes = [each._process for each in writers._writers]
    assert len(processes) == 2 and all(each.returncode is not None for each in processes)


def test_a_file_that_cannot_be_written_ends_the_production_and_the_log_is_told_where():
    with pytest.raises(NotMade, match=r"(?s)to_workbook.*AttributeError"):
        produce(replace(SMALL, live=(None,)), ("xlsx", "docx"))


def test_a_writer_that_is_killed_ends_the_production():
    with Writers(("xlsx",)) as writers:
        writers._writers[0]._process.kill()
        writers.hand_over(SMALL)
        with pytest.raises(NotMade, match="before its last file"):
            writers.files(lambda said: None, lambda: False)


@pytest.mark.deep
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this computer")
def test_a_sheet_that_recomputes_gives_the_values_of_the_product_and_follows_a_change(tmp_path):
    assert recalculated(tmp_path / "as", {}) == pytest.approx(LIVE)
    changed = recalculated(tmp_path / "changed", {"hours": 33.0})
    assert changed["required"] == pytest.approx(30.0) and changed["gap"] == pytest.approx(18.0)


def recalculated(folder, inputs):
    """The numbers of the live sheet when LibreOffice has reckoned every formula anew."""
    folder.mkdir()
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx")))
    sheet = book[made().live[0].title]
    rows = {"hours": "Hours for a case"}
    for row in sheet.iter_rows():
        for name, value in inputs.items():
            if row[0].value == rows[name]:
                row[1].value = value
    book.save(folder / "in.xlsx")  # openpyxl keeps no values of formulas: all must be reckoned
    profile = f"-env:UserInstallation=file://{folder}/profile"
    order = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*order, str(folder / "out"), str(folder / "in.xlsx")], check=True, capture_output=True)
    out = openpyxl.load_workbook(folder / "out" / "in.xlsx", data_only=True, read_only=True)[sheet.title]
    second = [row[1].value for row in out.iter_rows() if len(row) > 1]
    numbers = [value for value in second if isinstance(value, int | float)]
    return dict(zip(LIVE, numbers, strict=True))
