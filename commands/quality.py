"""`test`, `check` and `docs`: everything that must hold, each with its own set-up."""

import os
from collections.abc import Sequence
from pathlib import Path

from commands.compiled import compile_sources
from commands.install import NEXT, RUN, TESTS, install
from commands.places import VENV
from commands.run import show

REFERENCE = Path("docs") / "build_reference.py"
# Side by side, a file's tests in one process, since they share what is costly to make; in the order of the
# folders, which ends with many small files, so that no process is left alone with a long one.
# Two processes more than there are processors: a test of a browser or of another process mostly waits.
PROCESSES = str((os.cpu_count() or 1) + 2)
PYTEST = ("-m", "pytest", "--numprocesses", PROCESSES, "--dist", "loadfile", "--no-loadscope-reorder")


def test(deep: bool, rest: Sequence[str]) -> int:
    """Install what the tests need and run them; gives pytest's exit code.

    `deep` adds the long ones (marked deep, more examples) and the ordinary ones on the next DuckDB, which run
    whether or not the first held.
    """
    python = install([RUN, TESTS])
    compile_sources(python)
    if not deep:
        return show([python, *PYTEST, *rest])
    code = show([python, *PYTEST, *rest], {"PPU_DEEP": "1"})
    return _on_the_next_duckdb(rest) or code


def _on_the_next_duckdb(rest: Sequence[str]) -> int:
    python = install([RUN, TESTS, NEXT], VENV / "next")
    print("The same tests on the next DuckDB (without the browser):", flush=True)
    return show([python, *PYTEST, "--ignore", "tests/browser", *rest], {"PPU_DEEP": ""})


def check() -> int:
    """Format, lint, types on the pure layers, generated pages, tests; says at the end what does not hold."""
    python = install([RUN, TESTS])
    steps: dict[str, list[str | Path]] = {
        "format": [python, "-m", "ruff", "format", "--check", "."],
        "lint": [python, "-m", "ruff", "check", "."],
        "types": [python, "-m", "mypy"],
        "docs": [python, REFERENCE, "--check"],
        "tests": [python, *PYTEST],
    }
    failed = []
    for name, command in steps.items():
        print(f"-- {name}", flush=True)
        if show(command):
            failed.append(name)
    print(f"Does not hold: {', '.join(failed)}." if failed else "Everything holds.")
    return 1 if failed else 0


def docs(check_only: bool) -> int:
    """Write docs/reference/ from the contracts and the measures, or say which pages are out of date."""
    return show([install([RUN]), REFERENCE, *(["--check"] if check_only else [])])
