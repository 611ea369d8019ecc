"""The plan of the sample force: its units, the posts it pays for and the work that comes in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Post:
    """Funded posts of one role; `filled` is how many FTE the force in practice keeps in them."""

    role: str
    worker_type: str
    funded: float
    filled: float


@dataclass(frozen=True)
class Work:
    """One work type: cases a month, the share closed each month while young and when old."""

    work_type: str
    family: str
    new: float
    fast: float
    slow: float
    unallocated: float = 0.05
    high_risk: float = 0.1
    overdue: float = 0.06
    cps: float = 0.0
    forensics: float = 0.0
    charged: float = 0.0


@dataclass(frozen=True)
class UnitPlan:
    """One unit: its code, posts and work."""

    code: str
    posts: tuple[Post, ...]
    works: tuple[Work, ...]


REST = "REST"

CARRIERS = {
    "investigations": "investigator",
    "disclosures": "investigator",
    "registered offenders": "offender manager",
    "referrals": "referral officer",
    "MARAC": "coordinator",
    "missing": "investigator",
}
CARRYING_ROLES = frozenset(CARRIERS.values())

LED = (Post("manager", "officer", 1, 1),)


def _led(supervisors: float, support: float) -> tuple[Post, ...]:
    return (
        *LED,
        Post("supervisor", "officer", supervisors, supervisors),
        Post("support", "police staff", support, support),
    )


def _crime(work_type: str, new: float, fast: float, slow: float, **shares: float) -> Work:
    return Work(work_type, "investigations", new, fast, slow, **shares)


def _offenders(work_type: str, new: float, leave: float, **shares: float) -> Work:
    return Work(work_type, "registered offenders", new, leave, leave, **shares)


DA1 = UnitPlan(
    "DA1",
    (
        *_led(4, 2),
        Post("investigator", "officer", 27, 25),
        Post("investigator", "police staff", 6, 5),
        Post("coordinator", "police staff", 2, 2),
    ),
    (
        _crime("domestic abuse", 172, 0.46, 0.16, high_risk=0.18, cps=0.07, forensics=0.03, charged=0.08),
        _crime(
            "stalking or harassment", 26, 0.40, 0.16, high_risk=0.15, cps=0.06, forensics=0.06, charged=0.06
        ),
        _crime("honour-based abuse", 3, 0.30, 0.14, high_risk=0.4, cps=0.05),
        Work("DVDS right to ask", "disclosures", 22, 0.75, 0.5, overdue=0.15),
        Work("DVDS right to know", "disclosures", 31, 0.75, 0.5, overdue=0.15),
        Work("MARAC case", "MARAC", 38, 0.8, 0.6, unallocated=0.0, high_risk=1.0),
    ),
)

RASSO1 = UnitPlan(
    "RASSO1",
    (
        *_led(4, 2),
        Post("investigator", "officer", 27, 24),
        Post("sexual-offence trained officer", "officer", 6, 5),
    ),
    (
        _crime("rape", 20, 0.09, 0.075, high_risk=0.2, cps=0.16, forensics=0.22, charged=0.11),
        _crime("other sexual offence", 15, 0.13, 0.10, high_risk=0.1, cps=0.14, forensics=0.15, charged=0.09),
    ),
)

CA1 = UnitPlan(
    "CA1",
    (*_led(3, 2), Post("investigator", "officer", 22, 19), Post("investigator", "police staff", 2, 2)),
    (_crime("child abuse", 58, 0.22, 0.14, high_risk=0.22, cps=0.1, forensics=0.09, charged=0.07),),
)

OCSAE1 = UnitPlan(
    "OCSAE1",
    (*_led(2, 3), Post("investigator", "officer", 12, 11), Post("investigator", "police staff", 5, 4)),
    (_crime("online child abuse", 24, 0.12, 0.10, high_risk=0.25, cps=0.1, forensics=0.42, charged=0.08),),
)

MOSOVO1 = UnitPlan(
    "MOSOVO1",
    (
        *_led(3, 2),
        Post("offender manager", "officer", 17, 15),
        Post("offender manager", "police staff", 4, 4),
    ),
    (
        _offenders("very high", 0.4, 0.05, unallocated=0.0, high_risk=1.0, overdue=0.05),
        _offenders("high", 2.6, 0.022, unallocated=0.01, high_risk=1.0, overdue=0.08),
        _offenders("medium", 4.2, 0.015, unallocated=0.015, high_risk=0.0, overdue=0.11),
        _offenders("low", 3.6, 0.012, unallocated=0.02, high_risk=0.0, overdue=0.13),
        _offenders("low reactive management", 2.2, 0.012, unallocated=0.0, high_risk=0.0, overdue=0.0),
        _offenders("in custody", 2.4, 0.02, unallocated=0.0, high_risk=0.0, overdue=0.0),
    ),
)

MASH1 = UnitPlan(
    "MASH1",
    (
        *_led(3, 3),
        Post("referral officer", "officer", 8, 7),
        Post("referral officer", "police staff", 13, 12),
    ),
    (Work("MASH referral", "referrals", 760, 0.93, 0.7, unallocated=0.09, high_risk=0.09, overdue=0.12),),
)

VA1 = UnitPlan(
    "VA1",
    (*_led(2, 1), Post("investigator", "officer", 8, 11), Post("investigator", "police staff", 2, 2)),
    (
        _crime("adult at risk", 33, 0.30, 0.17, high_risk=0.1, cps=0.05, forensics=0.04, charged=0.04),
        _crime("other", 6, 0.40, 0.2),
    ),
)

EXP1 = UnitPlan(
    "EXP1",
    (*_led(2, 3), Post("investigator", "officer", 12, 10)),
    (
        _crime(
            "exploitation or modern slavery",
            15,
            0.16,
            0.11,
            high_risk=0.3,
            cps=0.09,
            forensics=0.2,
            charged=0.05,
        ),
        Work("missing report", "missing", 96, 0.9, 0.6, unallocated=0.0, high_risk=0.15),
    ),
)

UNITS = (DA1, RASSO1, CA1, OCSAE1, MOSOVO1, MASH1, VA1, EXP1)

# The rest of the force is sent as posts and strength only: it is there to compare vacancies with.
REST_POSTS = (
    Post("investigator", "officer", 412, 401.5),
    Post("supervisor", "officer", 118, 115),
    Post("support", "police staff", 236, 228.6),
)
