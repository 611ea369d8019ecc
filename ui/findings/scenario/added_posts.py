"""What a post that is added costs: the published cost of its role, chosen by name and kept."""

from collections.abc import Mapping, Sequence

from analysis.assumptions import Assumption
from analysis.scenario import BY_ID
from ui.findings.scenario.post_costs import PostCost
from ui.findings.scenario.starts import RETURNS, TYPE, Start, answer, is_known
from ui.findings.scenario.typed import Field, shown
from ui.parts.wording import day, number

ADDED = "extra_post_cost"
AS_TYPED = "As typed below"


def role_said(cost: PostCost | None) -> str:
    """A published cost as a choice: whose, how much a year, and what it includes."""
    if cost is None:
        return AS_TYPED
    return f"{cost.role}, {cost.worker_type}: £{number(cost.pounds)} a year ({cost.includes})"


def with_role(
    cost: PostCost | None, begun: Mapping[str, Assumption], fields: Mapping[str, Field]
) -> tuple[dict[str, Assumption], dict[str, Field]]:
    """What the form began with and how it was left, with the published cost of a chosen role in its place."""
    if cost is None:
        return dict(begun), dict(fields)
    known = of_role(cost)
    return {**begun, ADDED: known}, {**fields, ADDED: shown(known, BY_ID[ADDED])}


def of_role(cost: PostCost) -> Assumption:
    """The published cost of a role as the cost of an added post, set on the day it was worked out."""
    source = f"{_whose(cost)} from {day(cost.valid_from)}. {cost.source}"
    when = cost.costed_on or cost.valid_from
    return answer(ADDED, cost.pounds, cost.pounds, cost.pounds, source, RETURNS, when)


def again(held: Assumption | None, costs: Sequence[PostCost]) -> dict[str, Start]:
    """The cost of the same role as it holds now, for a rerun; nothing where the number was a person's own."""
    if held is None or not is_known(held):
        return {}
    now = next((each for each in costs if held.source.startswith(_whose(each))), None)
    found = of_role(now) if now else None
    why = "" if found else f"No cost of that role has been sent. {TYPE}"
    return {ADDED: Start(ADDED, found, why)}


def _whose(cost: PostCost) -> str:
    return f"Published: {cost.includes}, {cost.role}, {cost.worker_type},"
