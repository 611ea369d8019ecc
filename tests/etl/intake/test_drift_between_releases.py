"""Two releases of a table by somebody else, a year apart: columns renamed, cells restated, signs for missing.

The children's social work workforce of the Department for Education is none of our datasets. It is read here
by the matcher, the value readers and the comparison that returns go through, with a contract of its own.
"""

import os
from collections import Counter
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import contracts
from contracts import to_duckdb
from contracts.model import Column, Dataset
from etl.checking.gathered import Asked
from etl.checking.stage import Staging, stage
from etl.difference.rows import row_changes
from etl.difference.sides import Sides
from etl.layout.find import find_table
from etl.layout.month import SheetMonth
from etl.opening.read import read
from tests.tables import insert

REAL = Path(os.environ.get("PPU_REAL_FILES", "real"))
BEFORE, AFTER = "dfe_csww_headline_measures_2017_to_2022.csv", "dfe_csww_indicators_2017_to_2023.csv"
KEY = ("time_period", "geographic_level", "region_code", "new_la_code")
ABOUT = (
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code",
    "region_name", "old_la_code", "new_la_code", "la_name",
)  # fmt: skip
COUNTED = (
    "inpost_fte", "inpost_headcount", "starters_fte", "starters_headcount", "leavers_fte",
    "leavers_headcount", "turnover_rate_fte", "turnover_rate_headcount", "agency_fte", "agency_headcount",
    "agency_rate_fte", "agency_rate_headcount", "agency_cover_fte", "agency_cover_rate_fte", "vacancy_fte",
    "vacancy_rate_fte", "vacancy_agency_cover_rate_fte", "case_holders_fte", "cases", "caseload_fte",
    "working_days_lost_fte", "absence_rate_fte",
)  # fmt: skip
RENAMED = {
    "leaver_fte": "leavers_fte",
    "leaver_headcount": "leavers_headcount",
    "turnover_rate_fte_%": "turnover_rate_fte",
    "turnover_rate_headcount_%": "turnover_rate_headcount",
    "absence_rate_fte_%": "absence_rate_fte",
    "agency_cover_rate_fte_%": "agency_cover_rate_fte",
    "vacancy_rate_fte_%": "vacancy_rate_fte",
    "vacancy_agency_cover_rate_fte_%": "vacancy_agency_cover_rate_fte",
}
ASKED = {
    "social_worker_fte": "inpost_fte",
    "social_worker_headcount": "inpost_headcount",
    "agency_worker_rate_fte_%": "agency_rate_fte",
    "agency_worker_rate_headcount_%": "agency_rate_headcount",
}


def contract(local: tuple[tuple[str, str], ...] = ()) -> Dataset:
    """The columns of the later release, by their own names; `local` as a person has answered."""
    about = [Column(name, name, "text", name, required=False) for name in ABOUT]
    counted = [Column(name, name, "number", name, required=name != "starters_fte") for name in COUNTED]
    return Dataset(
        "council_workforce", "Council workforce", "none", "one council in one year", KEY,
        (*about, *counted), local=local,
    )  # fmt: skip


@pytest.fixture(scope="module")
def released():
    """The one sheet of each release, with the made contract among ours while these tests run."""
    absent = [name for name in (BEFORE, AFTER) if not (REAL / name).exists()]
    if absent:
        pytest.skip(f"{', '.join(absent)} not at hand; set PPU_REAL_FILES to the folder that holds it")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(contracts.DATASETS, "council_workforce", contract())
        yield {name: read("csv", (REAL / name).read_bytes()).sheets[0] for name in (BEFORE, AFTER)}


@pytest.fixture(scope="module")
def staged(released) -> dict[str, Staging]:
    """Each release as rows, where a person has said what the headings mean that were asked about."""
    known = Asked(None, "", date(2026, 10, 12)).known()
    agreed = contract(tuple(ASKED.items()))
    return {
        name: stage(find_table(sheet, [agreed]), SheetMonth(None), known) for name, sheet in released.items()
    }


def test_a_renamed_column_is_matched_to_the_right_one_or_asked_about(released):
    matching = find_table(released[BEFORE], [contract()]).matching
    assert {m.heading: m.column for m in matching.matched if m.heading != m.column} == RENAMED
    assert {m.how for m in matching.matched if m.heading in RENAMED} == {"close"}
    assert {heading for _, heading in matching.unmatched} == set(ASKED)
    assert set(COUNTED) - set(matching.found) == {*ASKED.values(), "starters_fte", "starters_headcount"}
    assert matching.doubled == ()


