"""What is dropped in a folder is loaded as `load` would, and put away with a report that says what to do."""

import shlex
from datetime import date

import pytest

from etl.__main__ import main
from etl.loading import load as loading
from etl.watch import one_round, report_text
from store.lock import writing
from tests.etl.watch.conftest import caseload

UNKNOWN = "Department of nothing we know"


def test_files_that_lie_there_together_are_published_in_one_step_and_a_faulty_one_holds_none_back(
    dropped, capsys
):
    dropped.drop("da.xlsx", caseload())
    dropped.drop("ca.xlsx", caseload("Child abuse investigation"))
    dropped.drop("spoiled.xlsx", caseload(UNKNOWN))
    assert dropped.once() == 1
    assert sorted(dropped.loads()) == ["ca.xlsx", "da.xlsx"]
    assert dropped.publication() == 1
    assert dropped.waiting() == []
    assert dropped.put("done") == ["ca.xlsx", "ca.xlsx.report.txt", "da.xlsx", "da.xlsx.report.txt"]
    assert dropped.put("refused") == [
        "spoiled.xlsx", "spoiled.xlsx.report.txt", "spoiled.xlsx.to-put-right.xlsx",
    ]  # fmt: skip
    assert "1 row loaded (load L00002)" in dropped.report("done", "da.xlsx")
    faults = [
        line for line in dropped.report("refused", "spoiled.xlsx").splitlines() if "Put right [" in line
    ]
    assert len(faults) == 1 and 'sheet "Caseload" B2: ' in faults[0] and UNKNOWN in faults[0]
    said = capsys.readouterr().out.splitlines()
    today = date.today().isoformat()
    assert said[0] == f"ca.xlsx: loaded as L00001. Moved to done/{today}/ca.xlsx, with a report."
    assert [line.split(":")[0] for line in said] == ["ca.xlsx", "da.xlsx", "spoiled.xlsx"]


def test_the_same_name_and_the_same_bytes_again_change_nothing_and_write_over_nothing(dropped):
    sent = caseload()
    for _ in range(2):
        dropped.drop("da.xlsx", sent)
        assert dropped.once() == 0
    assert dropped.loads() == ["da.xlsx"]
    assert dropped.put("done") == [
        "da (2).xlsx", "da (2).xlsx.report.txt", "da.xlsx", "da.xlsx.report.txt",
    ]  # fmt: skip
    assert "already loaded" in dropped.report("done", "da (2).xlsx")


def typed_from(report: str, **words: str) -> list[str]:
    """The arguments of the last command that a report gives, with a person's words put in."""
    line = [line for line in report.splitlines() if " -m etl " in line][-1]
    for capital, word in words.items():
        line = line.replace(capital, word)
    return shlex.split(line)[3:]


def test_a_warning_is_refused_with_the_command_that_accepts_it(dropped):
    dropped.drop("$(touch x) `y` da.xlsx", caseload(unallocated="not available"))
    assert dropped.once() == 1
    (name,) = [each for each in dropped.put("refused") if each.endswith("da.xlsx")]
    command = typed_from(dropped.report("refused", name), REASON="known")
    assert "--accept" in command and dropped.loads() == []
    assert main(command) == 0
    assert dropped.loads() == [name]


@pytest.mark.deep
def test_a_warning_that_was_accepted_beforehand_is_loaded(dropped):
    dropped.drop("da.xlsx", caseload(unallocated="not available"))
    assert dropped.once("--accept", "Known at the desk") == 0
    assert "warnings were accepted" in dropped.report("done", "da.xlsx")


def test_a_word_that_has_to_be_asked_is_refused_with_the_question_and_the_command_that_answers(dropped):
    dropped.drop("da.xlsx", caseload("Team Falcon"))
    assert dropped.once() == 1
    report = dropped.report("refused", "da.xlsx")
    assert "“Team Falcon”" in report
    assert main(typed_from(report, CODE="CA1")) == 0
    assert dropped.loads() == ["da.xlsx"]


