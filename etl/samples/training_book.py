"""The training workbook: a list in the older months, a matrix and a list of bookings since."""

import datetime as dt

from etl.samples import headings
from etl.samples.calendar import month_end
from etl.samples.courses import COURSES, Booking, Completion
from etl.samples.desk import Desk
from etl.samples.force import Month
from etl.samples.headings import say
from etl.samples.workbook import Sheet

MATRIX_FROM = 12  # the training office went over to a matrix for the last twelve months


def training_sheets(desk: Desk, month: Month) -> tuple[Sheet, ...]:
    """Lay out a month's training record."""
    on = month_end(month.number)
    as_matrix = month.number > desk.stories.end - MATRIX_FROM
    booked = tuple(_line(desk, on, row, "booked", None, row.booked_for) for row in month.bookings)
    if as_matrix:
        return (
            _matrix(desk, month, on),
            Sheet(
                "Bookings", desk.above("booked places", on), tuple(headings.TRAINING_LIST.values()), booked
            ),
        )
    done = tuple(_line(desk, on, row, "completed", row.completed_on, None) for row in month.completions)
    return (
        Sheet(
            "Training record",
            desk.above("training record", on),
            tuple(headings.TRAINING_LIST.values()),
            done + booked,
        ),
    )


def _line(
    desk: Desk,
    on: dt.date,
    row: Booking | Completion,
    status: str,
    completed: dt.date | None,
    booked: dt.date | None,
) -> tuple:
    return (
        row.training_number,
        desk.unit(row.unit, on),
        row.course,
        completed,
        say(status),
        booked,
        say(row.delivery),
    )


def _matrix(desk: Desk, month: Month, on: dt.date) -> Sheet:
    done = {(row.training_number, row.course): row.completed_on for row in month.completions}
    people = {row.person.training_number: row.person.unit for row in month.people}
    rows = tuple(
        (number, desk.unit(unit, on), *(done.get((number, course.title)) for course in COURSES))
        for number, unit in people.items()
    )
    columns = (*headings.TRAINING_MATRIX.values(), *(course.title for course in COURSES))
    return Sheet(
        "Training matrix",
        desk.above("training matrix", on, "Date completed. Blank: no record."),
        columns,
        rows,
        notes=("Booked places are on the next sheet.",),
    )
