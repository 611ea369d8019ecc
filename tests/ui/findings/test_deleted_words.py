"""Behind a figure whose rows were deleted stands when that was done, and that the figure stays."""

from datetime import date

from metrics.reads import Reads
from ui.findings.trace import Rows, behind, deleted

SEPTEMBER, OCTOBER = date(2023, 9, 30), date(2023, 10, 31)


def test_sheets_months_and_the_day_are_named_once():
    found = [
        ("movements", OCTOBER, "2026-11-20T09:00:00Z"),
        ("people", SEPTEMBER, "2026-10-20T09:00:00Z"),
        ("people", OCTOBER, "2026-11-20T09:00:00Z"),
    ]
    assert deleted(found) == (
        "Rows of Movements and People for September 2023 to October 2023 were deleted on 20 November 2026, "
        "as the force has set. The figure stays as it was published."
    )


def test_nothing_is_said_where_every_row_is_there():
    assert deleted([]) == ""


def test_no_other_sheet_is_said_to_stand_in_for_rows_that_were_deleted():
    reads = Reads(("people", "establishment"), (), (), without_people=("establishment",))
    posts = Rows("establishment", OCTOBER, "L00001", "Posts", True, (2, 3))
    assert behind(reads, [posts]) == [posts]
    assert behind(reads, [posts], [("people", OCTOBER, "2026-11-20T09:00:00Z")]) == []
