"""A booked place whose day has passed is marked in the next month's workbook, and asked about on loading."""

from datetime import date
from io import BytesIO

import openpyxl

from etl.checking.check_file import check
from etl.next_month.of_unit import next_month, workbook
from store.own_settings import settings_of
from tests.etl.load.test_next_month_of_a_unit import rows

BOOKINGS = """
    | unit | person_ref | course     | status    | booked_for |
    | DA1  | T12        | DA Matters | booked    | 2026-09-14 |
    | DA1  | T13        | DA Matters | booked    | 2026-10-14 |
    | DA1  | T14        | DA Matters | completed |            |
"""
CODE = "training.booked_in_the_past"


def sent() -> list[dict]:
    return [
        row | {"completed_on": date(2026, 5, 4)}
        if row["status"] == "completed"
        else row | {"completed_on": None, "booked_for": date.fromisoformat(row["booked_for"])}
        for row in rows("training", BOOKINGS)
    ]


def test_a_passed_booking_has_a_note_and_loading_it_unchanged_asks(loads):
    loads.load(training=sent())
    made = next_month(loads.store, loads.settings, "DA1", month=date(2026, 9, 30))
    told = [
        sentence
        for sentence in made.said
        if "booked for a day that is past by 30 September 2026: 1." in sentence
    ]
    assert len(told) == 1
    data = workbook(loads.store, made, "me")
    noted = [
        (cell.value.date(), cell.comment.text)
        for row in openpyxl.load_workbook(BytesIO(data))["Training"].iter_rows(min_row=4)
        for cell in row
        if cell.comment
    ]
    assert [day for day, _ in noted] == [date(2026, 9, 14)]
    assert "Give Completed on where the person attended, or the new day." in noted[0][1]

    (report,) = check(loads.store, settings_of(loads.store), [("DA1-2026-09.xlsx", data)])
    assert [(b.code, len(b.cells)) for b in report.breaches if b.dataset == "training"] == [(CODE, 1)]
