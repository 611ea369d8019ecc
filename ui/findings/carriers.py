"""What a person who carries work is called: deployable only where it is known who can carry."""

from typing import Any

from ui.findings.series import carrier, things
from ui.parts.wording import number


def who_carries_is_known(status: Any) -> bool:
    """Whether People or Unavailable came; without either, everyone in post whose role carries work counts."""
    return bool(status.of("people") or status.of("unavailable"))


def one_carrier(family: str, known: bool = True) -> str:
    """`deployable investigator`; `investigator in post` where who can carry is not known."""
    return f"deployable {carrier(family)}" if known else f"{carrier(family)} in post"


def per_carrier(family: str, known: bool = True) -> str:
    """The measure's name for a family: `open investigations per deployable investigator`."""
    return f"open {things(family)} per {one_carrier(family, known)}"


def per_any_carrier(known: bool = True) -> str:
    """The measure's name over several families."""
    return "Open work per deployable carrier" if known else "Open work per carrier in post"


def open_alone(family: str, count: float) -> str:
    """Said where open work came and nobody to carry it did, so that it cannot be set against people."""
    return f"{number(count)} open {things(family)}; how many for each person is not known"


DEPLOYABLE_UNKNOWN = (
    "How many of them can be deployed is not known: it needs People or Unavailable, of the attrition "
    "workbook. People also shows who is accredited, who is new and who is acting."
)
IN_POST_ONLY = (
    "Neither People nor Unavailable has come for this month, so open work is over everyone in post whose "
    "role carries work. Either of them shows how many can be deployed."
)
