"""The good rows of a live list are loaded and the others held back, by place and without a reference."""

import duckdb
import pytest

from etl.__main__ import main
from etl.holding.held_cells import cells_of, listed
from etl.holding.release import CannotRelease, release, still_held
from settings import sample
from store import open_store
from store.matches import remembered as matches_of
from store.own_settings import keep_for_samples
from store.publications import current
from tests.etl.intake.live_lists import CA, HEADS, MONTH_END, SECRET, Drawn, rows_of
from tests.etl.intake.test_headings_of_a_list import ANSWERS, own
from tests.etl.intake.workbooks import check_sheets, workbook
from tests.etl.load.test_live_crimes import everything_kept
from ui.findings.held_rows import listed as lines_of

GOOD = [Drawn(1), Drawn(2, closed=MONTH_END), Drawn(3, unit=CA, kind="child abuse", closed=MONTH_END)]
WHY = "Puts it right on Monday"


def changed(number, **cells):
    """The row of a case with some cells changed."""
    row = Drawn(number).row()
    for heading, cell in cells.items():
        row[HEADS.index(heading.replace("_", " "))] = cell
    return row


FAULTY = [
    changed(4, Team=None),
    changed(5, Crime_ref=None),
    changed(6, Date_closed="last week"),
    Drawn(7).row(),
    Drawn(7, unit=CA).row(),
    changed(8, OIC="Jones"),
]
ROWS = [*rows_of(GOOD), *FAULTY]  # the good ones in rows 4 to 6


def at(patch, folder):
    """The store of a folder is the one that commands work on."""
    patch.setenv("PPU_STORE", str(folder / "store"))
    patch.setenv("PPU_KEY_DIR", str(folder / "keys"))


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """A folder with a store that has the good rows of the list, and the others held back."""
    folder = tmp_path_factory.mktemp("held")
    with pytest.MonkeyPatch.context() as patch:
        at(patch, folder)
        keep_for_samples(open_store())
        file = folder / "live.xlsx"
        file.write_bytes(workbook(Crimes=ROWS))
        assert main(["load", str(file), "--by", "A. Analyst", "--accept", "Known", "--hold", WHY]) == 0
        file.unlink()
    return folder


@pytest.fixture
def place(loaded, monkeypatch):
    at(monkeypatch, loaded)
    return loaded


def published(sql):
    store = open_store()
    with duckdb.connect(str(store.published / current(store).file), read_only=True) as con:
        return con.execute(sql).fetchall()


def test_the_check_says_how_many_rows_of_the_list_could_be_loaded_and_held():
    file = check_sheets(Crimes=ROWS)
    # The case whose officer is no number is in the counts of its unit, and held back from those by officer.
    assert (file.report.could_load, file.report.could_hold) == (4, 6)
    caseload, officers = file.holding_back().report.sheets
    assert (caseload.rows_read, caseload.rows_loaded, caseload.rows_held) == (10, 4, 5)
    for sheet in (caseload, officers):
        assert sheet.rows_read == sheet.rows_loaded + sheet.rows_held + sheet.rows_ignored


def test_the_good_rows_are_counted_and_both_of_a_case_that_stands_twice_are_not(place):
    assert published('select unit, "open", "new", closed from caseload order by unit') == [
        ("CA1", 0, 1, 1),
        ("DA1", 2, 3, 1),
    ]


def test_what_is_held_is_counted_beside_its_unit_with_who_said_so_and_why(place):
    held = published("select unit, row_number, reason, held_by from held_row where dataset = 'caseload'")
    assert {(unit, row) for unit, row, *_ in held} == {
        ("DA1", 7), ("CA1", 7), ("DA1", 8), ("DA1", 9), ("DA1", 10), ("CA1", 11),
    }  # fmt: skip
    assert {(reason, by) for *_, reason, by in held} == {(WHY, "A. Analyst")}
    assert published("select row_number from held_row where dataset = 'investigators' and unit = 'DA1'") != []


def test_nothing_of_a_held_case_is_kept_but_its_place_unit_and_work_type(place):
    kept = everything_kept(place)
    assert WHY.casefold() in kept and "live_no_reference" in kept
    assert SECRET.casefold() not in kept and "jones" not in kept and "last week" not in kept


def test_a_held_case_is_not_put_right_by_itself_and_the_way_out_is_said(place):
    row = next(each for each in still_held(open_store()) if each.row_number == 9)
    assert cells_of(open_store(), sample(), row) == []
    with pytest.raises(CannotRelease, match="load the list again"):
        release(open_store(), row.key, {"unit": "DA1"}, "Asked", "me")


def test_a_held_case_is_listed_once_in_its_list_whichever_counts_it_is_missing_in(place, capsys):
    held = still_held(open_store())
    assert len([row for row in held if row.row_number == 7]) == 2  # by its unit, and by its officer
    assert [(each.sheet, each.row.row_number) for each in listed(open_store(), held)] == [
        ("Crimes", number) for number in range(7, 13)
    ]
    table = lines_of(listed(open_store(), held), str)
    assert list(table["Sheet"]) == ["Crimes"] * len(table) and not table.duplicated().any()
    assert main(["held"]) == 0
    assert capsys.readouterr().out.count('sheet "Crimes" row 7 ') == 1
    assert main(["release", "L00001", "Crimes", "7", "--reason", "Asked"]) == 1
    assert "load the list again" in capsys.readouterr().out


def test_the_corrected_list_counts_them_and_ends_the_holding(place):
    cases = [*GOOD, *(Drawn(n) for n in range(4, 9))]
    file = place / "again.xlsx"
    file.write_bytes(workbook(Crimes=rows_of(cases)))
    assert main(["load", str(file), "--accept", "Known"]) == 0
    assert published("select sum(\"open\") from caseload where unit = 'DA1'") == [(6,)]
    assert still_held(open_store()) == []


def test_a_list_of_which_every_row_is_at_fault_is_refused_whole():
    file = check_sheets(Crimes=[*rows_of([]), *FAULTY[:3]], Caseload=[["Unit"], ["x"]])
    assert file.report.could_hold == 0 and not file.report.ok


@pytest.mark.deep
def test_headings_are_remembered_with_the_load_and_listed(place, capsys):
    file = place / "own.xlsx"
    file.write_bytes(workbook(Crimes=own()))
    matches = [part for answer in ANSWERS for part in ("--match", answer)]
    assert main(["load", str(file), "--accept", "Known", *matches]) == 0
    assert main(["matches"]) == 0
    told = capsys.readouterr().out
    assert "column:live_crimes:Job ref=reference  (Crime reference)" in told
    other = place / "other.xlsx"
    other.write_bytes(workbook(Crimes=own(of=7)))
    assert main(["check", str(other)]) == 0
    assert "headings read as agreed before: “Job ref” as Crime reference" in capsys.readouterr().out
    assert main(["matches", "--remove", "column:live_crimes:job ref", "--yes"]) == 0
    assert "Job ref" not in {word.text for word in matches_of(open_store())}
