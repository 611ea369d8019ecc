"""The tables that contracts make in DuckDB."""

import duckdb
import pytest

from contracts import DATASETS, dataset
from contracts.model import Dataset
from contracts.to_duckdb import column_names, comments, create_table
from contracts.to_rows import canonical_row
from tests.tables import fill, insert

EVERY = list(DATASETS.values())


@pytest.mark.parametrize("each", EVERY, ids=lambda d: d.name)
def test_a_table_holds_its_example_row(each: Dataset) -> None:
    con = duckdb.connect(":memory:")
    con.execute(create_table(each))
    insert(con, each.name, [canonical_row(each)])
    columns = con.execute(
        f"select column_name from duckdb_columns() where table_name = '{each.name}'"
    ).fetchall()
    assert [name for (name,) in columns] == list(column_names(each))
    assert con.execute(f"select count(*) from {each.name}").fetchone() == (1,)


def test_the_canonical_form_keeps_no_reference_as_sent() -> None:
    names = {name for each in EVERY for name in column_names(each)}
    assert {"person_key", "crime_key", "training_key"} <= names
    assert not {"person_ref", "crime_system_ref", "training_ref"} & names
    assert "person_ref" in column_names(dataset("people"), canonical=False)


@pytest.mark.parametrize("each", EVERY, ids=lambda d: d.name)
def test_every_row_says_where_it_came_from(each: Dataset) -> None:
    names = column_names(each)
    assert {"force", "load_id", "sheet", "row_number", "missing_kinds"} <= set(names)
    assert len(names) == len(set(names))


def test_a_measure_may_be_missing_and_a_key_may_not() -> None:
    con = duckdb.connect(":memory:")
    con.execute(create_table(dataset("caseload")))
    insert(con, "caseload", [canonical_row(dataset("caseload"), open=None)])
    with pytest.raises(duckdb.ConstraintException):
        insert(con, "caseload", [canonical_row(dataset("caseload"), unit=None)])


def test_the_meaning_of_every_column_goes_into_the_warehouse() -> None:
    con = duckdb.connect(":memory:")
    for each in EVERY:
        for statement in (create_table(each), *comments(each)):
            con.execute(statement)
    without = con.execute(
        "select table_name, column_name from duckdb_columns() where comment is null and not internal"
    ).fetchall()
    said = con.execute("select comment from duckdb_columns() where column_name = 'unallocated'").fetchone()
    assert without == []
    assert said == ("Open cases with no named investigator; a supervisor's tray counts here.",)


def test_a_drawn_table_fills_what_is_drawn_and_the_example_for_the_rest() -> None:
    con = duckdb.connect(":memory:")
    con.execute(create_table(dataset("caseload")))
    fill(con, "caseload", """
        | unit | month_end | open | unallocated |
        |------|-----------|------|-------------|
        | DA1  | 2026-02   |   50 |             |
    """, force="WESTSHIRE")  # fmt: skip
    row = con.execute(
        'select "force", unit, month_end::varchar, "open", unallocated, "new", overdue from caseload'
    )
    assert row.fetchall() == [("WESTSHIRE", "DA1", "2026-02-28", 50, None, 41, None)]
