"""The options that every command has which reads files, or loads them."""

from __future__ import annotations

from argparse import ArgumentParser


def how_read(files: ArgumentParser) -> None:
    """Whose a file is, and what its words mean."""
    files.add_argument("--force", help="code of the force, where the settings hold several")
    files.add_argument("--unit", help="whose record a sheet is that names no unit; else the whole force's")
    files.add_argument(
        "--match",
        action="append",
        metavar="LIST:TEXT=CODE",
        help='what a word or heading means, which a load remembers: --match "units:Team Falcon=CA1"',
    )


def hold(files: ArgumentParser) -> None:
    """Faulty rows held back."""
    files.add_argument(
        "--hold", metavar="REASON", help="hold faulty rows back, for this reason, and load the others"
    )


def accept(files: ArgumentParser) -> None:
    """Warnings accepted."""
    files.add_argument(
        "--accept",
        action="append",
        metavar="[CODE=]REASON",
        help='accept warnings: --accept "Checked with HR" for all, CODE="Checked" for one code, '
        'CODE@SHEET="Checked" for one sheet; may be given several times',
    )
