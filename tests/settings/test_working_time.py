"""Working time: hours contracted less hours lost, and no absence taken away twice."""

from datetime import date
from pathlib import Path

import pytest

import settings
from analysis.staffing import REGISTER, available_time
from settings import SettingsProblem, load
from settings.working_time import LOST_BY

NORTHSHIRE = settings.sample().force("NORTHSHIRE")


def test_the_kinds_of_lost_hours_are_those_that_the_register_takes_from_hours() -> None:
    assert set(LOST_BY) == {kind.name for kind in REGISTER if kind.step == "abstraction"}


def test_a_working_year_is_what_the_hours_lost_leave_and_agrees_with_the_reckoning_in_analysis() -> None:
    (year,) = NORTHSHIRE.working_time
    assert year.available_hours == 2080 - 680
    assert available_time(year.contracted_hours, dict(year.lost)).available == year.available_hours
    assert not year.holds_on(date(2025, 3, 31)) and year.holds_on(date(2025, 4, 1))


@pytest.mark.parametrize(
    ("stands", "spoiled", "reason"),
    [
        ('"court" = 56', '"maternity or parental" = 56', "no kind of lost hours"),
        ('"court" = 56', '"court" = 9000', "leave none of the hours contracted"),
        ("contracted_hours = 2080", 'contracted_hours = "2080"', "must be a number"),
        ('source = "Duty records of twelve months, Northshire (invented)"\n', "", "need a source"),
    ],
)
def test_a_wrong_working_year_is_refused(folder: Path, stands: str, spoiled: str, reason: str) -> None:
    file = folder / "workload.toml"
    text = file.read_text("utf-8")
    assert stands in text
    file.write_text(text.replace(stands, spoiled), "utf-8")
    with pytest.raises(SettingsProblem, match=reason):
        load(folder)


def test_two_working_years_for_the_same_day_are_refused(folder: Path) -> None:
    file = folder / "workload.toml"
    text = file.read_text("utf-8")
    again = text[text.index("[[working_time]]") : text.index("[[weights]]")]
    file.write_text(f"{text}\n{again}", "utf-8")
    with pytest.raises(SettingsProblem, match="dates that overlap"):
        load(folder)
