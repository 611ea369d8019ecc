"""The environment follows the locks: installed once, again when one changes, plain when it cannot be."""

from pathlib import Path

import pytest

from commands import install
from commands.places import Stop
from commands.run import quietly


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two locks and an environment whose installing is only noted."""
    for name in (install.RUN, install.TESTS):
        (tmp_path / name).write_text(f"{name} as it was\n")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(install, "ROOT", tmp_path)
    monkeypatch.setattr(install, "works", lambda python: True)
    return tmp_path


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the locks that were installed, in order."""
    names: list[str] = []
    monkeypatch.setattr(install, "_install_one", lambda python, name: names.append(name))
    return names


def test_a_second_time_nothing_is_installed(project: Path, installed: list[str]) -> None:
    for _ in range(2):
        install.install([install.RUN], project / ".venv")
    assert installed == [install.RUN]


def test_a_changed_lock_is_installed_again(project: Path, installed: list[str]) -> None:
    install.install([install.RUN], project / ".venv")
    (project / install.RUN).write_text("as it is now\n")
    install.install([install.RUN], project / ".venv")
    assert installed == [install.RUN, install.RUN]


def test_line_ends_alone_are_no_change(project: Path, installed: list[str]) -> None:
    install.install([install.RUN], project / ".venv")
    file = project / install.RUN
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    install.install([install.RUN], project / ".venv")
    assert installed == [install.RUN]


def test_a_lock_that_replaces_part_of_another_is_installed_after_it(
    project: Path, installed: list[str]
) -> None:
    both = [install.RUN, install.TESTS]
    install.install(both, project / ".venv")
    (project / install.RUN).write_text("as it is now\n")
    install.install(both, project / ".venv")
    assert installed == both * 2


def test_an_install_that_fails_leaves_no_stamp(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(python: Path, name: str) -> None:
        raise Stop("out of reach")

    monkeypatch.setattr(install, "_install_one", fail)
    with pytest.raises(Stop):
        install.install([install.RUN], project / ".venv")
    assert not list((project / ".venv").iterdir())


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Failed to establish a new connection: [Errno -2]", "The package index is out of reach"),
        ("Temporary failure in name resolution", "The package index is out of reach"),
        ("OSError: [Errno 28] No space left on device", "There is no space left on the disk"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM", "not the one that was locked"),
        ("something else", "what pip said stands above"),
    ],
)
def test_what_pip_says_becomes_a_sentence(said: str, sentence: str) -> None:
    assert sentence in install.explain_pip(said)


def test_a_python_without_venv_is_told_how_to_get_it() -> None:
    assert "apt install python3-venv" in install.explain_venv("ensurepip is not available")


def test_an_environment_that_was_moved_or_never_made_does_not_work(tmp_path: Path) -> None:
    assert not install.works(install.python_of(tmp_path))


def test_a_command_that_fails_is_shown_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    import sys

    with pytest.raises(Stop, match="because of that"):
        quietly(
            [sys.executable, "-c", "print('the reason'); raise SystemExit(3)"], lambda said: "because of that"
        )
    assert "the reason" in capsys.readouterr().out
