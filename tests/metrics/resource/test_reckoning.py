"""Each share of the force reckoned a second time in plain Python, over rows with gaps and two rules."""

from __future__ import annotations

from datetime import date
from itertools import product
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.depth import examples
from tests.metrics.warehouse import Warehouse, months

OF_THE_FORCE = {
    "resource/recorded_share": "test_shares_of_recorded_crime_are_of_one_rule_and_month",
    "resource/share_of_demand": "test_shares_of_recorded_crime_are_of_one_rule_and_month",
    "resource/recorded_share_12m": "test_a_year_is_of_twelve_months_and_one_rule",
    "resource/share_of_demand_12m": "test_a_year_is_of_twelve_months_and_one_rule",
    "resource/share_of_people": "test_people_are_a_share_of_a_force_that_is_known_whole",
    "resource/share_of_deployable": "test_people_are_a_share_of_a_force_that_is_known_whole",
    "resource/share_of_money": "test_money_is_never_of_two_kinds",
}
ALL, CRIMES = "all recorded crime", "recorded crimes"
KINDS, UNITS = ("domestic abuse", "rape"), (None, "DA1", "RA1")
Row = dict[str, Any]
Parts = tuple[float | None, float | None]
Found = dict[tuple[Any, ...], Parts]


def demand(seed: int, number: int, gap: float) -> list[Row]:
    """A row for most months, units and kinds, some of them by another rule than their month."""
    chance, rows = Random(seed), []
    change = chance.randint(0, number)
    for n, month in enumerate(months("2023-11", number)):
        rule = "Rules A" if n < change else "Rules B"
        kinds = [(None, ALL), *product(UNITS, KINDS)]
        for unit, kind in kinds:
            if chance.random() >= gap:
                own = "Rules C" if kind != ALL and chance.random() < gap / 2 else rule
                row = {"month_end": month, "unit": unit, "category": kind, "counted_as": CRIMES}
                rows.append({**row, "count": chance.randint(0, 99), "definition": own})
    return rows


def published(dataset: str, rows: list[Row], number: int, *metrics: str) -> Warehouse:
    warehouse = Warehouse().add(dataset, rows)
    return warehouse.build(*metrics, months=months("2023-11", number))


def found(warehouse: Warehouse, metric: str, *by: str) -> Found:
    return {row[:-2]: row[-2:] for row in warehouse.rows(metric, by)}


def of(rows: list[Row], month: date, unit: str | None, kind: str) -> Row | None:
    same = [r for r in rows if (r["month_end"], r["unit"], r["category"]) == (month, unit, kind)]
    return same[0] if same else None


def over(rows: list[Row], span: list[date]) -> tuple[Found, Found]:
    """What kinds of the force and units come to over the months of a span, of one rule or not at all."""
    every = [of(rows, month, None, ALL) for month in span]
    rules = {row["definition"] for row in every if row}
    if None in every or len(rules) != 1:
        return {}, {}
    total = float(sum(row["count"] for row in every if row))
    month, kinds, units = span[-1], {}, {}
    for kind in KINDS:
        mine = [row for m in span if (row := of(rows, m, None, kind))]
        same = len(mine) == len(span) and {row["definition"] for row in mine} == rules
        if mine:
            kinds[month, kind] = (float(sum(r["count"] for r in mine)), total) if same else (None, None)
    for unit in UNITS[1:]:
        every = [[row for m in span if (row := of(rows, m, unit, kind))] for kind in KINDS]
        mine = [row for each in every for row in each]
        whole = all(len(each) in (0, len(span)) for each in every)
        same = whole and {row["definition"] for row in mine} == rules
        if mine:
            units[unit, month] = (float(sum(r["count"] for r in mine)), 0.0) if same else (None, None)
    return kinds, {**units, (None, month): (0.0, total)}


@examples(12)
@given(st.integers(0, 2**32), st.integers(1, 3), st.sampled_from([0.0, 0.2]))
def test_shares_of_recorded_crime_are_of_one_rule_and_month(seed: int, number: int, gap: float) -> None:
    rows = demand(seed, number, gap)
    names = ("resource/recorded_share", "resource/share_of_demand")
    warehouse = published("demand", rows, number, *names)
    kinds: Found = {}
    units: Found = {}
    for month in months("2023-11", number):
        of_kinds, of_units = over(rows, [month])
        kinds, units = kinds | of_kinds, units | of_units
    assert found(warehouse, names[0], "month_end", "work_type") == kinds
    assert found(warehouse, names[1], "unit", "month_end") == units


