"""Publication mode: small counts of people are hidden before they reach a page, a chart or a download."""

from collections.abc import Sequence

import pandas as pd

from analysis.disclosure import FEWEST_PEOPLE_SHOWN, Hidden, NotShown, Suppressed, hide_small
from metrics.model import Metric
from ui.findings.series import plain

PARTS = ("numerator", "denominator")
SHOWN = (*PARTS, "value")


def hide_small_groups(
    frame: pd.DataFrame, metric: Metric, threshold: int = FEWEST_PEOPLE_SHOWN
) -> pd.DataFrame:
    """The frame with every row that rests on a small count of people hidden whole: parts, value and all.

    A rate gives its count away, so the value goes with the part. Counts of cases pass through. People who
    came or went in one month are not shown at all: beside the figures over twelve months, a month in which
    nobody left would tell how many left in another.
    """
    if not metric.counts_people or frame.empty:
        return frame
    if metric.over_time == "flow":
        return with_marks(frame, [None if plain(n) is None else Suppressed() for n in frame["numerator"]])
    counted = counts_of(frame, metric.rest_is_told)
    small = [any(_small(count, threshold) for count in row) for row in zip(*counted, strict=True)]
    return with_marks(frame, [Hidden(threshold) if each else None for each in small])


def counts_of(frame: pd.DataFrame, rest_is_told: bool) -> tuple[list[object], ...]:
    """The counts that a row of the frame tells together: both parts, and where it is told what the numerator
    leaves of the denominator.
    """
    top, bottom = (list(frame[part]) for part in PARTS)
    if not rest_is_told:
        return top, bottom
    return top, bottom, [_rest(plain(n), plain(of)) for n, of in zip(top, bottom, strict=True)]


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
