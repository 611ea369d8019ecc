"""One person has one number, whatever rank stands before it; a date is nobody's number."""

from datetime import date, datetime

import pytest

from etl.values.person_ref import read_ref


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
