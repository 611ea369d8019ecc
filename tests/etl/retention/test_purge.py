"""Rows about people go when the force's setting says so, from every file; the figures made of them stay."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.backing_up import backup
from etl.backing_up.restore import restore
from etl.doctoring.examine import examine
from etl.faults import OF_A_PURGE, POINTS
from etl.holding.release import CannotRelease, release, still_held
from etl.loading.cannot_undo import CannotUndo
from etl.loading.load import load
from etl.loading.undo import undo
from etl.next_month.of_unit import next_month
from etl.retention.limits import FEWEST
from etl.retention.purge import purge, to_go
from store import Store, audit, publications
from store.control import reading
from store.own_settings import settings_of
from store.purges import day_in_words
from tests.etl.intake.workbooks import workbook
from tests.etl.retention.conftest import (
    BEFORE,
    FORCE,
    GONE,
    HELD,
    NEW,
    OLD,
    STAYS,
    TODAY,
    Kept,
    known,
    people,
    sheet,
)

ROOT = Path(__file__).parents[3]
COMMITTED = ("control_committed", "cleaning")
AT = [point for point in (*OF_A_PURGE, *POINTS) if not point.startswith("accepted")]


def test_what_was_deleted_is_in_no_file_of_the_store(purged):
    assert {Path(name).suffix for name in purged.held_it} == {".parquet", ".duckdb", ".sqlite"}
    for text in (purged.keys[GONE], GONE, HELD):
        assert purged.holding(text) == []
    assert "labels.sqlite" in purged.holding(STAYS) and len(purged.holding(purged.keys[STAYS])) > 1


def test_the_figures_made_of_it_stay_as_they_were_published(purged):
    assert purged.figures() == purged.before
    assert [row for row in purged.before if row[0] == "staffing/in_post_fte" and row[3] == OLD]
    assert purged.ask("SELECT DISTINCT month_end FROM w.people") == [(NEW,)]
    assert purged.ask("SELECT count(*) FROM w.caseload") == [(2,)]


def test_what_goes_is_what_is_older_than_the_setting_but_for_a_record_that_still_holds(purged):
    assert {(r.dataset, r.month_end, r.held, r.rows) for r in purged.done.going.rows} == {
        ("people", str(OLD), False, 2),
        ("people", str(OLD), True, 1),
        ("movements", str(OLD), False, 1),
        ("training", str(BEFORE), False, 1),  # the later record holds until the next, and stays
    }
    rows = purged.ask("SELECT dataset, month_end FROM w.rows_gone ORDER BY ALL")
    assert rows == [("movements", OLD), ("people", OLD), ("training", BEFORE)]


def test_next_months_workbook_says_that_rows_were_deleted_and_not_that_there_were_none(purged):
    """Until this month's is sent, the newest People before last month are those that went."""
    made = next_month(purged.store, settings_of(purged.store), "DA1", FORCE, NEW)
    day = day_in_words(purged.ask("SELECT max(deleted_at) FROM w.rows_gone")[0][0])
    told = [line for line in made.said if line.startswith("People:")]
    assert told == [
        f"People: the rows about people of {OLD:%B %Y} were deleted on {day}, as the force's setting says, "
        "so it begins without rows."
    ]
    assert not any(
        "deleted" in line for line in next_month(purged.store, settings_of(purged.store), "DA1").said
    )


def test_the_audit_holds_numbers_and_nothing_of_a_row(purged):
    with reading(purged.store) as con:
        assert audit.first_broken_line(con) is None
        (line,) = con.execute("SELECT who, what, detail FROM audit WHERE verb = 'erasure'").fetchall()
    detail = json.loads(line["detail"])
    assert (line["who"], line["what"], detail["rows"], detail["loads"]) == ("S Patel", "purge 1", 5, 2)


def test_a_document_still_has_its_figures_and_no_other_earlier_publication_is_left(purged):
    files = {made.id: made.file for made in publications.all_publications(purged.store)}
    there = {file.name for file in purged.store.published.iterdir()}
    assert there == set(files.values()) and set(files) == {1, 2}
    assert purged.held_it and files[1] not in purged.held_it


def test_a_load_with_deleted_rows_stays_and_its_months_are_closed(purged):
    with pytest.raises(CannotUndo, match="rows about people were deleted on"):
        undo(purged.store, "L00001", "me")
    again = workbook(People=sheet("people", *people(OLD, "70040")))
    done = load(purged.store, [("again.xlsx", again)], "me")
    assert done.loads == ()
    assert "month_rows_gone" in [each.code for each in done.refused[0].report.breaches]


