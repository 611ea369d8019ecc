"""Which measures a page has read on this run, and whether one had to be withheld: what its footer tells."""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from analysis.disclosure import Withheld
from metrics.catalogue import METRICS
from ui.findings.series import rows_at

KEY = "measures_shown"
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Reading:
    """What a reader outside the force was shown of a measure: the rows as they are, and as they were shown.

    `by`, `only` and `where` are as asked; `units` are those whose people a row without a unit adds up.
    """

    metric: str
    by: tuple[str, ...]
    only: date | None
    where: tuple[tuple[str, tuple[str, ...]], ...]
    units: frozenset[str]
    rows: pd.DataFrame
    shown: pd.DataFrame


@dataclass(frozen=True)
class Read:
    """That a measure was read: what of it was withheld in the month, and what was shown outside the force."""

    held: Withheld | None = None
    readings: Mapping[Any, Reading] = field(default_factory=dict)

    def joined(self, other: "Read") -> "Read":
        """Both together."""
        return Read(self.held or other.held, {**self.readings, **other.readings})


Seen = dict[str, Read]
# What is made in a thread of its own has no page: nothing of a page may be read or written for it.
_APART: ContextVar[Seen | None] = ContextVar("measures_heard", default=None)


def _seen() -> Seen:
    """The measures of the answer that is being made, or else those of the page."""
    apart = _APART.get()
    held: Seen = st.session_state.setdefault(KEY, {}) if apart is None else apart
    return held


def begin() -> None:
    """Forget what the last run showed."""
    st.session_state[KEY] = {}


def add(metric_id: str, frame: pd.DataFrame, month: date | None) -> None:
    """A measure was read; a figure of the month that is withheld is kept, so that the page can say so."""
    values = rows_at(frame, month).get("value", ()) if METRICS[metric_id].rests_on_match else ()
    held = next((v for v in values if isinstance(v, Withheld)), None)
    _note(metric_id, Read(held))


def outside(reading: Reading) -> None:
    """A reader outside the force is shown these rows."""
    key = (reading.by, reading.only, reading.where, reading.units)
    _note(reading.metric, Read(readings={key: reading}))


def _note(metric_id: str, read: Read) -> None:
    seen = _seen()
    seen[metric_id] = seen.get(metric_id, Read()).joined(read)


def heard(make: Callable[[], T]) -> tuple[T, Seen]:
    """What `make` gives, and the measures that were read for it, apart from those of the page."""
    found: Seen = {}
    token = _APART.set(found)
    try:
        return make(), found
    finally:
        _APART.reset(token)


def again(measures: Mapping[str, Read]) -> None:
    """Measures that were read before for what is shown now."""
    for metric_id, read in measures.items():
        _note(metric_id, read)


def measures() -> tuple[str, ...]:
    """The measures in the order they were first read."""
    return tuple(_seen())


def withheld() -> Withheld | None:
    """One of the withheld figures, or None where all could be given."""
    return next((read.held for read in _seen().values() if read.held), None)
