"""Posts whose money ends, post by post: how many, whose money it is and until when."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from ui.findings.demand.promised import Promise

COLUMNS = (
    "Funding ends",
    "Unit",
    "Posts",
    "Funded, FTE",
    "Of which time-limited, FTE",
    "In post, FTE",
    "Funding source",
    "Decision",
)


def ends_table(promises: Sequence[Promise]) -> pd.DataFrame:
    """A row for each row of posts with an end of its money, the first to end first."""
    given = sorted(
        (each for each in promises if each.ends), key=lambda each: (each.ends or date.max, each.unit)
    )
    return pd.DataFrame([_row(each) for each in given], columns=list(COLUMNS))


def _row(each: Promise) -> tuple[object, ...]:
    return (
        each.ends,
        each.unit,
        f"{each.role}, {each.worker_type}",
        each.funded,
        "not given" if each.time_limited is None else each.time_limited,
        "not sent" if each.in_post is None else each.in_post,
        each.source or "not given",
        ", ".join(each.refs) or "no decision given",
    )
