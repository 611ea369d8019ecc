"""What the training page says: coverage, the matrix, what runs out, and who has no record."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd

from analysis.disclosure import NotShown, Suppressed, Withheld
from ui.findings.expiries import without_place
from ui.findings.series import plain
from ui.parts.evidence_table import Cell, Row
from ui.parts.wording import day, month_name, plural

NOT_REQUIRED = Cell("–", word="Not required")
FEW = 10
"""Below this many people a percentage says more than it knows: counts alone are shown."""


def headline(coverage: str, expiring: float | None, unbooked: float | None) -> str:
    """The finding: coverage of all in post, how many run out in the 90 days ahead, and how many of those
    have no place booked."""
    start = f"Trauma-informed training: {coverage}"
    if coverage[:1].isdigit():
        start += " in date"
    if expiring is None:
        return start
    if expiring and unbooked:
        has = "has" if unbooked == 1 else "have"
        return f"{start}; {unbooked:,.0f} of {expiring:,.0f} expiring in 90 days {has} no place"
    return f"{start}; {number_or_none(expiring)} {'expires' if expiring == 1 else 'expire'} in 90 days"


def number_or_none(count: float) -> str:
    """A count at the head of a sentence part: `none` rather than 0."""
    return f"{count:,.0f}" if count else "none"


def in_90_days(month: date) -> date:
    """The last day of the 90 after a month end."""
    return month + timedelta(days=90)


def cell(value: Any, numerator: Any, denominator: Any, line: float | None = None) -> Cell:
    """A matrix cell: `82% 14/17`, or `6/8` under ten people; marked only below the force's own line."""
    if isinstance(value, Withheld):
        return Cell("withheld", word=str(value).removeprefix("withheld: "))
    if isinstance(value, NotShown) or isinstance(numerator, NotShown):
        return Cell(str(Suppressed()), word="Hidden: it would tell of a group of under 5 people")
    top, bottom = plain(numerator), plain(denominator)
    if top is None or bottom is None:
        return Cell("no return", word="No training return")
    if not bottom:
        return NOT_REQUIRED
    counts = f"{top:,.0f}/{bottom:,.0f}"
    text = counts if bottom < FEW else f"{top / bottom:.0%} {counts}"
    if line is not None and bottom >= FEW and top / bottom < line:
        return Cell(text, "▼", f"Below the force's own line of {line:.0%}", "concern")
    return Cell(text)


def course_order(frame: pd.DataFrame, catalogue: Sequence[Any]) -> list[tuple[str, str]]:
    """Code and title of the courses that somebody in view needs, trauma-informed first."""
    needed = set(frame["course"]) if "course" in frame else set()
    known = sorted((c for c in catalogue if c.code in needed), key=lambda c: not c.trauma_informed)
    rest = sorted(needed - {c.code for c in known})
    return [(c.code, _marked(c)) for c in known] + [(code, code) for code in rest]


def _marked(course: Any) -> str:
    """A course's title, saying that it is trauma-informed where its title does not."""
    said = "trauma-informed" in course.title.casefold()
    return f"{course.title} (trauma-informed)" if course.trauma_informed and not said else str(course.title)


def matrix(
    frame: pd.DataFrame,
    by: str,
    labels: Mapping[str, str],
    courses: Sequence[tuple[str, str]],
    line: float | None = None,
) -> tuple[list[str], list[Row]]:
    """Who needs the courses, as columns, and one row for each course; a dash where it is not required."""
    found = {
        (r[by], r["course"]): cell(r["value"], r["numerator"], r["denominator"], line)
        for r in frame.to_dict("records")
    }
    needing = {key for key, _ in found}
    across = [code for code in labels if code in needing] + sorted(needing - set(labels))
    rows = [
        Row(code, title, tuple(found.get((key, code), NOT_REQUIRED) for key in across))
        for code, title in courses
    ]
    return [labels.get(code, str(code)) for code in across], rows


