"""Next year's work from past years, and the same work under other hours."""

import math

import numpy as np
import pytest

from analysis.gap.simulate import CASES, drawn_of
from analysis.gap.volumes import volumes_of
from analysis.gap.weight_sets import weight_sets
from analysis.staffing.unit_costs import POUNDS_2022_23
from tests.analysis.gap.drawn import inputs, work_of


def test_a_year_like_the_one_before_has_the_error_of_counting_alone() -> None:
    """24 months of 100: 1,200 cases, whose rate is known to 1/√1200."""
    (found,) = volumes_of({"rape": [100.0] * 24}).values()
    assert (found.monthly, found.origins) == (100.0, 1)
    assert found.cv == pytest.approx(1 / math.sqrt(1200))


def test_a_year_that_grew_by_a_third_says_how_far_out_the_last_year_would_have_been() -> None:
    """900 then 1,200: (300² − 2,100) / 1,050² beyond chance, and 1/1200 for the last year itself.

    One change is one degree of freedom, at which Student's t has its 90th percentile at 3.078.
    """
    (found,) = volumes_of({"rape": [75.0] * 12 + [100.0] * 12}).values()
    assert found.cv == pytest.approx(
        math.sqrt(1 / 1200 + (3.0777 / 1.28155) ** 2 * (300**2 - 2100) / 1050**2), rel=1e-4
    )


def test_one_years_changes_are_taken_over_all_work_types_together() -> None:
    grew, same = [75.0] * 12 + [100.0] * 12, [100.0] * 24
    found = volumes_of({"rape": grew, "other": same})
    assert found["rape"].cv == pytest.approx(found["other"].cv)
    assert found["other"].cv > volumes_of({"other": same})["other"].cv


@pytest.mark.deep
@pytest.mark.parametrize(("years", "cv"), [(2, 0.1), (3, 0.1), (3, 0.2), (10, 0.1), (10, 0.2)])
def test_the_range_holds_next_year_about_as_often_as_it_says(years: int, cv: float) -> None:
    """Six kinds of work whose yearly rate wanders: the 80% range of cases should hold 70% to 90% of years."""
    rng, held = np.random.default_rng(years), []
    for world in range(120):
        series, truth = _wandering(rng, years, cv)
        for name, volume in volumes_of(series).items():
            one = inputs(work=(work_of(name, volume.monthly, volume.cv, 1, 1, 1),), draws=1_000, seed=world)
            low, high = np.quantile(drawn_of(one)[CASES, name], [0.1, 0.9])
            held.append(low <= truth[name] <= high)
    assert 0.7 <= np.mean(held) <= 0.9


def _wandering(
    rng: np.random.Generator, years: int, cv: float
) -> tuple[dict[str, list[float | None]], dict[str, int]]:
    """Months of so many years of six kinds of work, and the cases of the year after."""
    series: dict[str, list[float | None]] = {}
    after = {}
    for name in "abcdef":
        rates = rng.uniform(5, 60) * np.cumprod(rng.gamma(1 / cv**2, cv**2, years + 1))
        months = rng.poisson(np.repeat(rates, 12))
        series[name], after[name] = [float(each) for each in months[:-12]], int(months[-12:].sum())
    return series, after


def test_three_years_of_a_work_type_speak_for_themselves() -> None:
    found = volumes_of({"rape": [75.0] * 24 + [100.0] * 12, "other": [100.0] * 36})
    assert found["rape"].origins == 13 and found["rape"].cv > 3 * found["other"].cv


def test_months_that_vary_more_than_chance_make_a_year_less_sure() -> None:
    uneven = volumes_of({"rape": [60.0, 140.0] * 6})["rape"]
    assert (uneven.monthly, uneven.origins) == (100.0, 0)
    assert uneven.cv > 2 * volumes_of({"rape": [100.0] * 12})["rape"].cv


@pytest.mark.parametrize(
    ("months", "reason"),
    [([5.0] * 11, "missing"), ([5.0] * 23 + [None], "missing"), ([-1.0] * 12, "negative")],
)
def test_a_year_that_is_not_known_is_not_guessed(months: list[float | None], reason: str) -> None:
    assert volumes_of({"rape": months})["rape"].why_not == reason


def test_months_missing_before_the_last_year_leave_out_the_years_they_are_in() -> None:
    assert volumes_of({"rape": [5.0, None, *[5.0] * 22]})["rape"].origins == 0


def test_a_year_without_a_case_expects_none() -> None:
    assert (volumes_of({"rape": [0.0] * 12})["rape"].monthly, volumes_of({"r": [0.0] * 12})["r"].why_not) == (
        0,
        "",
    )


def test_current_practice_keeps_the_hours_for_rape_and_sets_the_others_in_proportion() -> None:
    work = inputs().work
    _, current, _ = weight_sets(work, work)
    hours = {each.name: each.hours for each in current.work}
    share = POUNDS_2022_23["Stalking and harassment"] / POUNDS_2022_23["Rape"]
    assert hours["rape"] == work[0].hours and hours["domestic abuse"] == work[1].hours
    stalking = hours["stalking or harassment"]
    assert (stalking.low, stalking.value, stalking.high) == pytest.approx(
        (60 * share, 90 * share, 140 * share)
    )
    assert (current.name, current.changed, current.anchor) == (
        "current practice",
        ("stalking or harassment",),
        "rape",
    )


def test_without_hours_for_rape_current_practice_starts_from_the_next_kind() -> None:
    work = (
        work_of("other sexual offence", 9.0, 0.1, 31, 62, 93),
        work_of("stalking or harassment", 9.0, 0.1, 1, 1, 1),
    )
    current = weight_sets(work, work)[1]
    share = POUNDS_2022_23["Stalking and harassment"] / POUNDS_2022_23["Other sexual offences"]
    assert current.anchor == "other sexual offence"
    assert current.work[1].hours.value == pytest.approx(62 * share)


def test_equal_hours_need_as_many_people_in_all_and_others_in_a_unit() -> None:
    """62,400 hours over 3,240 cases are 19.26 a case, of rape as of all else."""
    work = inputs().work
    equal = weight_sets(work, work)[-1]
    assert {each.hours.value for each in equal.work} == {62_400 / 3_240}
    assert sum(each.annual * each.hours.value for each in equal.work) == pytest.approx(62_400)
    of_unit = weight_sets(work[:1], work)[-1]
    assert of_unit.work[0].hours.value == 62_400 / 3_240 and of_unit.work[0].annual == 240


def test_a_set_that_says_nothing_of_this_work_is_left_out() -> None:
    only = (work_of("child abuse", 30.0, 0.1, 25, 40, 65),)
    assert [each.name for each in weight_sets(only, only)] == ["own"]
