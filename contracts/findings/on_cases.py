"""Findings about cases: their stock, their flow, and in whose name they are."""

from datetime import date

from contracts.model import Finding

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)
BEFORE = {"month_end": AUGUST, "open": 118, "new": 30, "closed": 33}
FLOWS = {"new": 41, "closed": 38, "reopened": 1, "transferred_in": 2, "transferred_out": 3}
OF_ALL = {"unit": None, "category": "all recorded crime", "count": 200}

ON_CASES = (
    Finding(
        "work_held_by_someone_not_carrying",
        "Cases are in the name of someone who does not carry work, works in another unit, or has gone.",
        "Reallocate the cases, or correct Carries work in People.",
        needs=("investigators", "people"),
        sql="work_held_by_someone_not_carrying.sql",
        catches={
            "investigators": ({"person_ref": "N4417"}, {"person_ref": "N9999"}),
            "people": ({"carries_work": "none"},),
        },
        allows={"investigators": ({"person_ref": "N4417"},), "people": ({"carries_work": "reduced"},)},
    ),
    Finding(
        "investigator_total_differs",
        "The cases of each investigator do not add up to open less unallocated.",
        "Take both sheets from the crime system on the same day, and count each case once under its officer.",
        needs=("caseload", "investigators"),
        sql="investigator_total_differs.sql",
        catches={"caseload": ({"open": 20, "unallocated": 5},), "investigators": ({"open": 13},)},
        allows={
            "caseload": ({"open": 20, "unallocated": 5}, {"unit": "Child abuse investigation"}),
            "investigators": ({"open": 13}, {"open": 2, "person_ref": "5002"}),
        },
    ),
    Finding(
        "stock_and_flow",
        "Open cases changed by more or less than new, closed, transferred and reopened explain.",
        "Look for cases transferred without being counted, or for a month taken on two different days.",
        needs=("caseload",),
        sql="stock_and_flow.sql",
        catches={"caseload": (BEFORE, {**FLOWS, "open": 124})},
        allows={"caseload": (BEFORE, {**FLOWS, "open": 121})},
    ),
    Finding(
        "caseload_same_as_last_month",
        "Every number of the unit is the same as the month before.",
        "Check that the sheet was taken again, and is not last month's with a new date.",
        needs=("caseload",),
        sql="caseload_same_as_last_month.sql",
        catches={"caseload": ({"month_end": AUGUST}, {})},
        allows={"caseload": ({"month_end": AUGUST}, {"new": 42})},
    ),
    Finding(
        "unit_not_in_this_month",
        "A unit sent Caseload last month and is not in this month's.",
        "Send the unit's rows, or end the unit in the settings.",
        needs=("caseload",),
        sql="unit_not_in_this_month.sql",
        catches={
            "caseload": (
                {"month_end": AUGUST},
                {"month_end": AUGUST, "unit": "Child abuse investigation"},
                {},
            )
        },
        allows={"caseload": ({"month_end": AUGUST}, {})},
    ),
    Finding(
        "open_work_and_nobody_carrying",
        "The unit has open cases and nobody who carries work.",
        "Check Carries work in People, and that the cases are under the unit that works them.",
        needs=("caseload", "people"),
        sql="open_work_and_nobody_carrying.sql",
        catches={"caseload": ({},), "people": ({"carries_work": "none"},)},
        allows={"caseload": ({},), "people": ({"carries_work": "none"}, {"person_ref": "5002"})},
    ),
    Finding(
        "demand_over_force",
        "More is recorded for the units together than for the whole force.",
        "Check that both were taken on the same day and by the same rule, and that no crime is in two units.",
        needs=("demand",),
        sql="demand_over_force.sql",
        catches={"demand": ({"count": 120}, {"unit": "CA1", "count": 81}, {"unit": None, "count": 200})},
        allows={"demand": ({"count": 120}, {"unit": "CA1", "count": 80}, {"unit": None, "count": 200})},
    ),
    Finding(
        "demand_kinds_over_all",
        "The crimes of the units, kind by kind, are more than all recorded crime of the whole force.",
        "Send all recorded crime of each unit as well: it counts a crime of two kinds once.",
        needs=("demand",),
        sql="demand_kinds_over_all.sql",
        catches={"demand": (OF_ALL, {"count": 120}, {"category": "rape", "count": 81})},
        allows={"demand": (OF_ALL, {"count": 120}, {"category": "rape", "count": 80})},
    ),
)
