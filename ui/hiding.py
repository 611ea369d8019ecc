"""Publication mode: small counts of people are hidden before they reach a page, a chart or a download."""

import pandas as pd

from analysis.disclosure import FEWEST_PEOPLE_SHOWN, Hidden, NotShown, hide_small
from metrics.model import Metric

PARTS = ("numerator", "denominator")


def hide_small_groups(
    frame: pd.DataFrame, metric: Metric, threshold: int = FEWEST_PEOPLE_SHOWN
) -> pd.DataFrame:
    """The frame with every row that rests on a small count of people hidden whole: parts, value and all.

    A rate gives its count away, so the value goes with the part. Counts of cases pass through.
    """
    if not metric.counts_people or frame.empty:
        return frame
    small = frame.apply(lambda row: any(_small(row[part], threshold) for part in PARTS), axis=1)
    if not small.any():
        return frame
    hidden = frame.astype(dict.fromkeys((*PARTS, "value"), object))
    for name in (*PARTS, "value"):
        hidden[name] = [Hidden(threshold) if s else v for s, v in zip(small, hidden[name], strict=True)]
    return hidden


def _small(count: object, threshold: int) -> bool:
    """A count too small to show; one that is withheld already stays as it is."""
    return not isinstance(count, NotShown) and isinstance(hide_small(count, threshold), Hidden)
