"""Findings about people and posts."""

from datetime import date

from contracts.model import Finding

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)
ANOTHER = {"person_ref": "5002", "crime_system_ref": "N5002", "training_ref": "5002"}
OTHER_UNIT = "Child abuse investigation"
LEFT = {"event": "leave force", "to_unit": None, "move_reason": None}

ON_PEOPLE = (
    Finding(
        "trained_not_in_people",
        "People have a training record and are not in People.",
        "Give Training ref in People, or take leavers out of the training record.",
        needs=("training", "people"),
        sql="trained_not_in_people.sql",
        of_people=True,
        catches={"training": ({"person_ref": "9999"},), "people": ({},)},
        allows={"training": ({"person_ref": "T77"},), "people": ({"training_ref": "T77"},)},
    ),
    Finding(
        "people_without_establishment",
        "People are in a unit that has no funded posts.",
        "Add the unit's posts to Establishment, or correct the unit in People.",
        needs=("people", "establishment"),
        sql="people_without_establishment.sql",
        of_people=True,
        catches={"people": ({"unit": OTHER_UNIT},), "establishment": ({},)},
        allows={"people": ({},), "establishment": ({}, {"unit": OTHER_UNIT})},
    ),
    Finding(
        "unavailable_over_in_post",
        "More FTE is unavailable than is in post.",
        "Check that Unavailable is in FTE, and that each person is under one reason.",
        needs=("unavailable", "people"),
        sql="unavailable_over_in_post.sql",
        of_people=True,
        catches={
            "unavailable": ({"fte": 0.8}, {"fte": 0.4, "reason": "career break"}),
            "people": ({"fte": 1.0},),
        },
        allows={
            "unavailable": ({"fte": 0.6}, {"fte": 0.4, "reason": "career break"}),
            "people": ({"fte": 1.0},),
        },
    ),
    Finding(
        "in_post_differs",
        "In post in Establishment and the sum of People differ by more than one FTE.",
        "Take both sheets on the same day. Where both are sent, figures use People.",
        needs=("establishment", "people"),
        sql="in_post_differs.sql",
        of_people=True,
        catches={"establishment": ({"in_post_fte": 3.5},), "people": ({}, ANOTHER)},
        allows={"establishment": ({"in_post_fte": 3.0},), "people": ({}, ANOTHER)},
    ),
    Finding(
        "person_gone_without_movement",
        "People were in the unit last month, are in no unit this month, and Movements does not say why.",
        "Add the leaving to Movements, or the person to People.",
        needs=("people", "movements"),
        sql="person_gone_without_movement.sql",
        of_people=True,
        catches={
            "people": ({"month_end": AUGUST}, {"month_end": AUGUST, **ANOTHER}, {}),
            "movements": ({**LEFT, "person_ref": "7001"},),
        },
        allows={
            "people": ({"month_end": AUGUST}, {"month_end": AUGUST, **ANOTHER}, {}),
            "movements": ({**LEFT, "person_ref": "5002"},),
        },
    ),
    Finding(
        "leaver_still_in_people",
        "People who left the force by Movements are still in People.",
        "Take them out of People, or correct the event. A person who came back needs a return.",
        needs=("people", "movements"),
        sql="leaver_still_in_people.sql",
        of_people=True,
        catches={"people": ({},), "movements": (LEFT,)},
        allows={
            "people": ({},),
            "movements": (LEFT, {"event": "return", "date": SEPTEMBER, "from_unit": None}),
        },
    ),
    Finding(
        "strength_revised",
        "A later Home Office publication changed the strength of an earlier day.",
        "Nothing to put right: the newest edition is shown, and the change is named.",
        needs=("police_strength",),
        sql="strength_revised.sql",
        catches={"police_strength": ({}, {"edition": date(2016, 3, 31), "value": 1310.0})},
        allows={"police_strength": ({}, {"edition": date(2016, 3, 31), "value": 1315.32})},
    ),
)
