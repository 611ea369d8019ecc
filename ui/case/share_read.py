"""One share of some units together, read from the published figures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from analysis.disclosure import NotShown
from metrics.catalogue import METRICS
from ui.findings.demand.model import Share
from ui.findings.series import at, plain, rows_at
from ui.page.open_page import Page

DEMAND, DEMAND_YEAR = "resource/share_of_demand", "resource/share_of_demand_12m"
PEOPLE, DEPLOYABLE = "resource/share_of_people", "resource/share_of_deployable"
MONEY = "resource/share_of_money"
UNIT_OF = {DEMAND: "crimes", DEMAND_YEAR: "crimes", PEOPLE: "FTE", DEPLOYABLE: "FTE", MONEY: "£"}
NOT_SENT = {DEMAND: "no recorded crimes sent", DEMAND_YEAR: "no recorded crimes sent"}
IN_PART = {
    DEMAND: "counted by another rule",
    DEMAND_YEAR: "not each kind in each of the 12 months by the same rule",
}
MORE_THAN_ALL = "the kinds together are more than all recorded crime"


def share(page: Page, metric: str, codes: Sequence[str], month: date, like: Share) -> Share:
    """The share of some units together, where each of them is in it; else why there is none."""
    if not codes:
        return _told(metric, (None, None), 0, 0, like)
    return share_at(metric, frame(page, metric, tuple(codes), month), month, len(codes), like)


def frame(page: Page, metric: str, codes: tuple[str, ...], only: date | None) -> pd.DataFrame:
    """The figure of some units together by month."""
    one = codes[0] if len(codes) == 1 else None
    where = {} if one else {"unit": codes}
    return page.metric(metric, by=("month_end",), only=only, where=where, unit=one)


def share_at(metric: str, found: pd.DataFrame, month: date, units: int, like: Share) -> Share:
    """The share at a month end of so many units, each of which must be in it."""
    value = at(found, month)
    if units and isinstance(value, NotShown):
        return replace(like, said=str(value), hidden=True)
    # The force's own row is counted as one of the units.
    known = int(at(found, month, "units") or 0) - 1
    top, bottom = (plain(at(found, month, part)) for part in ("numerator", "denominator"))
    return _told(metric, (top, bottom), known, units, like)


def parts_of_units(page: Page, metric: str, month: date) -> dict[str | None, float | None]:
    """The part of each unit in view, and under None the whole of the force; not for a count of people.

    One reading in place of one for each unit. What is not known of a unit is None, what was not sent is not
    there.
    """
    rows = rows_at(page.metric(metric, only=month), month).to_dict("records")
    parts = {str(r["unit"]): plain(r["numerator"]) for r in rows if not pd.isna(r["unit"])}
    whole = next((plain(r["denominator"]) for r in rows if pd.isna(r["unit"])), None)
    return {**parts, None: whole or None}


def share_of_parts(
    metric: str, parts: Mapping[str | None, float | None], codes: Sequence[str], like: Share
) -> Share:
    """The same share from the parts of each unit."""
    known = [part for code in codes if (part := parts.get(code)) is not None]
    return _told(metric, (sum(known), parts.get(None)), len(known), len(codes), like)


def _told(
    metric: str, parts: tuple[float | None, float | None], known: int, units: int, like: Share
) -> Share:
    """A share where all that is asked is known; else the words for what is missing."""
    top, bottom = parts
    if not units:
        return replace(like, said=NOT_SENT.get(metric, "no unit stands in this month"))
    if not bottom:
        return replace(like, said=METRICS[metric].when_none)
    if known < units or top is None:
        few = f"{known} of {units} units sent"
        return replace(like, said=few if known > 0 else NOT_SENT.get(metric, "not sent"))
    if metric in NOT_SENT and top > bottom:
        return replace(like, said=MORE_THAN_ALL)
    return replace(
        like, value=top / bottom, numerator=top, denominator=bottom, unit=UNIT_OF.get(metric, "crimes")
    )
