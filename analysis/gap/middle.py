"""The middle case: every number at its middle, so that anybody can reckon it again by hand.

It stands on the same statements as the rest of the product: required staff as in WISN, the gaps as on the
ladder from funded posts to deployable people.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.gap.model import GapInputs, why_not
from analysis.staffing.ladder import Ladder, ladder
from analysis.staffing.wisn import Activity, IndividualAllowance, wisn


@dataclass(frozen=True)
class Middle:
    """The middle case of one year: hours by work type, FTE required for them, and the gaps of the ladder.

    `factor` is 1 / (1 − Σ allowances). `ladder.required` is `required`.
    """

    hours_by_type: Mapping[str, float]
    hours: float
    available: float
    factor: float
    required: float
    ladder: Ladder


def middle_of(inputs: GapInputs) -> Middle | None:
    """The middle case; None where `why_not` says why there is none."""
    if why_not(inputs):
        return None
    work = [Activity(each.annual, each.hours.value) for each in inputs.work]
    found = wisn(
        work,
        inputs.available.value,
        inputs.staff.deployable,
        support_percents=[100 * each.value for each in inputs.allowances],
        individual=[IndividualAllowance(1.0, each.value) for each in inputs.other_hours],
    )
    assert found.required is not None and found.category_factor is not None
    by_type = {each.name: each.annual * each.hours.value for each in inputs.work}
    staff = inputs.staff
    return Middle(
        by_type,
        sum(by_type.values()),
        inputs.available.value,
        found.category_factor,
        found.required,
        ladder(staff.funded, staff.in_post, staff.deployable, found.required),
    )
