"""What a sheet that has not come would show, and which workbook holds it."""

SHOWS = {
    "caseload": ("caseload", "how much work is open, new, closed, old and unallocated"),
    "investigators": ("caseload", "how evenly work is carried, and work in the name of people who have gone"),
    "establishment": ("attrition", "funded posts, vacancy and, with In post, open work for each person"),
    "people": ("attrition", "who can carry work, who came and left, and who needs which training"),
    "unavailable": ("attrition", "how many people in post cannot be deployed, and why"),
    "movements": ("attrition", "why people left"),
    "training": ("training", "who is in date on what their role needs, and what runs out next"),
    "demand": ("demand", "what was recorded, of the force and of each unit, and by which counting rule"),
    "budget": ("finance", "the money of the force and its units for a year"),
    "post_cost": ("finance", "what one full-time post costs in a year"),
}


def would_show(dataset: str, title: str) -> str:
    """`Training, in the training workbook, shows who is in date ...`; nothing for a sheet without words."""
    if dataset not in SHOWS:
        return ""
    workbook, what = SHOWS[dataset]
    return f"{title}, in the {workbook} workbook, shows {what}."
