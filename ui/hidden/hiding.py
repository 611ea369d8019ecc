"""Publication mode: small counts of people are hidden before they reach a page, a chart or a download."""

from collections.abc import Sequence

import pandas as pd

from analysis.disclosure import FEWEST_PEOPLE_SHOWN, Hidden, NotShown, Suppressed, hide_small
from metrics.model import Metric
from ui.findings.series import plain

PARTS = ("numerator", "denominator")
SHOWN = (*PARTS, "value")
TOLD = "told "
"""How the columns begin that hold further counts of people a row tells (ui/hidden/people.py)."""


def hide_small_groups(
    frame: pd.DataFrame, metric: Metric, threshold: int = FEWEST_PEOPLE_SHOWN
) -> pd.DataFrame:
    """The frame with every row that rests on a small count of people hidden whole: parts, value and all.

    A rate gives its count away, so the value goes with the part. Counts of cases pass through. People who
    came or went in one month are not shown at all: beside the figures over twelve months, a month in which
    nobody left would tell how many left in another.
    """
    if not metric.about_people or frame.empty:
        return frame
    if metric.over_time == "flow":
        return with_marks(frame, [None if plain(n) is None else Suppressed() for n in frame["numerator"]])
    counted = counts_of(frame, metric.rest_is_told)
    own = 3 if metric.rest_is_told else 2
    return with_marks(frame, [_mark_of(row, own, threshold) for row in zip(*counted, strict=True)])


def _mark_of(row: Sequence[object], own: int, threshold: int) -> NotShown | None:
    """Only of its first counts, which are its own, is it said that they are small."""
    if any(_small(count, threshold) for count in row[:own]):
        return Hidden(threshold)
    return Suppressed() if any(_small(count, threshold) for count in row[own:]) else None


def counts_of(frame: pd.DataFrame, rest_is_told: bool) -> tuple[list[object], ...]:
    """The counts that a row of the frame tells together: both parts, what else it is said to tell, and where
    that is told what the numerator leaves of the denominator.
    """
    top, bottom = (list(frame[part]) for part in PARTS)
    told = [list(frame[name]) for name in frame.columns if name.startswith(TOLD)]
    if not rest_is_told:
        return top, bottom, *told
    return top, bottom, [_rest(plain(n), plain(of)) for n, of in zip(top, bottom, strict=True)], *told


def _rest(count: float | None, of: float | None) -> float | None:
    return None if count is None or of is None else of - count


def with_marks(frame: pd.DataFrame, marks: Sequence[NotShown | None]) -> pd.DataFrame:
    """The frame with parts and value of each row that has a mark replaced by it, one mark or None a row."""
    if not any(mark is not None for mark in marks):
        return frame
    hidden = frame.astype(dict.fromkeys(SHOWN, object))
    for name in SHOWN:
        hidden[name] = [
            value if mark is None else mark for value, mark in zip(hidden[name], marks, strict=True)
        ]
    return hidden


def _small(count: object, threshold: int) -> bool:
    """A count too small to show; one that is withheld already stays as it is."""
    return not isinstance(count, NotShown) and isinstance(hide_small(count, threshold), Hidden)
