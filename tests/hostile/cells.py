"""Cells that hold what is not a value: faults, formulas, numbers that are none, strange text."""

from __future__ import annotations

from tests.hostile.answers import DOMESTIC, accepted, refused
from tests.hostile.making import BOOK, HEADINGS, VALUES, book, cell, of_rows, row, with_parts


def open_is(markup: str, before: str = "") -> bytes:
    """The usual return with another cell D2, the number of open cases."""
    return of_rows(row(1, HEADINGS) + row(2, VALUES).replace(cell("D2", 120), markup), before)


def unit_is(text: str) -> bytes:
    """The usual return with another name of the unit."""
    return of_rows(row(1, HEADINGS) + row(2, [VALUES[0], text, *VALUES[2:]]))


@refused("cell_not_number")
def a_number_that_is_none() -> bytes:
    return open_is('<c r="D2"><v>NaN</v></c>')


@refused("cell_not_number")
def a_number_without_end() -> bytes:
    return open_is('<c r="D2"><v>INF</v></c>')


@refused("cell_not_number")
def a_number_too_large_for_any_machine() -> bytes:
    return open_is('<c r="D2"><v>1e999</v></c>')


@refused("cell_not_number")
def a_number_of_five_thousand_digits() -> bytes:
    return open_is(f'<c r="D2"><v>{"9" * 5_000}</v></c>')


@refused("cell_not_number")
def a_number_in_letters_of_another_base() -> bytes:
    return open_is('<c r="D2"><v>0x78</v></c>')


@refused("cell_too_small")
def fewer_than_nought() -> bytes:
    return open_is('<c r="D2"><v>-120</v></c>')


@refused("cell_true_false")
def true_for_a_number() -> bytes:
    return open_is('<c r="D2" t="b"><v>1</v></c>')


@refused("cell_error")
def a_division_by_nought() -> bytes:
    return open_is('<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>')


@refused("cell_error")
def a_look_up_that_found_nothing() -> bytes:
    return open_is('<c r="D2" t="e"><v>#N/A</v></c>')


@refused("cell_error")
def a_reference_that_is_gone() -> bytes:
    return open_is('<c r="D2" t="e"><f>#REF!</f><v>#REF!</v></c>')


@refused("cell_error")
def a_fault_of_a_newer_spreadsheet() -> bytes:
    return open_is('<c r="D2" t="e"><v>#BLOCKED!</v></c>')


@refused("cell_formula")
def a_formula_that_was_never_calculated() -> bytes:
    return open_is('<c r="D2"><f>SUM(A1:A9)</f></c>')


@refused("cell_formula")
def a_formula_that_runs_a_program() -> bytes:
    return open_is("<c r=\"D2\"><f>cmd|' /C calc'!A0</f></c>")


@refused("cell_formula")
def a_formula_that_asks_the_network() -> bytes:
    return open_is('<c r="D2"><f>WEBSERVICE("http://127.0.0.1:9/?"&amp;B2)</f></c>')


@refused("cell_formula")
def an_array_formula_without_an_answer() -> bytes:
    return open_is('<c r="D2"><f t="array" ref="D2:D9">A1:A9*2</f></c>')


@refused("cell_formula")
def a_shared_formula_without_an_answer() -> bytes:
    return open_is('<c r="D2"><f t="shared" si="0"/><v></v></c>')


@accepted()
def a_formula_with_its_answer() -> bytes:
    return open_is('<c r="D2"><f>100+20</f><v>120</v></c>')


@accepted()
def a_dangerous_formula_whose_answer_is_in_the_file() -> bytes:
    return open_is("<c r=\"D2\"><f>cmd|' /C calc'!A0</f><v>120</v></c>")


@refused("cell_unknown")
def a_unit_that_reads_like_a_formula() -> bytes:
    return unit_is("=HYPERLINK(&quot;http://127.0.0.1:9&quot;)")


@refused("cell_unknown")
def a_unit_that_reads_like_a_program_call() -> bytes:
    return unit_is("@SUM(1+1)*cmd|' /C calc'!A0")


@refused("cell_unknown")
def a_unit_of_markup() -> bytes:
    return unit_is("&lt;img src=x onerror=alert(1)&gt;")


