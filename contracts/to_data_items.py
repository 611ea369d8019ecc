"""Datasets -> the items of data that a return holds, for a data-protection impact assessment."""

from collections.abc import Iterable

from contracts.model import Column, Dataset

HEAD = "| Sheet | Items | Sensitivity | Kept as |\n|---|---|---|---|\n"
KEPT = {
    "person": "keyed hash; as sent only where the force allows lists of people",
    "internal": "as sent, beside the hash",
    "open": "as sent, beside the hash",
}
NO_PERSON = "as sent; no row is of one person"


def is_about_people(dataset: Dataset) -> bool:
    """Whether a row of it is of one person."""
    return any(column.sensitivity == "person" for column in dataset.columns)


def table(datasets: Iterable[Dataset]) -> str:
    """The items of each sheet by how sensitive they are, and how they are kept. Nothing else is kept."""
    return HEAD + "\n".join(line for dataset in datasets for line in _lines(dataset)) + "\n"


def _lines(dataset: Dataset) -> list[str]:
    by: dict[str, list[Column]] = {}
    for column in dataset.columns:
        by.setdefault(column.sensitivity, []).append(column)
    levels = [level for level in KEPT if level in by]
    return [_line(dataset, level, by[level]) for level in levels]


def _line(dataset: Dataset, level: str, columns: Iterable[Column]) -> str:
    items = ", ".join(column.title for column in columns)
    kept = KEPT[level] if is_about_people(dataset) else NO_PERSON
    return f"| {dataset.title} | {items} | {level} | {kept} |"
