"""What the units are called: by HR, by themselves, and before a rename."""

RENAMED_FROM = (2025, 11)  # the month from which MOSOVO1 goes by its new name (settings/sample says the same)
TITLES = {
    "DA1": "Domestic abuse investigation",
    "RASSO1": "Rape and serious sexual offences",
    "CA1": "Child abuse investigation",
    "OCSAE1": "Online child abuse",
    "MOSOVO1": "Sex offender management",
    "MASH1": "Safeguarding hub",
    "VA1": "Adults at risk",
    "EXP1": "Missing and exploitation",
    "REST": "Rest of force",
}
SHORT_NAMES = {  # what the units call themselves in caseload and training sheets
    "DA1": "DAIT",
    "RASSO1": "RASSO Team",
    "CA1": "CAIT",
    "OCSAE1": "POLIT",
    "MOSOVO1": "Sex Offender Management Unit",
    "MASH1": "MASH",
    "VA1": "Vulnerable Adults Team",
    "EXP1": "Missing & Exploitation Team",
}
OLD_NAMES = {"MOSOVO1": "Public Protection Offender Team"}
