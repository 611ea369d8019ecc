"""Whether open work follows from last month's and what came and went, in words and a table."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from ui.findings.series import at, plain, rows_at
from ui.parts.wording import number, plural

MINUS = "\N{MINUS SIGN}"


def table(
    open_work: pd.DataFrame,
    in_less_out: pd.DataFrame,
    months: tuple[date, date],
    family: str,
    titles: Mapping[str, str],
) -> pd.DataFrame:
    """One row for each unit: open last month, in less out, what that adds to, open now, what is left over.

    `months` are the month before and the month. A unit that did not send both has no row."""
    before, now = months
    rows = []
    for unit, title in titles.items():
        had, has, moved = (
            plain(at(frame, month, unit=unit, work_family=family))
            for frame, month in ((open_work, before), (open_work, now), (in_less_out, now))
        )
        if had is not None and has is not None and moved is not None:
            rows.append(
                (title, number(had), _signed(moved), number(had + moved), number(has), has - had - moved)
            )
    found = pd.DataFrame(rows, columns=["Unit", *_heads(before, now), "Not explained"])
    return found.assign(**{"Not explained": [_left(value) for value in found["Not explained"]]})


def _heads(before: date, now: date) -> tuple[str, str, str, str]:
    return (f"Open, {before:%B}", f"In less out, {now:%B}", "Should be open", f"Open, {now:%B}")


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else MINUS if value < 0 else ''}{number(abs(value))}"


def _left(value: float) -> str:
    return _signed(value) if value else "0"


def title(found: pd.DataFrame) -> str:
    """In how many units open work does not follow."""
    off = sum(value != "0" for value in found["Not explained"])
    if not off:
        return "Open work follows from last month's and what came and went"
    return f"Open work does not follow from what came and went in {plural(off, 'unit')}"


def has_any(frame: pd.DataFrame, month: date, family: str) -> bool:
    """Whether the month gives flows of this work that can be set against the month before."""
    return not rows_at(frame, month, work_family=family).empty


SUB = (
    "Open last month, plus new, reopened and transferred in, less closed and transferred out, beside "
    "open now. What is left over was counted wrongly, corrected, or moved by a flow that was not sent."
)
