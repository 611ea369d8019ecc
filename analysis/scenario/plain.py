"""A scenario's inputs and result as plain values, to be kept and read again as they were."""

import math
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from analysis.assumptions import Assumption
from analysis.scenario.model import Inputs, Intake
from analysis.scenario.questions import BY_ID
from analysis.scenario.simulate import Beside, Fan, Reach, Result, Scenario

Plain = Mapping[str, Any]
ADDED = "extra_post_cost"


def of_inputs(inputs: Inputs) -> dict[str, Any]:
    """Inputs as values that JSON holds; bounds are left out, since the questions hold them."""
    return {
        "answers": [_of_answer(each) for each in inputs.answers],
        "intakes": [[each.month, each.number] for each in inputs.intakes],
        "months": inputs.months,
        "line_of": inputs.line_of,
        "certain": sorted(inputs.certain),
        "set_by": inputs.set_by,
        "set_on": inputs.set_on.isoformat() if inputs.set_on else None,
    }


def to_inputs(plain: Plain) -> Inputs:
    """The inputs that were kept."""
    return Inputs(
        _as_kept(tuple(_to_answer(each) for each in plain["answers"])),
        tuple(Intake(*each) for each in plain["intakes"]),
        plain["months"],
        plain["line_of"],
        frozenset(plain["certain"]),
        plain.get("set_by") or "",
        date.fromisoformat(plain["set_on"]) if plain.get("set_on") else None,
    )


def _as_kept(answers: tuple[Assumption, ...]) -> tuple[Assumption, ...]:
    """A scenario kept before added posts had a cost of their own: they cost as the others, and still do."""
    held = {each.id: each for each in answers}
    if "extra_posts" not in held or "post_cost" not in held or ADDED in held:
        return answers
    return (*answers, replace(held["post_cost"], id=ADDED, title=BY_ID[ADDED].title))


def _of_answer(each: Assumption) -> dict[str, Any]:
    names = ("id", "title", "value", "low", "high", "unit", "source", "set_by")
    set_on = each.set_on.isoformat() if each.set_on else None
    return {**{name: getattr(each, name) for name in names}, "set_on": set_on}


def _to_answer(plain: Plain) -> Assumption:
    question = BY_ID[plain["id"]]
    set_on = date.fromisoformat(plain["set_on"]) if plain["set_on"] else None
    bounds = {"at_least": question.at_least, "at_most": question.at_most}
    return Assumption(**{**plain, **bounds, "set_on": set_on})


def of_scenario(scenario: Scenario) -> dict[str, Any]:
    """A result as values that JSON holds; what is infinite (never, nobody) is None."""
    found = _finite(asdict(scenario))
    assert isinstance(found, dict)
    return found


def to_scenario(plain: Plain) -> Scenario:
    """The result that was kept."""
    changed, nothing = (_to_result(plain[name]) for name in ("changed", "nothing"))
    beside = plain["beside"]
    more, pounds, each = (_tuple(beside[name]) for name in ("months_more", "cost_more", "each"))
    return Scenario(changed, nothing, Beside(more, pounds, each), plain["seed"], plain["runs"])


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _finite(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _tuple(values: list[float | None] | None) -> Any:
    return None if values is None else tuple(math.inf if v is None else v for v in values)


def _to_result(plain: Plain) -> Result:
    fans: dict[str, Any] = {
        name: None if plain[name] is None else Fan(*(_tuple(plain[name][end]) for end in ENDS))
        for name in (
            "deployable",
            "in_pay",
            "accredited",
            "workload",
            "open_cases",
            "open_per_carrier",
            "cost",
        )
    }
    reach = plain["reach"] and Reach(*_tuple([plain["reach"][name] for name in ("share", *ENDS)]))
    return Result(**fans, cost_each=_tuple(plain["cost_each"]), reach=reach, meets=_tuple(plain["meets"]))


ENDS = ("low", "middle", "high")
