"""The contracts as one force reads them: with the headings that were agreed for its files."""

from __future__ import annotations

from dataclasses import replace

import contracts
from contracts.live_crimes_asked import LIST, NAMES
from contracts.model import Dataset
from etl.layout.heading_key import heading_key
from settings.model import Settings
from settings.remembered import COLUMN, LEFT_OUT


def datasets_of(settings: Settings | None, force: str) -> dict[str, Dataset]:
    """Every dataset by name, with the force's own headings added."""
    headings = _agreed(settings, force)
    return {
        name: replace(dataset, local=_local(dataset, headings[name])) if name in headings else dataset
        for name, dataset in contracts.DATASETS.items()
    }


def of_live_list(settings: Settings | None, force: str) -> dict[str, str]:
    """What the force's own headings of a live list of crimes mean, by their keys; "" for one not needed."""
    told = ((text, "" if code == LEFT_OUT else code) for text, code in _agreed(settings, force).get(LIST, ()))
    return {heading_key(text): column for text, column in told if column in ("", *NAMES)}


def _agreed(settings: Settings | None, force: str) -> dict[str, list[tuple[str, str]]]:
    """What was agreed of headings, by sheet: each with the code of its column."""
    held = next((f for f in settings.forces if f.code == force), None) if settings else None
    headings: dict[str, list[tuple[str, str]]] = {}
    for word in held.remembered if held else ():
        if word.list_name.startswith(COLUMN):
            name = word.list_name.removeprefix(COLUMN)
            headings.setdefault(name, []).append((word.text, word.code))
    return headings


def _local(dataset: Dataset, headings: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Headings with their columns, "" for one that is not needed; a column that is no more is passed over."""
    told = [(text, "" if column == LEFT_OUT else column) for text, column in headings]
    return tuple((text, column) for text, column in told if column in ("", *dataset.column_names))