@refused("cell_unknown")
def a_unit_that_is_a_path() -> bytes:
    return unit_is("../../../../etc/passwd")


@refused("cell_unknown")
def a_unit_that_is_a_query() -> bytes:
    return unit_is("x'; DROP TABLE load; --")


@refused("cell_unknown")
def a_unit_of_thirty_thousand_letters() -> bytes:
    return unit_is("x" * 32_767)


@accepted()
def a_unit_written_backwards_by_a_mark() -> bytes:
    return unit_is("\u202eDomestic abuse investigation")


@accepted(("D\u043emestic abuse investigati\u043en", *DOMESTIC[1:]), says="was read as")
def a_unit_of_letters_that_only_look_right() -> bytes:
    return unit_is("D\u043emestic abuse investigati\u043en")


@refused("cell_unknown")
def a_unit_with_a_thousand_accents_on_one_letter() -> bytes:
    return unit_is("D" + "\u0301" * 1_000 + "omestic")


@accepted()
def a_unit_with_odd_spaces() -> bytes:
    return unit_is("\u00a0Domestic\u2003abuse\tinvestigation\u200b ")


@accepted()
def a_unit_with_a_line_end_inside() -> bytes:
    return unit_is("Domestic abuse\ninvestigation")


@refused("cell_unknown")
def a_unit_with_escaped_control_characters() -> bytes:
    return unit_is("Domestic_x0000_ abuse_x001B_ investigation")


@refused("cell_unknown")
def a_unit_of_pictures() -> bytes:
    return unit_is("\U0001f46e\U0001f3fd\u200d\u2640\ufe0f" * 40)


def month_is(markup: str, before: str = "", settings: str = "") -> bytes:
    """The usual return with another cell A2, the month end; in Excel's day numbers where it is a number."""
    sheet = of_rows(row(1, HEADINGS) + row(2, VALUES).replace(cell("A2", VALUES[0]), markup), before)
    if not settings:
        return sheet
    from tests.hostile.making import SHEET, parts
    from tests.hostile.making import sheet as sheet_of

    rows = row(1, HEADINGS) + row(2, VALUES).replace(cell("A2", VALUES[0]), markup)
    named = '<sheet name="Caseload" sheetId="1" r:id="rId1"/>'
    return with_parts({**parts(), SHEET: sheet_of(rows), BOOK: book(named, settings)})


@accepted()
def a_month_as_a_bare_day_number() -> bytes:
    return month_is('<c r="A2"><v>46295</v></c>')


@refused("cell_not_date")
def a_month_before_the_calendar() -> bytes:
    return month_is('<c r="A2"><v>-1</v></c>')


@refused("cell_not_date")
def a_month_that_never_was() -> bytes:
    return month_is('<c r="A2"><v>60</v></c>')


@refused("cell_not_date")
def a_month_ten_million_years_from_now() -> bytes:
    return month_is('<c r="A2"><v>3650000000</v></c>')


@accepted()
def a_month_as_a_date_in_the_files_own_words() -> bytes:
    return month_is('<c r="A2" t="d"><v>2026-09-30T00:00:00</v></c>')


@refused("file_damaged")
def a_month_as_a_date_that_is_none() -> bytes:
    return month_is('<c r="A2" t="d"><v>30th of never</v></c>')


@refused("month_future")
def a_month_that_has_not_ended() -> bytes:
    return month_is(cell("A2", "31/12/2030"))


@accepted()
def a_cell_of_a_kind_that_nobody_knows() -> bytes:
    return open_is('<c r="D2" t="zz"><v>120</v></c>')


@accepted()
def a_style_number_that_does_not_exist() -> bytes:
    return open_is('<c r="D2" s="99999"><v>120</v></c>')


@refused("file_damaged")
def a_style_number_that_is_a_word() -> bytes:
    return open_is('<c r="D2" s="bold"><v>120</v></c>')


@accepted(DOMESTIC)
def text_in_several_letterings() -> bytes:
    rich = "<is><r><rPr><b/></rPr><t>Domestic abuse </t></r><r><t>investigation</t></r></is>"
    return of_rows(row(1, HEADINGS) + row(2, VALUES).replace(f"<is><t>{VALUES[1]}</t></is>", rich))
