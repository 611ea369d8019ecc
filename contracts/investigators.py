"""Investigators: open cases of each person, for the spread only; never added to Caseload."""

from contracts.model import Column, Dataset, Rule, SetRule
from contracts.shared_columns import month_end, person_ref, unit, work_type

COLUMNS = (
    month_end(),
    person_ref("The officer in the case, by number. Co-investigators are not counted."),
    unit("The unit that holds the work."),
    work_type(),
    Column(
        "open",
        "Open",
        "whole_number",
        "Cases open in this person's name at month end.",
        aliases=("Live", "Open cases", "Caseload", "Live cases", "Workload", "Cases held"),
        at_least=0,
        example=13,
    ),
    Column(
        "over_180_days",
        "Over 180 days",
        "whole_number",
        "Of those, cases more than 180 days old.",
        required=False,
        aliases=(">180 days", "Over 6 months"),
        at_least=0,
        example=3,
    ),
    Column(
        "charged_before_court",
        "Charged, before court",
        "whole_number",
        "Of those, cases charged and waiting for court.",
        required=False,
        aliases=("Charged", "Awaiting court", "Court cases"),
        at_least=0,
        example=2,
    ),
)

RULES = (
    Rule(
        "investigators.over_180_days_over_open",
        "This person has more cases over 180 days than open cases.",
        "Check both numbers against the crime system on the same day.",
        'over_180_days > "open"',
        column="over_180_days",
        catches={"open": 10, "over_180_days": 11},
        allows={"open": 10, "over_180_days": 10},
    ),
    Rule(
        "investigators.charged_before_court_over_open",
        "This person has more cases before court than open cases.",
        "Check both numbers against the crime system on the same day.",
        'charged_before_court > "open"',
        column="charged_before_court",
        catches={"open": 10, "charged_before_court": 11},
        allows={"open": 10, "charged_before_court": 10},
    ),
)

SET_RULES = (
    SetRule(
        "investigators.repeated",
        "This person, unit and work type is in the sheet more than once for the month.",
        "Keep one row for each person, unit and work type; count each case once, under its officer.",
        "investigators_repeated.sql",
        catches=({}, {"open": 2}),
        allows=({}, {"work_type": "rape"}),
    ),
)

INVESTIGATORS = Dataset(
    name="investigators",
    title="Investigators",
    workbook="caseload",
    one_row_is="one person and one work type, at month end",
    key=("month_end", "person_ref", "unit", "work_type"),
    columns=COLUMNS,
    rules=RULES,
    set_rules=SET_RULES,
    stands=("person_ref", "unit", "work_type"),
    sheet_aliases=("By investigator", "Officer workload", "Caseload by officer", "OIC"),
    optional=True,
)
