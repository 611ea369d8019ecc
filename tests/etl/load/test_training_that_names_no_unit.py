"""A tracker of one team without a Unit column must not wipe out every other team's record."""

from datetime import date

import pytest

from etl.__main__ import main
from etl.checking.check_file import check
from etl.loading.decisions import all_accepted
from etl.loading.load import load
from tests.etl.intake.workbooks import SEPTEMBER, workbook

AUGUST = date(2026, 8, 31)
DAY = date(2025, 3, 12)
HEADINGS = ["Person ref", "Course", "Completed on"]
TEAMS = {"1": "Domestic abuse investigation", "2": "Child abuse investigation"}


def tracker(*refs, month=SEPTEMBER, units=None) -> tuple[str, bytes]:
    """A list of training, with a Unit column where units are given by person."""
    rows = [[ref, "DA Matters", DAY, *([units[ref]] if units else [])] for ref in refs]
    head = [*HEADINGS, "Unit"] if units else HEADINGS
    name = f"{'-'.join(refs)} {month} {bool(units)}.xlsx"
    return name, workbook(Training=[["As at", month], [], head, *rows])


def records(loads) -> set[tuple]:
    return set(loads.ask("SELECT load_id, unit FROM training"))


@pytest.fixture
def sent(loads):
    """Two teams have sent their training for September, each by name."""
    assert load(loads.store, [tracker("1", "2", units=TEAMS)], "me").refused == ()
    return loads


def test_a_unit_stated_with_the_file_is_whose_record_it_is(sent):
    result = load(sent.store, [tracker("3")], "me", unit="Domestic abuse investigation")
    assert result.refused == ()
    assert records(sent) == {("L00001", "CA1"), ("L00002", "DA1")}


def test_without_one_it_is_refused_until_a_person_says_that_the_whole_force_is_meant(sent):
    (refused,) = load(sent.store, [tracker("3")], "me").refused
    (warning,) = refused.report.warnings
    assert warning.code == "whole_force_over_units"
    assert "CA1, DA1" in warning.says
    assert records(sent) == {("L00001", "CA1"), ("L00001", "DA1")}
    assert load(sent.store, [tracker("3")], "me", decisions=all_accepted("all of the force")).refused == ()
    assert records(sent) == {("L00002", None)}


def test_the_check_before_loading_warns_of_the_same(sent):
    (report,) = check(sent.store, sent.settings, [tracker("3")])
    assert [w.code for w in report.warnings] == ["whole_force_over_units"]
    assert report.sheets[0].names_no_unit
    (stated,) = check(sent.store, sent.settings, [tracker("3")], unit="DA1")
    assert stated.warnings == ()
    assert stated.sheets[0].names_no_unit


def test_a_later_month_takes_over_what_units_sent_before_it(loads):
    load(loads.store, [tracker("1", "2", month=AUGUST, units=TEAMS)], "me")
    (refused,) = load(loads.store, [tracker("3")], "me").refused
    assert refused.report.warnings[0].code == "whole_force_over_units"


def test_files_of_one_step_are_seen_by_one_another(loads):
    result = load(loads.store, [tracker("1", "2", units=TEAMS), tracker("3")], "me")
    assert len(result.loads) == len(result.refused) == 1


@pytest.mark.parametrize("before", [[], [tracker("1", "2")]])
def test_a_force_that_sends_one_record_for_all_is_not_asked(loads, before):
    for file in [*before, tracker("3")]:
        assert load(loads.store, [file], "me").refused == ()
    assert {unit for _, unit in records(loads)} == {None}


def test_a_unit_that_is_not_known_is_refused_with_the_nearest(loads):
    (refused,) = load(loads.store, [tracker("3")], "me", unit="Child abuse investigaton").refused
    (error,) = refused.report.errors
    assert error.code == "unit_stated_unknown"
    assert "Did you mean “Child abuse investigation”" in error.says


def test_a_unit_stated_with_a_file_that_names_its_own_changes_nothing(loads):
    load(loads.store, [tracker("1", "2", units=TEAMS)], "me", unit="MASH1")
    assert {unit for _, unit in records(loads)} == {"DA1", "CA1"}


def test_a_second_sheet_without_units_beside_one_with_is_not_of_the_whole_force(sent):
    head = [*HEADINGS, "Unit"]
    title = [["As at", SEPTEMBER], []]
    beside = workbook(
        Training=[*title, head, ["1", "DA Matters", DAY, TEAMS["1"]]],
        Bookings=[*title, HEADINGS, ["4", "DA Matters", DAY]],
    )
    assert load(sent.store, [("both.xlsx", beside)], "me").refused == ()
    assert records(sent) == {("L00001", "CA1"), ("L00002", "DA1"), ("L00002", None)}


def test_the_command_line_states_the_unit_for_a_check_and_for_a_load(sent, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PPU_STORE", str(sent.store.path))
    file = tmp_path / "mine.xlsx"
    file.write_bytes(tracker("3")[1])
    assert main(["load", str(file)]) == 1
    assert "takes the place of the records that units sent" in capsys.readouterr().out
    assert main(["check", str(file), "--unit", "DA1"]) == 0
    assert "read as the record of DA1, as stated" in capsys.readouterr().out
    assert main(["load", str(file), "--unit", "DA1"]) == 0
    assert records(sent) == {("L00001", "CA1"), ("L00002", "DA1")}
