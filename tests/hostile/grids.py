"""Sheets whose cells, rows, columns or counts are not where or what they say."""

from __future__ import annotations

from tests.hostile.answers import CHILD, DOMESTIC, accepted, refused
from tests.hostile.making import (
    HEADINGS,
    VALUES,
    cell,
    of_rows,
    packed,
    parts,
    row,
    strings,
    table,
    with_parts,
)

CHILD_VALUES = ("30/09/2026", "Child abuse investigation", "child abuse", 64, 3, 12, 10)


@accepted()
def dimensions_of_the_whole_grid() -> bytes:
    return of_rows(table(), before='<dimension ref="A1:XFD1048576"/>')


@accepted(DOMESTIC, CHILD)
def dimensions_smaller_than_the_table() -> bytes:
    return of_rows(table(row(3, CHILD_VALUES)), before='<dimension ref="A1:B2"/>')


@accepted()
def no_dimensions() -> bytes:
    return of_rows(table())


@accepted()
def dimensions_beyond_any_grid() -> bytes:
    return of_rows(table(), before='<dimension ref="A1:XFD999999999"/>')


@refused("sheet_too_wide")
def a_stray_cell_in_the_far_corner() -> bytes:
    return of_rows(table('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))


@refused("sheet_too_wide")
def a_stray_cell_far_to_the_right() -> bytes:
    return of_rows(row(1, HEADINGS)[:-6] + '<c r="XFD1"><v>1</v></c></row>' + row(2, VALUES))


@accepted()
def a_stray_note_at_the_very_bottom() -> bytes:
    return of_rows(table('<row r="1048576">' + cell("A1048576", "end") + "</row>"))


@accepted()
def a_space_in_the_far_corner() -> bytes:
    return of_rows(
        table(
            '<row r="1048576">'
            + cell("XFD1048576", " ").replace("<t>", '<t xml:space="preserve">')
            + "</row>"
        )
    )


@refused("sheet_outside")
def a_row_below_the_last_row_there_is() -> bytes:
    return of_rows(table('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'))


@refused("sheet_outside")
def a_row_numbered_two_thousand_million() -> bytes:
    return of_rows(table('<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>'))


@refused("sheet_outside")
def a_column_to_the_right_of_the_last_one() -> bytes:
    return of_rows(table('<row r="3"><c r="XFE3"><v>1</v></c></row>'))


@refused("sheet_outside")
def a_column_of_seven_letters() -> bytes:
    return of_rows(table('<row r="3"><c r="AAAAAAA3"><v>1</v></c></row>'))


@refused("sheet_outside")
def a_row_numbered_nought() -> bytes:
    return of_rows('<row r="0"><c r="A0"><v>1</v></c></row>' + table())


@refused("sheet_outside")
def a_row_below_nought() -> bytes:
    return of_rows('<row r="-5"><c r="A1"><v>1</v></c></row>' + table())


@refused("file_damaged")
def a_row_numbered_in_words() -> bytes:
    return of_rows(table('<row r="three"><c r="A3"><v>1</v></c></row>'))


@refused("sheet_disordered")
def rows_that_go_back() -> bytes:
    return of_rows(row(1, HEADINGS) + row(3, VALUES) + row(2, CHILD_VALUES))


@refused("sheet_disordered")
def the_same_row_twice() -> bytes:
    return of_rows(table(row(2, CHILD_VALUES)))


@refused("sheet_disordered")
def cells_that_go_back() -> bytes:
    cells = [cell(f"{'ABCDEFG'[i]}3", CHILD_VALUES[i]) for i in (6, 5, 4, 3, 2, 1, 0)]
    return of_rows(table(f'<row r="3">{"".join(cells)}</row>'))


@refused("sheet_disordered")
def the_same_cell_twice() -> bytes:
    return of_rows(table(row(3, CHILD_VALUES)[:-6] + cell("G3", 999) + "</row>"))


@refused("sheet_disordered")
def a_cell_that_says_it_is_in_another_row() -> bytes:
    return of_rows(table(row(3, CHILD_VALUES).replace('r="D3"', 'r="D9"')))


@accepted()
def rows_and_cells_that_do_not_say_where_they_are() -> bytes:
    import re

    return of_rows(re.sub(r' r="[A-Z]*\d+"', "", table()))


@accepted()
def a_hundred_thousand_blank_rows_with_a_style() -> bytes:
    blank = "".join(f'<row r="{n}" s="0" customFormat="1" ht="15"/>' for n in range(3, 100_000))
    return of_rows(table(blank))


@accepted(costly=True)
def a_million_blank_rows_with_a_style() -> bytes:
    blank = "".join(f'<row r="{n}" s="0" customFormat="1" ht="15"/>' for n in range(3, 1_000_000))
    return of_rows(table(blank))


@refused("file_exhausts", costly=True)
def a_million_rows_of_seven_blank_cells_with_a_style() -> bytes:
    blank = "".join(
        f'<row r="{n}">' + "".join(f'<c r="{c}{n}" s="0"/>' for c in "ABCDEFG") + "</row>"
        for n in range(3, 1_000_000)
    )
    return of_rows(table(blank))


@accepted()
def a_template_with_a_hundred_columns_of_blank_styled_cells() -> bytes:
    names = [a + b for a in "ABC" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    blank = "".join(
        f'<row r="{n}">' + "".join(f'<c r="{c}{n}" s="0"/>' for c in names) + "</row>" for n in range(3, 500)
    )
    return of_rows(table(blank))


@accepted()
def sixteen_thousand_styled_columns() -> bytes:
    columns = "".join(f'<col min="{n}" max="{n}" width="9" style="0"/>' for n in range(1, 16_385))
    return of_rows(table(), before=f"<cols>{columns}</cols>")


@refused("sheet_too_long")
def a_hundred_thousand_and_one_rows() -> bytes:
    return of_rows("".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 100_300)))


@refused("file_too_many_cells")
def thirteen_thousand_rows_of_a_hundred_and_twenty_columns() -> bytes:
    one = ["".join(f"<c><v>{n * m * 7919 % 99_991}</v></c>" for m in range(120)) for n in range(50)]
    return of_rows("".join(f'<row r="{n}">{one[n * 31 % 50]}</row>' for n in range(1, 13_000)))


@refused("file_too_many_sheets")
def a_hundred_and_eighty_sheets() -> bytes:
    from tests.hostile.making import BOOK, book, links, sheet

    many = range(1, 181)
    made = {f"xl/worksheets/sheet{n}.xml": sheet(table()) for n in many}
    made[BOOK] = book("".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in many))
    made["xl/_rels/workbook.xml.rels"] = links(*(("worksheet", f"worksheets/sheet{n}.xml") for n in many))
    return with_parts(made)


