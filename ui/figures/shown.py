"""Which measures a page has read on this run, and whether one had to be withheld: what its footer tells."""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from datetime import date
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from analysis.disclosure import Withheld
from metrics.catalogue import METRICS
from ui.findings.series import rows_at

KEY = "measures_shown"
T = TypeVar("T")
Seen = dict[str, Any]
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
    seen = _seen()
    seen[metric_id] = seen.get(metric_id) or held


def heard(make: Callable[[], T]) -> tuple[T, dict[str, Any]]:
    """What `make` gives, and the measures that were read for it, apart from those of the page."""
    found: Seen = {}
    token = _APART.set(found)
    try:
        return make(), found
    finally:
        _APART.reset(token)


def again(measures: Mapping[str, Any]) -> None:
    """Measures that were read before for what is shown now."""
    seen = _seen()
    for metric_id, held in measures.items():
        seen[metric_id] = seen.get(metric_id) or held


def measures() -> tuple[str, ...]:
    """The measures in the order they were first read."""
    return tuple(_seen())


def withheld() -> Withheld | None:
    """One of the withheld figures, or None where all could be given."""
    return next((held for held in _seen().values() if held), None)
