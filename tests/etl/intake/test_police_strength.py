"""Home Office workforce tables: the same shape in small, and the real publications where they are at hand."""

import os
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.etl.intake.workbooks import check_bytes, codes, only, workbook

THEN, NOW = date(2015, 3, 31), date(2015, 9, 30)
TITLE = "Table 1: Police officers by police force area, 31 March 2015 and 30 September 2015"
HEAD = [
    [TITLE],
    [None],
    [None, None, "Full-time equivalents"],
    ["Police force area", "As at:", None, "Change in 6 months"],
    [None],
    [None, THEN, NOW, "number"],
]
BODY = [
    ["West Midlands ", 30, 33, 3],
    ["Staffordshire1", 10, 11, 1],
    ["West Midlands", 20, 22, 2],
    ["South West ", 7.5, "..", 1],
    ["Avon & Somerset", 7.5, "..", 1],
    ["Total 43 forces", 37.5, 33, 4],
    ["British Transport Police", 5, 6, 1],
    ["Total", 42.5, 39, 5],
    [None],
    ["1 Some of the increase is due to collaboration."],
]
INDEX = [["Police Workforce"], ["Sheet", "Title"], ["Table 1", TITLE]]
REAL = Path(os.environ.get("PPU_REAL_FILES", "real"))


def published(body=BODY):
    return check_bytes(workbook(Index=INDEX, Table_1=[*HEAD, *body]), "strength.xlsx")


def test_a_published_table_becomes_a_row_for_each_force_and_date():
    file = published()
    assert file.report.ok, file.report.breaches
    rows = file.sheets[0].records()
    assert [(r["force"], r["as_at"], r["value"]) for r in rows] == [
        ("Staffordshire", THEN, 10), ("Staffordshire", NOW, 11), 
        ("West Midlands", THEN, 20), ("West Midlands", NOW, 22),
        ("Avon and Somerset", THEN, 7.5), ("Avon and Somerset", NOW, None),
    ]  # fmt: skip
    assert {(r["worker_type"], r["basis"], r["edition"]) for r in rows} == {("officers", "FTE", NOW)}
    assert [r["region"] for r in rows][::2] == ["West Midlands", "West Midlands", "South West"]
    assert rows[-1]["missing_kinds"] == {"value": ".."}


def test_every_row_that_is_no_force_is_told():
    (report,) = published().report.sheets
    assert report.rows_read == report.rows_loaded + report.rows_ignored == len(HEAD) + len(BODY) - 4
    assert [why for _, why in report.ignored] == [
        *["title"] * 3, "region", "region", "total", "not one of the 43 forces", "total", "note",
    ]  # fmt: skip


def test_a_table_that_does_not_add_up_to_its_own_total_is_refused():
    changed = [["Staffordshire1", 10, 12, 1] if row[0] == "Staffordshire1" else row for row in BODY]
    told = only(published(changed), "strength_total")
    assert "34.00" in told.says and "33.00" in told.says


def test_a_table_without_its_total_is_refused():
    assert "strength_total" in codes(published([row for row in BODY if row[0] != "Total 43 forces"]))


@pytest.mark.parametrize(
    ("name", "officers"),
    [
        (
            "ho_police-workforce-tabs-30sep15.ods",
            {date(2015, 9, 30): 125184.76, date(2014, 9, 30): 127077.36},
        ),
        (
            "ho_police-workforce-sep18-tables.ods",
            {date(2018, 9, 30): 122395.45, date(2017, 9, 30): 121928.98},
        ),
    ],
)
def test_real_publications_add_up_to_their_own_total(name, officers):
    if not (REAL / name).exists():
        pytest.skip(f"{name} is not at hand; set PPU_REAL_FILES to the folder that holds it")
    file = check_bytes((REAL / name).read_bytes(), name)
    assert file.report.ok, file.report.breaches
    first = file.sheets[0]
    loaded: Counter = Counter()
    for row in first.records():
        loaded[row["as_at"]] += row["value"]
    assert {day: round(loaded[day], 2) for day in officers} == officers
    assert len({row["force"] for row in first.records()}) == 43