@examples(8)
@given(st.integers(0, 2**32), st.integers(12, 15), st.sampled_from([0.0, 0.0, 0.02]))
def test_a_year_is_of_twelve_months_and_one_rule(seed: int, number: int, gap: float) -> None:
    rows = demand(seed, number, gap)
    names = ("resource/recorded_share_12m", "resource/share_of_demand_12m")
    warehouse = published("demand", rows, number, *names)
    kinds: Found = {}
    units: Found = {}
    every = months("2023-11", number)
    for end in range(12, number + 1):
        of_kinds, of_units = over(rows, every[end - 12 : end])
        kinds, units = kinds | of_kinds, units | of_units
    assert found(warehouse, names[0], "month_end", "work_type") == kinds
    assert found(warehouse, names[1], "unit", "month_end") == units


@examples(10)
@given(st.integers(0, 2**32), st.sampled_from([0.0, 0.2]))
def test_people_are_a_share_of_a_force_that_is_known_whole(seed: int, gap: float) -> None:
    chance, month = Random(seed), months("2023-11", 1)[0]
    posts, away = {}, {}
    for unit in ("DA1", "DA2", "RA1", "REST"):
        if chance.random() >= gap:
            posts[unit] = {role: chance.randint(1, 9) for role in ("investigator", "support")}
            if chance.random() < 0.9:
                away[unit] = chance.choice([0.5, 2.0, 12.0])
    names = ("resource/share_of_people", "resource/share_of_deployable")
    warehouse = Warehouse()
    for unit, each in posts.items():
        for role, fte in each.items():
            post = {"month_end": month, "unit": unit, "role": role, "worker_type": "officer"}
            warehouse.add("establishment", [{**post, "funded_fte": 9.0, "in_post_fte": float(fte)}])
    for unit, fte in away.items():
        row = {"month_end": month, "unit": unit, "reason": "other", "worker_type": "officer", "fte": fte}
        warehouse.add("unavailable", [row])
    warehouse.build(*names, months=[month])
    in_post = {unit: float(sum(each.values())) for unit, each in posts.items()}
    deployable = {unit: max(0.0, posts[unit]["investigator"] - fte) for unit, fte in away.items()}
    for name, each in zip(names, (in_post, deployable), strict=True):
        wanted: Found = {(unit,): (fte, 0.0) for unit, fte in each.items() if unit != "REST"}
        if len(each) == 4:
            wanted[(None,)] = (0.0, sum(each.values()))
        assert found_at(warehouse, name, month) == wanted


def found_at(warehouse: Warehouse, name: str, month: date) -> Found:
    rows = warehouse.rows(name, ("unit",), month_from=month, month_to=month)
    return {row[:-2]: row[-2:] for row in rows}


@examples(10)
@given(st.integers(0, 2**32))
def test_money_is_never_of_two_kinds(seed: int) -> None:
    chance, month, year = Random(seed), months("2023-11", 1)[0], date(2024, 3, 31)
    rows = [
        {"month_end": ends, "year_ending": ends, "unit": unit, "includes": kind}
        | {"budget_pounds": chance.randint(1, 999)}
        for ends in (year, date(2023, 3, 31))
        for unit in UNITS
        for kind in ("pay only", "all spending")
        if chance.random() < 0.6
    ]
    warehouse = Warehouse().add("budget", rows).build("resource/share_of_money", months=[month])
    mine = [row for row in rows if row["year_ending"] == year]
    wanted: Found = {}
    most = 1
    for kind in ("all spending", "pay only"):  # the later takes the place of one with no more units
        of_kind = {row["unit"]: float(row["budget_pounds"]) for row in mine if row["includes"] == kind}
        if None in of_kind and len(of_kind) > 1 and len(of_kind) >= most:
            most = len(of_kind)
            wanted = {(u,): (n, 0.0) if u else (0.0, n) for u, n in of_kind.items()}
    assert found_at(warehouse, "resource/share_of_money", month) == wanted
