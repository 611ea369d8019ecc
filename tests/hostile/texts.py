"""CSV as it comes: other letters, other delimiters, quotes that do not close, lines without end."""

from __future__ import annotations

from tests.hostile.answers import CHILD, DOMESTIC, accepted, refused

HEAD = "Month end,Unit,Work type,Open,Unallocated,New,Closed"
ONE = "30/09/2026,Domestic abuse investigation,domestic abuse,120,14,41,38"
TWO = "30/09/2026,Child abuse investigation,child abuse,64,3,12,10"
BOTH = f"{HEAD}\n{ONE}\n{TWO}\n"
NAME = "return.csv"


def read(*rows, **more):  # type: ignore[no-untyped-def]
    """Accepted, by the name of a text; both rows unless said otherwise."""
    return accepted(*(rows or (DOMESTIC, CHILD)), file_name=NAME, **more)


def refuse(*codes: str, **more):  # type: ignore[no-untyped-def]
    """Refused, by the name of a text."""
    return refused(*codes, file_name=NAME, **more)


@read()
def plain_text() -> bytes:
    return BOTH.encode()


@read()
def text_with_a_mark_at_its_start() -> bytes:
    return BOTH.encode("utf-8-sig")


@read()
def text_in_the_letters_of_windows() -> bytes:
    return BOTH.replace(HEAD, HEAD + ",Café £").replace("14,41,38", "14,41,38,“naïve”").encode("cp1252")


@refuse("file_letters")
def text_in_letters_that_windows_does_not_have() -> bytes:
    return BOTH.encode() + b"\x81\x8d\x8f\x90\x9d,x\n"


@read()
def text_in_wide_letters() -> bytes:
    return BOTH.encode("utf-16")


@read()
def text_in_wide_letters_the_other_way_round() -> bytes:
    return b"\xfe\xff" + BOTH.encode("utf-16-be")


@read()
def text_in_wide_letters_without_a_mark() -> bytes:
    return BOTH.encode("utf-16-le")


@read()
def text_in_wide_letters_the_other_way_round_without_a_mark() -> bytes:
    return BOTH.encode("utf-16-be")


@refuse("file_letters")
def text_in_wide_letters_with_half_a_letter() -> bytes:
    return b"\xff\xfe" + BOTH.encode("utf-16-le") + b"\x00\xd8"


@refuse("file_letters")
def text_in_wide_letters_with_half_a_byte_pair() -> bytes:
    return b"\xff\xfe" + BOTH.encode("utf-16-le") + b"x"


@refuse("file_not_a_workbook")
def text_in_the_widest_letters() -> bytes:
    return BOTH.encode("utf-32")


@refuse("file_not_a_workbook")
def text_with_nul_in_it() -> bytes:
    return BOTH.replace("120", "1\x0020").encode()


@read()
def text_with_semicolons() -> bytes:
    return BOTH.replace(",", ";").encode()


@read()
def text_with_tabs() -> bytes:
    return BOTH.replace(",", "\t").encode()


@read()
def text_with_bars() -> bytes:
    return BOTH.replace(",", "|").encode()


@read()
def text_that_says_its_delimiter() -> bytes:
    return ("sep=;\n" + BOTH.replace(",", ";")).encode()


@read()
def text_that_says_its_delimiter_in_old_lines() -> bytes:
    return ("sep=;\r\n" + BOTH.replace(",", ";").replace("\n", "\r\n")).encode("utf-16")


@read()
def text_that_says_its_delimiter_with_the_oldest_line_ends() -> bytes:
    return ("sep=;\r" + BOTH.replace(",", ";").replace("\n", "\r")).encode()


@read()
def text_that_says_a_delimiter_nobody_uses() -> bytes:
    return ("sep=^\n" + BOTH.replace(",", "^")).encode()


@read()
def text_that_says_a_quotation_mark_is_its_delimiter() -> bytes:
    return ('sep="\n' + BOTH).encode()


@read()
def text_with_the_oldest_line_ends() -> bytes:
    return BOTH.replace("\n", "\r").encode()


@read()
def text_with_every_kind_of_line_end() -> bytes:
    return f"{HEAD}\r\n{ONE}\r{TWO}\n".encode()


@read()
def text_without_a_last_line_end() -> bytes:
    return BOTH.rstrip().encode()


@read()
def text_with_blank_lines_and_lines_of_commas() -> bytes:
    return f"\n\n{HEAD}\n,,,,,,\n{ONE}\n\n,,,,,,,,,,\n{TWO}\n,\n".encode()


