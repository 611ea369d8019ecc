"""A document cannot disagree with the page: each number is read back from each format, cell by cell."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest

from charts.cells import cell_words
from charts.draw import KINDS
from charts.small_multiple import SmallMultiple
from charts.waterfall import Step, Waterfall
from exports.behind import behind
from exports.document import Chart, Section
from exports.grid import WIDEST, grid, parts
from exports.native.kinds import native
from tests.exports import read_back
from tests.exports.made_document import made
from tests.exports.read_back import shown, tables, written

TABLES = tables(made())
NAMES = [f"{n} {type(frame).__name__} {title}" for n, (title, frame, _) in enumerate(TABLES)]
CHARTS = [b for section in made().sections for b in section.blocks if isinstance(b, Chart)]


def squeezed(text):
    return re.sub(r"[\s\x00-\x1f]+", "", text)


def clean(rows):
    return [[cell.replace("\x07", "") for cell in row] for row in rows]


def in_parts(frame, decimals):
    """The rows as the page shows them, in parts where they are too wide for paper."""
    rows = clean(shown(frame, decimals))
    widths = [len(part.headings) - 1 for part in parts(grid(frame, decimals))]
    starts = [1 + sum(widths[:n]) for n in range(len(widths))]
    return [[[row[0], *row[s : s + w]] for row in rows] for s, w in zip(starts, widths, strict=True)]


def test_the_document_holds_every_kind_of_chart():
    assert {type(chart.model) for chart in CHARTS} == set(KINDS)


@pytest.fixture(scope="module")
def paper():
    return squeezed(" ".join(read_back.pdf_text(written("pdf"))))


@pytest.mark.parametrize(("title", "frame", "decimals"), TABLES, ids=NAMES)
def test_a_pdf_holds_each_row_as_the_page_shows_it(paper, title, frame, decimals):
    for part in in_parts(frame, decimals):
        for row in part[1:]:
            assert squeezed("".join(row)) in paper


@pytest.fixture(scope="module")
def text_tables():
    return read_back.docx_tables(written("docx"))


@pytest.mark.parametrize(("title", "frame", "decimals"), TABLES, ids=NAMES)
def test_a_text_holds_each_table_as_the_page_shows_it(text_tables, title, frame, decimals):
    for part in in_parts(frame, decimals):
        assert part in text_tables


@pytest.fixture(scope="module")
def sheets():
    return read_back.book(written("xlsx")).worksheets


@pytest.mark.parametrize(("title", "frame", "decimals"), TABLES, ids=NAMES)
def test_a_workbook_holds_each_table_with_numbers_that_print_as_the_page_shows_them(
    sheets, title, frame, decimals
):
    rows = clean(shown(frame, decimals))
    for sheet in sheets:
        for table in sheet.tables.values():
            if [[said(c) for c in row] for row in sheet[table.ref]][1:] == rows[1:]:
                return
    raise AssertionError(f"no sheet holds {rows[1:3]}")


def said(cell):
    """A cell as a reader sees it: its number with the decimals of its format."""
    if isinstance(cell.value, str):
        return cell.value.removeprefix("'") if cell.value.startswith("'=") else cell.value
    if isinstance(cell.value, datetime | date):
        return cell_words(cell.value, 0)
    if cell.value is None:
        return ""
    form = cell.number_format.split(";")[0]
    return cell_words(float(cell.value), len(form.partition(".")[2].rstrip('"%')))


@pytest.fixture(scope="module")
def slides():
    return read_back.deck(written("pptx"))


@pytest.fixture(scope="module")
def slide_tables():
    return read_back.pptx_tables(written("pptx"))


@pytest.mark.parametrize("chart", CHARTS, ids=lambda c: type(c.model).__name__)
def test_a_slide_holds_each_chart_with_its_numbers_in_it_or_in_a_table(slides, slide_tables, chart):
    drawn, frame = native(chart.model), chart.model.numbers()
    if drawn is None or not drawn.whole:
        held = {tuple(row) for table in slide_tables for row in table}
        for part in in_parts(frame, chart.decimals):
            assert {tuple(row) for row in part} <= held
        return
    cells = [v for row in frame.itertuples(index=False) for v in row if is_number(v)]
    numbers = {round(float(v), chart.decimals) for v in cells}
    drawn_values = [v for values in in_charts(slides, drawn) for v in values if v is not None]
    assert numbers and numbers <= {round(v, chart.decimals) for v in drawn_values}


def is_number(value):
    return isinstance(value, int | float) and value == value


def in_charts(slides, drawn):
    """The values of the chart that has just these series."""
    names = [series.name for series in drawn.series]
    for shapes in slides:
        for shape in shapes:
            if shape.has_chart and [s.name for s in shape.chart.plots[0].series] == names:
                yield from (s.values for s in shape.chart.plots[0].series)


def test_a_table_of_many_columns_is_told_in_parts_led_by_its_first():
    wide = next(frame for _, frame, _ in TABLES if frame.shape[1] > WIDEST)
    told = parts(grid(wide, 1))
    assert len(told) > 1 and {part.headings[0] for part in told} == {str(wide.columns[0])}
    assert sum(len(part.headings) - 1 for part in told) == wide.shape[1] - 1


def test_a_workbook_says_a_number_no_more_exactly_than_the_page(sheets):
    third = [c.value for s in sheets for row in s.iter_rows() for c in row if isinstance(c.value, float)]
    assert third and all(round(value, 3) == value for value in third)


def small(name, values, measure="open cases"):
    return Chart(SmallMultiple(name, measure, (date(2026, 8, 31), date(2026, 9, 30)), values))


def test_small_charts_of_one_measure_share_a_table_and_others_keep_their_own():
    run = (
        small("Hub", (1.0, 2.0)),
        small("Adults", (3.0, None)),
        small("Hub", (5.0, 6.0), "leavers"),
        CHARTS[0],
    )
    document = replace(made(), sections=(Section("s", "S", run),))
    told = behind(document)
    assert [each.title for each in told] == ["open cases", "Hub", CHARTS[0].model.title]
    assert shown(told[0].frame, 1)[1:] == [["31 Aug 2026", "1.0", "3.0"], ["30 Sep 2026", "2.0", "no return"]]


def test_a_step_said_in_words_is_in_no_chart_that_can_be_edited():
    steps = (Step("Funded", 20.0, "total"), Step("Left", -4.2, said="fewer than 5"))
    assert native(Waterfall("T", "FTE", steps)) is None
    assert native(Waterfall("T", "FTE", steps[:1])) is not None
