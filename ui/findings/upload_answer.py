"""What is asked before a load: each warning by file, sheet and code, and what is missing from the answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ui.parts.wording import plural

PUT_RIGHT = "Put these right in the workbook, save it, and choose it again."
PUT_RIGHT_OR_ANSWER = (
    "Say what the words above stand for. Put the rest right in the workbook, save it, and choose it again."
)
NO_REASON = "Enter why this can be accepted"
NO_HOLD_REASON = "Enter why the rows are held back"


@dataclass(frozen=True)
class ToAccept:
    """The warnings of one code in one sheet of one file: what they say, and what a decision names."""

    said: str
    about: Mapping[str, str]


def to_accept(reports: Sequence[Any], difference: Any = None) -> list[ToAccept]:
    """One entry for each code and sheet of each file, in the order of the warnings.

    `difference`: what would change, which knows what loading asks with the rows held back that are held back;
    None while it is worked out, or where it could not be.
    """
    several = len(reports) > 1
    groups: dict[tuple[str, str, str], list[Any]] = {}
    for file, warning in _warnings(reports, difference):
        groups.setdefault((file, warning.sheet, warning.code), []).append(warning)
    return [
        ToAccept(
            _said(warnings, file if several else "", sheet), {"file": file, "sheet": sheet, "code": code}
        )
        for (file, sheet, code), warnings in groups.items()
    ]


def _warnings(reports: Sequence[Any], difference: Any) -> list[tuple[str, Any]]:
    if difference is not None:
        return [(each.file_name, each) for each in difference.to_answer]
    return [(report.file_name, warning) for report in reports for warning in report.warnings]


def _said(warnings: Sequence[Any], file: str, sheet: str) -> str:
    """`Caseload: There are ... (3 cells)`, or how many sentences of the kind there are."""
    cells = len({cell for warning in warnings for cell in warning.cells})
    place = ", ".join(part for part in (file, sheet) if part)
    first = str(warnings[0].says).rstrip(".")
    rest = f", and {plural(len(warnings) - 1, 'more like it', 'more like it')}" if len(warnings) > 1 else ""
    where = f" ({plural(cells, 'cell')})" if cells else ""
    return f"{place}: {first}{rest}{where}" if place else f"{first}{rest}{where}"


def without_a_reason(
    accepts: Sequence[Mapping[str, str]], holds: Sequence[Mapping[str, str]] = ()
) -> list[tuple[str, str]]:
    """A line of the error summary for each file with rows to hold, and each warning, without a reason."""
    back = [
        (f"hold_{n}", f"{NO_HOLD_REASON}: {each['file']}")
        for n, each in enumerate(holds)
        if not each["reason"].strip()
    ]
    return back + [
        (f"reason_{n}", f"{NO_REASON}: {each['sheet'] or each['file']}, {each['code']}")
        for n, each in enumerate(accepts)
        if not each["reason"].strip()
    ]


def hold_choice(report: Any) -> str:
    """`Load the 112 good rows of september.xlsx and hold 2 rows back`."""
    good = plural(report.could_load, "good row")
    return f"Load the {good} of {report.file_name} and hold {plural(report.could_hold, 'row')} back"


def label(ready: int, of: int) -> str:
    """The words of the button."""
    return "Accept and load" if ready == of else f"Accept and load {ready} of {plural(of, 'file')}"
