"""Pressure: how much work there is, how old it is, and how much of it each person who can carry it has."""

from functools import partial

from metrics.model import Metric

STOCK = ("work_family", "month_end")
FLOW = ("work_family",)
WORK = ("work_family", "work_type")
CARRIERS = (("caseload", "people"), ("caseload", "establishment"))
WITHOUT_PEOPLE = (
    "Where a unit sends no People, deployable is in post less Unavailable; where that is not sent either, everyone "
    "in post counts."
)
BESIDE_WAITING = "Work waiting on the Crown Prosecution Service or on forensics is old without being neglected."

_of_open = partial(
    Metric,
    denominator="all open cases",
    basis="cases",
    needs=(("caseload",),),
    dimensions=WORK,
    not_added_over=STOCK,
    better="lower",
    when_none="no open work",
)
_share = partial(_of_open, kind="ratio", unit="%")
_count = partial(_of_open, kind="count", unit="cases")
_flow = partial(
    Metric,
    denominator="",
    kind="count",
    basis="cases",
    unit="cases",
    needs=(("caseload",),),
    dimensions=WORK,
    not_added_over=FLOW,
    numerator_enters="sum",
    chart="xmr",
    verdict="signal",
)
_per_carrier = partial(
    Metric,
    denominator="deployable FTE of the people who carry that family of work",
    kind="ratio",
    basis="FTE",
    unit="cases per FTE",
    needs=CARRIERS,
    dimensions=WORK,
    not_added_over=STOCK,
    better="lower",
    decimals=1,
    when_none="nobody to carry them",
    verdict="months over the line",
    caveats=(WITHOUT_PEOPLE,),
)

METRICS = (
    _per_carrier(
        id="pressure/open_per_deployable_carrier",
        title="Open work per deployable carrier",
        question="How much open work is there for each person who can carry it?",
        numerator="all open cases of a family, unallocated and held by absent people included",
    ),
    _per_carrier(
        id="pressure/allocated_per_carrier",
        title="Allocated work per deployable carrier",
        question="How much work is in the name of each person who can carry it?",
        numerator="open cases of a family, less those unallocated",
    ),
    _count(
        id="pressure/open",
        title="Open work",
        question="How much work is open?",
        numerator="open cases, unallocated included",
        denominator="",
        better="neither",
    ),
    _count(
        id="pressure/unallocated",
        title="Unallocated work",
        question="How much work is in nobody's name?",
        numerator="open cases that no investigator holds, a supervisor's tray included",
    ),
    _count(
        id="pressure/high_risk_unallocated",
        title="High-risk work unallocated",
        question="How much high-risk work is in nobody's name?",
        numerator="open high-risk cases that no investigator holds",
        denominator="all open high-risk cases",
    ),
    Metric(
        id="pressure/oldest_unallocated_days",
        title="Oldest unallocated",
        question="How long has the oldest unallocated case waited?",
        numerator="days since the oldest unallocated case was received",
        denominator="",
        kind="count",
        basis="days",
        unit="days",
        needs=(("caseload",),),
        dimensions=WORK,
        combine="max",
        not_added_over=("month_end",),
        better="lower",
    ),
    _count(
        id="pressure/held_by_someone_not_carrying",
        title="Work in the name of someone not carrying, moved or gone",
        question="Whose name is work left in?",
        numerator="open cases held by a person who carries none, works in another unit, or is in no unit",
        denominator="all open cases in somebody's name",
        needs=(("investigators", "people"),),
        dimensions=(*WORK, "reason"),
        rests_on_match=True,
        caveats=("A person whose crime system number is not in People reads as gone.",),
    ),
    _flow(
        id="pressure/new",
        title="New work",
        question="How much work came in?",
        numerator="cases received or allocated in, in the month",
    ),
    _flow(
        id="pressure/closed",
        title="Closed work",
        question="How much work was finalised?",
        numerator="cases finalised in the month",
        caveats=("Not a target: work can be closed too soon.",),
    ),
    _flow(
        id="pressure/net_change",
        title="New less closed",
        question="Is more coming in than going out?",
        numerator="cases received in the month, less cases finalised",
        caveats=("Transfers and reopened cases are not in it.",),
    ),
    Metric(
        id="pressure/closures_per_new",
        title="Closures for each new case",
        question="Over a year, did as much go out as came in?",
        numerator="cases finalised in 12 months",
        denominator="cases received in 12 months",
        kind="ratio",
        basis="cases",
        unit="closures per new case",
        needs=(("caseload",),),
        dimensions=WORK,
        window=12,
        numerator_enters="sum",
        denominator_enters="sum",
        not_added_over=STOCK,
        decimals=2,
        when_none="no new work",
        caveats=("It has no good direction and is never a target.",),
    ),
    _share(
        id="pressure/over_180_days",
        title="Over 180 days",
        question="How much of the open work is more than 180 days old?",
        numerator="open cases more than 180 days old",
        caveats=(BESIDE_WAITING,),
    ),
    _share(
        id="pressure/over_365_days",
        title="Over 365 days",
        question="How much of the open work is more than a year old?",
        numerator="open cases more than 365 days old",
        caveats=(BESIDE_WAITING,),
    ),
    _share(
        id="pressure/awaiting_cps",
        title="Awaiting the Crown Prosecution Service",
        question="How much of the open work waits for a charging decision?",
        numerator="open cases with the Crown Prosecution Service",
    ),
    _share(
        id="pressure/awaiting_digital_forensics",
        title="Awaiting digital forensics",
        question="How much of the open work waits for devices to be examined?",
        numerator="open cases waiting for digital forensics",
    ),
    _share(
        id="pressure/overdue",
        title="Overdue",
        question="How much of the open work is past its date?",
        numerator="open cases overdue, as the family counts it",
        caveats=("What is overdue differs by family: review, visit or ARMS, referral decision, DVDS over 28 days.",),
    ),
    _count(
        id="pressure/charged_before_court",
        title="Charged, before court",
        question="How much work waits for court?",
        numerator="cases charged and waiting for court",
        better="neither",
        caveats=("Shown beside open work. It still takes time: disclosure, victims and witnesses.",),
    ),
    Metric(
        id="pressure/open_per_person",
        title="Spread of work between people",
        question="Is the work shared evenly?",
        numerator="open cases in a person's name",
        denominator="that person's FTE, for people who carry work fully",
        kind="distribution",
        basis="cases",
        unit="cases per FTE",
        needs=(("investigators", "people"),),
        dimensions=("work_family",),
        not_added_over=STOCK,
        decimals=1,
        rests_on_match=True,
        chart="spread",
        verdict="months over the line",
        caveats=(
            "Shown only for 10 or more people who carry work fully; otherwise units of one type are pooled.",
            "Not for individual performance, attendance or misconduct.",
        ),
    ),
)
