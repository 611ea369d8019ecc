"""National tables load side by side: the newest edition is current, the earlier stays, overlaps are told."""

import os
from datetime import date
from pathlib import Path

import pytest

from etl.checking.check_file import check
from etl.loading.load import load
from etl.loading.undo import undo
from settings import sample
from tests.etl.intake.open_tables import functions, strength
from tests.etl.intake.workbooks import workbook
from ui.figures import session

THEN, NOW = date(2019, 3, 31), date(2019, 9, 30)
TITLE = "Table 1: Police officers by police force area, 31 March 2019 and 30 September 2019"
HALF_YEARLY = [
    [TITLE],
    [None, None, "Full-time equivalents"],
    ["Police force area", THEN, NOW],
    ["Eastern", 1163.92, 1190],
    ["Bedfordshire", 1163.92, 1190],
    ["Total 43 forces", 1163.92, 1190],
]
OPEN = strength(
    (2019, "Female", "Constable", "Police Officer", 500, 480.92),
    (2019, "Male", "Constable", "Police Officer", 720, 700.0),
    (2020, "Male", "Constable", "Police Officer", 720, 1200.5),
)
REVISED = "Bedfordshire 31 March 2019, officers, FTE: 1,163.92 → 1,180.92"
REAL = Path(os.environ.get("PPU_REAL_FILES", "real"))
EDITIONS = (
    "ho_police-workforce-tabs-30sep15.ods", "ho_police-workforce-sep18-tables.ods",
    "police-uplift-2022-data.csv.gz",
)  # fmt: skip


def sent(store, name, **sheets):
    return load(store, [(name, workbook(**sheets))], "me")


def current(loads, monkeypatch):
    """The officers in FTE that pages read, by day."""
    monkeypatch.setenv("PPU_STORE", str(loads.store.path))
    rows = session.query("police_strength")
    return {row[2]: (row[6], row[5]) for row in rows if row[3:5] == ("officers", "FTE")}


@pytest.mark.parametrize("newest_last", [True, False])
def test_the_newest_edition_is_current_whichever_is_loaded_last(loads, monkeypatch, newest_last):
    files = [("half.xlsx", {"Table_1": HALF_YEARLY}), ("open.xlsx", {"Data": OPEN})]
    done = [sent(loads.store, name, **sheets) for name, sheets in (files if newest_last else files[::-1])]
    assert current(loads, monkeypatch) == {
        THEN: (1180.92, date(2020, 3, 31)),
        NOW: (1190, NOW),
        date(2020, 3, 31): (1200.5, date(2020, 3, 31)),
    }
    assert [REVISED in sentence for sentence in done[1].said if "another edition" in sentence] == [True]


def test_the_earlier_edition_stays_and_the_difference_is_a_finding(loads, monkeypatch):
    sent(loads.store, "half.xlsx", Table_1=HALF_YEARLY)
    (report,) = check(loads.store, sample(), [("open.xlsx", workbook(Data=OPEN))])
    assert [REVISED in sentence for sentence in report.said if "another edition" in sentence] == [True]
    sent(loads.store, "open.xlsx", Data=OPEN)
    both = loads.ask("SELECT value FROM w.police_strength WHERE as_at = '2019-03-31' AND basis = 'FTE'")
    assert sorted(both) == [(1163.92,), (1180.92,)]
    assert loads.ask("SELECT \"force\", month_end, detail FROM w.finding WHERE id = 'strength_revised'") == [
        ("Bedfordshire", THEN, "officers, FTE: 1,163.92 in the edition to 30/09/2019, 1,180.92 in that to "
         "31/03/2020")
    ]  # fmt: skip
    monkeypatch.setenv("PPU_STORE", str(loads.store.path))
    assert session.query("strength_editions") == [
        ("Bedfordshire", "officers", "FTE", THEN, NOW, 1163.92, date(2020, 3, 31), 1180.92)
    ]


@pytest.mark.deep
def test_undoing_the_newer_edition_makes_the_earlier_one_current(loads, monkeypatch):
    sent(loads.store, "half.xlsx", Table_1=HALF_YEARLY)
    newer = sent(loads.store, "open.xlsx", Data=OPEN)
    undo(loads.store, newer.loads[0], "me")
    assert current(loads, monkeypatch) == {THEN: (1163.92, NOW), NOW: (1190, NOW)}


