"""Promises kept: posts that are funded, filled, and about to be filled, by unit."""

import pandas as pd

from exports.document import Block
from metrics.catalogue import METRICS
from ui.briefing.seen import Seen, findings, paragraphs, table
from ui.findings.series import said
from ui.parts.wording import month_name

COLUMNS = (
    ("staffing/funded_fte", "Funded, FTE"),
    ("staffing/in_post_fte", "In post, FTE"),
    ("staffing/vacancy_rate", "Vacant"),
    ("staffing/vacancy_net_of_starts", "Vacant, net of starts agreed"),
)
NOT_YET = (
    "Which decision promised a post, and when its money ends, is sent in Establishment (Decision ref, "
    "Funding ends) and is not set against delivery post by post in this document."
)


def blocks(seen: Seen) -> tuple[Block, ...]:
    """What is funded beside what is filled; what cannot be told of a promise is said."""
    page = seen.page
    if page.status.of("establishment") is None:
        return paragraphs("No Establishment return for this month: nothing can be said of posts promised.")
    if seen.is_brief:
        return findings(*_together(seen))
    frames = [(METRICS[name], page.metric(name, only=page.month)) for name, _ in COLUMNS]
    rows = [
        (unit.title, *(said(metric, frame, page.month, unit=unit.code) for metric, frame in frames))
        for unit in page.units
    ]
    shown = pd.DataFrame(rows, columns=["Unit", *(title for _, title in COLUMNS)])
    return table(f"Posts funded and filled, {month_name(page.month)}", shown, 1, NOT_YET)


def _together(seen: Seen) -> list[str]:
    """Each of the units together, as a sentence for a brief."""
    page = seen.page
    frames = {name: page.metric(name, by=("month_end",), only=page.month) for name, _ in COLUMNS}
    return [f"{title}: {said(METRICS[name], frames[name], page.month)}" for name, title in COLUMNS]
