"""One person has one number, whatever rank stands before it; a date is nobody's number."""

from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import contracts
from etl.values.known_values import KnownValues
from etl.values.person_ref import is_plain_ref, read_ref
from etl.values.read_value import Value, read_value

REF = contracts.dataset("people").column("person_ref")


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1234", "1234"),
        (1234, "1234"),
        (46266, "46266"),  # five digits are a number, although Excel also counts days so
        ("46266", "46266"),
        ("PC/1234", "1234"),
        ("T/DC/1234", "1234"),
        ("a/ps-1234", "1234"),
        ("DC 1234", "1234"),
        ("1234.0", "1234"),  # a whole number as a CSV of another program has it
        ("0417.00", "0417"),
        ("PC/1234 SMITH", "1234"),
        ("C4417", "C4417"),
        ("C/4417", "C/4417"),
        ("2024/117", "2024/117"),
        ("N-4417", "N-4417"),
    ],
)
def test_a_rank_before_the_number_is_not_part_of_it(cell, number):
    assert read_ref(cell).number == number


@pytest.mark.parametrize(
    "cell",
    [datetime(2026, 5, 1), date(2026, 5, 1), "01/05/2026", "1/5/26", "1.5.2026", "2026-05-01", "1 May 2026"],
)
def test_a_date_is_nobodys_number(cell):
    told = read_ref(cell)
    assert (told.number, told.fault) == (None, "cell_date_for_number")


@example("JONE2")  # four letters may be a name
@example("123456")
@example("PC/4417")
@given(
    st.one_of(st.from_regex("[A-Z]{0,4}[0-9]{0,8}", fullmatch=True), st.text("0129CDPSN/- \n٣", max_size=6))
)
def test_a_number_taken_at_a_glance_is_the_one_that_the_closer_look_finds(cell):
    known = KnownValues(None, "", date(2026, 9, 30))
    assert not is_plain_ref(cell) or read_value(REF, cell, known, about_people=True) == Value(cell, cell)
    assert is_plain_ref("4417") and is_plain_ref("C4417") and not is_plain_ref("PC/4417")
