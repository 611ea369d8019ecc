"""The values a cell may hold, and other ways in which they are written.

A code is the plain word itself. Units and courses are a force's own and live in its settings.
"""

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

LISTS: dict[str, tuple[str, ...]] = {
    "work_types": WORK_TYPES,
    "roles": ROLES,
    "worker_types": WORKER_TYPES,
    "carries_work": CARRIES_WORK,
    "stages": STAGES,
    "reasons": REASONS,
    "events": EVENTS,
    "leaver_types": LEAVER_TYPES,
    "move_reasons": MOVE_REASONS,
    "statuses": STATUSES,
    "deliveries": DELIVERIES,
    "strength_worker_types": STRENGTH_WORKER_TYPES,
    "bases": BASES,
}

ALIASES: dict[str, dict[str, tuple[str, ...]]] = {
    "work_types": {
        "rape": ("Rape offence", "Rape investigation"),
        "other sexual offence": ("Other sexual offences", "Serious sexual offence", "Sexual offence", "SSO"),
        "child abuse": ("CA", "Child abuse investigation", "Child protection"),
        "online child abuse": ("OCSAE", "Online CSA", "Online child sexual abuse", "Indecent images", "IIOC"),
        "domestic abuse": ("DA", "Domestic", "Domestic violence", "DV"),
        "adult at risk": ("Adults at risk", "Vulnerable adult", "Vulnerable adults", "VA"),
        "exploitation or modern slavery": (
            "Exploitation",
            "Modern slavery",
            "CSE",
            "CCE",
            "Child sexual exploitation",
            "Child criminal exploitation",
            "MSHT",
        ),
        "stalking or harassment": ("Stalking", "Harassment", "Stalking and harassment"),
        "honour-based abuse": (
            "Honour-based abuse, forced marriage or FGM",
            "HBA",
            "HBV",
            "Forced marriage",
            "FGM",
            "HBA/FM/FGM",
        ),
        "other": ("Other investigation", "Other investigations"),
        "very high": ("RSO very high", "Very high risk", "VH"),
        "high": ("RSO high", "RSO high risk"),
        "medium": ("RSO medium", "RSO medium risk"),
        "low": ("RSO low", "RSO low risk"),
        "low reactive management": (
            "Low, reactive management",
            "Reactive management",
            "RSO reactive management",
        ),
        "in custody": ("RSO in custody", "Custody"),
        "MASH referral": ("Referral", "Referrals", "MASH", "Safeguarding referral", "PPN"),
        "DVDS right to ask": ("Right to ask", "Clare's Law right to ask", "DVDS RTA"),
        "DVDS right to know": ("Right to know", "Clare's Law right to know", "DVDS RTK"),
        "MARAC case": ("MARAC", "MARAC cases"),
        "missing report": ("Missing", "Missing person", "Misper", "Missing reports"),
    },
    "roles": {
        "investigator": ("DC", "TDC", "Detective Constable", "PSI", "Police staff investigator", "DC (PSI)"),
        "supervisor": ("DS", "Sergeant", "Detective Sergeant", "Team leader"),
        "manager": ("DI", "DCI", "Inspector", "Detective Inspector", "Detective Chief Inspector"),
        "offender manager": (
            "MOSOVO officer",
            "ViSOR officer",
            "Offender managers",
            "Risk management officer",
            "RMO",
        ),
        "referral officer": ("MASH officer", "Referral officers", "Referral decision maker"),
        "sexual-offence trained officer": ("STO", "SOIT", "SOLO", "Sexual offence trained officer"),
        "coordinator": ("Co-ordinator", "MARAC coordinator", "MARAC co-ordinator"),
        "support": ("Support staff", "Admin", "Administrator", "Researcher", "Indexer"),
    },
    "worker_types": {
        "officer": ("Police officer", "Police", "Officers"),
        "police staff": ("Staff", "Police staff member", "Support staff"),
        "agency": ("Agency staff", "Agency worker", "Contractor"),
    },
    "carries_work": {
        "full": ("Yes", "Y", "Fully", "Full caseload"),
        "reduced": ("Part", "Reduced caseload", "Partial"),
        "none": ("No", "N", "Not carrying", "No caseload"),
        "not a carrying post": ("Non carrying post", "Not applicable to post", "Non-carrying"),
    },
    "stages": {
        "trainee": ("Student", "T/DC", "TDC", "In portfolio", "PIP2 trainee"),
        "PIP2": ("PIP 2", "PIP2 accredited", "PIP level 2"),
        "PIP2 and specialist": (
            "PIP 2 and specialist",
            "PIP2 + specialist",
            "Specialist accredited",
            "PIP2 & specialist",
        ),
        "not needed": ("Not required", "Not applicable"),
    },
    "reasons": {
        "long-term sick": ("Long-term sick (over 28 days)", "Long term sickness", "LTS", "Sick", "Sickness"),
        "maternity or parental": (
            "Maternity",
            "Paternity",
            "Parental leave",
            "Maternity/paternity",
            "Adoption leave",
        ),
        "career break": ("Career breaks",),
        "seconded or attached out": (
            "Seconded",
            "Secondment",
            "Attached out",
            "Attachment",
            "Abstracted long term",
        ),
        "recuperative or adjusted, not carrying": (
            "Recuperative",
            "Adjusted",
            "Recuperative duties",
            "Adjusted duties",
        ),
        "in training": ("Training", "On course"),
        "other": ("Other reason", "Other absence"),
    },
    "events": {
        "join": ("Joined", "Joiner", "New starter", "Start"),
        "leave force": ("Leaver", "Left force", "Left", "Leave", "Leaving force"),
        "move": ("Moved", "Mover", "Transfer between units", "Internal move", "Posting"),
        "temporary move": ("Temp move", "Attachment", "Attached", "Temporary posting"),
        "return": ("Returned", "Return from attachment"),
    },
    "leaver_types": {
        "resignation": ("Resigned", "Voluntary resignation"),
        "retirement": ("Retired", "Normal retirement", "Ordinary retirement"),
        "transfer": ("Transfer to another force", "Transferred", "Transferee"),
        "end of contract": ("Contract ended", "Redundancy", "End of fixed term"),
        "other": ("Other leaver", "Dismissal", "Medical retirement", "Death"),
    },
    "move_reasons": {
        "promotion": ("Promoted",),
        "own request": ("Voluntary", "At own request", "Requested"),
        "posted": ("Posted by force", "Organisational need"),
        "end of attachment": ("Attachment ended", "End of secondment"),
        "role ended": ("Post deleted", "Role removed"),
        "not recorded": ("Not known", "Unknown", "N/K"),
    },
    "statuses": {
        "completed": ("Complete", "Passed", "Attended", "Done"),
        "accredited": ("Accreditation achieved", "Signed off"),
        "booked": ("Planned", "Enrolled", "Scheduled"),
        "exempt": ("Exempted", "Not required"),
    },
    "deliveries": {
        "face to face": ("Classroom", "In person", "F2F", "Face-to-face"),
        "virtual": ("Online live", "Virtual classroom", "Teams", "Webinar"),
        "e-learning": ("eLearning", "Online", "E learning", "NCALT"),
    },
    "strength_worker_types": {
        "officers": ("Police officers", "Police officer"),
        "staff": ("Police staff",),
        "designated officers": ("Designated officers (s.38, s.39)",),
        "staff and designated officers": (
            "Police staff and designated officers",
            "Police staff and designated officers (s.38, s.39)",
        ),
        "PCSOs": ("Police community support officers", "PCSO"),
        "special constables": ("Specials", "Special constabulary"),
        "volunteers": ("Police support volunteers",),
        "traffic wardens": ("Traffic warden",),
    },
    "bases": {
        "FTE": ("Full-time equivalents", "Full-time equivalent"),
        "headcount": ("Headcounts", "Persons"),
    },
}
