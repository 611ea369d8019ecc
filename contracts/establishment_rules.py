"""What must hold in Establishment: within one row, and over the rows of the sheet."""

from datetime import date

from contracts.model import Rule, SetRule

RULES = (
    Rule(
        "establishment.decision_over_funded",
        "More posts are by the decision than are funded.",
        "The posts of the decision are part of the funded posts; correct one of the two.",
        "decision_fte > funded_fte",
        column="decision_fte",
        catches={"funded_fte": 12.0, "decision_fte": 12.5},
        allows={"funded_fte": 12.0, "decision_fte": 12.0},
    ),
    Rule(
        "establishment.time_limited_over_funded",
        "More posts are time-limited than are funded.",
        "Time-limited posts are part of the funded posts; correct one of the two.",
        "time_limited_fte > funded_fte",
        column="time_limited_fte",
        catches={"funded_fte": 12.0, "time_limited_fte": 12.5, "funding_ends": date(2027, 3, 31)},
        allows={"funded_fte": 12.0, "time_limited_fte": 12.0, "funding_ends": date(2027, 3, 31)},
    ),
    Rule(
        "establishment.decision_not_named",
        "Posts are said to be by a decision, and no decision is named.",
        "Name it under Decision ref; without it the posts stand on no decision.",
        "decision_fte > 0 and decision_ref is null",
        severity="warning",
        column="decision_fte",
        catches={"decision_fte": 2.0, "decision_ref": None},
        allows={"decision_fte": 0.0, "decision_ref": None},
    ),
    Rule(
        "establishment.end_not_given",
        "Posts are said to be time-limited, and no day is given on which the money stops.",
        "Give the day under Funding ends; without it the posts are in no list of what ends when.",
        "time_limited_fte > 0 and funding_ends is null",
        severity="warning",
        column="time_limited_fte",
        catches={"time_limited_fte": 2.0, "funding_ends": None},
        allows={"time_limited_fte": 2.0, "funding_ends": date(2027, 3, 31)},
    ),
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
        "Add the posts together in one row and name both sources. Of which by the decision, FTE, and Of "
        "which time-limited, FTE, say how many of them each is about.",
        "establishment_repeated.sql",
        catches=({}, {"funded_fte": 2.0}),
        allows=({}, {"worker_type": "police staff"}),
    ),
)
