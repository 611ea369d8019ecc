"""Unavailable: FTE that is in post but not carrying work, by reason, never by person."""

from contracts.model import Dataset, Rule, SetRule
from contracts.shared_columns import fte, listed, month_end, unit, worker_type

COLUMNS = (
    month_end(),
    unit("The unit the people are in post in."),
    listed(
        "reason",
        "Reason",
        "Why the FTE is not available. Suspended and management restricted are only ever inside other.",
        "reasons",
        "long-term sick",
        "Absence type",
        "Absence reason",
        "Category",
        required=True,
    ),
    fte(
        "fte",
        "FTE",
        "FTE not available for this reason at month end.",
        2.0,
        "FTE unavailable",
        "Unavailable FTE",
        "FTE lost",
        required=True,
    ),
    worker_type("Status", required=False),
)

RULES = (
    Rule(
        "unavailable.nothing",
        "A reason is given with 0 FTE.",
        "This is accepted and means none. The row can be left out.",
        "fte = 0",
        severity="warning",
        column="fte",
        catches={"fte": 0.0},
        allows={"fte": 0.4},
    ),
    Rule(
        "unavailable.very_many",
        "More than 60 FTE of one unit are said to be unavailable for one reason.",
        "Check that the cell is FTE and not days or hours.",
        "fte > 60",
        column="fte",
        severity="warning",
        catches={"fte": 61.0},
        allows={"fte": 12.0},
    ),
)

SET_RULES = (
    SetRule(
        "unavailable.repeated",
        "This month, unit, reason and worker type is in the sheet more than once.",
        "Add the FTE together in one row. Lists of people are not needed and not kept.",
        "unavailable_repeated.sql",
        catches=({}, {"fte": 1.0}),
        allows=({}, {"worker_type": "police staff"}),
    ),
)

UNAVAILABLE = Dataset(
    name="unavailable",
    title="Unavailable",
    workbook="attrition",
    one_row_is="one unit and one reason, in FTE, at month end",
    key=("month_end", "unit", "reason", "worker_type"),
    columns=COLUMNS,
    rules=RULES,
    set_rules=SET_RULES,
    stands=("unit", "reason", "worker_type"),
    sheet_aliases=("Absence", "Not available", "Absences", "Abstractions long term"),
)
