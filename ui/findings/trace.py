"""What is said of the rows behind a figure: which file, sheet and rows, what was left out, what was set."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd

from metrics.model import Metric
from metrics.reads import Reads
from ui.figures.status import TITLES
from ui.parts.wording import day, join, month_name, plural

LISTS = {
    "ref_weight": "Hours for a case",
    "ref_working_time": "Working year",
    "ref_carrier": "Who carries the work",
    "ref_ceiling": "Ceiling",
    "ref_requirement": "Course needed",
    "ref_course": "Course",
    "ref_setting": "Reduced work",
    "ref_line": "Line",
}
RANGES_SHOWN = 12


@dataclass(frozen=True)
class Held:
    """Rows held back of one sheet, month and unit (None: of no one unit). No `reason`: nobody decided it."""

    dataset: str
    month: date
    unit: str | None
    load_id: str
    reason: str | None
    numbers: Sequence[int] | None
    n: int


@dataclass(frozen=True)
class Rows:
    """Rows of one sheet, month and load that a figure is counted from. `of_unit`: they name their unit."""

    dataset: str
    month: date
    load_id: str
    sheet: str
    of_unit: bool
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class File:
    """What one load brought of one sheet's kind: the file as sent, and how many rows stayed out."""

    load_id: str
    dataset: str
    name: str
    at: str
    by: str
    read: int
    held: int
    ignored: int


def months_of(metric: Metric, month: date) -> tuple[date, ...]:
    """The month ends whose returns a figure is counted from, its own first."""
    return tuple((pd.Timestamp(month) - pd.offsets.MonthEnd(back)).date() for back in metric.months_back)


def behind(reads: Reads, found: Sequence[Rows], gone: Sequence[tuple[str, date, str]] = ()) -> list[Rows]:
    """The rows that count: where a unit sends People, the sheets that stand in for it do not.

    `gone`: sheets and months of which rows were deleted; People that was deleted counted all the same.
    """
    sent = {each.dataset for each in found} | {dataset for dataset, _, _ in gone}
    has_people = "people" in sent
    left_out = reads.without_people if has_people else ()
    return [each for each in found if each.dataset not in left_out]


def table(
    reads: Reads, found: Sequence[Rows], files: Mapping[tuple[str, str], File], all_seen: bool
) -> pd.DataFrame:
    """One row for each sheet, month and load. `all_seen`: the reader sees every unit of the force."""
    lines = []
    for each in found:
        file = files.get((each.load_id, each.dataset))
        lines.append(
            (
                f"{TITLES.get(each.dataset, each.dataset)}, {month_name(each.month)}",
                enters(reads, each.dataset),
                file.name if file else "not kept",
                each.sheet,
                plural(len(each.numbers), "row"),
                ranges(each.numbers)
                if each.of_unit or all_seen
                else "not shown: the sheet is the whole force's",
                f"{each.load_id}, {when(file.at)} by {file.by}" if file else each.load_id,
            )
        )
    columns = ["Sheet and month", "Counted in", "File", "Sheet in the file", "How many", "Rows", "Load"]
    return pd.DataFrame(lines, columns=columns)


def enters(reads: Reads, dataset: str) -> str:
    """Which part of the figure a sheet is counted in."""
    above, below = dataset in reads.numerator, dataset in reads.denominator
    return "both parts" if above and below else "numerator" if above else "denominator"


def ranges(numbers: Sequence[int]) -> str:
    """Row numbers as a person would write them: `5 to 31, 33`."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    said = [f"{a}" if a == b else f"{a} to {b}" for a, b in spans]
    more = len(said) - RANGES_SHOWN
    return ", ".join(said[:RANGES_SHOWN]) + (f" and {more} more stretches" if more > 0 else "")


def when(stamp: str | datetime) -> str:
    """The day of a time stamp."""
    at = stamp if isinstance(stamp, datetime) else datetime.fromisoformat(stamp)
    return day(at.date())


def left_out(files: Iterable[File], held: Sequence[Held], all_seen: bool) -> list[str]:
    """What was read of these files and is in no figure: held back for a unit and month, or passed over."""
    passed = (
        f"{file.name}, {TITLES.get(file.dataset, file.dataset)}: {file.ignored} of "
        f"{plural(file.read, 'row')} passed over, such as titles, totals and notes."
        for file in files
        if file.ignored
    )
    return [*(_held(each, all_seen) for each in held), *passed]


def _held(each: Held, all_seen: bool) -> str:
    where = f"{TITLES.get(each.dataset, each.dataset)}, {month_name(each.month)}"
    lead = f"{where}{f', {each.unit}' if each.unit else ''}: {plural(each.n, 'row')} held back"
    if each.reason is None:
        return f"{lead} (load {each.load_id}). Until they are put right the sheet gives no figure there."
    known = (each.unit or all_seen) and each.numbers
    rows = (
        f"{'row' if len(each.numbers or ()) == 1 else 'rows'} {ranges(each.numbers or ())} of "
        if known
        else ""
    )
    return f"{lead} ({rows}load {each.load_id}): {each.reason}"


def basis(whose: str, family: str | None, *, units_are_told: bool) -> str | None:
    """Whose figure it is and of what work; of the units alone only where nothing beside it has told them."""
    parts = [] if units_are_told else [whose]
    return " · ".join([*parts, *([family] if family else [])]) or None


def settings(rows: Sequence[tuple[str, str, str | None, str | None, date | None]]) -> pd.DataFrame:
    """What was set that enters the figure, and by whom."""
    lines = [
        (LISTS[name], says, who or "–", why or "–", f"from {day(start)}" if start else "always")
        for name, says, who, why, start in rows
    ]
    return pd.DataFrame(lines, columns=["Setting", "Says", "Set by", "Why, or from where", "Holds"])


def warnings(accepted: Sequence[tuple[str, str, str, str, str, str]]) -> pd.DataFrame:
    """Warnings accepted for these files, each with its reason."""
    lines = [
        (sheet, says, reason, f"{by}, {when(at)}", load) for sheet, says, reason, by, at, load in accepted
    ]
    return pd.DataFrame(lines, columns=["Sheet", "Warning", "Accepted because", "By", "Load"])


def parts(metric: Metric, numerator: Any, denominator: Any) -> list[tuple[str, str]]:
    """The two parts of a figure in words, each with its number where there is one."""
    lines = [("Numerator", f"{metric.numerator}{_number(numerator)}")]
    if metric.denominator:
        lines.append(("Denominator", f"{metric.denominator}{_number(denominator)}"))
    return lines


def _number(value: Any) -> str:
    if not isinstance(value, int | float):
        return f": {value}" if value is not None else ""
    return "" if value != value else f": {value:,.1f}".removesuffix(".0")


def deleted(found: Sequence[tuple[str, date, str]]) -> str:
    """Which rows behind a figure were deleted and when; "" where all of them are there."""
    if not found:
        return ""
    sheets = join([TITLES[name] for name in dict.fromkeys(dataset for dataset, _, _ in found)])
    months = sorted({month for _, month, _ in found})
    first, last = month_name(months[0]), month_name(months[-1])
    of = first if first == last else f"{first} to {last}"
    when = day(date.fromisoformat(max(at for _, _, at in found)[:10]))
    return (
        f"Rows of {sheets} for {of} were deleted on {when}, as the force has set. "
        "The figure stays as it was published."
    )
