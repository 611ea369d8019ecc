"""Which series a page judges: rows of every family, holes kept, totals only over all units in view."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from metrics.catalogue import METRICS
from tests.metrics.warehouse import months
from ui.figures import kept, signals
from ui.figures import line_runs as runs
from ui.figures.world import Unit

ENDS = months("2025-01", 16)
QUIET = [20, 24, 19, 23, 21, 25, 18, 22, 20, 24, 19, 23, 21, 25, 18, 22]


def page(frames, units=("DA1", "VA1"), rebases=(), file="made", internal=True):
    def metric(name, by=()):
        empty = pd.DataFrame(columns=[*by, "numerator", "denominator", "value", "units"])
        return frames.get(name, empty)

    return SimpleNamespace(
        world=SimpleNamespace(file=file), force="N", month=ENDS[-1], months=tuple(ENDS),
        scope=frozenset(("N", unit) for unit in units), units=[SimpleNamespace(code=u) for u in units],
        metric=metric, rebases=lambda: rebases, reader=SimpleNamespace(internal=internal), shows="",
    )  # fmt: skip


def rows(*series):
    """(unit, family, values) -> a frame as the engine gives it."""
    found = [
        (unit, family, month, value)
        for unit, family, values in series
        for month, value in zip(ENDS, values, strict=True)
        if value is not None
    ]
    return pd.DataFrame(found, columns=["unit", "work_family", "month_end", "value"])


@pytest.fixture(autouse=True)
def nothing_kept():
    kept._kept.clear()


def test_every_unit_in_view_and_each_of_its_families_is_judged_by_itself():
    new = rows(("DA1", "investigations", QUIET), ("DA1", "MARAC", QUIET), ("XX9", "MARAC", QUIET))
    found = signals.signals(page({"pressure/new": new}))
    assert [(each.unit, each.work_family) for each in found] == [("DA1", "MARAC"), ("DA1", "investigations")]
    assert all(each.is_judged and each.signal is None for each in found)
    assert len(signals.of_unit(found, "DA1", "MARAC")) == 1 and signals.of_unit(found, "VA1") == ()


def test_a_difference_is_judged_only_where_what_came_and_went_is_enough():
    net = [each - 21 for each in QUIET]
    frames = {
        "pressure/net_change": rows(("DA1", "investigations", net), ("VA1", "investigations", net)),
        "pressure/new": rows(("DA1", "investigations", QUIET)),
        "pressure/closed": rows(("DA1", "investigations", [21] * 16)),
    }
    found = {each.unit: each for each in signals.signals(page(frames)) if "net" in each.metric}
    assert found["DA1"].is_judged and found["VA1"].why_not == "too few to judge"


def of_two(second, ends=(None, None)):
    """A page of DA1 and VA1: the sums by month, and rows of each unit; VA1 stands between `ends`."""
    first = [float(each) for each in QUIET]
    each = [
        (u, m, v, 1) for u, of in (("DA1", first), ("VA1", second)) for m, v in zip(ENDS, of, strict=True)
    ]
    rows = pd.DataFrame(each, columns=["unit", "month_end", "value", "units"]).dropna()
    total = rows.groupby("month_end", as_index=False)[["value", "units"]].sum()

    def metric(_name, by=("unit", "month_end")):
        return rows if "unit" in by else total

    units = [Unit("N", "DA1", "DA1", "da", False), Unit("N", "VA1", "VA1", "va", False, *ends)]
    return SimpleNamespace(month=ENDS[-1], months=tuple(ENDS), units=units, metric=metric, shows=str(ends))


def test_a_month_without_a_return_of_some_unit_is_a_hole_in_the_total():
    found = signals.in_view(of_two([10.0] * 15 + [None]), "attrition/leavers_month")
    assert found is not None and found.values[-1] is None and found.why_not == "last month missing"
    assert found.values[0] == 30


def test_a_unit_that_has_closed_or_not_begun_is_not_waited_for():
    closed = of_two([10.0] * 9 + [None] * 7, (None, ENDS[8]))
    found = signals.in_view(closed, "attrition/leavers_month")
    assert found is not None and list(found.values) == [v + 10 for v in QUIET[:9]] + QUIET[9:]
    begun = of_two([None] * 4 + [10.0] * 12, (ENDS[3], None))
    found = signals.in_view(begun, "attrition/leavers_month")
    assert found is not None and list(found.values[:5]) == [*QUIET[:3], None, QUIET[4] + 10]


def test_runs_of_people_are_for_readers_inside_the_force(monkeypatch):
    def run(metric, unit):
        return runs.LineRun(metric, unit, None, 1.0, 2, 3, 2, 2, date(2026, 1, 31))

    people = next(metric.id for metric in METRICS.values() if metric.counts_people)
    kept = (run("pressure/open", "DA1"), run(people, "DA1"))
    monkeypatch.setattr(runs, "_read", lambda *asked: tuple(each for each in kept if each.unit in asked[-1]))
    assert runs.line_runs(page({})) == kept
    assert runs.line_runs(page({}), people) == (kept[1],)
    assert runs.line_runs(page({}, internal=False)) == kept[:1]
