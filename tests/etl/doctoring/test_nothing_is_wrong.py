"""A store as it was left by loads, undoings and rebuilds is whole, and looking at it changes nothing."""

import shlex

from etl.__main__ import main
from etl.doctoring.finding import KINDS


def test_a_store_that_was_loaded_and_undone_is_whole_and_its_figures_come_out_the_same(patient, capsys):
    assert patient.run("undo", "L00002") == 0
    before = {p: p.stat().st_mtime_ns for p in patient.store.published.iterdir()}
    capsys.readouterr()
    assert patient.run("doctor") == 0
    assert "Nothing is wrong" in (told := capsys.readouterr().out)
    assert "made again and are the same" in told and "[" not in told
    assert {p: p.stat().st_mtime_ns for p in patient.store.published.iterdir()} == before


def test_the_command_that_mends_names_the_store_that_was_looked_at(patient, capsys):
    next(patient.store.published.glob("*.duckdb")).unlink()
    assert patient.run("doctor", "--quick") == 1
    named = f"python -m etl --store {shlex.quote(str(patient.store.path))} rebuild"
    assert named in capsys.readouterr().out


def test_where_there_is_no_store_the_doctor_cannot_run_and_makes_none(tmp_path, capsys):
    assert main(["--store", str(tmp_path / "nowhere"), "doctor"]) == 2
    assert "There is no store" in capsys.readouterr().out
    assert not (tmp_path / "nowhere").exists()


def test_every_finding_says_how_it_is_mended_in_whole_sentences():
    for code, kind in KINDS.items():
        assert kind.says.rstrip("}").endswith((".", ":", "{detail")), code
        assert kind.mend, code
