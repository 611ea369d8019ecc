"""Workbooks with hidden sheets, links, macros and other parts beside the table."""

from __future__ import annotations

from io import BytesIO

import openpyxl
from openpyxl.chart import BarChart

from tests.etl.intake.workbooks import saved
from tests.hostile.answers import accepted, refused
from tests.hostile.making import (
    BOOK,
    MAIN,
    SHEET,
    XML,
    book,
    cell,
    good,
    links,
    packed,
    parts,
    row,
    sheet,
    table,
    typed,
    with_parts,
)

SECRET = "Quillfeather"
NAMES = sheet(row(1, ["Name", "Number"]) + row(2, [SECRET, 4417]))


def two_sheets(second: str, state: str = "", name: str = "Names", first_state: str = "") -> bytes:
    """The usual return, and a second sheet in some state."""
    made = {
        BOOK: book(
            f'<sheet name="Caseload" sheetId="1" {first_state} r:id="rId1"/>'
            f'<sheet name="{name}" sheetId="2" {state} r:id="rId2"/>'
        ),
        "xl/_rels/workbook.xml.rels": links(
            ("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml")
        ),
        "xl/worksheets/sheet2.xml": second,
    }
    return with_parts(made)


@accepted(says="is hidden and was not read", never=SECRET)
def a_hidden_sheet() -> bytes:
    return two_sheets(NAMES, 'state="hidden"')


@accepted(says="is hidden and was not read", never=SECRET)
def a_very_hidden_sheet() -> bytes:
    return two_sheets(NAMES, 'state="veryHidden"')


@refused("file_no_sheet", says="is hidden and was not read", never=SECRET)
def only_hidden_sheets() -> bytes:
    return two_sheets(NAMES, 'state="hidden"', first_state='state="veryHidden"')


@accepted(says="is hidden and was not read")
def a_hidden_sheet_that_is_not_markup() -> bytes:
    return two_sheets("\x01\x02\x03", 'state="hidden"')


@refused("file_damaged")
def a_sheet_in_a_state_that_nobody_knows() -> bytes:
    return two_sheets(NAMES, 'state="asleep"')


@accepted(says="no headings of a return", never=SECRET)
def a_second_sheet_of_something_else() -> bytes:
    return two_sheets(NAMES)


@refused("file_damaged")
def a_second_sheet_that_is_not_markup() -> bytes:
    return two_sheets("\x01\x02\x03")


@accepted(says="is a chart and was not read")
def a_chart_sheet_first() -> bytes:
    made = openpyxl.load_workbook(BytesIO(good()))
    made.create_chartsheet("Trend", 0).add_chart(BarChart())
    return saved(made)


@refused("sheet_twice")
def the_same_rows_in_two_sheets() -> bytes:
    return two_sheets(sheet(table()), name="Caseload (2)")


@accepted()
def two_sheets_of_one_name() -> bytes:
    return two_sheets(NAMES, name="Caseload")


@accepted()
def a_sheet_named_in_markup() -> bytes:
    return two_sheets(NAMES, name="&lt;script&gt;alert(1)")


@accepted()
def a_sheet_named_in_ten_thousand_letters() -> bytes:
    return two_sheets(NAMES, name="N" * 10_000)


@accepted()
def a_sheet_named_backwards_and_with_a_bell() -> bytes:
    return two_sheets(NAMES, name="\u202ecba&#9;&#10;\u0007".replace("\u0007", ""))


@accepted()
def a_sheet_without_a_name() -> bytes:
    return two_sheets(NAMES, name="")


@accepted(says="Links to other files")
def links_to_other_workbooks() -> bytes:
    away = (
        '<Relationship Id="rId1" Type="x" Target="file:///\\\\server\\share\\x.xlsx" TargetMode="External"/>'
    )
    return with_parts({
        "xl/externalLinks/externalLink1.xml": f'{XML}<externalLink xmlns="x"/>',
        "xl/externalLinks/_rels/externalLink1.xml.rels": links(more=away),
    })  # fmt: skip


@accepted(says="Links to other files")
def a_link_that_runs_a_program() -> bytes:
    dde = f'{XML}<externalLink xmlns="x"><ddeLink ddeService="cmd" ddeTopic="/C calc"/></externalLink>'
    return with_parts({"xl/externalLinks/externalLink1.xml": dde})


@accepted(says="Links to other files")
def a_connection_to_a_database() -> bytes:
    return with_parts({"xl/connections.xml": f'{XML}<connections><connection url="http://x"/></connections>'})


@accepted(says="Links to other files")
def a_query_of_a_web_page() -> bytes:
    return with_parts({"xl/queryTables/queryTable1.xml": f"{XML}<queryTable/>"})