SHARED = (
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>{}</v></c><c r="C2" t="s"><v>2</v></c>'
    + "".join(f'<c r="{c}2"><v>{v}</v></c>' for c, v in zip("DEFG", VALUES[3:], strict=True))
    + "</row>"
)
TEXTS = "".join(f"<si><t>{text}</t></si>" for text in VALUES[:3])


def sharing(index: object = 1, body: str = TEXTS, says: str = "") -> bytes:
    """The usual return with its texts shared; the unit is the text of this index."""
    return packed({**parts(row(1, HEADINGS) + SHARED.format(index)), **strings(body, says)})


@accepted()
def shared_texts_that_claim_four_thousand_million() -> bytes:
    return sharing(says='count="4294967295" uniqueCount="4294967295"')


@accepted()
def shared_texts_that_claim_none() -> bytes:
    return sharing(says='count="0" uniqueCount="0"')


@accepted()
def shared_texts_that_claim_fewer_than_nought() -> bytes:
    return sharing(says='count="-1" uniqueCount="-1"')


@refused("file_damaged")
def a_shared_text_beyond_the_last_one() -> bytes:
    return sharing(99)


@refused("file_damaged")
def a_shared_text_counted_from_the_end() -> bytes:
    return sharing(-2)


@refused("file_damaged")
def a_shared_text_that_is_a_word() -> bytes:
    return sharing("one")


@refused("file_damaged")
def shared_texts_that_are_not_there() -> bytes:
    return of_rows(row(1, HEADINGS) + SHARED.format(1))


@refused("file_unsafe", says="200 times")
def a_shared_text_of_sixty_megabytes() -> bytes:
    return sharing(1, f"<si><t>{VALUES[0]}</t></si><si><t>{'x' * 60_000_000}</t></si>")


@accepted()
def a_hundred_thousand_shared_texts_that_nothing_uses() -> bytes:
    return sharing(body=TEXTS + "".join(f"<si><t>text {n}</t></si>" for n in range(100_000)))


@accepted()
def cells_merged_beyond_the_grid() -> bytes:
    return of_rows(
        table(), after='<mergeCells count="1"><mergeCell ref="A5:ZZZZZZZ9999999999"/></mergeCells>'
    )


@accepted()
def cells_merged_across_the_whole_grid() -> bytes:
    return of_rows(table(), after='<mergeCells count="1"><mergeCell ref="A5:XFD1048576"/></mergeCells>')


@refused("sheet_merged_too_often")
def five_thousand_merged_ranges_in_five_thousand_rows() -> bytes:
    merged = "".join(f'<mergeCell ref="H{n}:H{n + 1}"/>' for n in range(5, 10_005, 2))
    rows = "".join(row(n, CHILD_VALUES) for n in range(3, 5_003))
    return of_rows(table(rows), after=f"<mergeCells>{merged}</mergeCells>")


@accepted()
def fifty_thousand_merged_ranges_below_the_table() -> bytes:
    merged = "".join(f'<mergeCell ref="A{2 * n}:A{2 * n + 1}"/>' for n in range(5, 50_005))
    return of_rows(table(), after=f"<mergeCells>{merged}</mergeCells>")


@accepted()
def merged_ranges_upside_down_and_over_each_other() -> bytes:
    merged = '<mergeCell ref="G9:A5"/><mergeCell ref="A5:C9"/><mergeCell ref="B6:D10"/><mergeCell ref="A5"/>'
    return of_rows(table(), after=f"<mergeCells>{merged}</mergeCells>")


@refused("column_twice")
def the_same_heading_twice() -> bytes:
    return of_rows(row(1, [*HEADINGS, "Open"]) + row(2, [*VALUES, 7]))


@accepted(says="not read and never stored")
def headings_that_are_blank_or_strange() -> bytes:
    return of_rows(row(1, [*HEADINGS, " ", "????", "=1+1"]) + row(2, [*VALUES, 1, 2, 3]))


@refused("file_no_sheet")
def a_sheet_of_nothing() -> bytes:
    return of_rows("<row r='1'/>")


@refused("sheet_no_rows", "month_missing")
def headings_and_no_rows() -> bytes:
    return of_rows(row(1, HEADINGS))