def test_the_same_edition_again_takes_the_place_of_the_first_and_says_so(loads, monkeypatch):
    sent(loads.store, "open.xlsx", Data=OPEN)
    again = sent(loads.store, "again.xlsx", Data=[*OPEN[:3], (*OPEN[3][:-1], 1201.0)])
    assert current(loads, monkeypatch)[date(2020, 3, 31)][0] == 1201.0
    assert any("2020-03-31: replaces what was loaded before" in sentence for sentence in again.said)
    assert loads.ask("SELECT count(*) FROM w.police_strength WHERE basis = 'FTE'") == [(2,)]


def test_rows_of_a_file_are_counted_in_what_a_load_says(loads):
    done = sent(loads.store, "open.xlsx", Data=OPEN)
    assert "open.xlsx: 3 rows loaded as 4 records (load L00001)." in done.said


def test_the_share_of_officers_in_public_protection_has_numerator_and_denominator(loads, monkeypatch):
    rows = (
        (2024, "Police Officer", "White", "Male", "Public Protection", "Public Protection", 100.0),
        (2024, "Police Officer", "White", "Male", "Response", "Local policing", 900.0),
        (2024, "Police Staff", "White", "Male", "Public Protection", "Public Protection", 50.0),
    )
    sent(loads.store, "old.xlsx", Data=functions(*rows))
    later = functions((*rows[0][:6], 120.0), rows[1], (2025, *rows[0][1:6], 130.0), (2025, *rows[1][1:]))
    sent(loads.store, "new.xlsx", Data=later)
    monkeypatch.setenv("PPU_STORE", str(loads.store.path))
    assert [row[1:4] for row in session.query("public_protection_share")] == [
        (date(2024, 3, 31), 120.0, 1020.0),
        (date(2025, 3, 31), 130.0, 1030.0),
    ]


def test_functions_on_two_sheets_of_a_file_count_once(loads, monkeypatch):
    here = functions(
        (2025, "Police Officer", "White", "Male", "Public Protection", "Public Protection", 100.0),
        (2025, "Police Officer", "White", "Male", "Response", "Local policing", 900.0),
    )
    there = functions(
        (2025, "Police Officer", "White", "Male", "Response", "Local policing", 500.0),
        place=("E23000031", "Surrey", "South East"),
    )
    sent(loads.store, "functions.xlsx", Bedfordshire=here, Surrey=there)
    monkeypatch.setenv("PPU_STORE", str(loads.store.path))
    assert [(row[0], *row[2:4], row[5]) for row in session.query("public_protection_share")] == [
        ("Bedfordshire", 100.0, 1000.0, "functions.xlsx"),
        ("Surrey", 0.0, 500.0, "functions.xlsx"),
    ]


def test_a_share_with_a_missing_part_is_missing(loads, monkeypatch):
    rows = (
        (2025, "Police Officer", "White", "Male", "Public Protection", "Public Protection", 100.0),
        (2025, "Police Officer", "White", "Male", "Response", "Local policing", "[c]"),
    )
    sent(loads.store, "new.xlsx", Data=functions(*rows))
    monkeypatch.setenv("PPU_STORE", str(loads.store.path))
    assert [row[2:4] for row in session.query("public_protection_share")] == [(100.0, None)]


@pytest.mark.deep
def test_the_real_editions_differ_where_the_home_office_revised_them(loads):
    absent = [name for name in EDITIONS if not (REAL / name).exists()]
    if absent:
        pytest.skip(f"{', '.join(absent)} not at hand; set PPU_REAL_FILES to the folder that holds it")
    for name in EDITIONS:
        assert load(loads.store, [(name, (REAL / name).read_bytes())], "me").loads
    asked = "SELECT \"force\", n, detail FROM w.finding WHERE id = 'strength_revised' ORDER BY ALL"
    assert loads.ask(asked) == [
        ("Cumbria", 1, "officers, FTE: 1,094.59 in the edition to 30/09/2018, 1,095.59 in that to "
         "31/03/2022"),
        ("Gloucestershire", -25, "volunteers, headcount: 180.00 in the edition to 30/09/2018, 155.00 in that "
         "to 31/03/2022"),
        ("Lancashire", 3, "volunteers, headcount: 367.00 in the edition to 30/09/2018, 370.00 in that to "
         "31/03/2022"),
        ("Metropolitan Police", 40, "PCSOs, FTE: 1,787.24 in the edition to 30/09/2015, 1,826.83 in that to "
         "31/03/2022"),
        ("Metropolitan Police", 174, "staff, FTE: 10,599.10 in the edition to 30/09/2015, 10,773.55 in that "
         "to 31/03/2022"),
        ("Metropolitan Police", 374, "officers, FTE: 31,877.24 in the edition to 30/09/2015, 32,251.61 in "
         "that to 31/03/2022"),
    ]  # fmt: skip
