"""How long people stay in a unit and where they go: reckoned at publish, read for the units of a reader."""

from metrics.tenure.left import read_left
from metrics.tenure.publish import fill
from metrics.tenure.read import FORCE, UNIT_TYPE, Comparison, Tenure, read

__all__ = ["FORCE", "UNIT_TYPE", "Comparison", "Tenure", "fill", "read", "read_left"]
