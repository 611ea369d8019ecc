"""Workbooks whose markup declares, nests, repeats or points at what it should not."""

from __future__ import annotations

from tests.hostile.answers import accepted, refused
from tests.hostile.making import (
    BOOK,
    LINKS,
    MAIN,
    SHEET,
    XML,
    book,
    links,
    of_rows,
    packed,
    parts,
    row,
    sheet,
    strings,
    table,
    with_parts,
)

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    + "]>"
)
READS_A_FILE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
ASKS_THE_NETWORK = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/evil.dtd">'


def declaring(part: str, doctype: str) -> bytes:
    """The usual return with a document type declared in one of its parts."""
    body = parts()[part].decode()
    return with_parts({part: body.replace(XML, XML + doctype)})


@refused("file_unsafe", says="entities")
def a_sheet_that_declares_an_entity() -> bytes:
    return declaring(SHEET, DOCTYPE)


@refused("file_unsafe", says="entities")
def a_billion_laughs_in_the_sheet() -> bytes:
    laughing = sheet(row(1, ["&a9;"])).replace(XML, XML + LAUGHS)
    return with_parts({SHEET: laughing})


@refused("file_unsafe", says="entities")
def a_billion_laughs_in_the_shared_strings() -> bytes:
    made = strings("<si><t>&a9;</t></si>")
    made["xl/sharedStrings.xml"] = made["xl/sharedStrings.xml"].replace(XML.encode(), (XML + LAUGHS).encode())
    return with_parts(made)


@refused("file_unsafe", says="entities")
def a_sheet_that_reads_a_file_of_ours() -> bytes:
    return with_parts({SHEET: sheet(row(1, ["&f;"])).replace(XML, XML + READS_A_FILE)})


@refused("file_unsafe", says="entities")
def a_workbook_that_asks_the_network_for_its_grammar() -> bytes:
    return declaring(BOOK, ASKS_THE_NETWORK)


@refused("file_unsafe", says="entities")
def links_that_declare_an_entity() -> bytes:
    return declaring("xl/_rels/workbook.xml.rels", DOCTYPE)


@refused("file_unsafe", says="entities")
def content_types_that_declare_an_entity() -> bytes:
    return declaring("[Content_Types].xml", DOCTYPE)


@refused("file_unsafe", says="entities")
def an_entity_in_the_documents_own_properties() -> bytes:
    return with_parts({"docProps/core.xml": XML + READS_A_FILE + "<a>&f;</a>"})


@refused("file_unsafe", says="entities")
def an_entity_behind_half_a_megabyte_of_comment() -> bytes:
    return declaring(SHEET, f"<!--{'x' * 524_000}-->{DOCTYPE}")


@refused("file_unsafe", says="entities")
def an_entity_across_the_end_of_what_is_looked_at_at_once() -> bytes:
    start = 256 * 1024 - len(XML) - len("<!---->") - 4
    return declaring(SHEET, f"<!--{'x' * start}-->{DOCTYPE}")


@refused("file_unsafe", says="encoding")
def a_sheet_in_wide_letters() -> bytes:
    return with_parts({SHEET: sheet(table()).replace("UTF-8", "UTF-16").encode("utf-16")})


@refused("file_unsafe", says="encoding")
def entities_in_wide_letters_without_their_mark() -> bytes:
    return with_parts({SHEET: sheet(table()).replace(XML, DOCTYPE).encode("utf-16-le")})


@refused("file_unsafe", says="encoding")
def entities_in_seven_bit_letters() -> bytes:
    return with_parts({SHEET: '<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE x+AD4-<worksheet/>'})


@refused("file_unsafe", says="encoding")
def a_sheet_in_the_letters_of_a_mainframe() -> bytes:
    body = sheet(table()).replace("UTF-8", "cp037")
    return with_parts({SHEET: b'<?xml version="1.0" encoding="cp037"?>' + body.encode("cp037")})


@refused("file_unsafe", says="entities")
def a_sheet_with_entities_under_another_name() -> bytes:
    made = parts()
    body = made.pop(SHEET).decode().replace(XML, XML + DOCTYPE)
    made["xl/_rels/workbook.xml.rels"] = links(("worksheet", "worksheets/one.dat")).encode()
    made["[Content_Types].xml"] = made["[Content_Types].xml"].replace(b"sheet1.xml", b"one.dat")
    return packed({**made, "xl/worksheets/one.dat": body})


@refused("file_damaged")
def markup_nested_three_hundred_thousand_deep() -> bytes:
    return of_rows("<a>" * 300_000)


