"""What the force has approved for reckoning a need: hours for a case, a working year, hours for no case."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from settings.hours import Allowance, Weight, WorkingTime
from ui.findings.series import things
from ui.findings.workload import APPROVED
from ui.page.open_page import Page


@dataclass(frozen=True)
class Approved:
    """What holds at the month, weights by the name of the kind of work.

    `roles` carry the work that has weights (all that carry any where none has), `families` is all that these
    roles carry: their time goes to it, whether it has weights or not. No roles: the force has named none.
    """

    weights: Mapping[str, Weight]
    year: WorkingTime | None
    allowances: tuple[Allowance, ...]
    roles: tuple[str, ...]
    families: tuple[str, ...]

    @property
    def of_roles(self) -> dict[str, tuple[str, ...]]:
        """The filter that keeps the posts of those roles."""
        return {"role": self.roles} if self.roles else {}


def approved_of(page: Page, every: bool = False) -> Approved:
    """What the settings say at the chosen month; `every`: of all work, not of that which has weights."""
    held = page.force_settings
    weights = _now(page, held.weights if held else ())
    carried = _holding(page, held.carriers if held else ())
    with_weights = set() if every else {weight.work_family for weight in weights}
    roles = {c.role for c in carried if not with_weights or c.work_family in with_weights}
    families = {c.work_family for c in carried if c.role in roles} | with_weights
    return Approved(
        {kind_of(weight.work_family, weight.work_type): weight for weight in weights},
        next(iter(_now(page, held.working_time if held else ())), None),
        tuple(_now(page, held.allowances if held else ())),
        tuple(sorted(roles)),
        tuple(sorted(families)),
    )


def kind_of(family: str, work_type: str) -> str:
    """The name of a kind of work: a work type, with its family where the type alone says little."""
    return work_type if family != "registered offenders" else f"{work_type}, {things(family)}"


def _now(page: Page, entries: tuple[Any, ...]) -> list[Any]:
    return [each for each in _holding(page, entries) if each.status == APPROVED]


def _holding(page: Page, entries: tuple[Any, ...]) -> list[Any]:
    return [each for each in entries if page.month and each.holds_on(page.month)]
