"""Dataset -> rows that keep every rule, for tests, the template's example and made-up months."""

from typing import Any

from contracts.model import Dataset
from contracts.to_duckdb import ADDED, KEY_OF, column_names

EXAMPLE_FORCE = "NORTHSHIRE"


def example_row(dataset: Dataset, **changed: Any) -> dict[str, Any]:
    """A row as a person would send it. Raises KeyError for a column that the dataset does not have."""
    for name in changed:
        dataset.column(name)
    return {column.name: column.example for column in dataset.columns} | changed


def canonical_row(dataset: Dataset, row_number: int = 2, **changed: Any) -> dict[str, Any]:
    """The same row as the warehouse holds it; the reference stands where its keyed hash would be.

    `changed` may name columns as sent, and "force".
    """
    force = changed.pop("force", None) or EXAMPLE_FORCE
    sent = example_row(dataset, **changed)
    row = {KEY_OF.get(name, name): value for name, value in sent.items()}
    origin = dict.fromkeys(ADDED) | {"force": force, "load_id": "example", "sheet": dataset.title}
    return {name: ({**origin, "row_number": row_number} | row)[name] for name in column_names(dataset)}
