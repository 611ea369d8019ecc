"""What the need of people rests on beside weights: hours that go to no case, and ranges of what is set."""

from pathlib import Path

import pytest

import settings
from settings import SettingsProblem, load

NORTHSHIRE = settings.sample().force("NORTHSHIRE")


def spoil(folder: Path, stands: str, spoiled: str) -> Path:
    file = folder / "workload.toml"
    text = file.read_text("utf-8")
    assert stands in text
    file.write_text(text.replace(stands, spoiled, 1), "utf-8")
    return folder


def test_the_sample_force_has_set_hours_that_go_to_no_case_and_a_range_of_its_working_year() -> None:
    (allowance,) = NORTHSHIRE.allowances
    assert (allowance.low, allowance.percent, allowance.high) == (5, 8, 12)
    (year,) = NORTHSHIRE.working_time
    assert (year.available_low, year.available_hours, year.available_high) == (1340, 1400, 1450)


def test_ranges_and_the_error_of_a_time_study_may_be_left_out_or_given(folder: Path) -> None:
    spoil(folder, "available_low = 1340        # what the 1,400 hours that are left may really be\n", "")
    spoil(folder, "available_high = 1450\n", "")
    spoil(folder, "hours = 90\n", "hours = 90\nstandard_error = 6.5\n")
    held = load(folder).force("NORTHSHIRE")
    assert (held.working_time[0].available_low, held.working_time[0].available_high) == (None, None)
    errors = {each.work_type: each.standard_error for each in held.weights}
    assert errors["rape"] == 6.5 and errors["domestic abuse"] is None


@pytest.mark.parametrize(
    ("stands", "spoiled", "reason"),
    [
        ("available_high = 1450\n", "", "two ends"),
        ("available_low = 1340", "available_low = 1401", "at most 1400"),
        ("available_high = 1450", "available_high = 1399", "at least 1400"),
        ("available_high = 1450", "available_high = 2081", "at most 2080"),
        ("percent = 8", "percent = 100", "at most 99"),
        ("percent = 8", "percent = 4", "it must be at least 0 and at most 4"),
        ('source = "Diaries of four weeks, two teams, Northshire (invented)"\n', "", "need a source"),
    ],
)
def test_what_cannot_be_is_refused(folder: Path, stands: str, spoiled: str, reason: str) -> None:
    with pytest.raises(SettingsProblem, match=reason):
        load(spoil(folder, stands, spoiled))


def test_one_allowance_is_not_set_twice_for_a_day(folder: Path) -> None:
    file = folder / "workload.toml"
    text = file.read_text("utf-8")
    again = text[text.index("[[allowances]]") : text.index("[[weights]]")]
    file.write_text(f"{text}\n{again}", "utf-8")
    with pytest.raises(SettingsProblem, match="dates that overlap"):
        load(folder)


MORE = """
[[allowances]]
name = "Tutoring"
percent = {percent}
low = 0
high = 99
source = "A diary (invented)"
set_by = "Head of public protection"
set_on = 2026-01-05
status = "{status}"
valid_from = {begins}
valid_to = {ends}
"""


def with_more(folder: Path, **said: object) -> Path:
    file = folder / "workload.toml"
    more = MORE.format(
        **{"percent": 92, "status": "approved", "begins": "2026-02-01", "ends": "2026-12-31", **said}
    )
    file.write_text(f"{file.read_text('utf-8')}\n{more}", "utf-8")
    return folder


def test_allowances_that_together_leave_no_hour_for_cases_are_refused_with_their_sum(folder: Path) -> None:
    with pytest.raises(SettingsProblem, match="come to 100% of the hours on one day, at most 99%") as told:
        load(with_more(folder))
    assert "Tutoring 92%" in str(told.value) and "'Tutoring' in [[allowances]]" in str(told.value)


@pytest.mark.parametrize(
    "said", [{"percent": 91}, {"status": "proposed"}, {"begins": "2000-01-01", "ends": "2000-12-31"}]
)
def test_allowances_that_leave_something_or_do_not_count_together_are_taken(folder: Path, said: dict) -> None:
    assert len(load(with_more(folder, **said)).force("NORTHSHIRE").allowances) == 2
