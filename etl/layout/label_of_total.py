"""Words that label a total or an average. Standard library only: the reading child uses them too."""

from __future__ import annotations

import re

TOTAL = re.compile(
    r"^(?:(?:grand|sub|overall|unit|team|force)[\s-]?)?totals?\b|\b(?:sub-?)?total\s*:?$|"
    r"^all (?:units|teams)$|^sum$|^overall$",
    re.I,
)
AVERAGE = re.compile(r"^(?:mean|average|avg|median)\b", re.I)


def is_label_of_total(text: str) -> bool:
    """Whether a text says that its row sums or averages other rows."""
    return bool(TOTAL.search(text) or AVERAGE.search(text))
