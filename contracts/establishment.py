"""Establishment: the posts a force has paid for, by role, in one unit."""

from datetime import date

from contracts.model import Column, Dataset, Rule, SetRule
from contracts.shared_columns import fte, month_end, role, unit, worker_type

COLUMNS = (
    month_end(),
    unit("The unit the posts belong to. `Rest of force` may be sent, as a comparison."),
    role(),
    worker_type("Status"),
    fte(
        "funded_fte",
        "Funded FTE",
        "Posts with money behind them, in FTE.",
        12.0,
        "Establishment",
        "Budgeted FTE",
        "Funded",
        "Funded posts",
        "Established FTE",
        "Authorised FTE",
        required=True,
    ),
    fte(
        "in_post_fte",
        "In post FTE",
        "People in those posts, in FTE; used only where the unit sends no People sheet.",
        10.4,
        "Strength",
        "Actual",
        "In post",
        "Actual FTE",
        "Actual strength",
        "Strength FTE",
    ),
    fte(
        "start_agreed_fte",
        "Start agreed FTE",
        "Posts with a person and a start date agreed, in FTE.",
        1.0,
        "Start agreed",
        "Pipeline",
        "Appointed, not started",
        "Offers made",
    ),
    fte(
        "held_fte",
        "Held FTE",
        "Funded posts frozen or held vacant, in FTE.",
        0.0,
        "Held",
        "Frozen",
        "Frozen FTE",
        "Held vacant",
    ),
    Column(
        "funding_source",
        "Funding source",
        "text",
        "Where the money comes from.",
        required=False,
        aliases=("Funding", "Funded by", "Budget"),
        example="core budget",
    ),
    Column(
        "funding_ends",
        "Funding ends",
        "date",
        "The day the money stops; blank where it does not.",
        required=False,
        aliases=("Funding end date", "Funded until", "Funding expires"),
        example=None,
    ),
    Column(
        "decision_ref",
        "Decision ref",
        "text",
        "The decision that made the posts, so that the number can be checked.",
        required=False,
        aliases=("Decision", "Decision number", "Approval ref"),
        example="CO/2025/114",
    ),
)

RULES = (
    Rule(
        "establishment.held_over_funded",
        "More posts are held than are funded.",
        "Held posts are part of the funded posts; correct one of the two.",
        "held_fte > funded_fte",
        column="held_fte",
        catches={"funded_fte": 12.0, "held_fte": 12.5},
        allows={"funded_fte": 12.0, "held_fte": 12.0},
    ),
    Rule(
        "establishment.funding_already_ended",
        "The money for these posts ended before the month did.",
        "Take out posts that are no longer funded, or give the new end date.",
        "funding_ends < month_end and funded_fte > 0",
        severity="warning",
        column="funding_ends",
        catches={"funding_ends": date(2026, 8, 31)},
        allows={"funding_ends": date(2026, 9, 30)},
    ),
    Rule(
        "establishment.in_post_far_over_funded",
        "In post is more than twice the funded posts.",
        "Being over establishment is allowed. Check that both numbers are FTE and belong to the same role.",
        "in_post_fte > 2 * funded_fte and in_post_fte >= 3",
        severity="warning",
        column="in_post_fte",
        catches={"funded_fte": 4.0, "in_post_fte": 9.0},
        allows={"funded_fte": 4.0, "in_post_fte": 5.0},
    ),
    Rule(
        "establishment.starts_with_no_vacancy",
        "Starts are agreed, but in post already reaches the funded posts less those held.",
        "Accepted where the force plans to go over. Otherwise take out starters who have already arrived.",
        "start_agreed_fte > 0 and in_post_fte >= funded_fte - coalesce(held_fte, 0)",
        severity="warning",
        column="start_agreed_fte",
        catches={"funded_fte": 12.0, "in_post_fte": 12.0, "start_agreed_fte": 1.0},
        allows={"funded_fte": 12.0, "in_post_fte": 11.0, "start_agreed_fte": 1.0},
    ),
)

SET_RULES = (
    SetRule(
        "establishment.repeated",
        "This month, unit, role and worker type is in the sheet more than once.",
        "Add the posts together in one row; where the funding differs, name both sources in that row.",
        "establishment_repeated.sql",
        catches=({}, {"funded_fte": 2.0}),
        allows=({}, {"worker_type": "police staff"}),
    ),
)

ESTABLISHMENT = Dataset(
    name="establishment",
    title="Establishment",
    workbook="attrition",
    one_row_is="the funded posts of one role and worker type in one unit, at month end",
    key=("month_end", "unit", "role", "worker_type"),
    columns=COLUMNS,
    rules=RULES,
    set_rules=SET_RULES,
    # In post and start agreed are counted on the day: a start that has come would be counted twice.
    stands=(
        "unit",
        "role",
        "worker_type",
        "funded_fte",
        "held_fte",
        "funding_source",
        "funding_ends",
        "decision_ref",
    ),
    sheet_aliases=("Posts", "Funded posts", "Budgeted establishment"),
)
