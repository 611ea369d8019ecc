"""Caseload: the stock and flow of one kind of work in one unit at month end."""

from datetime import date

from contracts.model import Column, Dataset, Rule, SetRule
from contracts.shared_columns import month_end, unit, work_type


def _count(
    name: str, title: str, meaning: str, example: int, *aliases: str, required: bool = False
) -> Column:
    return Column(
        name, title, "whole_number", meaning, required=required, aliases=aliases, at_least=0, example=example,
        sensitivity="open",
    )  # fmt: skip


COLUMNS = (
    month_end(),
    unit("The unit that holds the work."),
    work_type(),
    _count("open", "Open", "Cases open at month end, those with no named investigator included.", 120,
           "Live", "Open cases", "Caseload", "Live cases", "Open at month end", "Total open", "WIP", required=True),
    _count("unallocated", "Unallocated", "Open cases with no named investigator; a supervisor's tray counts here.", 14,
           "Awaiting allocation", "Backlog", "Tray", "Not allocated", "Unallocated cases", required=True),
    _count("new", "New", "Cases received or allocated in during the month.", 41,
           "Allocated in month", "Received", "New cases", "New in month", "Inflow", "Created", required=True),
    _count("closed", "Closed", "Cases finalised in the month.", 38,
           "Finalised", "Completed", "Closed in month", "Closures", "Filed", "Closed cases", required=True),
    _count("oldest_unallocated_days", "Oldest unallocated, days", "Days the oldest unallocated case has waited.", 23,
           "Oldest unallocated", "Oldest in tray (days)", "Longest wait (days)"),
    _count("over_90_days", "Over 90 days", "Open cases more than 90 days old.", 44,
           ">90 days", "Over 3 months", "Open over 90 days", "90 days +"),
    _count("over_180_days", "Over 180 days", "Open cases more than 180 days old.", 21,
           ">180 days", "Over 6 months", "Open over 180 days", "180 days +"),
    _count("over_365_days", "Over 365 days", "Open cases more than 365 days old.", 6,
           ">365 days", "Over 12 months", "Over a year", "Open over 365 days", "365 days +"),
    _count("high_risk", "High risk", "Open cases assessed as high risk.", 18, "High risk cases", "High risk open"),
    _count("high_risk_unallocated", "High risk unallocated", "High-risk cases with no named investigator.", 1,
           "Unallocated high risk", "High risk awaiting allocation", "High risk in tray"),
    _count("overdue", "Overdue", "Reviews, visits, assessments or decisions past their date; which, depends on the "
           "family of work.", 9, "Reviews overdue", "Visits overdue", "Overdue reviews", "Overdue visits"),
    _count("charged_before_court", "Charged, before court", "Open cases charged and waiting for court.", 16,
           "Charged", "Awaiting court", "Court cases", "Charged awaiting court", "Post charge"),
    _count("awaiting_cps", "Awaiting CPS", "Open cases waiting for a charging decision or advice.", 12,
           "With CPS", "CPS", "Awaiting CPS decision", "Awaiting charging decision"),
    _count("awaiting_digital_forensics", "Awaiting digital forensics", "Open cases waiting for a device examination.",
           8, "Awaiting DFU", "DFU", "Digital forensics", "Awaiting phone downloads"),
    _count("transferred_in", "Transferred in", "Cases taken over from another unit in the month.", 2,
           "Transfers in", "Moved in", "Received from other units"),
    _count("transferred_out", "Transferred out", "Cases handed to another unit in the month.", 3,
           "Transfers out", "Moved out", "Passed to other units"),
    _count("reopened", "Reopened", "Closed cases opened again in the month.", 1, "Re-opened", "Reopened in month"),
)  # fmt: skip


def _no_more_than(part: str, whole: str, says: str) -> Rule:
    """A part of the stock cannot be larger than the stock it is part of."""
    return Rule(
        f"caseload.{part}_over_{whole}",
        says,
        "Check both numbers against the crime system on the same day; the first is a part of the second.",
        f'"{part}" > "{whole}"',
        column=part,
        catches={part: 11, whole: 10},
        allows={part: 10, whole: 10},
    )


RULES = (
    _no_more_than("unallocated", "open", "There are more unallocated cases than open cases."),
    _no_more_than("over_90_days", "open", "There are more cases over 90 days than open cases."),
    _no_more_than("over_180_days", "over_90_days", "There are more cases over 180 days than over 90 days."),
    _no_more_than("over_365_days", "over_180_days", "There are more cases over 365 days than over 180 days."),
    _no_more_than("high_risk", "open", "There are more high-risk cases than open cases."),
    _no_more_than("high_risk_unallocated", "high_risk", "There are more high-risk cases unallocated than high-risk cases."),
    _no_more_than("high_risk_unallocated", "unallocated", "There are more high-risk unallocated cases than unallocated cases."),
    _no_more_than("charged_before_court", "open", "There are more cases before court than open cases."),
    _no_more_than("awaiting_cps", "open", "There are more cases awaiting the CPS than open cases."),
    _no_more_than("awaiting_digital_forensics", "open", "There are more cases awaiting digital forensics than open cases."),
    Rule(
        "caseload.oldest_without_unallocated",
        "A wait is given for the oldest unallocated case, but no case is unallocated.",
        "Give the number of unallocated cases, or clear the wait.",
        "unallocated = 0 and oldest_unallocated_days > 0",
        severity="warning",
        column="oldest_unallocated_days",
        catches={"unallocated": 0, "oldest_unallocated_days": 23, "high_risk_unallocated": 0},
        allows={"unallocated": 1, "oldest_unallocated_days": 23},
    ),
    Rule(
        "caseload.unallocated_without_oldest",
        "Cases are unallocated, and the oldest is said to have waited no days.",
        "Give the number of days the oldest case has waited, or leave the cell blank where it is not known.",
        "unallocated > 0 and oldest_unallocated_days = 0 and unallocated > \"new\"",
        severity="warning",
        column="oldest_unallocated_days",
        catches={"unallocated": 14, "new": 5, "oldest_unallocated_days": 0},
        allows={"unallocated": 14, "new": 5, "oldest_unallocated_days": None},
    ),
)  # fmt: skip

SET_RULES = (
    SetRule(
        "caseload.repeated",
        "This month, unit and work type is in the sheet more than once.",
        "Keep one row for each month, unit and work type; a total row belongs under the table.",
        "caseload_repeated.sql",
        catches=({}, {"open": 7}),
        allows=({}, {"work_type": "rape"}),
    ),
    SetRule(
        "caseload.several_months",
        "The sheet holds more than one month end.",
        "This is accepted when a year is sent at once. When one month was meant, correct the month end.",
        "caseload_several_months.sql",
        severity="warning",
        column="month_end",
        catches=({}, {"work_type": "rape"}, {"work_type": "other", "month_end": date(2026, 8, 31)}),
        allows=({}, {"work_type": "rape"}),
    ),
)

CASELOAD = Dataset(
    name="caseload",
    title="Caseload",
    workbook="caseload",
    one_row_is="one unit, one work type, at month end",
    key=("month_end", "unit", "work_type"),
    columns=COLUMNS,
    rules=RULES,
    set_rules=SET_RULES,
    sheet_aliases=("Workload", "Cases", "Demand", "Live cases by team"),
)
