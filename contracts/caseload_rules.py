"""What the Caseload sheet must not say."""

from datetime import date

from contracts.model import Rule, SetRule


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
    _no_more_than(
        "high_risk_unallocated",
        "high_risk",
        "There are more high-risk cases unallocated than high-risk cases.",
    ),
    _no_more_than(
        "high_risk_unallocated",
        "unallocated",
        "There are more high-risk unallocated cases than unallocated cases.",
    ),
    _no_more_than("charged_before_court", "open", "There are more cases before court than open cases."),
    _no_more_than("awaiting_cps", "open", "There are more cases awaiting the CPS than open cases."),
    _no_more_than(
        "awaiting_digital_forensics",
        "open",
        "There are more cases awaiting digital forensics than open cases.",
    ),
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
        'unallocated > 0 and oldest_unallocated_days = 0 and unallocated > "new"',
        severity="warning",
        column="oldest_unallocated_days",
        catches={"unallocated": 14, "new": 5, "oldest_unallocated_days": 0},
        allows={"unallocated": 14, "new": 5, "oldest_unallocated_days": None},
    ),
)

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
