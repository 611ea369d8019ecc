"""P-values adjusted for how many were looked at: of those called unusual, how many are chance."""

from collections.abc import Sequence

import numpy as np


def adjusted(p_values: Sequence[float]) -> tuple[float, ...]:
    """Each p-value as the smallest share of false discoveries at which it would be one, in the order given.

    p · n / rank, and no more than that of a larger p-value. Source: Benjamini and Hochberg 1995.
    """
    p = np.asarray(p_values, dtype=np.float64)
    order = np.argsort(p, kind="stable")
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    out = np.empty(len(p))
    out[order] = np.minimum.accumulate(scaled[::-1])[::-1]
    return tuple(float(q) for q in out)
