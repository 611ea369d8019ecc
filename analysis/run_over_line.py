"""How long a measure has been over the line that a force has set for itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.variation import Series, known

MONTHS = 12


@dataclass(frozen=True)
class Run:
    """Months over the line with none known to be at or under it in between.

    `months` counts months known to be over; `missing` counts the months inside the run without a value,
    which neither lengthen nor end it. `start` is the position of its first month, None for no run.
    """

    months: int = 0
    missing: int = 0
    start: int | None = None


@dataclass(frozen=True)
class OverLine:
    """Months over the line in the last `window`: `over` of the `known` ones, `missing` without a value.

    `current` is the run that reaches the last month (it may be longer than the window, and its `missing`
    includes months since its last known one); `longest` is the longest of the whole series, the first of
    equals. `why_not`: "" , "no line set" or "no values".
    """

    window: int
    known: int
    over: int
    missing: int
    current: Run
    longest: Run
    why_not: Literal["", "no line set", "no values"] = ""


def over_line(
    values: Series, line: float | Sequence[float | None] | None, *, window: int = MONTHS
) -> OverLine:
    """Count the months strictly over `line`, which is one figure, one for each month, or not set.

    `values` are in the unit of the line, in order of month, None or NaN = missing. A month without a value
    or without a line is counted as missing: not over, not under, and no end to a run. Raises ValueError
    for lines of another length than the values, or a window under 1.
    """
    if window < 1:
        raise ValueError(f"a window of {window} months holds none")
    lines = list(line) if isinstance(line, Iterable) else [line] * len(values)
    over = [_over(value, limit) for value, limit in zip(values, lines, strict=True)]
    recent = over[-window:]
    return OverLine(
        window=window,
        known=sum(month is not None for month in recent),
        over=sum(month is True for month in recent),
        missing=sum(month is None for month in recent),
        current=_current(over),
        longest=_longest(over),
        why_not=_why_not(values, lines),
    )


def _over(value: float | None, line: float | None) -> bool | None:
    """None where the value or the line is missing."""
    value, line = known(value), known(line)
    return None if value is None or line is None else value > line


def _runs(over: Sequence[bool | None]) -> list[Run]:
    """Every run; missing months at the end of one are counted only when another month over follows."""
    runs: list[Run] = []
    waiting, at_or_under = 0, True
    for position, month in enumerate(over):
        if month is None:
            waiting += 1
        elif not month:
            at_or_under = True
        else:
            before = runs.pop() if runs and not at_or_under else Run(start=position, missing=-waiting)
            runs.append(Run(before.months + 1, before.missing + waiting, before.start))
            at_or_under = False
        waiting = waiting if month is None else 0
    return runs


def _current(over: Sequence[bool | None]) -> Run:
    """The run not ended by a month at or under the line, with the months missing since."""
    since = 0
    for month in reversed(over):
        if month is not None:
            break
        since += 1
    last = len(over) - 1 - since
    if last < 0 or not over[last]:
        return Run()
    run = _runs(over)[-1]
    return Run(run.months, run.missing + since, run.start)


def _longest(over: Sequence[bool | None]) -> Run:
    return max(_runs(over), key=lambda run: run.months, default=Run())


def _why_not(values: Series, lines: Sequence[float | None]) -> Literal["", "no line set", "no values"]:
    if all(known(value) is None for value in values):
        return "no values"
    return "no line set" if all(known(line) is None for line in lines) else ""
