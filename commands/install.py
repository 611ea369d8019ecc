"""The virtual environment beside the project, holding exactly what the locks say."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from commands.places import ROOT, VENV
from commands.room import TO_INSTALL, room
from commands.run import quietly

RUN = "requirements.txt"
TESTS = "requirements-dev.txt"
NEXT = "requirements-next.txt"
WHAT = {
    RUN: "Installing what the dashboard needs",
    TESTS: "Installing what the tests need",
    NEXT: "Installing the next DuckDB",
}

_UNREACHABLE = (
    "Failed to establish",
    "name resolution",
    "getaddrinfo failed",
    "ProxyError",
    "timed out",
    "NewConnectionError",
    "Max retries",
    "Network is unreachable",
    "Connection refused",
    "SSLError",
)


def install(locks: Sequence[str], venv: Path = VENV) -> Path:
    """Install the locks where one of them changed since the last time; gives the environment's Python.

    Raises Stop with a plain sentence where it cannot be done.
    """
    python = python_of(venv)
    stands = works(python)
    if stands and all(_stamp_file(venv, name).is_file() and _is_current(venv, name) for name in locks):
        return python
    room(ROOT, TO_INSTALL)
    if not stands:
        print(f"Making {venv.relative_to(ROOT)}, the project's own Python (some seconds) ...", flush=True)
        quietly([sys.executable, "-m", "venv", "--clear", venv], explain_venv)
    # All of them, in order: a later lock may replace what an earlier one brings.
    for name in locks:
        _install_one(python, name)
        _stamp_file(venv, name).write_text(stamp(name), encoding="ascii")
    return python


def python_of(venv: Path = VENV) -> Path:
    """The Python of a virtual environment, whether or not it is there yet."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp(name: str) -> str:
    """What stands for the content of a lock, whatever the line ends of the checkout."""
    return hashlib.sha256((ROOT / name).read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def works(python: Path) -> bool:
    """Whether an environment's Python starts and has pip; a moved or upgraded one may not."""
    seen = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        done = subprocess.run([python, "-c", seen], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return done.returncode == 0


def _stamp_file(venv: Path, name: str) -> Path:
    return venv / f".installed-{name}"


def _is_current(venv: Path, name: str) -> bool:
    return _stamp_file(venv, name).read_text(encoding="ascii").strip() == stamp(name)


def _install_one(python: Path, name: str) -> None:
    print(f"{WHAT[name]} ({name}; a minute or two, only when it has changed) ...", flush=True)
    pip: list[str | Path] = [
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
    ]
    # Compiled when first imported: most of what is installed never is, and this halves the wait.
    quietly([*pip, "--no-compile", "--require-hashes", "-r", ROOT / name], explain_pip)


def explain_venv(said: str) -> str:
    """Why no virtual environment could be made."""
    if "ensurepip" in said:
        return "This Python cannot make virtual environments. On Debian or Ubuntu: apt install python3-venv"
    return _disk_full(said) or "The folder .venv could not be made. Delete it and try again."


def explain_pip(said: str) -> str:
    """Why the requirements could not be installed."""
    if "DO NOT MATCH THE HASHES" in said:
        return "A package is not the one that was locked, so it was not installed. Try once more."
    if any(sign in said for sign in _UNREACHABLE):
        return (
            "The package index is out of reach, and what is needed is not installed yet. Connect this "
            "computer to the network once, or give pip your organisation's index (pip config), and try again."
        )
    return _disk_full(said) or "The requirements could not be installed; what pip said stands above."


def _disk_full(said: str) -> str:
    full = "No space left on device" in said or "not enough space on the disk" in said
    return "There is no space left on the disk. Free some and try again." if full else ""
