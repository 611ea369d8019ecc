"""The reference page of what a check says: every code with its sentence, its way out and what it stops."""

from __future__ import annotations

from collections.abc import Iterable

from etl.reports.catalogue import Code, codes

INTRO = """# What a check says

Every fault and warning has a code that stays the same. It stands in brackets on the command line, in the
column Code on the upload page and in its downloads. An error stops the file (or its row, where the others are
loaded and it is held back); a warning is accepted with a reason: `--accept CODE="the reason"`. Words in
braces are filled in for each file.
"""


def page() -> str:
    """The page in Markdown."""
    every = codes()
    own = [code for code in every if not code.sheet]
    parts = [INTRO, "## Any file", _table(own)]
    for sheet in dict.fromkeys(code.sheet for code in every if code.sheet):
        parts += [f"## {sheet}", _table(code for code in every if code.sheet == sheet)]
    return "\n".join(parts)


def _table(held: Iterable[Code]) -> str:
    head = "| code | severity | what it says | how to put it right |\n|---|---|---|---|\n"
    return head + "".join(
        f"| `{code.code}` | {code.severity} | {_cell(code.says)} | {_cell(code.how_to_fix)} |\n"
        for code in held
    )


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