def test_a_training_record_that_still_holds_cannot_be_undone_once_its_month_is_closed(purged):
    with pytest.raises(CannotUndo, match="rows of its month were deleted on"):
        undo(purged.store, "L00003", "me")
    assert purged.ask("SELECT count(*) FROM w.training") == [(1,)]


def test_a_row_that_was_held_back_then_cannot_be_released(purged):
    (row,) = still_held(purged.store)
    with pytest.raises(CannotRelease, match="What was held of the row was deleted"):
        release(purged.store, row.key, {"fte": "1"}, "HR said so", "me")


@pytest.mark.deep
def test_after_a_later_correction_those_figures_still_stay_and_the_doctor_finds_nothing(
    purged, tmp_path, monkeypatch
):
    shutil.copytree(purged.store.path.parent, tmp_path / "copy")
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "copy" / "keys"))
    kept = Kept(tmp_path / "copy" / "store")
    before = [row for row in kept.figures() if row[0].startswith("staffing/")]
    counted = workbook(Caseload=sheet("caseload", {"month_end": OLD, "open": 77}))
    assert load(kept.store, [("counted.xlsx", counted)], "me").loads
    assert [row for row in kept.figures() if row[0].startswith("staffing/")] == before
    assert (OLD, 77) in kept.ask('SELECT month_end, "open" FROM w.caseload')
    done = examine(kept.store)
    assert done.compared and done.wrong == ()
    assert to_go(kept.store, TODAY).nothing


def test_without_a_setting_nothing_goes_and_it_says_so(kept, capsys):
    kept.keep_for(None)
    assert main(["--store", str(kept.store.path), "purge"]) == 0
    said = capsys.readouterr().out
    assert "no setting says how long rows about people stay" in said and "nothing to delete" in said
    assert GONE in known(kept)


def test_so_few_months_that_figures_would_break_are_refused(kept, capsys):
    kept.keep_for(FEWEST - 1)
    assert main(["--store", str(kept.store.path), "purge"]) == 1
    assert f"Set {FEWEST} or more" in capsys.readouterr().out
    assert kept.ask("SELECT count(*) FROM w.people WHERE month_end < DATE '2026-01-01'") != [(0,)]


def test_showing_what_would_go_changes_nothing(kept, capsys):
    before = publications.current(kept.store)
    assert main(["--store", str(kept.store.path), "purge", "--show"]) == 0
    said = capsys.readouterr().out
    assert "People" in said and "1 rows that are held back" in said and "Nothing was changed." in said
    assert publications.current(kept.store) == before


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.deep
@pytest.mark.parametrize("fault", AT)
def test_a_purge_killed_anywhere_is_done_or_not_begun(made, tmp_path, monkeypatch, fault):
    shutil.copytree(made, tmp_path / "copy")
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "copy" / "keys"))
    where = tmp_path / "copy" / "store"
    gone, before = known(Kept(where))[GONE], Kept(where).figures()
    command = [sys.executable, "-m", "etl", "--store", str(where), "purge", "--by", "me"]
    killed = subprocess.run(command, cwd=ROOT, env={**os.environ, "PPU_FAULT": fault}, check=False)
    assert killed.returncode == -signal.SIGKILL
    after = Kept(where)  # the next start: nobody is asked for anything
    assert (after.holding(gone) == []) == (fault in COMMITTED)
    assert after.figures() == before
    assert all(file.suffix in (".parquet", ".duckdb") for file in after.store.accepted.iterdir())


def test_a_backup_beside_a_purge_holds_no_reference_that_was_deleted(kept, tmp_path, monkeypatch):
    """The purge comes between the copies of the two databases, and the copy begins anew."""
    copy, done = backup._copy_database, []

    def purge_meanwhile(source, to):
        copy(source, to)
        if not done:
            done.append(purge(kept.store, "S Patel", TODAY))

    monkeypatch.setattr(backup, "_copy_database", purge_meanwhile)
    backup.backup(kept.store, tmp_path / "b", "S Patel")
    assert set(known(kept)) == {STAYS}
    assert GONE.encode() not in (tmp_path / "b" / "labels.sqlite").read_bytes()


def test_a_restored_store_lets_go_of_references_that_its_purge_had_deleted(kept, tmp_path):
    """As backups have them that were made beside a purge before that was looked at."""
    earlier = kept.store.labels.read_bytes()
    purge(kept.store, "S Patel", TODAY)
    kept.store.labels.write_bytes(earlier)
    backup.backup(kept.store, tmp_path / "b", "S Patel")
    restore(tmp_path / "b", Store(tmp_path / "restored"), "S Patel")
    assert set(known(Kept(tmp_path / "restored"))) == {STAYS}
