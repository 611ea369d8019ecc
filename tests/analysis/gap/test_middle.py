"""The middle case: every number at its middle, by the statements of WISN and of the ladder."""

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.assumptions import Assumption
from analysis.gap import GapInputs, Staff, WorkType, gap_of, middle_of
from analysis.gap.simulate import middles_of, required_of
from tests.analysis.gap.drawn import inputs

PUBLISHED = json.loads((Path(__file__).parents[2] / "reference/staffing_published.json").read_text("utf-8"))
CLOSE = {"rel": 1e-12, "abs": 1e-12}


def exact(name: str, value: float) -> Assumption:
    return Assumption(name, name, value, value, value, "", "a formula", "")


def of_case(case: dict[str, Any]) -> GapInputs:
    """A case of the WISN reference as inputs without any spread."""
    given, expected = case["input"], case["expected"]
    work = tuple(
        WorkType(str(n), each["annual_count"] / 12, 0.0, exact(str(n), each["hours_per_unit"]))
        for n, each in enumerate(given["workload"])
    )
    shares = enumerate(given["category_allowance_percent"])
    tasks = enumerate(given["individual_allowances"])
    return GapInputs(
        work,
        exact("year", expected["available_working_time"]),
        Staff(None, None, given["actual_staff"]),
        tuple(exact(f"support {n}", percent / 100) for n, percent in shares),
        tuple(exact(f"task {n}", each["staff"] * each["hours_per_year"]) for n, each in tasks),
    )


@pytest.mark.parametrize("case", PUBLISHED["wisn_formula_cases"], ids=lambda case: case["id"])
def test_required_people_and_the_gap_are_those_of_the_method(case: dict[str, Any]) -> None:
    found = middle_of(of_case(case))
    assert found is not None and found.required == pytest.approx(case["expected"]["required"], **CLOSE)
    assert found.ladder.operating_gap == pytest.approx(-case["expected"]["wisn_difference"], **CLOSE)


@pytest.mark.parametrize("case", PUBLISHED["wisn_formula_cases"], ids=lambda case: case["id"])
def test_the_formula_of_the_draws_is_that_of_the_middle_case(case: dict[str, Any]) -> None:
    found = required_of(middles_of(of_case(case)))
    assert found == pytest.approx(case["expected"]["required"], **CLOSE)


def test_hours_are_told_by_work_type_and_the_gaps_by_step() -> None:
    """20 rapes a month of 90 hours are 21,600 hours, and so on; 62,400 in all over 1,400 hours less 8%."""
    found = middle_of(inputs())
    assert found is not None
    assert dict(found.hours_by_type) == {
        "rape": 21_600,
        "domestic abuse": 33_600,
        "stalking or harassment": 7_200,
    }
    assert found.required == pytest.approx(62_400 / 1_400 / 0.92, **CLOSE)
    steps = found.ladder
    assert (steps.vacancy_gap, steps.availability_gap) == (pytest.approx(5.5), pytest.approx(8.2))
    assert steps.demand_gap == pytest.approx(found.required - 66)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"work": ()}, "no_work"),
        ({"available": exact("year", 0.0)}, "no_available_time"),
        ({"allowances": (exact("support", 1.0),)}, "support_takes_all_time"),
        ({"allowances": (exact("one", 0.5), exact("other", 0.5))}, "support_takes_all_time"),
        ({"staff": Staff(-1.0, 2.0, 2.0)}, "negative"),
        ({"rho": 1.2}, "wrong_range"),
        ({"available": Assumption("y", "y", 1500, 1300, 1400, "hours", "", "")}, "wrong_range"),
        ({"available": exact("year", float("nan"))}, "missing"),
    ],
)
def test_what_cannot_be_reckoned_says_why(changed: dict[str, Any], reason: str) -> None:
    found = gap_of(inputs(**changed))
    assert (found.why_not, found.middle, found.required) == (reason, None, None)
    assert middle_of(inputs(**changed)) is None


def test_an_end_that_is_not_known_leaves_out_its_gaps_and_no_others() -> None:
    found = gap_of(inputs(staff=Staff(66.0, None, None)))
    assert found.required is not None and found.demand_gap is not None and found.operating_gap is None
    assert found.chance.over_funded is not None and found.chance.over_deployable is None
