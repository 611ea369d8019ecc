"""What was left out of a sheet, counted in words: "3 title rows (rows 1 to 3), 1 total row (row 20)"."""

from __future__ import annotations

from collections.abc import Iterable

# What one of them is called, and several; any other reason is given as it is.
_NAMES = {
    "title": ("title row", "title rows"),
    "total": ("total row", "total rows"),
    "note": ("note", "notes"),
    "headings repeated": ("row of headings again", "rows of headings again"),
    "another table": ("row of another table", "rows of another table"),
    "region": ("region", "regions"),
}
MOST_RUNS = 40  # of a list of cases, closed ones may stand between any two


def counted(ignored: Iterable[tuple[int, str]]) -> str:
    """Each reason with how many rows, and which; "" where nothing was left out."""
    rows: dict[str, list[int]] = {}
    for number, reason in ignored:
        rows.setdefault(reason, []).append(number)
    return ", ".join(f"{_named(reason, len(those))} ({_which(those)})" for reason, those in rows.items())


def _named(reason: str, times: int) -> str:
    one, several = _NAMES.get(reason, (f"row: {reason}", f"rows: {reason}"))
    return f"{times} {one if times == 1 else several}"


def _which(numbers: list[int]) -> str:
    """Row numbers, with those that follow each other as "1 to 3"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs[:MOST_RUNS]]
    if further := sum(map(len, runs[MOST_RUNS:])):
        said.append(f"and {further:,} more")
    return f"{'row' if len(numbers) == 1 else 'rows'} {', '.join(said)}"
