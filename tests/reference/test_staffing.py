"""Working time, required staff, leaver rates and stability, beside figures that others have printed."""

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.attrition import AT_START, leaver_rates, stability
from analysis.staffing import Activity, IndividualAllowance, abstraction_of, available_time, wisn
from analysis.staffing.unit_costs import CURRENT_PRACTICE, POUNDS_2022_23

HERE = Path(__file__).parent
PUBLISHED = json.loads((HERE / "staffing_published.json").read_text(encoding="utf-8"))
CLOSE = {"rel": 1e-12, "abs": 1e-12}
ATTRITION = {case["id"]: case for case in PUBLISHED["attrition"]}


def test_a_dutch_nurse_has_1521_9_hours_of_1872() -> None:
    case = PUBLISHED["available_hours"][0]
    found = available_time(case["contract_hours"], case["lost_hours"], register=None)
    assert found.available == pytest.approx(case["available_hours"], abs=case["tolerance"])
    assert found.abstraction.loss == pytest.approx(sum(case["lost_fractions"].values()), abs=1e-3)


def test_a_minnesota_patrol_post_has_1849_hours_of_2920() -> None:
    case = PUBLISHED["available_hours"][1]
    found = available_time(case["contract_hours"], case["lost_hours"], register=None)
    assert (found.available, found.hours_lost) == (case["available_hours"], case["total_lost"])
    relief = found.abstraction.hours_to_contract(1.0)
    assert relief == pytest.approx(case["relief_factor_exact"], **CLOSE)
    assert relief is not None and int(relief * 100) / 100 == case["relief_factor_printed"]


def test_an_uplift_of_22_percent_is_not_a_loss_of_22_percent() -> None:
    case = PUBLISHED["uplift_versus_loss"][0]
    uplift = abstraction_of(case["uplift_on_worked_hours"], "uplift")
    hours = uplift.hours_to_contract(case["hours_needed"])
    assert hours == pytest.approx(case["hours_with_uplift"], abs=1e-9)
    assert hours is not None and round(hours / case["contract_hours_week"], 1) == case["wte"]
    assert uplift.loss == pytest.approx(0.1803, abs=5e-5)
    loss = abstraction_of(case["uplift_on_worked_hours"], "loss")
    wrong = loss.hours_to_contract(case["hours_needed"])
    assert wrong is not None
    assert wrong / case["contract_hours_week"] == pytest.approx(case["wrong_if_treated_as_loss"], **CLOSE)


@pytest.mark.parametrize("case", PUBLISHED["wisn_formula_cases"], ids=lambda c: c["id"])
def test_required_staff_and_ratio_are_those_of_the_method(case: dict[str, Any]) -> None:
    given, expected = case["input"], case["expected"]
    week = given["contract_hours_per_week"]
    lost = {name: days * week / 5 for name, days in given["days_lost_per_year"].items()}
    time = available_time(week * given["weeks"], lost, register=None)
    assert time.available == pytest.approx(expected["available_working_time"], **CLOSE)
    found = wisn(
        [Activity(each["annual_count"], each["hours_per_unit"]) for each in given["workload"]],
        time.available,
        given["actual_staff"],
        support_percents=given["category_allowance_percent"],
        individual=[
            IndividualAllowance(each["staff"], each["hours_per_year"])
            for each in given["individual_allowances"]
        ],
    )
    assert found.staff_for_service == pytest.approx(expected["staff_for_service"], **CLOSE)
    assert found.category_factor == pytest.approx(expected["category_allowance_factor"], **CLOSE)
    assert found.individual_staff == pytest.approx(expected["individual_allowance_factor"], **CLOSE)
    assert found.required == pytest.approx(expected["required"], **CLOSE)
    assert found.ratio == pytest.approx(expected["wisn_ratio"], **CLOSE)
    assert found.difference == pytest.approx(expected["wisn_difference"], **CLOSE)


def test_of_a_hundred_nurses_ninety_are_still_there() -> None:
    case = ATTRITION["nhs-stability-example"]
    stayed = range(case["of_those_still_in_post_at_end"])
    found = stability(range(case["in_post_at_start"]), stayed).value
    assert found is not None and 100 * found == pytest.approx(case["stability_index_percent"], **CLOSE)


@pytest.mark.parametrize("name", ["police-2023-24-leaver-rate", "thames-valley-2022-23-leaver-rate"])
def test_both_denominators_in_public_use_come_out(name: str) -> None:
    case = ATTRITION[name]
    leavers, start, end = (
        case.get(key, case.get(key + "_fte", case.get(key.removesuffix("_fte"))))
        for key in ("leavers", "start", "end")
    )
    found = leaver_rates([leavers, *[0] * 11], [start, *[end] * 12], shown=AT_START)
    assert found.start.value is not None and found.mean_of_start_and_end.value is not None
    assert 100 * found.start.value == pytest.approx(case["start_denominator"], **CLOSE)
    assert 100 * found.mean_of_start_and_end.value == pytest.approx(case["average_denominator"], **CLOSE)
    if "printed_percent" in case:
        assert round(100 * found.start.value, 1) == case["printed_percent"]


def test_the_leaver_rate_of_the_nhs_is_over_the_mean_of_start_and_end() -> None:
    assert ATTRITION["nhs-leaver-rate-definition"]["formula"] == "leavers / ((start + end)/2)"
    found = leaver_rates([6, *[0] * 11], [40, *[33] * 11, 20])
    assert found.mean_of_start_and_end.value == 6 / 30


@pytest.mark.parametrize("pair", ATTRITION["stability-and-leaver-do-not-sum-to-100"]["pairs"])
def test_stability_and_the_leaver_rate_are_reckoned_apart(pair: list[float]) -> None:
    """A team of 1,000 with so many leavers, all replaced, of whom some had themselves come in the year."""
    leavers, stayed = round(pair[0] * 10), round(pair[1] * 10)
    rate = leaver_rates([leavers, *[0] * 11], [1000] * 13).mean_of_start_and_end.value
    still = stability(range(1000), [*range(stayed), *range(2000, 3000 - stayed)]).value
    assert rate is not None and still is not None
    assert [100 * rate, 100 * still] == pytest.approx(pair, **CLOSE)


def test_the_unit_costs_are_those_the_home_office_printed() -> None:
    printed = PUBLISHED["police_unit_costs_2022_23"]["values"]
    assert {name: printed[name] for name in POUNDS_2022_23} == POUNDS_2022_23
    assert {name: printed[name] / printed["Rape"] for name in POUNDS_2022_23} == pytest.approx(
        CURRENT_PRACTICE, **CLOSE
    )
