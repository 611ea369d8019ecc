"""Staffing need: what the work asks for, who there is to do it, and the gap between, part by part."""

from analysis.staffing.absences import REGISTER, AbsenceType, Step, faults_of, step_of
from analysis.staffing.ladder import Ladder, Rung, ladder
from analysis.staffing.wisn import Activity, IndividualAllowance, Wisn, wisn
from analysis.staffing.working_time import Abstraction, AvailableTime, ReadAs, abstraction_of, available_time
from analysis.staffing.workload import (
    CaseWeight,
    WorkloadPart,
    WorkloadRatio,
    WorkTypeCounts,
    workload_ratio,
)

__all__ = [
    "REGISTER",
    "AbsenceType",
    "Abstraction",
    "Activity",
    "AvailableTime",
    "CaseWeight",
    "IndividualAllowance",
    "Ladder",
    "ReadAs",
    "Rung",
    "Step",
    "Wisn",
    "WorkTypeCounts",
    "WorkloadPart",
    "WorkloadRatio",
    "abstraction_of",
    "available_time",
    "faults_of",
    "ladder",
    "step_of",
    "wisn",
    "workload_ratio",
]
