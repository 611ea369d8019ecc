"""What the types of unit are called."""
TITLES = {
    "DA": "Domestic abuse", "RASSO": "Rape and sexual offences", "CA": "Child abuse", "OCSAE": "Online child abuse",
    "MOSOVO": "Sex offender management", "MASH": "Safeguarding hub", "VA": "Adults at risk",
    "EXP": "Missing and exploitation",
}


def unit_type_title(code: str) -> str:
    """The title of a type of unit, or the code where a force has its own."""
    return TITLES.get(code, code)
