"""Post costs: what one full-time post costs in a year, by role and worker type, from a day on."""

from datetime import date

from contracts.model import Column, Dataset, Rule, SetRule
from contracts.shared_columns import listed, pounds, role, source, worker_type

COLUMNS = (
    Column(
        "valid_from",
        "From",
        "date",
        "The day from which the cost holds, until a later row for the same role and worker type.",
        aliases=("Valid from", "Effective from", "Cost from", "Applies from"),
        example=date(2026, 9, 1),
    ),
    role(),
    worker_type(),
    pounds(
        "cost_pounds",
        "Cost per post £ a year",
        "The cost of one full-time post in a year, in whole pounds.",
        61_400,
        "Cost per post",
        "Annual cost",
        "Cost per FTE",
        "Cost per post a year",
        "Average cost per post",
        required=True,
    ),
    listed(
        "includes",
        "Includes",
        "What the cost includes: pay only, pay and on-costs (pension, national insurance), or the full cost.",
        "cost_includes",
        "pay and on-costs",
        "Cost includes",
        "What is included",
        "Cost basis",
        required=True,
    ),
    source("The costing or pay scale that the amount is in.", "Finance costing model 2026/27"),
    Column(
        "costed_on",
        "As at",
        "date",
        "The day the cost was worked out.",
        required=False,
        aliases=("Costed on", "Date of costing", "Costed as at"),
        example=date(2026, 9, 15),
    ),
)

RULES = (
    Rule(
        "post_cost.in_thousands",
        "A post is said to cost less than £1,000 a year.",
        "Write pounds for a whole year: 61.4 thousand is 61,400.",
        "cost_pounds < 1000",
        column="cost_pounds",
        catches={"cost_pounds": 999},
        allows={"cost_pounds": 1000},
    ),
)

SET_RULES = (
    SetRule(
        "post_cost.repeated",
        "This day, role, worker type and kind of cost is in the sheet more than once.",
        "Keep one row for each; where posts of one role differ, give their average.",
        "post_cost_repeated.sql",
        catches=({}, {"cost_pounds": 58_000}),
        allows=({}, {"includes": "full cost"}),
    ),
    SetRule(
        "post_cost.far_from_earlier",
        "The cost is at least half as much again as the one before it for the same post, or less by as much.",
        "Check that both are for a whole year and include the same. Accept it where the cost did change so.",
        "post_cost_far_from_earlier.sql",
        severity="warning",
        column="cost_pounds",
        catches=({"cost_pounds": 75_000}, {"valid_from": date(2025, 9, 1), "cost_pounds": 50_000}),
        allows=({"cost_pounds": 74_999}, {"valid_from": date(2025, 9, 1), "cost_pounds": 50_000}),
    ),
)

POST_COST = Dataset(
    name="post_cost",
    title="Post costs",
    workbook="finance",
    one_row_is="the yearly cost of one full-time post of one role and worker type, from a day on",
    key=("valid_from", "role", "worker_type", "includes"),
    columns=COLUMNS,
    rules=RULES,
    set_rules=SET_RULES,
    stands=("role", "worker_type", "includes"),
    sheet_aliases=("Post cost", "Cost per post", "Unit costs of posts"),
    optional=True,
    dated_by="valid_from",
)
