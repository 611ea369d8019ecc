"""The process that reads a file ends when it takes too much or crashes: a sentence is given, and we live."""

import json
import sys
from textwrap import dedent

import pytest

import settings
from etl.checking.check_file import checked
from etl.opening import read as reading
from etl.opening.read import PROJECT, Unread, read
from etl.reports.messages import MESSAGES
from tests.etl.intake.workbooks import CASELOAD, DOMESTIC, TODAY, check_bytes, codes, workbook

GOOD = workbook(Caseload=[CASELOAD, DOMESTIC])
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limits but the clock")
# The child as it is, but with a reader put in that does one bad thing to it.
HARMED = """
    import sys, types
    sys.path[:0] = sys.argv[3:]
    from etl.opening import child
    child.CPU_SECONDS = 1
    bad = types.ModuleType("etl.readers.xlsx")
    def read(data):
        {deed}
        return {{"sheets": [], "passed_over": []}}
    bad.read = read
    import etl.readers
    sys.modules["etl.readers.xlsx"] = etl.readers.xlsx = bad
    child.main()
"""
DEEDS = {
    "more memory than allowed": ("held = bytearray(2 * 1024**3)", Unread("file_exhausts")),
    "no end to its work": ("while True: pass", Unread("file_exhausts", "stopped")),
    "a crash": ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", Unread("file_damaged", "stopped")),
    "an abort": ("import os; os.abort()", Unread("file_damaged", "stopped")),
    "a panic of the reader": (
        "raise type('PanicException', (BaseException,), {})()",
        Unread("file_damaged", "PanicException"),
    ),
    "an answer that is not one": ("sys.stdout.write('cells: '); sys.stdout.flush()", Unread("file_damaged")),
}


@pytest.fixture
def harmed(monkeypatch):
    """Makes the next reading do a deed inside the child."""

    def harm(deed: str) -> None:
        script = dedent(HARMED).format(deed=deed)
        folders = [str(PROJECT), *(folder for folder in sys.path if folder)]
        command = [sys.executable, "-I", "-S", "-X", "utf8", "-c", script]
        monkeypatch.setattr(
            reading, "_command", lambda kind, headings: [*command, kind, json.dumps(headings), *folders]
        )

    return harm


@pytest.mark.parametrize("name", DEEDS)
def test_a_reader_that_does_harm_ends_alone(harmed, name: str):
    deed, told = DEEDS[name]
    harmed(deed)
    assert read("xlsx", GOOD) == told


def test_the_child_can_write_no_file(harmed, tmp_path):
    kept = tmp_path / "kept"
    harmed(f"open({str(kept)!r}, 'w').write('x' * 100_000)")
    assert isinstance(read("xlsx", GOOD), Unread)
    assert not kept.exists() or kept.read_bytes() == b""


def test_the_child_knows_nothing_of_the_store(harmed, monkeypatch):
    monkeypatch.setenv("PPU_STORE", "a store")
    monkeypatch.setenv("PPU_KEY_DIR", "keys")
    harmed("import os; assert not [name for name in os.environ if name.startswith('PPU')]")
    assert not isinstance(read("xlsx", GOOD), Unread)


def test_the_person_is_told_and_the_next_file_is_read(harmed, monkeypatch):
    with monkeypatch.context():
        harmed(DEEDS["a crash"][0])
        stopped = check_bytes(GOOD)
    monkeypatch.undo()
    assert codes(stopped) == ["file_damaged"]
    assert stopped.report.breaches[0].says == MESSAGES["file_damaged"].says
    assert check_bytes(GOOD).report.ok


def test_files_side_by_side_keep_their_order():
    names = [f"return {n}.xlsx" for n in range(5)]
    files = [(name, b"" if name == names[2] else GOOD) for name in names]
    done = checked(settings.sample(), files, today=TODAY)
    assert [each.report.file_name for each in done] == names
    assert [codes(each) for each in done] == [[], [], ["file_empty"], [], []]


def test_the_child_loads_nothing_it_does_not_need(harmed):
    harmed("import openpyxl; assert not [m for m in ('numpy', 'pandas', 'PIL') if sys.modules.get(m)]")
    assert not isinstance(read("xlsx", GOOD), Unread)
