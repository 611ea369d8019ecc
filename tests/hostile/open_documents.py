"""OpenDocument spreadsheets that repeat, hide, lock or declare."""

from __future__ import annotations

import zipfile
from io import BytesIO

from tests.hostile.answers import CHILD, DOMESTIC, accepted, refused
from tests.hostile.making import HEADINGS, VALUES

NAME = "return.ods"
KIND = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
)
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/></manifest:manifest>'
)
CHILD_VALUES = ("30/09/2026", "Child abuse investigation", "child abuse", 64, 3, 12, 10)


def cell(value: object, more: str = "") -> str:
    """The markup of one cell."""
    if value is None:
        return f"<table:table-cell {more}/>"
    if isinstance(value, str):
        return (
            f'<table:table-cell office:value-type="string" {more}><text:p>{value}</text:p></table:table-cell>'
        )
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}" {more}>'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def row(values: object, more: str = "") -> str:
    """The markup of one row."""
    return f"<table:table-row {more}>{''.join(map(cell, values))}</table:table-row>"  # type: ignore[call-overload]


USUAL = row(HEADINGS) + row(VALUES)


def table(rows: str = USUAL, name: str = "Caseload", more: str = "") -> str:
    """One sheet."""
    return f'<table:table table:name="{name}" {more}>{rows}</table:table>'


def content(tables: str, styles: str = "", before: str = "") -> str:
    """The part that holds the sheets."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        f'<office:document-content {SPACES} office:version="1.2">'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )


def packed(body: str, more: dict[str, str] | None = None, manifest: str = MANIFEST) -> bytes:
    """The document."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("mimetype", KIND, zipfile.ZIP_STORED)
        for name, part in {"META-INF/manifest.xml": manifest, "content.xml": body, **(more or {})}.items():
            new.writestr(name, part)
    return out.getvalue()


@accepted(file_name=NAME)
def a_plain_document() -> bytes:
    return packed(content(table()))


@accepted(file_name="return.xlsx")
def a_plain_document_under_another_name() -> bytes:
    return packed(content(table()))


@refused("file_unsafe", says="entities", file_name=NAME)
def a_document_that_declares_an_entity() -> bytes:
    return packed(content(table(), before='<!DOCTYPE x [<!ENTITY a "aaaa">]>'))


@refused("file_unsafe", says="entities", file_name=NAME)
def a_document_that_reads_a_file_of_ours() -> bytes:
    rows = row(HEADINGS) + row(["&f;"])
    return packed(content(table(rows), before='<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'))


@accepted(file_name=NAME)
def a_manifest_with_the_grammar_that_old_suites_name() -> bytes:
    return packed(content(table()), manifest='<!DOCTYPE manifest:manifest SYSTEM "Manifest.dtd">' + MANIFEST)


