"""Scenarios: what would change, month by month, and how sure that is."""

from analysis.scenario.model import MOST_IN_AN_INTAKE, Inputs, Intake, do_nothing, fault_of, faults, lacking
from analysis.scenario.questions import BY_ID, QUESTIONS, Question
from analysis.scenario.simulate import RUNS, Beside, Fan, Reach, Result, Scenario, simulate

__all__ = [
    "BY_ID",
    "MOST_IN_AN_INTAKE",
    "QUESTIONS",
    "RUNS",
    "Beside",
    "Fan",
    "Inputs",
    "Intake",
    "Question",
    "Reach",
    "Result",
    "Scenario",
    "do_nothing",
    "fault_of",
    "faults",
    "lacking",
    "simulate",
]
