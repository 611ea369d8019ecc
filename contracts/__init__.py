"""What a spreadsheet must be. Definitions only: this package imports nothing else of ours."""

import os

# openpyxl takes lxml where it is there, as it is for documents, and the two differ in what they read and
# write. Workbooks are read and written by the one that every check of ours was made with.
os.environ.setdefault("OPENPYXL_LXML", "False")

from contracts.budget import BUDGET
from contracts.caseload import CASELOAD
from contracts.demand import DEMAND
from contracts.establishment import ESTABLISHMENT
from contracts.findings import FINDINGS, SAYS, TO_DO
from contracts.investigators import INVESTIGATORS
from contracts.model import Dataset
from contracts.movements import MOVEMENTS
from contracts.people import PEOPLE
from contracts.police_functions import POLICE_FUNCTIONS
from contracts.police_strength import POLICE_STRENGTH
from contracts.post_costs import POST_COST
from contracts.training import TRAINING
from contracts.unavailable import UNAVAILABLE

__all__ = [
    "DATASETS",
    "DATED_BY_ROW",
    "FINDINGS",
    "NOT_MONTHLY",
    "OF_NO_MONTH",
    "PUBLISHED",
    "SAYS",
    "TO_DO",
    "WORKBOOKS",
    "dataset",
    "workbook",
]

# In load order: what is counted, the posts, the people in them, and what happened to them.
DATASETS: dict[str, Dataset] = {
    each.name: each
    for each in (
        CASELOAD,
        INVESTIGATORS,
        ESTABLISHMENT,
        PEOPLE,
        UNAVAILABLE,
        MOVEMENTS,
        TRAINING,
        DEMAND,
        BUDGET,
        POST_COST,
        POLICE_STRENGTH,
        POLICE_FUNCTIONS,
    )
}
# National tables. Their names begin with "police_" and no other does: queries tell them by that.
PUBLISHED: frozenset[str] = frozenset(each.name for each in DATASETS.values() if each.published)
# Dated row by row, and of no month's return. Queries name them (tests/architecture holds that they name all).
DATED_BY_ROW: frozenset[str] = frozenset(each.name for each in DATASETS.values() if each.dated_by)
OF_NO_MONTH: frozenset[str] = PUBLISHED | frozenset(
    each.name for each in DATASETS.values() if each.dated_by not in ("", "month_end")
)
"""What is dated by a year or any day."""
NOT_MONTHLY: frozenset[str] = PUBLISHED | DATED_BY_ROW
"""What makes no month of the dashboard, and without which no month is missing."""
WORKBOOKS: tuple[str, ...] = tuple(dict.fromkeys(each.workbook for each in DATASETS.values()))


def dataset(name: str) -> Dataset:
    """The dataset of that name. Raises KeyError, naming those there are, for any other."""
    if name not in DATASETS:
        raise KeyError(f"no dataset is called {name}; there are {', '.join(DATASETS)}")
    return DATASETS[name]


def workbook(name: str) -> tuple[Dataset, ...]:
    """The sheets of a workbook: caseload, attrition, training, demand, finance or home office."""
    return tuple(each for each in DATASETS.values() if each.workbook == name)
