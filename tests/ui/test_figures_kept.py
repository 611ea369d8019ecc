"""Figures are kept between runs by all that was asked: nobody is given the answer to another question."""

from datetime import date

import pandas as pd
import pytest
import streamlit as st

from ui.figures import figures

ASKED = figures.Asked(
    "one.duckdb",
    "pressure/new",
    (("N", "DA1"),),
    ("unit", "month_end"),
    "N",
    None,
    date(2026, 9, 30),
    (("work_family", ("referrals",)),),
)
OTHER = {
    "file": "two.duckdb",
    "metric_id": "pressure/closed",
    "scope": (("N", "DA1"), ("N", "CA1")),
    "by": ("month_end",),
    "force": "S",
    "only": date(2026, 9, 30),
    "month": date(2026, 8, 31),
    "where": (("work_family", ("referrals", "missing")),),
}


@pytest.fixture
def reads(monkeypatch):
    """How often the published file was read."""
    found = []
    monkeypatch.setattr(figures.session, "cursor", lambda file: None)
    monkeypatch.setattr(
        figures, "read", lambda *a, **k: found.append((a, k)) or pd.DataFrame({"n": [len(found)]})
    )
    st.cache_data.clear()
    yield found
    st.cache_data.clear()


def test_the_same_question_is_read_once(reads):
    assert [figures.figures_of(*ASKED)["n"][0] for _ in range(3)] == [1, 1, 1] and len(reads) == 1


@pytest.mark.parametrize("field", figures.Asked._fields)
def test_another_question_is_read_anew(reads, field):
    figures.figures_of(*ASKED)
    assert figures.figures_of(*ASKED._replace(**{field: OTHER[field]}))["n"][0] == 2


def test_what_a_page_does_to_its_figures_is_not_kept(reads):
    frame = figures.figures_of(*ASKED)
    frame.loc[0, "n"] = 99
    assert figures.figures_of(*ASKED)["n"][0] == 1