@refused("file_password", file_name=NAME)
def a_document_with_a_password() -> bytes:
    locked = MANIFEST.replace(
        "/></manifest:manifest>", "><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    return packed("\x01\x02 not to be read", manifest=locked)


@refused("file_macros", file_name=NAME)
def a_document_with_a_program() -> bytes:
    return packed(content(table()), {"Basic/Standard/Module1.xml": "<a>Sub Evil</a>"})


@refused("file_macros", file_name=NAME)
def a_document_with_a_script() -> bytes:
    return packed(content(table()), {"Scripts/python/evil.py": "import os"})


@accepted(file_name=NAME)
def a_million_blank_rows_after_the_last() -> bytes:
    wide = cell(None, 'table:number-columns-repeated="1024"')
    blank = f'<table:table-row table:number-rows-repeated="1048000">{wide}</table:table-row>'
    return packed(content(table(USUAL + blank)))


@refused("sheet_too_long", file_name=NAME)
def a_million_rows_that_are_all_the_same() -> bytes:
    return packed(content(table(row(HEADINGS) + row(VALUES, 'table:number-rows-repeated="1048000"'))))


@refused("sheet_too_wide", file_name=NAME)
def sixteen_thousand_cells_that_are_all_the_same() -> bytes:
    same = cell(1, 'table:number-columns-repeated="16384"')
    many = f"<table:table-row>{same}</table:table-row>"
    return packed(content(table(USUAL + many)))


@refused("sheet_too_wide", file_name=NAME)
def seventeen_thousand_million_cells_that_are_all_the_same() -> bytes:
    one = cell(1, 'table:number-columns-repeated="16384"')
    many = f'<table:table-row table:number-rows-repeated="1048576">{one}</table:table-row>'
    return packed(content(table(USUAL + many)))


@refused("sheet_too_long", file_name=NAME)
def a_row_repeated_four_thousand_million_times() -> bytes:
    return packed(content(table(row(HEADINGS) + row(VALUES, 'table:number-rows-repeated="4000000000"'))))


@accepted(file_name=NAME)
def a_row_repeated_fewer_times_than_nought() -> bytes:
    return packed(content(table(row(HEADINGS) + row(VALUES, 'table:number-rows-repeated="-5"'))))


@refused("file_damaged", file_name=NAME)
def a_row_repeated_in_words() -> bytes:
    return packed(content(table(row(HEADINGS) + row(VALUES, 'table:number-rows-repeated="many"'))))


@refused("sheet_too_wide", file_name=NAME)
def one_cell_far_to_the_right() -> bytes:
    gap = cell(None, 'table:number-columns-repeated="16383"')
    return packed(content(table(USUAL + f"<table:table-row>{gap}{cell(1)}</table:table-row>")))


@refused("sheet_too_wide", file_name=NAME)
def one_cell_in_the_far_corner() -> bytes:
    down = f'<table:table-row table:number-rows-repeated="1048000">{cell(None)}</table:table-row>'
    gap = cell(None, 'table:number-columns-repeated="16383"')
    return packed(content(table(USUAL + down + f"<table:table-row>{gap}{cell(1)}</table:table-row>")))


@accepted(says="is hidden and was not read", never="Quillfeather", file_name=NAME)
def a_hidden_sheet_of_names() -> bytes:
    hidden = (
        '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/>'
        "</style:style>"
    )
    names = table(row(["Quillfeather"]), "Names", 'table:style-name="h"')
    return packed(content(table() + names, hidden))


@accepted(DOMESTIC, CHILD, file_name=NAME)
def rows_inside_groups_and_headers() -> bytes:
    rows = (
        f"<table:table-header-rows>{row(HEADINGS)}</table:table-header-rows><table:table-row-group>"
        f"{row(VALUES)}</table:table-row-group>{row(CHILD_VALUES)}"
    )
    return packed(content(table(rows)))


@refused("cell_not_number", file_name=NAME)
def a_number_in_a_document_that_is_none() -> bytes:
    return packed(
        content(table(row(HEADINGS) + row(VALUES).replace('office:value="120"', 'office:value="NaN"')))
    )


@refused("cell_error", file_name=NAME)
def a_fault_in_a_document() -> bytes:
    fault = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="">'
        "<text:p>#DIV/0!</text:p></table:table-cell>"
    )
    return packed(content(table(row(HEADINGS) + row(VALUES).replace(cell(120), fault))))


@refused("cell_formula", file_name=NAME)
def a_formula_in_a_document_that_was_never_calculated() -> bytes:
    formula = '<table:table-cell table:formula="of:=SUM([.A1:.A9])"/>'
    return packed(content(table(row(HEADINGS) + row(VALUES).replace(cell(120), formula))))


@accepted(file_name=NAME)
def a_document_that_draws_on_another_file() -> bytes:
    away = '<table:table-source xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="http://127.0.0.1:9/x.ods"/>'
    return packed(content(table(away + USUAL)))


@accepted(file_name=NAME)
def a_document_with_a_dde_source() -> bytes:
    dde = '<office:dde-source office:dde-application="cmd" office:dde-topic="/C calc" office:dde-item="A0"/>'
    return packed(content(table(dde + USUAL)))


@refused("file_not_a_workbook", file_name=NAME)
def a_document_without_content() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        new.writestr("mimetype", KIND)
    return out.getvalue()


@refused("file_damaged", file_name=NAME)
def a_document_cut_in_half_inside_its_markup() -> bytes:
    whole = content(table())
    return packed(whole[: len(whole) // 2])


@refused("file_no_sheet", file_name=NAME)
def a_document_of_other_markup() -> bytes:
    return packed('<?xml version="1.0"?><a/>')


@refused("file_damaged", file_name=NAME)
def a_document_nested_sixty_thousand_deep() -> bytes:
    return packed(content("<table:table>" * 60_000))


@refused("file_too_many_sheets", file_name=NAME)
def a_document_of_five_hundred_sheets() -> bytes:
    return packed(content("".join(table(name=f"S{n}") for n in range(500))))
