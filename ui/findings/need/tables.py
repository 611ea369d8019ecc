"""How many people the work needs, as tables: the gaps, the weight sets, the work, and every assumption."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from analysis.assumptions import Assumption
from analysis.gap import GapResult, WorkType
from analysis.gap.weight_sets import Name, WeightSet
from ui.findings.need.fte_range import said_of
from ui.findings.need.people_needed import Verdict, verdict
from ui.parts.wording import day, fte, join, number

Sets = Sequence[tuple[WeightSet, GapResult]]
SET_TITLES: dict[Name, str] = {
    "own": "The force's own approved hours",
    "current practice": "Current practice (Home Office unit costs)",
    "equal": "Every case alike",
}
VERDICTS: dict[Verdict, str] = {
    "short": "fewer people than the work needs",
    "no gap shown": "the data do not show a gap",
    "enough": "more people than the work needs",
    "not known": "deployable people not known",
}
HELD = "deployable people not shown (small groups)"
RHO_SET_ON = date(2026, 11, 23)
COUNTED = "counted"
NO_DAY = "not written down"


def gaps_table(result: GapResult) -> pd.DataFrame:
    """Each gap at its middle with its range, and what closes it; the last is the sum of the others."""
    staff, need = result.inputs.staff, result.required
    counted = (
        ("Vacancy gap", _less(staff.funded, staff.in_post), "filling posts that are paid for"),
        ("Availability gap", _less(staff.in_post, staff.deployable), "getting people back to carrying work"),
    )
    rows = [(name, fte(gap), COUNTED, closes) for name, gap, closes in counted if gap is not None]
    drawn = (
        ("Demand gap", result.demand_gap, "posts, or less work for each"),
        ("Operating gap, all together", result.operating_gap, "all of these"),
    )
    for name, found, closes in drawn:
        if found is not None and need is not None:
            said = said_of(found, need)
            rows.append((name, f"about {said.words(said.middle)}", said.from_to, closes))
    return pd.DataFrame(rows, columns=["Gap", "FTE", "80 of 100 simulated years", "What closes it"])


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def sets_table(sets: Sets, held: bool = False) -> pd.DataFrame:
    """The need under each weight set, and what it says beside the people who can be deployed.

    `held`: how many can be deployed is known and not shown to this reader.
    """
    said = {**VERDICTS, **({"not known": HELD} if held else {})}
    rows = [(SET_TITLES[one.name], *_need(found), said[verdict(found)], _changed(one)) for one, found in sets]
    columns = [
        "Hours for a case",
        "Needed, FTE",
        "80 of 100 simulated years",
        "Beside deployable",
        "What differs",
    ]
    return pd.DataFrame(rows, columns=columns)


def _need(found: GapResult) -> tuple[str, str]:
    if found.required is None:
        return "not given", "not given"
    said = said_of(found.required, found.required)
    return f"about {said.words(said.middle)}", said.from_to


def _changed(one: WeightSet) -> str:
    if one.name == "own":
        return "nothing"
    if one.name == "equal":
        return "every case takes the mean hours of all work in view"
    return f"{join(one.changed)}, in proportion to the hours for {one.anchor}"


def sets_sentence(sets: Sets) -> str:
    """Whether the answer holds under every weight set, or which of them say otherwise."""
    found = [(SET_TITLES[one.name], verdict(result)) for one, result in sets]
    if len(found) < 2 or "not known" in {said for _, said in found}:
        return ""
    if len({said for _, said in found}) == 1:
        return f"Under every weight set the answer is the same: {VERDICTS[found[0][1]]}."
    others = [
        f"{title[0].lower()}{title[1:]}: {VERDICTS[said]}" for title, said in found[1:] if said != found[0][1]
    ]
    return (
        f"The answer depends on the weights. By the force's own hours: {VERDICTS[found[0][1]]}; "
        f"by {'; by '.join(others)}."
    )


def work_table(work: Sequence[WorkType]) -> pd.DataFrame:
    """New work, how far out a forecast of it has been, and the hours it brings at the middle."""
    rows = [
        (
            each.name.capitalize(),
            number(each.monthly, 1),
            f"{each.cv:.0%}",
            number(each.hours.value, 0 if each.hours.value.is_integer() else 1),
            number(each.annual * each.hours.value),
        )
        for each in sorted(work, key=lambda one: -one.annual * one.hours.value)
    ]
    columns = ["Work", "New cases a month", "Give or take", "Hours for a case", "Hours of work in a year"]
    return pd.DataFrame(rows, columns=columns)


def without_table(work: Sequence[tuple[str, float]]) -> pd.DataFrame:
    """New work that has no approved hours, the most first."""
    rows = [(kind[:1].upper() + kind[1:], number(cases)) for kind, cases in work]
    return pd.DataFrame(rows, columns=["Work without approved hours", "New cases"])


def hours_in_all(work: Sequence[WorkType]) -> str:
    """Hours of a year of the work, at the middle."""
    return f"{number(sum(each.annual * each.hours.value for each in work))} hours in all"


def assumptions_table(rows: Sequence[Assumption]) -> pd.DataFrame:
    """Every assumption: value, range, unit, source, who set it and when."""
    said = [
        (
            each.title,
            _value(each, each.value),
            "none set" if each.low == each.high else f"{_value(each, each.low)} to {_value(each, each.high)}",
            _unit(each),
            each.source,
            each.set_by,
            day(each.set_on) if each.set_on else NO_DAY,
        )
        for each in rows
    ]
    columns = ["What is assumed", "Value", "Range", "Unit", "Source", "Set by", "Set on"]
    return pd.DataFrame(said, columns=columns)


def _is_share(each: Assumption) -> bool:
    return each.unit.startswith("share of")


def _value(each: Assumption, value: float) -> str:
    if _is_share(each):
        return f"{value:.0%}" if abs(value * 100 - round(value * 100)) < 1e-9 else f"{value:.1%}"
    return number(value, 0 if float(value).is_integer() else 1 if float(10 * value).is_integer() else 2)


def _unit(each: Assumption) -> str:
    return each.unit.replace("share of", "of") if _is_share(each) else each.unit


def rho_assumed(result: GapResult) -> Assumption:
    """How far numbers of one source err together, which no return and no setting says."""
    rho = result.inputs.rho
    return Assumption(
        "rho",
        "How far numbers of one source err together",
        rho,
        rho,
        rho,
        "0 (not at all) to 1 (alike)",
        "Assumed, half way between none and all; no data say",
        "this dashboard",
        RHO_SET_ON,
        at_most=1.0,
    )
