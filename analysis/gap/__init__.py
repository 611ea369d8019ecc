"""How many people the work needs, how sure that is, and what it hangs on."""

from analysis.gap.middle import Middle, middle_of
from analysis.gap.model import DRAWS, RHO, GapInputs, Staff, WorkType, input_hash, why_not
from analysis.gap.result import Chance, GapResult, Influence, Range, gap_of
from analysis.gap.volumes import Volume, volumes_of

__all__ = [
    "DRAWS",
    "RHO",
    "Chance",
    "GapInputs",
    "GapResult",
    "Influence",
    "Middle",
    "Range",
    "Staff",
    "Volume",
    "WorkType",
    "gap_of",
    "input_hash",
    "middle_of",
    "volumes_of",
    "why_not",
]
