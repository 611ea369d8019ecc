"""The sample force of the tests: 25 months to October 2026, simulated once."""

import pytest

from etl.samples.calendar import read_month
from etl.samples.force import Month, months
from etl.samples.stories import Stories
from etl.samples.writing import SEED

LAST = read_month("2026-10")


@pytest.fixture(scope="session")
def force() -> dict[int, Month]:
    """Every month of Northshire by its number."""
    return {month.number: month for month in months("NORTHSHIRE", SEED, LAST, 25)}


@pytest.fixture(scope="session")
def stories() -> Stories:
    """When each story happens."""
    return Stories(LAST)
