"""The values a cell may hold.

A code is the plain word itself; spellings.py holds the other ways of writing it. Units and courses are a
force's own and live in its settings.
"""

from contracts.spellings import ALIASES as ALIASES

WORK_FAMILIES: dict[str, tuple[str, ...]] = {
    "investigations": (
        "rape",
        "other sexual offence",
        "child abuse",
        "online child abuse",
        "domestic abuse",
        "adult at risk",
        "exploitation or modern slavery",
        "stalking or harassment",
        "honour-based abuse",
        "other",
    ),
    "registered offenders": ("very high", "high", "medium", "low", "low reactive management", "in custody"),
    "referrals": ("MASH referral",),
    "disclosures": ("DVDS right to ask", "DVDS right to know"),
    "MARAC": ("MARAC case",),
    "missing": ("missing report",),
}
WORK_TYPES: tuple[str, ...] = tuple(word for words in WORK_FAMILIES.values() for word in words)
FAMILY_OF: dict[str, str] = {word: family for family, words in WORK_FAMILIES.items() for word in words}
# What "overdue" counts differs by family, so the words are printed beside the number.
OVERDUE_MEANS: dict[str, str] = {
    "investigations": "supervisor review overdue",
    "registered offenders": "visit or ARMS assessment overdue",
    "referrals": "decision later than the local limit",
    "disclosures": "older than 28 days",
}

ROLES = (
    "investigator",
    "supervisor",
    "manager",
    "offender manager",
    "referral officer",
    "sexual-offence trained officer",
    "coordinator",
    "support",
)
WORKER_TYPES = ("officer", "police staff", "agency")
CARRIES_WORK = ("full", "reduced", "none", "not a carrying post")
# The rank or grade held for now: by the words, acting and temporary differ; some sheets say only yes.
ACTING = ("no", "acting", "temporary", "yes")
STAGES = ("trainee", "PIP2", "PIP2 and specialist", "not needed")
REASONS = (
    "long-term sick",
    "maternity or parental",
    "career break",
    "seconded or attached out",
    "recuperative or adjusted, not carrying",
    "in training",
    "other",
)
EVENTS = ("join", "leave force", "move", "temporary move", "return")
LEAVER_TYPES = ("resignation", "retirement", "transfer", "end of contract", "other")
MOVE_REASONS = ("promotion", "own request", "posted", "end of attachment", "role ended", "not recorded")
STATUSES = ("completed", "accredited", "booked", "exempt")
DELIVERIES = ("face to face", "virtual", "e-learning")
STRENGTH_WORKER_TYPES = (
    "officers",
    "staff",
    "designated officers",
    "staff and designated officers",
    "PCSOs",
    "special constables",
    "volunteers",
    "traffic wardens",
)
BASES = ("FTE", "headcount")

# What holds all that has no word of its own. Nothing is like it by its spelling, so it is never proposed for
# an unknown word; whoever answers may choose it.
CATCH_ALLS = ("other", "not recorded")
ALL_RECORDED_CRIME, ALL_INCIDENTS = "all recorded crime", "all incidents"
DEMAND_CATEGORIES = (*WORK_TYPES, ALL_RECORDED_CRIME, ALL_INCIDENTS)
COUNTED_AS = ("recorded crimes", "incidents")
BUDGET_INCLUDES = ("pay only", "all spending")
COST_INCLUDES = ("pay only", "pay and on-costs", "full cost")
WHOLE_FORCE = "Whole force"
WHOLE_FORCE_SPELLINGS = (WHOLE_FORCE, "Force", "The force", "Force-wide", "Forcewide", "Entire force")

LISTS: dict[str, tuple[str, ...]] = {
    "work_types": WORK_TYPES,
    "roles": ROLES,
    "worker_types": WORKER_TYPES,
    "carries_work": CARRIES_WORK,
    "acting": ACTING,
    "stages": STAGES,
    "reasons": REASONS,
    "events": EVENTS,
    "leaver_types": LEAVER_TYPES,
    "move_reasons": MOVE_REASONS,
    "statuses": STATUSES,
    "deliveries": DELIVERIES,
    "strength_worker_types": STRENGTH_WORKER_TYPES,
    "bases": BASES,
    "demand_categories": DEMAND_CATEGORIES,
    "counted_as": COUNTED_AS,
    "budget_includes": BUDGET_INCLUDES,
    "cost_includes": COST_INCLUDES,
}
