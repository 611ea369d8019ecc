"""Which people the parts of a figure count, so that what is hidden of them is hidden in every measure.

Publication mode and the attack on a document read the same declarations: a measure that gives a count of
people says whom, by these names, and of which roles they are.
"""

from dataclasses import dataclass
from typing import Literal

Roles = Literal["of the row", "of the family", "supervisors", "neither supervisors nor managers"]
"""Whose: of the roles that the row is about; of those that carry its family of work; and so on."""
IN_POST, DEPLOYABLE, ACCREDITED = "FTE in post", "deployable FTE", "deployable and accredited FTE"
STARTS, HEADCOUNT = "FTE with a start agreed", "people in post"
COUNTED_BY = {
    IN_POST: "staffing/in_post_fte",
    DEPLOYABLE: "staffing/deployable_fte",
    ACCREDITED: "staffing/deployable_accredited_fte",
    HEADCOUNT: "attrition/headcount",
}
"""The measure whose numerator counts these people, by unit and role."""


@dataclass(frozen=True)
class Tells:
    """People whom a figure gives: so many times its numerator, its denominator, and another's numerator.

    `of` names the people, the same in every measure that gives them. `beside` is the id of a measure whose
    numerator is added to that sum.
    """

    of: str
    numerator: int = 0
    denominator: int = 0
    roles: Roles = "of the row"
    beside: str = ""


def of_numerator(of: str, roles: Roles = "of the row") -> Tells:
    """The numerator counts them."""
    return Tells(of, 1, 0, roles)


def of_denominator(of: str, roles: Roles = "of the row") -> Tells:
    """The denominator counts them."""
    return Tells(of, 0, 1, roles)


def of_rest(of: str) -> Tells:
    """They are what the numerator leaves of the denominator: people in post, of posts and vacant posts."""
    return Tells(of, -1, 1)


def of_other(of: str, beside: str) -> Tells:
    """Another measure counts them, and this one gives them beside what else is shown."""
    return Tells(of, 0, 0, beside=beside)
