"""A live list of crimes, one row a case: by which headings it is known, and which words its cells hold.

No dataset: its rows are counted while the file is read (etl/shapes/live_crimes), and only the counts, in the
shape of Caseload and Investigators, are handed on. The child process that reads a file imports this alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from contracts.caseload import CASELOAD
from contracts.shared_columns import PERSON_ALIASES, UNIT_ALIASES, month_end, work_type


@dataclass(frozen=True)
class CaseColumn:
    """One column of the list. `headings` are in order: where two stand in a list, the earlier is read.

    `one_only`: two headings of it say different things, so that neither is taken for the other.
    """

    name: str
    title: str
    meaning: str
    headings: tuple[str, ...]
    needed: bool = False
    one_only: bool = False


REFERENCE = CaseColumn(
    "reference",
    "Crime reference",
    "Tells cases apart while they are counted. It is never handed on, shown or kept.",
    (
        "Crime reference",
        "Crime ref",
        "Crime reference number",
        "Crime ref no",
        "Crime number",
        "Crime no",
        "Crime ID",
        "CRN",
        "Occurrence number",
        "Occurrence no",
        "Occurrence ref",
        "Occurrence reference",
        "Niche reference",
        "Niche ref",
        "Niche number",
        "Athena reference",
        "Athena ref",
        "Connect reference",
        "Connect ref",
        "Investigation number",
        "Investigation no",
        "Investigation ref",
        "Investigation reference",
        "Case reference",
        "Case ref",
        "Case number",
        "Case no",
        "Case ID",
        "Incident number",
        "Incident ref",
        "URN",
    ),
    needed=True,
)
UNIT = CaseColumn(
    "unit",
    "Unit",
    "The unit that holds the case.",
    ("Unit", *UNIT_ALIASES, "Owning team", "Owning unit", "Investigating team", "Investigating unit"),
    needed=True,
    one_only=True,
)
WORK_TYPE = CaseColumn(
    "work_type",
    "Work type",
    "The kind of work, in words that the force's settings or answers turn into ours.",
    (
        *work_type().headings,
        "Offence",
        "Offence type",
        "Offence group",
        "Offence description",
        "Offence classification",
        "Crime classification",
        "Crime group",
        "Crime category",
        "HO offence",
    ),
    needed=True,
    one_only=True,
)
OFFICER = CaseColumn(
    "officer",
    "Officer in the case",
    "By number. Blank, or a tray, is unallocated. A name beside the number is dropped.",
    ("Person ref", *PERSON_ALIASES, "OIC number", "OIC collar number", "OIC ref", "Investigating officer",
     "Allocated to", "Allocated officer", "Assigned to"),
    needed=True,
)  # fmt: skip
RECORDED = CaseColumn(
    "recorded",
    "Date recorded",
    "From which the case is aged. Without it nothing is counted by age.",
    ("Date recorded", "Recorded date", "Recorded on", "Crime recorded date", "Date received", "Received date",
     "Received on", "Date created", "Created date", "Created on", "Date reported", "Reported date",
     "Reported on", "Date opened", "Open date", "Opened on"),
)  # fmt: skip
CLOSED_ON = CaseColumn(
    "closed_on",
    "Date closed",
    "The day the case was finalised; blank where it is open.",
    ("Date closed", "Closed date", "Closed on", "Closure date", "Date finalised", "Finalised date",
     "Finalised on", "Date filed", "Filed date", "Filed on", "Date completed", "Completed date"),
)  # fmt: skip
STATUS = CaseColumn(
    "status",
    "Status",
    "Open or closed, and what an open case waits for.",
    ("Status", "Case status", "Crime status", "Investigation status", "Occurrence status", "State"),
)
RISK = CaseColumn(
    "high_risk",
    "Risk",
    "High, or high and above, is counted as high risk; blank is not assessed as high.",
    ("Risk", "Risk level", "Risk grade", "Risk assessment", "Risk rating", "DASH risk", "DASH grade",
     "DARA risk", "High risk"),
)  # fmt: skip
OVERDUE = CaseColumn(
    "overdue",
    "Review due",
    "The day of the next review, past which it is overdue; or yes and no in a column headed Overdue.",
    ("Review due", "Review due date", "Next review", "Next review date", "Next review due",
     "Supervisor review due", "Overdue", "Review overdue", "Supervisor review overdue"),
)  # fmt: skip
CHARGED = CaseColumn(
    "charged_before_court",
    "Charged",
    "Yes, or the day of the charge.",
    ("Charged", "Charged before court", "Charge date", "Date charged", "Post charge", "Awaiting court"),
)
AWAITING_CPS = CaseColumn(
    "awaiting_cps",
    "Awaiting CPS",
    "Yes, or the day since when.",
    ("Awaiting CPS", "With CPS", "Awaiting CPS decision", "Awaiting charging decision", "CPS"),
)
AWAITING_FORENSICS = CaseColumn(
    "awaiting_digital_forensics",
    "Awaiting digital forensics",
    "Yes, or the day since when.",
    ("Awaiting digital forensics", "Awaiting DFU", "With DFU", "DFU", "Digital forensics",
     "Awaiting forensics", "Awaiting phone downloads"),
)  # fmt: skip
AS_AT = CaseColumn(
    "as_at",
    "As at",
    "The day the list was taken, where it is not said above the headings or in the sheet's name.",
    tuple(h for h in (*month_end().headings, "Extract date", "Report date", "Data as at") if h != "Month"),
)
COLUMNS = (
    REFERENCE, UNIT, WORK_TYPE, OFFICER, RECORDED, CLOSED_ON, STATUS, RISK, OVERDUE, CHARGED, AWAITING_CPS,
    AWAITING_FORENSICS, AS_AT,
)  # fmt: skip

# What a sheet of counts is called after the name of its list.
BY_UNIT, BY_OFFICER = "cases counted by unit and work type", "cases counted by officer"


# Of a sheet that already counts; with two of them under its headings it is no list of cases.
COUNTS = tuple(CASELOAD.column(name).headings for name in ("open", "unallocated", "new", "closed"))
# What a status says that is one of them; after words of closing and a dash, colon or comma may stand why.
# A status that is neither, or both, is told, never taken for one of the two.
CLOSED = ("closed", "filed", "finalised", "finalized", "complete", "completed", "nfa", "no further action",
          "no crime", "cancelled", "disposed", "resulted", "undetected", "detected")  # fmt: skip
OPEN = ("open", "live", "active", "ongoing", "current", "new", "allocated", "unallocated", "reopened",
        "re opened", "under investigation", "pending", "in progress", "awaiting allocation",
        "awaiting review", "awaiting supervisor", "review")  # fmt: skip
REOPENED = ("reopened", "re opened")  # anywhere after words of closing
STATES = {
    "charged_before_court": ("charged", "awaiting court", "at court", "before court", "court", "post charge"),
    "awaiting_cps": ("awaiting cps", "with cps", "cps", "awaiting charging decision", "submitted to cps"),
    "awaiting_digital_forensics": ("awaiting dfu", "with dfu", "dfu", "awaiting digital forensics",
                                   "awaiting forensics", "awaiting phone download"),
}  # fmt: skip
YES = ("yes", "y", "true", "1", "x")
NO = ("no", "n", "false", "0")
HIGH = (*YES, "high", "h", "very high", "vh", "high risk", "critical")
NOT_HIGH = (*NO, "medium", "m", "standard", "s", "low", "l", "none", "medium risk", "standard risk",
            "low risk", "not assessed")  # fmt: skip
# Anywhere in an officer's cell, and as the whole of it: nobody is named.
TRAY = ("tray", "unallocated", "not allocated", "unassigned", "not assigned", "awaiting allocation",
        "to be allocated")  # fmt: skip
NOBODY = ("none", "nobody", "no oic", "pool", "queue", "vacant", "nil")


def list_of(sheet: str) -> str:
    """The name of the list that the counts in a sheet were made of; a sheet that is no counts is itself."""
    return sheet.removesuffix(f", {BY_OFFICER}").removesuffix(f", {BY_UNIT}")