@refused("file_macros")
def macros() -> bytes:
    return with_parts({"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub Auto_Open"})


@refused("file_macros")
def macros_under_another_name_of_the_file() -> bytes:
    return with_parts({"xl/evil/VBAPROJECT.BIN": b"Sub Auto_Open"})


@refused("file_macros")
def macros_under_a_name_that_tells_nothing() -> bytes:
    made = parts()
    made["[Content_Types].xml"] = typed("/xl/a.dat", "application/vnd.ms-office.vbaProject")
    return packed({**made, "xl/a.dat": b"Sub Auto_Open"})


@refused("file_macros")
def a_sheet_of_macros_of_1992() -> bytes:
    return with_parts({"xl/macrosheets/sheet1.xml": f"{XML}<macrosheet/>"})


@refused("file_macros")
def a_dialog_of_1995() -> bytes:
    return with_parts({"xl/dialogsheets/sheet1.xml": f"{XML}<dialogsheet/>"})


@refused("file_macros")
def a_control_that_runs() -> bytes:
    return with_parts({"xl/activeX/activeX1.bin": b"\xd0\xcf\x11\xe0"})


@refused("file_macros")
def a_program_packed_inside() -> bytes:
    return with_parts({"xl/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0MZ"})


@accepted()
def a_ribbon_that_calls_macros() -> bytes:
    return with_parts({"customUI/customUI14.xml": f'{XML}<customUI onLoad="Evil"/>'})


@accepted()
def an_add_in_from_the_web() -> bytes:
    return with_parts({"xl/webextensions/webextension1.xml": f"{XML}<webextension/>"})


@accepted()
def settings_of_a_printer_and_of_a_file_store() -> bytes:
    return with_parts({
        "xl/printerSettings/printerSettings1.bin": bytes(2_000),
        "customXml/item1.xml": f"{XML}<p:properties xmlns:p='x'/>",
    })  # fmt: skip


@accepted(never=SECRET)
def leftovers_of_a_pivot_table() -> bytes:
    kept = f'{XML}<pivotCacheRecords><r><s v="{SECRET}"/></r></pivotCacheRecords>'
    return with_parts({"xl/pivotCache/pivotCacheRecords1.xml": kept})


@accepted(never=SECRET)
def comments_with_names() -> bytes:
    told = f'<comment ref="A1"><text><t>{SECRET}</t></text></comment>'
    return with_parts({"xl/comments1.xml": f"{XML}<comments><commentList>{told}</commentList></comments>"})


@accepted(never=SECRET)
def the_name_of_its_author() -> bytes:
    return with_parts(
        {"docProps/core.xml": f"{XML}<coreProperties><creator>{SECRET}</creator></coreProperties>"}
    )


@accepted()
def named_ranges_that_call_out() -> bytes:
    called = (
        '<definedNames><definedName name="_xlnm.Auto_Open" hidden="1">Names!$A$1</definedName></definedNames>'
    )
    named = book('<sheet name="Caseload" sheetId="1" r:id="rId1"/>').replace(
        "</workbook>", called + "</workbook>"
    )
    return with_parts({BOOK: named})


@accepted()
def rows_and_columns_that_are_hidden() -> bytes:
    hidden = table().replace('<row r="2">', '<row r="2" hidden="1">')
    return with_parts({SHEET: sheet(hidden, before='<cols><col min="1" max="7" hidden="1"/></cols>')})


@refused("file_damaged")
def a_list_of_parts_with_one_that_is_not_there() -> bytes:
    return with_parts({"[Content_Types].xml": typed("/xl/sharedStrings.xml", "sharedStrings+xml")})


@accepted()
def a_workbook_that_counts_days_from_1904() -> bytes:
    made = parts(table().replace(cell("A2", "30/09/2026"), '<c r="A2" s="1"><v>44833</v></c>'))
    made[BOOK] = book(
        '<sheet name="Caseload" sheetId="1" r:id="rId1"/>', '<workbookPr date1904="1"/>'
    ).encode()
    made["xl/styles.xml"] = (
        f'{XML}<styleSheet xmlns="{MAIN}"><cellXfs count="2">'
        '<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
    ).encode()
    made["xl/_rels/workbook.xml.rels"] = links(
        ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
    ).encode()
    made["[Content_Types].xml"] = typed("/xl/styles.xml", "styles+xml")
    return packed(made)


@refused("file_damaged")
def styles_that_are_not_styles() -> bytes:
    made = parts()
    made["xl/styles.xml"] = b"<styleSheet><cellXfs count='x'><xf numFmtId='word'/></cellXfs></styleSheet>"
    made["[Content_Types].xml"] = typed("/xl/styles.xml", "styles+xml")
    return packed(made)
