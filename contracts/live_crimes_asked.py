"""What is asked of the headings of a live list of crimes that are not known, and what they are offered.

A force's own headings are agreed once, as those of other sheets are (settings/remembered.py), under LIST.
"""

from __future__ import annotations

from functools import cache

from contracts import DATASETS, PUBLISHED
from contracts.live_crimes import (
    AS_AT,
    AWAITING_CPS,
    AWAITING_FORENSICS,
    CHARGED,
    CLOSED_ON,
    COLUMNS,
    OFFICER,
    OVERDUE,
    RECORDED,
    REFERENCE,
    RISK,
    STATUS,
    UNIT,
    WORK_TYPE,
)

LIST, TITLE = "live_crimes", "Live list of crimes"
NAMES = {column.name: column for column in COLUMNS}
# How the cells under a heading look, and the columns that may be meant by it.
REFERENCES, DAYS, NUMBERS, WORDS, TEXT, NOTHING = "references", "days", "numbers", "words", "text", ""
MAY_BE = {
    REFERENCES: (REFERENCE, OFFICER),
    NUMBERS: (OFFICER, REFERENCE),
    DAYS: (RECORDED, CLOSED_ON, OVERDUE, CHARGED, AWAITING_CPS, AWAITING_FORENSICS, AS_AT),
    WORDS: (UNIT, WORK_TYPE, OFFICER, STATUS, RISK, OVERDUE, CHARGED, AWAITING_CPS, AWAITING_FORENSICS),
    TEXT: (),  # accounts of offences are no part of a list that is counted
    NOTHING: COLUMNS,
}
# Words in a heading for which a column is proposed. It is read only once somebody has said so.
HINTS = {
    REFERENCE.name: ("ref", "reference", "number", "no", "id", "urn", "crime", "occ", "job", "log"),
    UNIT.name: ("section", "squad", "desk", "branch", "hub", "office", "team", "unit", "owner", "group"),
    WORK_TYPE.name: (
        "allegation",
        "type",
        "class",
        "classification",
        "category",
        "kind",
        "nature",
        "offence",
    ),
    OFFICER.name: ("handler", "investigator", "oic", "officer", "lead", "collar", "assigned", "allocated"),
}
# What a list of cases has and a list of people or of courses has not.
OF_CASES = frozenset(
    c.name for c in (WORK_TYPE, RECORDED, CLOSED_ON, STATUS, RISK, OVERDUE, CHARGED, AWAITING_CPS,
                     AWAITING_FORENSICS)
)  # fmt: skip


@cache
def others() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """For each other sheet the headings of each column it must have that a list of cases has not."""
    ours = {heading.casefold() for column in COLUMNS for heading in column.headings}
    held = (d for name, d in DATASETS.items() if name not in PUBLISHED)
    return tuple(
        own
        for dataset in held
        if (
            own := tuple(
                headings
                for column in dataset.columns
                if column.required
                and not column.once_per_file
                and (headings := tuple(h for h in column.headings if h.casefold() not in ours))
                and column.headings[0].casefold() not in ours
            )
        )
    )