@accepted()
def markup_nested_ten_thousand_deep_that_is_closed_again() -> bytes:
    return of_rows(table(), after="<a>" * 10_000 + "</a>" * 10_000)


@refused("file_damaged")
def markup_that_never_ends() -> bytes:
    return with_parts({SHEET: sheet(table())[:-40]})


@refused("file_damaged")
def sixty_thousand_cells_that_are_never_closed() -> bytes:
    return of_rows(table() + '<row r="3">' + '<c r="A3"><f>1' * 60_000)


@refused("file_damaged")
def fifty_thousand_formulas_that_are_never_closed() -> bytes:
    return of_rows(table() + '<row r="3">' + '<c r="A3"><f>1</f>' * 50_000)


@accepted()
def one_cell_with_fifty_thousand_attributes() -> bytes:
    many = " ".join(f'a{n}="1"' for n in range(50_000))
    return of_rows(table(f'<row r="3"><c r="A3" {many}/></row>'))


@accepted()
def an_attribute_of_nearly_a_megabyte() -> bytes:
    return of_rows(table(), before=f'<sheetPr codeName="{"x y" * 300_000}"/>')


@accepted()
def a_style_sheet_to_be_run_on_it() -> bytes:
    run = '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/evil.xsl"?>'
    return with_parts({SHEET: sheet(table()).replace(XML, XML + run)})


@accepted()
def a_piece_to_be_included_from_a_file() -> bytes:
    include = (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    )
    return of_rows(table(), before=include)


@refused("file_damaged")
def a_sheet_that_is_on_the_network() -> bytes:
    target = 'Target="http://127.0.0.1:9/s.xml" TargetMode="External"'
    away = f'<Relationship Id="rId1" Type="{LINKS}/worksheet" {target}/>'
    return with_parts({"xl/_rels/workbook.xml.rels": links(more=away)})


@refused("file_damaged")
def a_sheet_that_is_a_file_of_ours() -> bytes:
    return with_parts({"xl/_rels/workbook.xml.rels": links(("worksheet", "/../../../../etc/passwd"))})


@refused("file_damaged")
def a_sheet_that_is_not_there() -> bytes:
    made = parts()
    del made[SHEET]
    return packed(made)


@refused("file_damaged")
def no_links_to_the_sheets() -> bytes:
    made = parts()
    del made["xl/_rels/workbook.xml.rels"]
    return packed(made)


@refused("file_damaged")
def no_workbook_part() -> bytes:
    made = parts()
    del made[BOOK]
    return packed(made)


@refused("file_not_a_workbook")
def no_content_types() -> bytes:
    made = parts()
    del made["[Content_Types].xml"]
    return packed(made)


@refused("file_no_sheet")
def a_workbook_part_that_is_a_sheet() -> bytes:
    return with_parts({BOOK: sheet(table())})


@refused("file_no_sheet")
def a_sheet_that_is_the_workbook_itself() -> bytes:
    return with_parts({SHEET: book('<sheet name="Caseload" sheetId="1" r:id="rId1"/>')})


@refused("file_too_many_sheets")
def one_sheet_listed_five_thousand_times() -> bytes:
    named = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 5_001))
    return with_parts({BOOK: book(named)})


@refused("file_damaged")
def a_sheet_of_random_letters() -> bytes:
    return with_parts({SHEET: bytes(33 + n * 7919 % 90 for n in range(20_000))})


@refused("file_damaged")
def a_cell_with_half_a_letter() -> bytes:
    return of_rows(table('<row r="3"><c r="A3" t="inlineStr"><is><t>&#xD800;</t></is></c></row>'))


@refused("file_damaged")
def a_cell_with_nul_in_its_markup() -> bytes:
    return of_rows(table('<row r="3"><c r="A3" t="inlineStr"><is><t>&#0;</t></is></c></row>'))


@accepted()
def names_with_a_prefix() -> bytes:
    plain = sheet(table())
    prefixed = plain.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
    for tag in ("worksheet", "sheetData", "row", "c", "is", "t", "v"):
        prefixed = prefixed.replace(f"<{tag} ", f"<x:{tag} ").replace(f"<{tag}>", f"<x:{tag}>")
        prefixed = prefixed.replace(f"</{tag}>", f"</x:{tag}>")
    return with_parts({SHEET: prefixed})


@accepted()
def a_strict_workbook() -> bytes:
    made = {
        name: body.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            LINKS.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, body in parts().items()
    }
    return packed(made)
