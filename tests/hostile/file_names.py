"""A good file under a name that would do harm wherever a name is used as a path, a page or a formula."""

from __future__ import annotations

from tests.hostile.answers import accepted
from tests.hostile.making import good


@accepted(never="tmp", file_name="../../../../tmp/evil.xlsx")
def a_name_that_goes_up() -> bytes:
    return good()


@accepted(never="cron.d", file_name="/etc/cron.d/evil.xlsx")
def a_name_from_the_root() -> bytes:
    return good()


@accepted(never="system32", file_name="C:\\Windows\\system32\\evil.xlsx")
def a_name_on_a_drive() -> bytes:
    return good()


@accepted(never="127.0.0.1", file_name="\\\\127.0.0.1\\share\\evil.xlsx")
def a_name_on_another_machine() -> bytes:
    return good()


@accepted(never="\x00", file_name="return.xlsx\x00.exe")
def a_name_with_nul() -> bytes:
    return good()


@accepted(never="\u202e", file_name="return\u202excod.xlsx")
def a_name_that_is_read_backwards() -> bytes:
    return good()


@accepted(never="\u200b", file_name="return\u200b\u2066\u2069\ufeff.xlsx")
def a_name_with_marks_that_are_not_seen() -> bytes:
    return good()


@accepted(never="a" * 300, file_name="a" * 5_000 + ".xlsx")
def a_name_of_five_thousand_letters() -> bytes:
    return good()


@accepted(file_name="<img src=x onerror=alert(1)>.xlsx")
def a_name_of_markup() -> bytes:
    return good()


@accepted(file_name="[click](javascript:alert(1)) **x** `y` $z$ :red[a].xlsx")
def a_name_of_light_markup() -> bytes:
    return good()


@accepted(file_name="=HYPERLINK(A1).xlsx")
def a_name_of_a_formula() -> bytes:
    return good()


@accepted(file_name="'; DROP TABLE load; --.xlsx")
def a_name_of_a_query() -> bytes:
    return good()


@accepted(file_name="$(rm -rf ~) `id` %PATH% {0} {value}.xlsx")
def a_name_of_commands() -> bytes:
    return good()


@accepted(never="\nX-Header", file_name="return\r\nX-Header: evil\n.xlsx")
def a_name_over_several_lines() -> bytes:
    return good()


@accepted(never="\x1b", file_name="return\x1b[2J\x07.xlsx")
def a_name_that_clears_the_screen() -> bytes:
    return good()


@accepted(never="\udcff", file_name="return\udcff\ud800.xlsx")
def a_name_of_half_letters() -> bytes:
    return good()


@accepted(says="file without a name", file_name="")
def no_name() -> bytes:
    return good()


@accepted(says="file without a name", file_name="..")
def a_name_that_is_the_folder_above() -> bytes:
    return good()


@accepted(file_name="CON.xlsx")
def a_name_that_is_a_device() -> bytes:
    return good()


@accepted(file_name="Rückmeldung – PPU 👮🏽‍♀️ 30-09.xlsx")
def a_name_in_other_letters() -> bytes:
    return good()
