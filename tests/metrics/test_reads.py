"""What each measure is counted from is read out of its own query, and agrees with what it needs."""

import pytest

from contracts import DATASETS
from metrics.catalogue import METRICS
from metrics.model import Metric
from metrics.reads import Reads, reads_of

COUNTS_RETURNS = ("trust/returns_in", "trust/rows_held_back")


@pytest.mark.parametrize("metric", METRICS.values(), ids=str)
def test_every_measure_has_sheets_behind_it_and_all_that_it_needs_are_among_them(warehouse, metric):
    found = reads_of(warehouse, metric)
    needed = {dataset for alternative in metric.needs for dataset in alternative}
    assert needed <= set(found.datasets) <= set(DATASETS)
    assert bool(found.numerator) == (metric.id not in COUNTS_RETURNS)
    assert all(name.startswith("ref_") for name in found.settings)


@pytest.mark.parametrize(
    ("metric", "numerator", "denominator", "settings"),
    [
        ("pressure/open", ("caseload",), (), ()),
        ("pressure/over_180_days", ("caseload",), ("caseload",), ()),
        ("attrition/left_force_12m", ("people", "movements"), ("people",), ()),
        ("training/required_course_in_date", ("people", "training"), ("people", "training"),
         ("ref_course", "ref_requirement")),
        ("pressure/held_by_someone_not_carrying", *2 * (("investigators", "people"),), ()),
        ("staffing/funded_fte", ("establishment",), (), ()),
    ],
)  # fmt: skip
def test_numerator_denominator_and_settings_are_told_apart(
    warehouse, metric, numerator, denominator, settings
):
    found = reads_of(warehouse, METRICS[metric])
    assert (set(found.numerator), set(found.denominator)) == (set(numerator), set(denominator))
    assert found.settings == settings


def test_sheets_that_stand_in_for_people_are_named_as_such(warehouse):
    found = reads_of(warehouse, METRICS["pressure/open_per_deployable_carrier"])
    assert found.without_people == ("establishment", "unavailable")
    assert reads_of(warehouse, METRICS["staffing/vacancy_rate"]).without_people == ("unavailable",)


def test_weights_and_the_working_year_enter_hours_of_work_alone(warehouse):
    weighted = {m.id for m in METRICS.values() if "ref_weight" in reads_of(warehouse, m).settings}
    assert weighted == {f"pressure/workload_per_hour{end}" for end in ("", "_low", "_high")}


class Made(Metric):
    """A measure with a query of the test's own."""

    @property
    def sql(self) -> str:
        return (
            "WITH named AS (SELECT * FROM people) SELECT 1 AS numerator, 0 AS denominator FROM named "
            "UNION ALL BY NAME SELECT 0 AS numerator, 1 AS denominator FROM caseload"
        )


def test_a_query_is_followed_through_what_it_names_and_a_nought_is_no_part(warehouse):
    metric = Made("pressure/made", "", "", "", "", kind="ratio", basis="cases", unit="", needs=())
    assert reads_of(warehouse, metric) == Reads(("people",), ("caseload",), ())