@read()
def text_with_everything_in_quotes() -> bytes:
    return "\n".join(",".join(f'"{v}"' for v in line.split(",")) for line in (HEAD, ONE, TWO)).encode()


@read()
def text_with_a_line_end_inside_quotes() -> bytes:
    return BOTH.replace("Domestic abuse investigation", '"Domestic abuse\ninvestigation"').encode()


@refuse("file_quotes")
def text_with_a_quotation_mark_that_never_closes() -> bytes:
    return BOTH.replace("Child abuse investigation", '"Child abuse investigation').encode()


@refuse("file_quotes")
def text_with_a_quotation_mark_that_closes_in_another_row() -> bytes:
    return (BOTH.replace(",Domestic", ',"Domestic') + f'30/09/2026,"{TWO[11:]}\n' + TWO).encode()


@refuse("file_quotes")
def text_with_words_after_a_quotation_mark() -> bytes:
    return BOTH.replace("Domestic abuse investigation", '"Domestic" abuse investigation').encode()


@read()
def text_with_doubled_quotation_marks() -> bytes:
    return BOTH.replace(HEAD, HEAD + ',"The ""best"" one"').encode()


@refuse("cell_unknown", "cell_unknown")
def text_with_formulas() -> bytes:
    bad = BOTH.replace("Domestic abuse investigation", "=cmd|' /C calc'!A0")
    return bad.replace("Child abuse investigation", "@SUM(1+1)").encode()


@refuse("cell_unknown")
def text_with_commands_to_a_terminal() -> bytes:
    return BOTH.replace("Domestic abuse investigation", "\x1b[2J\x1b]0;evil\x07DA").encode()


@read()
def text_with_a_row_longer_than_its_headings() -> bytes:
    return BOTH.replace("14,41,38", "14,41,38,,,9,x").encode()


@refuse("cell_blank", "cell_blank")
def text_with_a_row_shorter_than_its_headings() -> bytes:
    return BOTH.replace("14,41,38", "14").encode()


@refuse("cell_too_long")
def text_of_one_cell_of_nineteen_megabytes() -> bytes:
    return f"{HEAD}\n30/09/2026,{'x' * 19_000_000},rape,1,1,1,1\n".encode()


@refuse("sheet_too_wide")
def text_of_one_line_of_nine_million_cells() -> bytes:
    return b"a," * 9_000_000


@refuse("file_no_sheet")
def text_of_two_million_line_ends() -> bytes:
    return b"\n" * 2_000_000


@refuse("file_no_sheet")
def text_of_two_million_commas_in_rows() -> bytes:
    return (b"," * 99 + b"\n") * 20_000


@refuse("sheet_too_long")
def text_of_more_than_a_hundred_thousand_rows() -> bytes:
    return (HEAD + "\n" + (ONE + "\n") * 100_100).encode()


@refuse("file_too_many_cells")
def text_of_twenty_thousand_rows_of_a_hundred_cells() -> bytes:
    return ("1," * 100 + "\n").encode() * 20_000


@refuse("file_no_sheet")
def headings_of_a_thousand_letters_each() -> bytes:
    return ((("Month end " * 100 + ",") * 40 + "\n") * 40).encode()


@refuse("file_no_sheet")
def sixty_rows_of_nearly_right_headings() -> bytes:
    nearly = ("Mont end", "Unt", "Wrk type", "Opn", "Unalocated", "Nw", "Closd")
    return "".join(",".join(f"{h}{n}x" for h in nearly for _ in range(17)) + "\n" for n in range(60)).encode()


@read(DOMESTIC)
def the_headings_a_second_time_in_the_middle() -> bytes:
    return f"{HEAD}\n{HEAD}\n{ONE}\n".encode()


@refuse("file_no_sheet")
def a_quoted_megabyte_of_line_ends() -> bytes:
    return b'"' + b"\n" * 100_000 + b'"'


def many_unlike_rows(rows: int, bad: str) -> bytes:
    """Rows that each have something else wrong with them."""
    lines = (bad.replace("#", str(n * 7919)) for n in range(rows))
    return (HEAD + "\n" + "\n".join(lines)).encode()


@refused("cell_unknown", "cell_not_allowed", "caseload.repeated", file_name=NAME, costly=True)
def fifty_thousand_rows_each_with_another_unit() -> bytes:
    return many_unlike_rows(50_000, "30/09/2026,Unit #,work #,1,1,1,1")
