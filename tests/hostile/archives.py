"""Zips that lie, swell, or hide something in how they are packed."""

from __future__ import annotations

import lzma
import stat
import struct
import zipfile

from tests.hostile.answers import accepted, refused
from tests.hostile.making import SHEET, Member, deflated, good, members, packed, parts, with_parts, zipped

MEGABYTE = 1024 * 1024


@refused("file_unsafe", says="200 times its size")
def a_part_that_swells_a_thousand_times() -> bytes:
    return with_parts({"xl/media/picture.xml": bytes(60 * MEGABYTE)})


@refused("file_unsafe", says="more than 200MB")
def parts_that_swell_to_a_quarter_of_a_gigabyte_together() -> bytes:
    half = b"".join(struct.pack("<I", n * n % 65_521) * 25 for n in range(300_000))
    return with_parts({f"xl/media/{n}.bin": half for n in range(8)})


@refused("file_damaged")
def a_part_that_says_it_is_small_and_is_not() -> bytes:
    return zipped([*members(), Member("xl/media/a.bin", bytes(30 * MEGABYTE), says_size=100)])


@refused("file_damaged")
def a_sheet_that_says_it_is_small_and_is_not() -> bytes:
    return zipped(members(says_size=200))


@accepted()
def a_sheet_that_says_it_is_four_gigabytes() -> bytes:
    return zipped(members(says_size=0xFFFFFFF0))


@refused("file_damaged")
def a_sheet_that_was_changed_after_it_was_saved() -> bytes:
    return zipped(members(says_crc=1))


@refused("file_damaged")
def parts_that_share_one_body() -> bytes:
    first = Member("xl/media/0.bin", bytes(MEGABYTE))
    return zipped(
        [first, *members(), *(Member(f"xl/media/{n}.bin", bytes(MEGABYTE), at=0) for n in range(1, 90))]
    )


@refused("file_unsafe", says="more than 200 parts")
def three_hundred_parts() -> bytes:
    return with_parts({f"xl/media/{n}.xml": b"<a/>" for n in range(295)})


@refused("file_unsafe", says="more than 200 parts")
def sixty_thousand_parts() -> bytes:
    return zipped([*members(), *(Member(f"xl/{n}", b"", method=0) for n in range(60_000))])


@refused("file_unsafe", says="more than 200 parts")
def a_directory_of_four_hundred_thousand_entries_that_says_it_has_five() -> bytes:
    one = Member("a", b"", method=0)
    whole = zipped([*members(), one], says_count=5)
    start, end = whole.rindex(b"PK\x01\x02"), whole.rindex(b"PK\x05\x06")
    entries = whole[start:end] * 400_000
    size = struct.unpack("<I", whole[end + 12 : end + 16])[0] + len(entries) - (end - start)
    return whole[:start] + entries + whole[end : end + 12] + struct.pack("<I", size) + whole[end + 16 :]


@refused("file_unsafe", says="same part twice")
def the_same_sheet_twice() -> bytes:
    return zipped([*members(), Member(SHEET, b"<worksheet/>")])


@refused("file_unsafe", says="same part twice")
def the_same_sheet_again_in_capitals() -> bytes:
    return with_parts({SHEET.upper(): b"<worksheet/>"})


@refused("file_unsafe", says="unsafe name")
def a_part_above_its_folder() -> bytes:
    return with_parts({"xl/../../../tmp/evil.xml": b"<a/>"})


@refused("file_unsafe", says="unsafe name")
def a_part_at_the_root_of_the_disk() -> bytes:
    return with_parts({"/etc/cron.d/evil": b"* * * * *"})


@refused("file_unsafe", says="unsafe name")
def a_part_with_back_slashes() -> bytes:
    return zipped([*members(), Member("..\\..\\evil.bat", b"calc")])


@refused("file_unsafe", says="unsafe name")
def a_part_on_a_drive() -> bytes:
    return zipped([*members(), Member("C:/Windows/evil.dll", b"MZ")])


@refused("file_unsafe", says="unsafe name")
def a_part_with_nul_in_its_name() -> bytes:
    return zipped([*members(), Member("xl/a.xml\0.exe", b"MZ")])


