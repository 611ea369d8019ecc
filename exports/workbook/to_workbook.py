"""A document as a workbook: a cover with its contents, a sheet for each table, and sheets that recompute."""

import io
from collections.abc import Iterator
from typing import Any

import pandas as pd
import xlsxwriter

from charts.draw import SaysBelow
from charts.tokens import LIGHT
from exports.document import Assumed, Chart, Document, Findings, Paragraph, Table
from exports.grid import as_table
from exports.head import facts, foot, under_title
from exports.packed import packed_anew
from exports.tables import safe_text
from exports.workbook.book import Book
from exports.workbook.charts import add_chart
from exports.workbook.live import add_live
from exports.workbook.tables import add_table

OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
Told = list[tuple[str, str]]
"""What the contents list: the name of a sheet, and its title."""


def to_workbook(document: Document) -> bytes:
    """The document as a workbook; formulas stand in its live sheets only, and no sheet is hidden."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as made:
        _own_words(made, document)
        book = Book(made, document)
        cover, top = book.sheet("Cover", document.title, (under_title(document), f"For {document.audience}."))
        told = [*_words(book), *_tables(book)]
        told += [(add_live(book, live), live.title) for live in document.live]
        told += _end(book)
        _cover(book, cover, top, told)
    return packed_anew(out.getvalue(), document.head.made_at)


def _own_words(made: Any, document: Document) -> None:
    head = document.head
    made.set_properties(
        {
            "title": safe_text(document.title),
            "subject": safe_text(document.audience),
            "author": safe_text(head.made_by),
            "category": safe_text(head.marking),
            "comments": safe_text(foot(document)),
            "created": head.made_at.replace(tzinfo=None),
        }
    )


def _cover(book: Book, cover: Any, top: int, told: Told) -> None:
    cover.set_column(0, 0, 30)
    cover.set_column(1, 1, 90)
    bold = book.look(bold=True)
    for name, lines in facts(book.document):
        cover.write_string(top, 0, safe_text(name), bold)
        cover.write_string(top, 1, safe_text("\n".join(lines)), book.look(text_wrap=True))
        cover.set_row(top, 14 * len(lines))
        top += 1
    cover.write_string(top + 1, 0, "Contents", book.look(bold=True, font_size=12))
    link = book.look(font_color=LIGHT.link, underline=1)
    for n, (name, title) in enumerate(told, start=top + 2):
        cover.write_url(n, 0, f"internal:'{name}'!A1", link, name)
        cover.write_string(n, 1, safe_text(title), book.look())


def _words(book: Book) -> Iterator[tuple[str, str]]:
    """What the document says in sentences, section by section."""
    said = [(s.title, line) for s in book.document.sections for line in _lines(s.blocks)]
    if said:
        title = "What this document says"
        sheet, top = book.sheet("Words", title)
        add_table(book, sheet, pd.DataFrame(said, columns=["Section", "What is said"]), 1, top)
        sheet.set_column(1, 1, 110)
        yield sheet.get_name(), title


def _lines(blocks: tuple[Any, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Findings):
            yield from block.lines


def _tables(book: Book) -> Iterator[tuple[str, str]]:
    """A sheet for each table and each chart, numbered in the order of the document."""
    blocks = [b for section in book.document.sections for b in section.blocks]
    shown = [b for b in blocks if isinstance(b, Table | Assumed | Chart)]
    for n, block in enumerate(shown, start=1):
        yield _chart(book, block, n) if isinstance(block, Chart) else _table(book, as_table(block), n)


def _table(book: Book, table: Table, n: int) -> tuple[str, str]:
    sheet, top = book.sheet(f"{n} {table.title}", table.title, table.notes)
    add_table(book, sheet, table.frame, table.decimals, top)
    return sheet.get_name(), table.title


def _chart(book: Book, chart: Chart, n: int) -> tuple[str, str]:
    model = chart.model
    key = " · ".join(f"{word.glyph} {word.name}" for word in model.key())
    below = model.below() if isinstance(model, SaysBelow) else ()
    lines = (model.measure, *([key] if key else []), *below, *chart.notes)
    sheet, top = book.sheet(f"{n} {model.title}", model.title, lines)
    add_chart(book, chart, add_table(book, sheet, model.numbers(), chart.decimals, top))
    return sheet.get_name(), model.title


def _end(book: Book) -> Iterator[tuple[str, str]]:
    """What was assumed, what is meant and where it comes from, each on a sheet; the last column is wide."""
    document = book.document
    for title, headings, rows in (
        ("Assumptions", ("Source, who and when", "What is assumed"), document.assumed),
        ("Definitions", ("Measure", "What it is"), document.definitions),
        ("Sources", ("Source",), tuple((source,) for source in document.sources)),
    ):
        if rows:
            sheet, top = book.sheet(title, title)
            add_table(book, sheet, pd.DataFrame(list(rows), columns=list(headings)), 1, top)
            sheet.set_column(len(headings) - 1, len(headings) - 1, 110)
            yield sheet.get_name(), title
