"""The gap in FTE and its parts, working time, required staff and hours of work for each hour available."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.staffing import (
    REGISTER,
    AbsenceType,
    Activity,
    CaseWeight,
    IndividualAllowance,
    WorkTypeCounts,
    abstraction_of,
    available_time,
    faults_of,
    ladder,
    step_of,
    wisn,
    workload_ratio,
)
from analysis.staffing.weightings import weightings
from analysis.staffing.wisn import Period, support_percent
from contracts.words import REASONS

FTE = st.floats(0, 500)
RAPE = CaseWeight(90, 60, 140)
STALKING = CaseWeight(10, 8, 11, open_month=1, open_month_low=0.5, open_month_high=2)


def test_no_absence_is_taken_away_twice() -> None:
    assert faults_of(REGISTER) == {}


def test_an_absence_in_two_steps_is_a_fault_however_it_is_spelt() -> None:
    twice = (*REGISTER, AbsenceType("Long-Term  sick ", "abstraction"))
    assert faults_of(twice) == {"long-term sick": ("deployable", "abstraction")}
    with pytest.raises(ValueError, match="one step"):
        step_of("long-term sick", twice)


def test_every_reason_of_the_unavailable_sheet_is_taken_from_deployable_people_only() -> None:
    assert {reason: step_of(reason) for reason in REASONS} == dict.fromkeys(REASONS, "deployable")


def test_the_gap_is_the_sum_of_vacancies_absence_and_demand() -> None:
    found = ladder(20, 17, 12.5, 24, unavailable={"long-term sick": 1.5, "in training": 2}, accredited=9)
    assert (found.vacancy_gap, found.availability_gap, found.demand_gap) == (3, 4.5, 4)
    assert (found.operating_gap, found.not_accredited) == (11.5, 3.5)
    assert [(rung.reason, rung.fte) for rung in found.unavailable] == [
        ("in training", 2),
        ("long-term sick", 1.5),
        ("not explained", 1.0),
    ]


@given(FTE, FTE, FTE, FTE, st.dictionaries(st.sampled_from(REASONS), FTE))
def test_gap_parts_add_up(
    funded: float, in_post: float, deployable: float, required: float, reasons: dict[str, float]
) -> None:
    found = ladder(funded, in_post, deployable, required, unavailable=reasons)
    gaps = (found.vacancy_gap, found.availability_gap, found.demand_gap)
    assert math.fsum(gap for gap in gaps if gap is not None) == pytest.approx(found.operating_gap, abs=1e-9)
    assert math.fsum(rung.fte for rung in found.unavailable) == pytest.approx(
        found.availability_gap, abs=1e-8
    )


def test_a_unit_over_its_establishment_has_a_gap_below_nothing() -> None:
    assert ladder(10, 12, 12, 10).operating_gap == -2


def test_an_end_that_is_missing_takes_its_gaps_with_it_and_no_other() -> None:
    found = ladder(20, 17, None, math.nan, unavailable={"in training": 2})
    assert (found.vacancy_gap, found.availability_gap, found.operating_gap) == (3, None, None)
    assert (found.missing, found.unavailable) == (("deployable", "required"), ())


def test_court_hours_taken_from_people_would_count_twice() -> None:
    found = ladder(20, 17, 12, 24, unavailable={"court": 1, "in training": 2})
    assert (found.why_not, found.wrong_step, found.operating_gap) == ("counted_twice", ("court",), None)
    assert ladder(20, -1, 12).why_not == "negative"


def test_long_term_sickness_taken_from_hours_would_count_twice() -> None:
    found = available_time(2080, {"annual leave": 200, "long-term sick": 80, "gardening": 1})
    assert (found.why_not, found.wrong_step) == ("counted_twice", ("long-term sick", "gardening"))


def test_working_time_says_what_is_lost_both_ways() -> None:
    found = available_time(2000, {"annual leave": 240, "court": 160})
    assert (found.available, found.hours_lost, found.abstraction.loss) == (1600, 400, 0.2)
    assert found.abstraction.uplift == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("hours", "lost", "why_not"),
    [
        (None, {}, "missing"),
        (2000, {"court": None}, "missing"),
        (0, {}, "no_denominator"),
        (2000, {"court": -1}, "negative"),
        (100, {"court": 100}, "nothing_left"),
    ],
)
def test_working_time_that_cannot_be_reckoned_says_why(
    hours: float | None, lost: dict[str, float | None], why_not: str
) -> None:
    found = available_time(hours, lost)
    assert (found.available, found.why_not) == (None, why_not)


@given(st.floats(0, 0.99))
def test_loss_and_uplift_are_two_ways_to_write_one_thing(share: float) -> None:
    as_loss = abstraction_of(share, "loss")
    back = abstraction_of(as_loss.uplift, "uplift")
    assert back.loss == pytest.approx(share, abs=1e-12)
    assert (1 - share) * (1 + (as_loss.uplift or 0)) == pytest.approx(1)


def test_time_lost_has_no_default_reading() -> None:
    with pytest.raises(ValueError, match="loss or an uplift"):
        abstraction_of(0.2, "either")  # type: ignore[arg-type]
    assert [abstraction_of(x, "loss").why_not for x in (None, -0.1, 1.0)] == [
        "missing",
        "negative",
        "nothing_left",
    ]


@given(
    st.lists(st.tuples(st.floats(0, 1e4), st.floats(0, 200)), min_size=1, max_size=6), st.floats(500, 2000)
)
def test_twice_the_hours_of_a_year_need_half_the_staff(work: list[tuple[float, float]], awt: float) -> None:
    activities = [Activity(n, t) for n, t in work]
    extra = [IndividualAllowance(2, 90)]
    one = wisn(activities, awt, 5, support_percents=[10, 5], individual=extra)
    two = wisn(activities, 2 * awt, 5, support_percents=[10, 5], individual=extra)
    assert two.required == pytest.approx((one.required or 0) / 2)


@pytest.mark.parametrize(
    ("awt", "shares", "count", "why_not"),
    [
        (None, [], 1.0, "missing"),
        (0.0, [], 1.0, "no_available_time"),
        (1500.0, [60, 40], 1.0, "support_takes_all_time"),
        (1500.0, [-1], 1.0, "negative"),
        (1500.0, [], math.nan, "missing"),
    ],
)
def test_a_requirement_that_cannot_be_reckoned_says_why(
    awt: float | None, shares: list[float], count: float, why_not: str
) -> None:
    found = wisn([Activity(count, 3)], awt, 2, support_percents=shares)
    assert (found.required, found.ratio, found.why_not) == (None, None, why_not)


def test_no_work_has_no_ratio_and_nobody_has_no_inverse() -> None:
    assert (wisn([], 1500, 3).ratio, wisn([], 1500, 3).no_ratio) == (None, "nothing_required")
    nobody = wisn([Activity(100, 15)], 1500, 0)
    assert (nobody.ratio, nobody.inverse, nobody.no_inverse) == (0, None, "nobody_available")
    assert (nobody.difference, wisn([Activity(100, 15)], 1500).no_ratio) == (-1, "no_actual")


@pytest.mark.parametrize(
    ("hours", "each", "percent"), [(1, "day", 12.5), (2, "week", 5), (8, "month", 6), (32, "year", 2)]
)
def test_support_takes_its_share_of_the_time_it_is_reckoned_in(
    hours: float, each: Period, percent: float
) -> None:
    found = support_percent(hours, each, hours_a_day=8, hours_a_week=40, awt=1600)
    assert found == pytest.approx(percent)


def test_support_without_hours_to_divide_by_is_refused() -> None:
    with pytest.raises(ValueError, match="no working hours in a week"):
        support_percent(1, "week", hours_a_day=8, hours_a_week=0, awt=1600)
    with pytest.raises(ValueError, match="not 'term'"):
        support_percent(1, "term", hours_a_day=8, hours_a_week=40, awt=1600)  # type: ignore[arg-type]


def test_hours_of_work_for_each_hour_available_with_every_part() -> None:
    """3 rapes at 90 hours; 6 new stalkings at 10, and 20 open at 1 a month for 2 months; 30 hours planned."""
    counts = [WorkTypeCounts("rape", 3, 9), WorkTypeCounts("stalking", 6, 20)]
    found = workload_ratio(counts, {"rape": RAPE, "stalking": STALKING}, 200, months=2, backlog=30)
    assert [(part.from_new, part.from_open, part.hours) for part in found.parts] == [
        (270, 0, 270),
        (60, 40, 100),
    ]
    assert (found.hours, found.ratio, found.most_moving) == (400, 2.0, "rape")
    assert (found.low, found.high) == ((180 + 68 + 30) / 200, (420 + 146 + 30) / 200)


COUNTS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 400)), min_size=1, max_size=5)


@given(COUNTS, st.floats(1, 1e5), st.floats(0.1, 10))
def test_parts_add_up_and_twice_the_hours_available_halve_the_ratio(
    cases: list[tuple[int, int]], available: float, times: float
) -> None:
    counts = [WorkTypeCounts(str(n), new, stock) for n, (new, stock) in enumerate(cases)]
    weights = {each.work_type: STALKING for each in counts}
    found = workload_ratio(counts, weights, available, backlog=5)
    assert math.fsum(part.hours for part in found.parts) + 5 == pytest.approx(found.hours)
    assert found.ratio is not None and found.low is not None and found.high is not None
    assert found.low <= found.ratio <= found.high
    assert workload_ratio(counts, weights, available * times, backlog=5).ratio == pytest.approx(
        found.ratio / times
    )


@pytest.mark.parametrize(
    ("count", "available", "why_not"),
    [
        (WorkTypeCounts("rape", None, 3), 100, "missing"),
        (WorkTypeCounts("rape", 1, -3), 100, "negative"),
        (WorkTypeCounts("arson", 1, 3), 100, "no_weight"),
        (WorkTypeCounts("upside down", 1, 3), 100, "wrong_range"),
        (WorkTypeCounts("rape", 1, 3), None, "no_hours_known"),
        (WorkTypeCounts("rape", 1, 3), 0, "nobody_available"),
    ],
)
def test_a_workload_that_cannot_be_reckoned_says_why(
    count: WorkTypeCounts, available: float | None, why_not: str
) -> None:
    found = workload_ratio([count], {"rape": RAPE, "upside down": CaseWeight(10, 20, 5)}, available)
    assert (found.ratio, found.why_not) == (None, why_not)


def test_with_nobody_there_the_hours_of_work_stand() -> None:
    found = workload_ratio([WorkTypeCounts("rape", 1, 3)], {"rape": RAPE}, 0)
    assert (found.hours, found.why_not) == (90, "nobody_available")
    bare = workload_ratio([WorkTypeCounts("arson", 1, 3), WorkTypeCounts("none", 0, 0)], {}, 10)
    assert bare.without_weight == ("arson",)
    with pytest.raises(ValueError, match="0 months"):
        workload_ratio([], {}, 10, months=0)


def test_raw_cases_fall_while_their_hours_rise() -> None:
    found = weightings(
        {"rape": 5, "stalking": 40}, {"rape": 9, "stalking": 30}, {"local": {"rape": 90, "stalking": 10}}
    )
    assert [(one.name, one.before, one.after, one.way) for one in found.each] == [
        ("raw", 45, 39, "down"),
        ("local", 850, 1110, "up"),
    ]
    assert found.disagree


def test_weights_that_do_not_cover_the_work_neither_agree_nor_disagree() -> None:
    found = weightings({"rape": 5}, {"rape": 9, "stalking": 3}, {"local": {"rape": 90}})
    assert [one.why_not for one in found.each] == ["", "no_weight"]
    assert (found.each[1].without_weight, found.disagree) == (("stalking",), False)
    assert weightings({"rape": None}, {"rape": 9}, {}).each[0].why_not == "missing"
    assert weightings({"rape": 0.0}, {"rape": 0.0}, {}).each[0].way == "same"
