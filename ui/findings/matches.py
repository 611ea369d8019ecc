"""What words and headings were agreed to mean, as a table and as choices."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ui.findings.loads import when_said

NONE = (
    "Nothing yet. When a file holds a unit, course, role or heading that nobody has set, the upload page "
    "asks what it stands for, and the answer stands here."
)


@dataclass(frozen=True)
class Shown:
    """One match in words: the list, the text as sent, what it is read as, and how that was agreed."""

    match: Any
    where: str
    read_as: str
    how: str

    @property
    def label(self) -> str:
        """The match in one line, for choosing it."""
        return f"{self.where}: “{self.match.text}” is read as {self.read_as}"


def headline(shown: Sequence[Shown]) -> str:
    """How many there are."""
    if not shown:
        return "No word or heading has been agreed on"
    return (
        f"{len(shown)} {'word or heading is' if len(shown) == 1 else 'words and headings are'} read as agreed"
    )


def as_frame(shown: Sequence[Shown], several_forces: bool) -> pd.DataFrame:
    """One row for each: where it stands, its text, what it is read as, how that was agreed, by whom, when."""
    rows = [
        (each.where, each.match.text, each.read_as, each.how, each.match.by, when_said(each.match.at))
        for each in shown
    ]
    table = pd.DataFrame(rows, columns=["Where", "In the file", "Read as", "How it was agreed", "By", "When"])
    if several_forces:
        table.insert(0, "Force", [each.match.force for each in shown])
    return table