def test_a_store_that_another_load_holds_is_waited_for_and_refuses_nothing(dropped, monkeypatch, capsys):
    dropped.drop("da.xlsx", caseload())
    monkeypatch.setattr(loading, "writing", lambda store: writing(store, wait_seconds=0.05))
    with writing(dropped.store):
        assert dropped.once() == 2
    assert "Another load is being written" in capsys.readouterr().out
    assert dropped.waiting() == ["da.xlsx"] and dropped.put("refused") == []
    assert dropped.once() == 0
    assert dropped.loads() == ["da.xlsx"]


def test_a_file_that_makes_the_load_fail_holds_back_no_other(dropped, monkeypatch, capsys):
    def fails_for_one(store, files, *more, **named):
        if any(name == "odd.xlsx" for name, _ in files):
            raise RuntimeError
        return loading.load(store, files, *more, **named)

    monkeypatch.setattr(one_round, "load", fails_for_one)
    dropped.drop("da.xlsx", caseload())
    dropped.drop("odd.xlsx", caseload("Child abuse investigation"))
    assert dropped.once() == 2
    assert (dropped.loads(), dropped.waiting()) == (["da.xlsx"], ["odd.xlsx"])
    assert "odd.xlsx: the load could not be finished (RuntimeError); it stays" in capsys.readouterr().out


def test_nothing_is_taken_before_a_force_is_set_up(tmp_path, capsys):
    folder = tmp_path / "dropped"
    folder.mkdir()
    (folder / "da.xlsx").write_bytes(caseload())
    assert main(["watch", str(folder), "--once"]) == 2
    assert "no settings of a force yet" in capsys.readouterr().out
    assert [each.name for each in folder.iterdir()] == ["da.xlsx"]


@pytest.mark.parametrize("of", ["", "incoming"])
def test_the_store_itself_is_not_watched(dropped, capsys, of):
    assert main(["watch", str(dropped.store.path / of), "--once"]) == 2
    assert "holds the store itself" in capsys.readouterr().out
    assert dropped.store.control.exists()


def test_a_folder_that_is_not_there_is_said_in_a_sentence(dropped, capsys):
    for wrong in (dropped.path / "nowhere", dropped.drop("a file")):
        assert main(["watch", str(wrong), "--once"]) == 2
    assert capsys.readouterr().out.count("\n") == 2


def test_a_command_in_a_report_says_again_by_which_rules_the_folder_is_loaded():
    asking = report_text.Asking(report_text.Path("s t"), "A B", ("--force", "X", "--accept", "old=Known"))
    typed = shlex.split(asking.load(report_text.Path("f's.xlsx"), "--accept", "new=REASON"))[3:]
    assert typed == ["--store", "s t", "load", "f's.xlsx", "--by", "A B", "--force", "X", "--accept",
                     "old=Known", "--accept", "new=REASON"]  # fmt: skip


def test_what_is_no_return_is_told_in_words_that_fit_a_file_without_rows_or_marked_workbook(dropped):
    dropped.drop("notes.txt", b"Remember to ring the hub about September.\n")
    dropped.drop("spoiled.xlsx", caseload(UNKNOWN))
    assert dropped.once() == 1
    assert dropped.put("refused") == [
        "notes.txt", "notes.txt.report.txt",
        "spoiled.xlsx", "spoiled.xlsx.report.txt", "spoiled.xlsx.to-put-right.xlsx",
    ]  # fmt: skip
    notes, spoiled = (dropped.report("refused", name) for name in ("notes.txt", "spoiled.xlsx"))
    assert "Put right what is said below" in notes and "rows below" not in notes
    assert "If it is a return, do what is said above" in notes and "workbook, where" not in notes
    assert "Put right the rows below" in spoiled and "spoiled.xlsx.to-put-right.xlsx" in spoiled


@pytest.mark.deep
def test_of_two_files_of_one_unit_and_month_the_second_is_refused_and_the_report_says_how_to_have_it(dropped):
    dropped.drop("a.xlsx", caseload(open=100))
    dropped.drop("b.xlsx", caseload(open=120))
    assert dropped.once() == 1
    assert dropped.loads() == ["a.xlsx"]
    assert dropped.put("refused") == ["b.xlsx", "b.xlsx.report.txt"]
    report = dropped.report("refused", "b.xlsx")
    assert "a.xlsx and b.xlsx were sent together, and both hold Caseload of Domestic abuse" in report
    assert "--accept return_twice@Caseload=REASON" in report
