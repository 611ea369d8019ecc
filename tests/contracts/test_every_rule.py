"""Every rule catches the row it says it catches, and lets the row pass that it says it allows."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import duckdb
import pytest

import contracts
from contracts import DATASETS, FINDINGS
from contracts.findings import sql as finding_sql
from contracts.model import Dataset, Finding, Rule, SetRule
from contracts.rules import sql as set_rule_sql
from contracts.to_checks import limit_rules
from contracts.to_duckdb import create_table
from contracts.to_rows import canonical_row, example_row
from tests.tables import insert

ROW_RULES = [(d, r) for d in DATASETS.values() for r in limit_rules(d) + d.rules]
SET_RULES = [(d, r) for d in DATASETS.values() for r in d.set_rules]


def staged(dataset: Dataset, rows: Iterable[dict[str, Any]]) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect(":memory:")
    con.execute(create_table(dataset, canonical=False, name="rows"))
    force = {} if "force" in dataset.column_names else {"force": "NORTHSHIRE"}
    insert(con, "rows", ({**row, **force, "row_number": n} for n, row in enumerate(rows, start=2)))
    return con


def broken(dataset: Dataset, rule: Rule, changed: dict[str, Any]) -> list[tuple[Any, ...]]:
    con = staged(dataset, [example_row(dataset, **changed)])
    return con.execute(f"select row_number from rows where {rule.broken_when}").fetchall()


@pytest.mark.parametrize(("dataset", "rule"), ROW_RULES, ids=[r.id for _, r in ROW_RULES])
def test_a_row_rule_catches_its_row_and_allows_its_row(dataset: Dataset, rule: Rule) -> None:
    assert broken(dataset, rule, dict(rule.catches)) == [(2,)]
    assert broken(dataset, rule, dict(rule.allows)) == []


@pytest.mark.parametrize(("dataset", "rule"), ROW_RULES, ids=[r.id for _, r in ROW_RULES])
def test_a_row_rule_lets_pass_a_row_whose_optional_cells_are_blank(dataset: Dataset, rule: Rule) -> None:
    blank = {c.name: None for c in dataset.columns if not c.required}
    assert broken(dataset, rule, blank) == []


@pytest.mark.parametrize(("dataset", "rule"), SET_RULES, ids=[r.id for _, r in SET_RULES])
def test_a_set_rule_catches_its_table_and_allows_its_table(dataset: Dataset, rule: SetRule) -> None:
    caught = staged(dataset, [example_row(dataset, **row) for row in rule.catches])
    allowed = staged(dataset, [example_row(dataset, **row) for row in rule.allows])
    assert caught.execute(set_rule_sql(rule)).fetchall()
    assert allowed.execute(set_rule_sql(rule)).fetchall() == []


@pytest.mark.parametrize("finding", FINDINGS, ids=[f.id for f in FINDINGS])
def test_a_finding_catches_its_tables_and_allows_its_tables(finding: Finding) -> None:
    caught = found(finding, finding.catches)
    assert caught
    assert found(finding, finding.allows) == []
    # Published strength of a whole force is in FTE too, and public.
    counts = any(word in str(row[-1]) for row in caught for word in ("people", "FTE"))
    assert finding.of_people == (counts and finding.needs != ("police_strength",))


def found(finding: Finding, tables: Any) -> list[tuple[Any, ...]]:
    con = duckdb.connect(":memory:")
    for name in DATASETS:
        con.execute(create_table(DATASETS[name]))
    assert set(tables) == set(finding.needs)
    for name, rows in tables.items():
        insert(con, name, (canonical_row(DATASETS[name], **row) for row in rows))
    answer = con.execute(finding_sql(finding))
    assert [column[0] for column in answer.description] == ["force", "unit", "month_end", "n", "detail"]
    return answer.fetchall()


def test_there_are_many_rules_and_each_has_an_id_of_its_own() -> None:
    own = [r for d in DATASETS.values() for r in (*d.rules, *d.set_rules)]
    ids = [r.id for r in (*own, *(r for _, r in ROW_RULES if r not in own), *FINDINGS)]
    assert len(own) + len(FINDINGS) >= 25
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "rule", [r for _, r in (*ROW_RULES, *SET_RULES)] + list(FINDINGS), ids=lambda r: r.id
)
def test_every_rule_says_what_is_wrong_and_how_to_put_it_right(rule: Rule | SetRule | Finding) -> None:
    text = f"{rule.says} {rule.how_to_fix}"
    assert rule.says.endswith(".") and rule.how_to_fix.endswith(".")
    assert not [word for word in ("invalid", "please", "sorry", "error") if word in text.lower()]


def test_the_example_row_of_every_dataset_keeps_every_rule() -> None:
    for dataset, rule in ROW_RULES:
        assert broken(dataset, rule, {}) == [], rule.id


def test_stock_and_flow_says_how_many_cases_are_not_explained() -> None:
    finding = next(f for f in FINDINGS if f.id == "stock_and_flow")
    assert found(finding, finding.catches) == [
        ("NORTHSHIRE", "Domestic abuse investigation", date(2026, 9, 30), 3, "domestic abuse")
    ]


def test_stock_and_flow_names_a_flow_that_was_not_sent() -> None:
    finding = next(f for f in FINDINGS if f.id == "stock_and_flow")
    before, after = finding.catches["caseload"]
    detail = found(finding, {"caseload": (before, {**after, "reopened": None})})[0][-1]
    assert detail == "domestic abuse (transfers or reopened not sent)"


def test_work_in_the_wrong_name_is_told_apart_by_why() -> None:
    finding = next(f for f in FINDINGS if f.id == "work_held_by_someone_not_carrying")
    people = (
        {"carries_work": "none"},
        {"person_ref": "5002", "crime_system_ref": None, "unit": "Child abuse"},
    )
    held = (
        {"person_ref": "N4417", "open": 1},
        {"person_ref": "5002", "open": 2},
        {"person_ref": "9", "open": 4},
    )
    answer = found(finding, {"people": people, "investigators": held})
    assert {(row[4], row[3]) for row in answer} == {
        ("does not carry work", 1),
        ("works in another unit", 2),
        ("gone or not in People", 4),
    }


def test_people_who_left_are_not_missed_when_the_unit_sent_nothing() -> None:
    finding = next(f for f in FINDINGS if f.id == "person_gone_without_movement")
    elsewhere = {"unit": "Child abuse investigation", "person_ref": "5002"}
    people = ({"month_end": date(2026, 8, 31)}, elsewhere)
    assert found(finding, {"people": people, "movements": ()}) == []


def test_the_same_day_rule_needs_five_people() -> None:
    people = DATASETS["people"]
    rule = next(r for r in people.set_rules if r.id == "people.same_day_in_unit")
    four = staged(people, [example_row(people, person_ref=str(n)) for n in range(4)])
    many = [example_row(people, person_ref=str(n)) for n in range(5)]
    day = date(2020, 1, 1)
    others = [example_row(people, person_ref=f"o{n}", in_unit_since=day + timedelta(n)) for n in range(15)]
    assert four.execute(set_rule_sql(rule)).fetchall() == []
    assert staged(people, many + others).execute(set_rule_sql(rule)).fetchall() == []


def test_no_sql_file_is_without_a_rule() -> None:
    from pathlib import Path

    home = Path(contracts.__file__).parent
    assert {p.name for p in (home / "rules").glob("*.sql")} == {r.sql for _, r in SET_RULES}
    assert {p.name for p in (home / "findings").glob("*.sql")} == {f.sql for f in FINDINGS}