@refused("file_unsafe", says="unsafe name")
def a_part_that_is_a_link() -> bytes:
    link = (stat.S_IFLNK | 0o777) << 16
    return zipped([*members(), Member("xl/media/passwd", b"/etc/passwd", attributes=link)])


@refused("file_unsafe", says="unsafe name")
def a_part_that_is_a_device() -> bytes:
    device = (stat.S_IFCHR | 0o666) << 16
    return zipped([*members(), Member("xl/media/zero", b"", attributes=device)])


@refused("file_password")
def a_part_with_a_password() -> bytes:
    return zipped(members(flags=1))


@refused("file_unsafe", says="unusual way")
def a_part_packed_with_lzma() -> bytes:
    return packed(parts(), zipfile.ZIP_LZMA)


@refused("file_unsafe", says="unusual way")
def a_part_packed_with_bzip2() -> bytes:
    return packed(parts(), zipfile.ZIP_BZIP2)


@refused("file_unsafe", says="unusual way")
def a_part_packed_in_a_way_nobody_knows() -> bytes:
    return zipped(members(method=99))


@refused("file_damaged")
def a_part_that_is_not_packed_as_it_says() -> bytes:
    return zipped([*members(), Member("xl/media/a.bin", lzma.compress(b"x"), method=0, says_size=9)])


@refused("file_unsafe", says="more than one file")
def two_workbooks_one_after_the_other() -> bytes:
    return with_parts({SHEET: b"<worksheet/>"}) + good()


@refused("file_unsafe", says="more than one file")
def a_workbook_with_another_as_its_comment() -> bytes:
    return zipped(members(), comment=zipped([Member("a.txt", b"hello")]))


@refused("file_not_a_workbook")
def a_program_before_the_workbook() -> bytes:
    return b"MZ\x90\x00" + bytes(500) + good()


@refused("file_not_a_workbook")
def a_pdf_before_the_workbook() -> bytes:
    return b"%PDF-1.7\n" + good()


@refused("file_damaged")
def a_workbook_with_a_megabyte_after_its_end() -> bytes:
    return good() + bytes(MEGABYTE)


@refused("file_damaged")
def half_a_workbook() -> bytes:
    return good()[: len(good()) // 2]


@refused("file_damaged")
def a_workbook_without_its_last_byte() -> bytes:
    return good()[:-1]


@refused("file_damaged")
def the_first_hundred_bytes_of_a_workbook() -> bytes:
    return good()[:100]


@refused("file_unsafe", says="more than one file")
def a_workbook_whose_directory_is_somewhere_else() -> bytes:
    data, end = bytearray(good()), good().rindex(b"PK\x05\x06")
    data[end + 16 : end + 20] = struct.pack("<I", 0xFFFFFF00)
    return bytes(data)


@refused("file_damaged")
def a_part_with_another_name_in_its_own_header() -> bytes:
    return zipped(members(local_name="xl/worksheets/sheet9.xml"))


@refused("file_damaged")
def a_part_that_is_no_stream_at_all() -> bytes:
    data = bytearray(zipped(members()))
    start = data.index(deflated(parts()[SHEET]))
    data[start : start + 40] = bytes(range(200, 240))
    return bytes(data)


@accepted()
def a_workbook_whose_parts_are_not_packed() -> bytes:
    return packed(parts(), zipfile.ZIP_STORED)


@accepted()
def a_workbook_with_a_comment() -> bytes:
    return zipped(members(), comment=b"Made by a finance system")


@accepted()
def a_workbook_with_folders_as_parts() -> bytes:
    return with_parts({"xl/": b"", "xl/worksheets/": b""})


@accepted()
def a_workbook_whose_part_names_are_in_unicode() -> bytes:
    return with_parts({"xl/media/Übersicht 1.png": b"\x89PNG"})


@accepted()
def a_zip_inside_a_part_that_nobody_opens() -> bytes:
    return with_parts({"docProps/thumbnail.bin": with_parts({})})


@refused("file_not_a_workbook")
def a_zip_of_nothing() -> bytes:
    return b"PK\x05\x06" + bytes(18)


@refused("file_not_a_workbook")
def a_zip_of_letters() -> bytes:
    return packed({"letter.txt": b"Dear all", "letter 2.txt": b"Dear nobody"})
