"""The project's modules as bytecode."""

from pathlib import Path

from commands.places import ROOT
from commands.run import show


def compile_sources(python: Path) -> None:
    """Write the bytecode of every package of the project that has none or an old one.

    The process that reads an upload may write no file, so it would compile each module anew for each file.
    """
    packages = sorted(found.parent for found in ROOT.glob("*/__init__.py"))
    show([python, "-m", "compileall", "-qq", *packages])
