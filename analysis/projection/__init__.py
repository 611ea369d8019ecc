"""Open cases in the months to come: by the series itself, or by what comes in and what is closed."""

from analysis.projection.back_test import PastForecast, Score, scores_of
from analysis.projection.fans import LEVELS, Band, FanMonth
from analysis.projection.flows import FlowFit, fit_flow
from analysis.projection.paths import ClosingCapacity, FlowProjection, project_from_flows
from analysis.projection.project import Projection, project

__all__ = [
    "LEVELS",
    "Band",
    "ClosingCapacity",
    "FanMonth",
    "FlowFit",
    "FlowProjection",
    "PastForecast",
    "Projection",
    "Score",
    "fit_flow",
    "project",
    "project_from_flows",
    "scores_of",
]
