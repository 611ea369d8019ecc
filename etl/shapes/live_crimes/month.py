"""The day a live list was taken: in a column, above the headings, or in the sheet's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from etl.layout.grid import Row
from etl.layout.title_month import either, stands_alone, title_days
from etl.values.read_date import dates_inside, month_end, month_of_extract


@dataclass(frozen=True)
class ListMonth:
    """The month end at which cases are counted, and the day of the list; or a message code with its words."""

    month: date | None = None
    taken: date | None = None
    fault: str = ""
    shown: str = ""
    detail: str = ""


def month_of(said: Sequence[date], above: Sequence[Row], name: str) -> ListMonth:
    """The month from the days that a column says, else from the title, else from the sheet's name."""
    days = sorted(set(said)) or sorted(set(title_days(above))) or sorted({d for d, _ in dates_inside(name)})
    months = {month_of_extract(day) or month_end(day) for day in days}
    if len(months) != 1:
        shown = ", ".join(f"{day:%d/%m/%Y}" for day in days[:3])
        return ListMonth(fault="month_several" if days else "live_no_day", shown=shown)
    last = days[-1]
    shown = f"{last:%d/%m/%Y}"
    if last.day == 1 and (said or stands_alone(above, last)):
        return ListMonth(fault="month_first", shown=shown, detail=either(last))
    month = month_of_extract(last)
    if month is None:
        return ListMonth(fault="month_not_end", shown=shown, detail=f"{month_end(last):%d/%m/%Y}")
    return ListMonth(month, last)
