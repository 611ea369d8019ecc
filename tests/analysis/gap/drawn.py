"""Small inputs of the need for people, as a drawn table: one line is one kind of work."""

from dataclasses import replace
from typing import Any

from analysis.assumptions import Assumption
from analysis.gap import GapInputs, Staff, WorkType

# work, new cases a month, CV, low, middle and high hours for a case
WORK = (
    ("rape", 20.0, 0.10, 60.0, 90.0, 140.0),
    ("domestic abuse", 200.0, 0.06, 9.0, 14.0, 22.0),
    ("stalking or harassment", 50.0, 0.12, 8.0, 12.0, 20.0),
)


def assumed(
    name: str, low: float, middle: float, high: float, unit: str = "hours", source: str = "a workshop"
) -> Assumption:
    return Assumption(name, name.capitalize(), middle, low, high, unit, source, "Head of Public Protection")


def work_of(name: str, monthly: float, cv: float, low: float, middle: float, high: float) -> WorkType:
    return WorkType(name, monthly, cv, assumed(name, low, middle, high))


def inputs(**changed: Any) -> GapInputs:
    drawn = GapInputs(
        tuple(work_of(*line) for line in WORK),
        assumed("working year", 1340, 1400, 1450, source="duty records"),
        Staff(66.0, 60.5, 52.3),
        (assumed("supervision", 0.05, 0.08, 0.12, "share of hours", "diaries"),),
        draws=4_000,
    )
    return replace(drawn, **changed)


def certain(**changed: Any) -> GapInputs:
    """The same with nothing unsure but chance in the counts."""
    work = tuple(work_of(name, monthly, 0.0, mid, mid, mid) for name, monthly, _, _, mid, _ in WORK)
    year, supervision = assumed("year", 1400, 1400, 1400), assumed("supervision", 0.08, 0.08, 0.08, "share")
    return replace(inputs(), work=work, available=year, allowances=(supervision,), **changed)
