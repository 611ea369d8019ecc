"""Training: who has done which course, as a list or as a matrix of people by courses."""

from datetime import date

from contracts.model import Column, Dataset, Rule, SetRule, Wide
from contracts.shared_columns import as_at, listed, person_ref, unit

COLUMNS = (
    person_ref("The person's number in the training record. A number, never a name."),
    Column(
        "course",
        "Course",
        "text",
        "The course, in words that the force's catalogue knows.",
        aliases=("Course title", "Module", "Course name", "Qualification"),
        allowed_from="courses",
        example="Trauma-informed practice",
        may_be_others=True,
    ),
    Column(
        "completed_on",
        "Completed on",
        "date",
        "The day it was completed; blank when only booked, or exempt.",
        aliases=("Date completed", "Date passed", "Achieved on", "Completion date", "Completed"),
        may_be_blank=True,
        example=date(2025, 3, 12),
    ),
    unit("The unit the record is kept for.", required=False),
    listed(
        "status",
        "Status",
        "Completed, accredited, booked or exempt. Attending is not being accredited.",
        "statuses",
        "completed",
        "Overall status",
        "Result",
        "Outcome",
    ),
    Column(
        "booked_for",
        "Booked for",
        "date",
        "The day of the booked place.",
        required=False,
        aliases=("Course date", "Booked date", "Date booked", "Booked"),
        example=None,
    ),
    Column(
        "expires_on",
        "Expires on",
        "date",
        "The day it lapses, where this differs from the catalogue.",
        required=False,
        aliases=("Expiry", "Renewal due", "Valid until", "Expiry date", "Refresher due"),
        example=None,
    ),
    listed(
        "delivery",
        "Delivery",
        "Face to face, virtual or e-learning.",
        "deliveries",
        "face to face",
        "Delivery mode",
        "Format",
        "Method",
    ),
    as_at("As at", "The day the record was taken, once, above the headings."),
)

BOOKED = {"status": "booked", "completed_on": None, "delivery": None}

RULES = (
    Rule(
        "training.expires_before_completed",
        "The course expires before it was completed.",
        "Check both dates; day and month may have been read the other way round.",
        "expires_on < completed_on",
        column="expires_on",
        catches={"expires_on": date(2025, 3, 11)},
        allows={"expires_on": date(2028, 3, 12)},
    ),
    Rule(
        "training.booked_without_date",
        "A place is booked, but the day is not given.",
        "Give Booked for, or leave the row out until there is a place.",
        "status = 'booked' and booked_for is null",
        column="booked_for",
        catches=BOOKED,
        allows={**BOOKED, "booked_for": date(2026, 11, 3)},
    ),
    Rule(
        "training.completed_without_date",
        "The course is completed, but the day is not given.",
        "Give Completed on. A course with no date cannot be shown to be in date.",
        "coalesce(status, 'completed') in ('completed', 'accredited') and completed_on is null "
        "and booked_for is null",
        column="completed_on",
        catches={"completed_on": None},
        allows={"status": "exempt", "completed_on": None},
    ),
    Rule(
        "training.completed_in_the_future",
        "The course was completed after the day of the record.",
        "Where it is only booked, move the day to Booked for and make the status booked.",
        "completed_on > month_end",
        column="completed_on",
        catches={"completed_on": date(2026, 10, 1)},
        allows={"completed_on": date(2026, 9, 30)},
    ),
    Rule(
        "training.booked_in_the_past",
        "A place is booked for a day before the record was taken, and nothing says it was completed.",
        "Give Completed on where the person attended, or the new day.",
        "status = 'booked' and completed_on is null and booked_for < month_end",
        severity="warning",
        column="booked_for",
        catches={**BOOKED, "booked_for": date(2026, 9, 29)},
        allows={**BOOKED, "booked_for": date(2026, 9, 30)},
    ),
    Rule(
        "training.completed_long_ago",
        "The course was completed more than 45 years ago.",
        "Correct the date; the century may have been read the other way round.",
        "completed_on < month_end - interval 45 year",
        severity="warning",
        column="completed_on",
        catches={"completed_on": date(1925, 3, 12)},
        allows={"completed_on": date(1999, 3, 12)},
    ),
)

SET_RULES = (
    SetRule(
        "training.repeated",
        "This person has the same course, day and status more than once.",
        "Keep one row. A refresher with its own date is a row of its own.",
        "training_repeated.sql",
        severity="warning",
        catches=({}, {"delivery": "virtual"}),
        allows=({}, {"completed_on": date(2022, 3, 12)}),
    ),
)

MATRIX = Wide(
    down=("person_ref", "unit"),
    across="course",
    cells="completed_on",
    says="People down, courses across, in each cell the day it was completed. A blank cell is no record.",
    cell_words={
        "exempt": {"status": "exempt"},
        "booked": {"status": "booked"},
        "n/a": {"status": "exempt"},
        "not required": {"status": "exempt"},
    },
    from_title=("month_end",),
)

TRAINING = Dataset(
    name="training",
    title="Training",
    workbook="training",
    one_row_is="one person and one course",
    key=("person_ref", "course", "completed_on", "status", "booked_for"),
    columns=COLUMNS,
    rules=RULES,
    set_rules=SET_RULES,
    stands=tuple(column.name for column in COLUMNS if not column.once_per_file),
    sheet_aliases=("Training matrix", "Courses", "Training record", "Training tracker"),
    wide=MATRIX,
)
