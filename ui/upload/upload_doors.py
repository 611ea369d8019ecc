"""What the upload page asks of the ETL, and what its steps share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ui.upload import job

Files = Sequence[tuple[str, bytes]]
Problems = list[tuple[str, str]]
"""Lines of the error summary: (id, what is wrong)."""
Words = list[dict[str, str]]
"""What words and headings of the files mean: list_name, text and code."""
Answers = dict[str, list[dict[str, str]]]
"""What was decided: `accepts` (reason, code, sheet, file), `holds` (reason, file) and `words`."""
LOAD, UNDO = "load", "undo"


@dataclass(frozen=True)
class Doors:
    """What the page asks of the ETL; handed in, so that no module of ui/ needs it."""

    check: Callable[[Files, str | None, Words], Sequence[Any]]
    workbook: Callable[[tuple[str, bytes], str | None, Words], bytes | None]
    compare: Callable[[Files, Answers, str | None], str]
    difference: Callable[[str], Any]
    load: Callable[[Files, Answers, str | None, job.Figures, Any], str]
    undo: Callable[[Sequence[str]], str]
    returns: Callable[[Sequence[str]], Any]
    returned: Callable[[int], Any]
    status: Callable[[str], Any]
    last: Callable[[], Any]
    history: Callable[[], Sequence[Any]]
    next_month: Callable[[str], Any]
    unit_book: Callable[[Any, str], bytes]


@dataclass(frozen=True)
class Sent:
    """The files that were chosen, in the order chosen, with the report on each."""

    files: Files
    reports: Sequence[Any]

    @property
    def ready(self) -> list[Any]:
        """The reports of the files that may be loaded."""
        return [report for report in self.reports if report.ok]