def as_frame(first: str, columns: Sequence[str], rows: Sequence[Row]) -> pd.DataFrame:
    """The matrix as a table to hand over, in the same words."""
    said = [(row.label, *(c.said if isinstance(c, Cell) else c for c in row.cells)) for row in rows]
    return pd.DataFrame(said, columns=[first, *columns])


def so_what(
    month: date,
    expiring: float | None,
    unbooked: float | None,
    worst: tuple[str, float, float] | None,
    no_record: float | None,
    expired: float | None,
    late: tuple[str, str] | None = None,
) -> list[tuple[str, str]]:
    """What to do about it, as (finding, why), only where the figures call for it.

    `late`: what is said of places booked only after a record has run out.
    """
    said = [*_to_book(month, expiring, unbooked), *([late] if late else [])]
    if worst is not None:
        label, top, bottom = worst
        said.append(
            (
                f"{label}: {top / bottom:.0%} of required trauma-informed courses in date",
                f"The lowest share: {top:,.0f} of {plural(bottom, 'required course')}. A person who needs "
                "two is counted in both.",
            )
        )
    if no_record:
        said.append(
            (
                f"{plural(no_record, 'required course')} with no record at all",
                f"Counted as not in date, apart from {plural(expired or 0, 'expired record')}. "
                "Check the training return.",
            )
        )
    if not said and expiring != 0 and unbooked is None:
        return [("What there is to book is not shown", "The counts of what expires are hidden or not given.")]
    return said or [
        (
            "Nothing to book or to chase this month",
            "Whatever expires has a place booked, and every record is there.",
        )
    ]


def _to_book(month: date, expiring: float | None, unbooked: float | None) -> list[tuple[str, str]]:
    """How many places are missing: of those whose course expires, the ones who have none."""
    if not expiring or not unbooked:
        return []
    expire = "expires" if expiring == 1 else "expire"
    why = f"{expiring:,.0f} {expire} in 90 days; {without_place(expiring, unbooked)}."
    return [
        (
            f"Book {plural(unbooked, 'place')} before {day(in_90_days(month))}",
            f"{why} A place that somebody else has booked does not count.",
        )
    ]


def lowest(
    frame: pd.DataFrame, labels: Mapping[str, str], by: str = "role"
) -> tuple[str, float, float] | None:
    """The role (or unit) of ten people or more with the lowest share in date; None where all are."""
    known = []
    for code, rows in frame.groupby(by) if not frame.empty else ():
        tops, bottoms = [plain(v) for v in rows["numerator"]], [plain(v) for v in rows["denominator"]]
        if None in tops or None in bottoms or sum(bottoms) < FEW:
            continue
        known.append((sum(tops) / sum(bottoms), labels.get(code, str(code)), sum(tops), sum(bottoms)))
    share, label, top, bottom = min(known, default=(1.0, "", 0.0, 0.0))
    return None if share >= 1 else (label, top, bottom)


def standing(
    in_date: pd.DataFrame,
    expired: pd.DataFrame,
    no_record: pd.DataFrame,
    labels: Mapping[str, str],
    by: str = "unit",
) -> pd.DataFrame:
    """For each unit, its required courses in date, expired and without a record: three states apart."""
    columns = ["Unit", "Required courses", "In date", "Expired", "No record"]
    frames = [f.set_index(by) if not f.empty else f for f in (in_date, expired, no_record)]
    rows = []
    for code, title in labels.items():
        parts = [_part(frames[0], code, "denominator"), *(_part(f, code, "numerator") for f in frames)]
        rows.append((title, *parts))
    return pd.DataFrame(rows, columns=columns)


def _part(frame: pd.DataFrame, code: str, column: str) -> Any:
    """A count, the words of one that is not shown, None where there is no return."""
    if frame.empty or code not in frame.index:
        return None
    value = frame.loc[code, column]
    return str(value) if isinstance(value, NotShown) else plain(value)


def matrix_caption(ever: bool, by: str, month: date) -> str:
    """What the matrix counts."""
    return f"Required courses {'ever completed' if ever else 'in date'}, by {by}, {month_name(month)}"
