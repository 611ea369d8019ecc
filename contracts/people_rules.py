"""What the People sheet must not say."""

from datetime import date

from contracts.model import Rule, SetRule

RULES = (
    Rule(
        "people.no_fte",
        "This person is in post at 0 FTE.",
        "Give the contracted FTE. A person on a long absence keeps it, with Carries work as none.",
        "fte = 0",
        severity="warning",
        column="fte",
        catches={"fte": 0.0},
        allows={"fte": 0.5},
    ),
    Rule(
        "people.fte_over_one",
        "This person is in one unit at more than 1.0 FTE.",
        "Check that the cell is FTE and not hours, days or a headcount of several people.",
        "fte > 1",
        severity="warning",
        column="fte",
        catches={"fte": 1.2},
        allows={"fte": 1.0},
    ),
    Rule(
        "people.joined_after_month_end",
        "This person joined the unit after the month ended.",
        "Take out people who had not yet started, or correct the date.",
        "in_unit_since > month_end",
        column="in_unit_since",
        catches={"in_unit_since": date(2026, 10, 1)},
        allows={"in_unit_since": date(2026, 9, 30)},
    ),
    Rule(
        "people.joined_long_ago",
        "This person is said to have joined the unit more than 45 years ago.",
        "Correct the date; day and month, or the century, may have been read the other way round.",
        "in_unit_since < month_end - interval 45 year",
        severity="warning",
        column="in_unit_since",
        catches={"in_unit_since": date(1926, 2, 5)},
        allows={"in_unit_since": date(1996, 2, 5)},
    ),
    Rule(
        "people.support_carries_work",
        "A manager or support post is said to carry work in full.",
        "Where the post does not carry work, say so with: not a carrying post.",
        "role in ('manager', 'support') and carries_work = 'full'",
        severity="warning",
        column="carries_work",
        catches={"role": "manager", "carries_work": "full"},
        allows={"role": "manager", "carries_work": "not a carrying post"},
    ),
)

SET_RULES = (
    SetRule(
        "people.repeated",
        "This person is in this unit more than once for the month.",
        "Keep one row for each person and unit; a person in two units has one row in each.",
        "people_repeated.sql",
        catches=({}, {"fte": 0.5}),
        allows=({"fte": 0.5}, {"fte": 0.5, "unit": "Child abuse investigation"}),
    ),
    SetRule(
        "people.fte_over_one_in_total",
        "This person's rows add up to more than 1.0 FTE.",
        "Split the FTE between the units, or accept the row where the person really works more.",
        "people_fte_over_one_in_total.sql",
        severity="warning",
        column="fte",
        catches=({"fte": 1.0}, {"fte": 0.5, "unit": "Child abuse investigation"}),
        allows=({"fte": 0.6}, {"fte": 0.4, "unit": "Child abuse investigation"}),
    ),
    SetRule(
        "people.same_day_in_unit",
        "Many people of the unit share one In unit since date: probably the day of a reorganisation.",
        "Give the day each person first did this work, or accept: experience will read too short.",
        "people_same_day_in_unit.sql",
        severity="warning",
        column="in_unit_since",
        catches=tuple({"person_ref": str(number)} for number in range(5001, 5006)),
        allows=tuple(
            {"person_ref": str(number), "in_unit_since": date(2024, number - 5000, 5)}
            for number in range(5001, 5006)
        ),
    ),
    SetRule(
        "people.two_people_one_crime_ref",
        "Two people have the same crime system ref.",
        "Give each person their own number, or leave it blank; otherwise one would hold the other's cases.",
        "people_two_people_one_crime_ref.sql",
        column="crime_system_ref",
        catches=({}, {"person_ref": "5002"}),
        allows=({}, {"person_ref": "5002", "crime_system_ref": "N5002"}),
    ),
    SetRule(
        "people.two_people_one_training_ref",
        "Two people have the same training ref.",
        "Give each person their own number, or leave it blank; otherwise one would hold the other's courses.",
        "people_two_people_one_training_ref.sql",
        column="training_ref",
        catches=({}, {"person_ref": "5002"}),
        allows=({}, {"person_ref": "5002", "training_ref": "5002"}),
    ),
)
