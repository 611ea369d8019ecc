"""Deployable FTE of several units out of what is shown of each beside its open work."""

import math
from collections.abc import Collection, Sequence

import pandas as pd

from ui.findings.series import at, plain
from ui.page.open_page import Page

PER = "pressure/open_per_deployable_carrier"


def deployable_beside_work(page: Page, roles: Collection[str], units: Sequence[str]) -> float | None:
    """The FTE of these roles who can be deployed in all the units; None where one of them is not shown.

    Hiding the sum hides nothing where each of its parts is shown under the open work of a kind that exactly
    these roles carry: whoever reads those can add them.
    """
    carried = carried_by(page, roles)
    if not carried:
        return None
    frame = page.metric(
        PER, by=("unit", "month_end", "work_family"), only=page.month, where={"work_family": carried}
    )
    found = [_of_unit(page, frame, unit, carried) for unit in units]
    known = [each for each in found if each is not None]
    return round(math.fsum(known), 6) if units and len(known) == len(units) else None


def carried_by(page: Page, roles: Collection[str]) -> tuple[str, ...]:
    """The kinds of work that these roles carry, and no other role does."""
    of: dict[str, set[str]] = {}
    for each in page.force_settings.carriers if page.force_settings else ():
        if page.month and each.holds_on(page.month):
            of.setdefault(each.work_family, set()).add(each.role)
    return tuple(sorted(family for family, by in of.items() if by == set(roles)))


def _of_unit(page: Page, frame: pd.DataFrame, unit: str, carried: tuple[str, ...]) -> float | None:
    every = (plain(at(frame, page.month, "denominator", unit=unit, work_family=each)) for each in carried)
    return next((fte for fte in every if fte is not None), None)
