"""An old Python can read tasks.py far enough to be told, in one sentence, what is missing."""

import ast
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

TASKS = Path(__file__).parents[2] / "tasks.py"
OLDER = ("python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "python3.10")


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_it_is_told_what_to_install(tasks: ModuleType, version: tuple[int, int]) -> None:
    said = tasks.old_python((*version, 0))
    assert said.startswith("Python 3.11 or newer is needed; this is Python {}.{}.".format(*version))
    assert "\n" not in said


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (4, 0)])
def test_a_newer_one_is_let_through(tasks: ModuleType, version: tuple[int, int]) -> None:
    assert tasks.old_python((*version, 0)) == ""


def test_the_command_refuses_before_it_imports_anything_new(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.version_info", (3, 9, 1))
    assert tasks.main(["start"]) == 2
    assert "3.11 or newer" in capsys.readouterr().err


def test_the_file_holds_no_syntax_that_old_pythons_cannot_read() -> None:
    text = TASKS.read_text(encoding="ascii")
    tree = ast.parse(text, feature_version=(3, 6))
    new = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Starred, ast.AsyncFunctionDef, ast.Match)
    # Starred arguments of a call are old; a starred item of a list is not.
    calls = {id(argument) for node in ast.walk(tree) if isinstance(node, ast.Call) for argument in node.args}
    found = [node for node in ast.walk(tree) if isinstance(node, new) and id(node) not in calls]
    assert not found
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.returns]


def test_every_old_python_on_this_computer_says_so_itself() -> None:
    found = [python for name in OLDER if (python := shutil.which(name))]
    for python in (
        each for each in found if subprocess.run([each, "-c", ""], capture_output=True).returncode == 0
    ):
        done = subprocess.run([python, str(TASKS), "start"], capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("Python 3.11 or newer is needed")
