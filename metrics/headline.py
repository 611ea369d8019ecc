"""The measures that speak for a month: those shown before and after a change."""

PER_CARRIER = "pressure/open_per_deployable_carrier"
OPEN = "pressure/open"
HEADLINES = (
    "staffing/deployable_fte", "staffing/vacancy_rate", "training/trauma_informed_in_date_in_post",
    "attrition/leavers_month", "trust/people_matched",
)  # fmt: skip
"""Measures without families of work, in the order a reader meets them."""
FLOWS = ("pressure/new", "pressure/closed")
"""What comes in and what goes out in a month, of one family of work: each has a usual range."""