def test_an_answer_is_remembered_for_the_headings_that_were_asked_about(released):
    matching = find_table(released[BEFORE], [contract(tuple(ASKED.items()))]).matching
    assert {m.heading: m.column for m in matching.matched if m.how == "remembered"} == ASKED
    assert matching.unmatched == ()


def test_of_all_columns_of_the_later_release_the_matched_one_holds_most_of_the_same_figures(staged):
    before, after = (by_key(staged[name]) for name in (BEFORE, AFTER))
    both = before.keys() & after.keys()

    def same(earlier: str, later: str) -> int:
        return sum(before[k][earlier] is not None and before[k][earlier] == after[k][later] for k in both)

    for name in (*RENAMED.values(), *ASKED.values()):
        assert max(COUNTED, key=lambda later, name=name: same(name, later)) == name


def by_key(staging):
    return {tuple(row.kept[name] for name in KEY): row.kept for row in staging.sheet.rows}


def kinds(staging):
    """How often each kind of missing stands in a column of numbers."""
    told = (row.missing_kinds for row in staging.sheet.rows)
    return Counter(kind for each in told for name, kind in each.items() if name in COUNTED)


def test_each_sign_is_its_own_kind_of_missing_and_none_is_nought(staged):
    """z is not applicable, x unavailable, c confidential, u of low reliability, and low rounds to 0."""
    assert kinds(staged[BEFORE]) == {"n/a": 88, "..": 34, "[c]": 8}
    assert kinds(staged[AFTER]) == {"n/a": 67, "..": 41, "not known": 9, "[c]": 8, "low": 3}
    for name in (BEFORE, AFTER):
        assert all(
            row.kept[column] is None for row in staged[name].sheet.rows for column in row.missing_kinds
        )
        assert {breach.code for breach in staged[name].breaches} == {"cell_missing_kind"}


def fill(con: duckdb.DuckDBPyConnection, schema: str, staging: Staging) -> set[date]:
    """One release as the tables that a published file has; without what the earlier one did not count."""
    rows = [
        {
            **{name: value for name, value in row.kept.items() if not name.startswith("starters")},
            "force": "DfE",
            "row_number": row.row_number,
            "month_end": date(int(row.kept["time_period"]), 9, 30),
        }
        for row in staging.sheet.rows
    ]
    con.execute(f"create schema {schema}")
    con.execute(f"use memory.{schema}")
    con.execute(to_duckdb.create_table(contract()))
    con.execute("alter table council_workforce add column month_end date")
    con.execute('create table coverage ("force" varchar, dataset varchar, month_end date, unit varchar)')
    con.register("sent", pd.DataFrame(rows))
    con.execute("insert into council_workforce by name select * from sent")
    years = {row["month_end"] for row in rows}
    insert(con, "coverage", [{"force": "DfE", "dataset": "council_workforce", "month_end": y} for y in years])
    return years


def test_restated_cells_are_found_by_the_comparison_of_corrected_returns(staged):
    con = duckdb.connect()
    years = [fill(con, schema, staged[name]) for schema, name in (("was", BEFORE), ("will", AFTER))]
    con.execute("use memory.main")
    con.execute('create temp table touched ("force" varchar, dataset varchar, month_end date)')
    groups = [("DfE", "council_workforce", year) for year in years[0] & years[1]]
    con.executemany("insert into touched values (?, ?, ?)", groups)
    found = row_changes(Sides(con, frozenset((f, d, year.isoformat()) for f, d, year in groups)))
    before, after = (by_key(staged[name]) for name in (BEFORE, AFTER))
    cells = [
        (key, name)
        for key in before.keys() & after.keys()
        for name in COUNTED
        if not name.startswith("starters") and before[key][name] != after[key][name]
    ]
    assert (len(cells), len({key for key, _ in cells})) == (2_454, 719)
    assert {each.month_end.year: each.changed for each in found} == Counter(
        int(key[0]) for key in {k for k, _ in cells}
    )
    assert (sum(each.changed for each in found), sum(each.same for each in found)) == (719, 954 - 719)
    assert (sum(each.new for each in found), sum(each.gone for each in found)) == (20, 24)
