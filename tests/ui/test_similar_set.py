"""The set of similar forces stands beside the reader's own force, as it holds today."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from settings.similar import SimilarForces
from ui.figures import session, status
from ui.workforce import similar

FIRST, LAST = date(2024, 3, 31), date(2025, 9, 30)
OURS = SimilarForces(
    name="Ours",
    forces=("E23000032", "E23000028"),
    source="Report",
    set_by="Head",
    why="Alike.",
    valid_from=date(2026, 11, 1),
)


@pytest.fixture
def told(monkeypatch):
    """What the section says and the tables it shows, asked by a reader of Sussex."""
    said, tables = [], []
    for name in ("section", "downloads", "say_small"):
        monkeypatch.setattr(similar, name, lambda *args, **how: None)
    monkeypatch.setattr(similar, "say", said.append)
    monkeypatch.setattr(similar, "plain_table", lambda table, *rest: tables.append((table, rest[0])))
    monkeypatch.setattr(session, "query", lambda *args: [])
    monkeypatch.setattr(similar.functions, "frame", lambda rows: pd.DataFrame())

    def show(today):
        monkeypatch.setattr(status, "today", lambda: today)
        forces = (("Sussex", 100, 130), ("Kent", 100, 110), ("Essex", 200, 240))
        rows = [(name, day, n) for name, was, now in forces for day, n in ((FIRST, was), (LAST, now))]
        page = SimpleNamespace(force_settings=SimpleNamespace(name="Sussex Police", similar_forces=(OURS,)))
        similar.similar(page, pd.DataFrame(rows, columns=["force", "as_at", "value"]), "officers", "FTE")
        return said, tables

    return show


def test_a_set_that_holds_today_is_used_though_the_table_is_older(told):
    said, [(table, title)] = told(date(2026, 11, 24))
    assert said == ["Sussex Police: change in strength 30.0%, median of the set 15.0%, above all of them."]
    assert title == "Sussex Police beside Ours" and list(table["Most"].round(6)) == [20.0]


def test_before_the_day_it_holds_there_is_no_set(told):
    said, tables = told(date(2026, 10, 31))
    assert tables == [] and said[0].startswith("No set of similar forces has been chosen")
