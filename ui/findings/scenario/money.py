"""What a scenario costs, in sentences that say what a pound of it includes."""

import math
from collections.abc import Sequence

from analysis.scenario import BY_ID, Inputs, Result, Scenario
from ui.findings.scenario.numbers import said
from ui.findings.scenario.post_costs import includes


def money(inputs: Inputs, found: Scenario, ways: Sequence[tuple[Result, str]]) -> list[str]:
    """Pounds a year, and pounds for each further FTE-month deployable."""
    if not (found.changed.cost and found.nothing.cost):
        return []
    years = inputs.months / 12
    each = " and ".join(
        f"about {pounds(result.cost.middle[-1] / years)} {way}" for result, way in ways if result.cost
    )
    told = [
        f"It costs {each} a year on average over {inputs.months} months, {post_taken_at(inputs)}, without "
        "discounting."
    ]
    more = found.beside
    if len(ways) < 2 or more.cost_more is None:
        return told
    told.append(
        f"The changes cost {_between(more.cost_more)} more over those months than doing nothing: the middle "
        "of the differences run by run, which is not the difference of the two averages."
    )
    if more.each:
        told.append(f"Each further FTE-month deployable costs {_between(more.each)}.")
    else:
        told.append(
            "What a further FTE-month deployable costs cannot be said: too many runs have no more people."
        )
    return told


def post_taken_at(inputs: Inputs) -> str:
    """What pounds are made of: the cost of a post, and what that includes."""
    each = _taken_at(inputs, "post_cost")
    if inputs.value("extra_posts") > 0 and inputs.has("extra_post_cost"):
        return f"a post taken at {each} and an added one at {_taken_at(inputs, 'extra_post_cost')}"
    return f"a post taken at {each}"


def _taken_at(inputs: Inputs, name: str) -> str:
    known = inputs.by_id[name]
    return f"{said(BY_ID[name], known.value)} a year ({includes(known)})"


def pounds(value: float) -> str:
    """Pounds, to the nearest thousand where there are many."""
    if not math.isfinite(value):
        return "no end of pounds"
    near = round(value, -3) if abs(value) >= 20_000 else round(value, -1)
    return ("\N{MINUS SIGN}" if near < 0 else "") + f"£{abs(near):,.0f}"


def _between(three: tuple[float, float, float]) -> str:
    low, middle, high = (pounds(value) for value in three)
    return f"about {middle} ({low} to {high})"
