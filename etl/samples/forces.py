"""Forces that do not exist: Northshire first, then as many more as are asked for."""

MOST = 43
NAMES = (
    "Northshire",
    "Eastmarsh",
    "Westmere",
    "Southfold",
    "Highdale",
    "Lowmoor",
    "Ashcombe",
    "Brackenshire",
    "Calderwick",
    "Dunmere",
    "Elmshire",
    "Fernley",
    "Garthshire",
    "Hollowdale",
    "Inglemoor",
    "Juniper Vale",
    "Kestrelshire",
    "Larkmere",
    "Mossdale",
    "Netherwold",
    "Oakhamstow",
    "Pinefold",
    "Quarrydale",
    "Rookshire",
    "Sedgemarsh",
    "Thornwick",
    "Underfell",
    "Vinterdale",
    "Willowshire",
    "Yarrowmere",
    "Zealdown",
    "Amberholm",
    "Birchmarsh",
    "Copperdale",
    "Driftshire",
    "Emberwold",
    "Foxmere",
    "Greywater Vale",
    "Hazelfold",
    "Ivershire",
    "Jasperholm",
    "Kingfisher Vale",
    "Linnetshire",
)


def force_code(number: int) -> str:
    """Give the code of the force that stands at `number` (0 is Northshire)."""
    return NAMES[number].upper().replace(" ", "_")


def force_name(number: int) -> str:
    """Give the full name of the force that stands at `number`."""
    return f"{NAMES[number]} Police"


def folder(number: int) -> str:
    """Give the folder in which a force's months lie when there are several forces."""
    return NAMES[number].lower().replace(" ", "-")
