"""What is said of the loads: which file, which months, when and by whom, and whether each still holds."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd

from ui.parts.wording import join, month_name

LOADS_SHOWN = 12
FILES_TOLD = 10  # of one sending; of more, as of the samples, each file is on Returns alone


def history(loads: Sequence[Any]) -> pd.DataFrame:
    """Every load, newest first: file, months, when, by whom, records, and whether it still holds."""
    rows = [
        (
            load.file_name,
            months_said(load.months),
            when_said(load.loaded_at),
            load.loaded_by,
            f"{load.records:,}",
            standing(load),
        )
        for load in loads
    ]
    return pd.DataFrame(rows, columns=["File", "Month", "Loaded", "By", "Records", "Now"])


def standing(load: Any) -> str:
    """Whether the load still holds, and who undid it."""
    if load.state == "undone":
        return f"Undone {when_said(load.undone_at)} by {load.undone_by}"
    return str(load.standing)[:1].upper() + str(load.standing)[1:]


def months_said(months: Sequence[str]) -> str:
    """One month in words, or the first and last of several."""
    days = [date.fromisoformat(m[:10]) for m in months]
    if not days:
        return "no month"
    return month_name(days[0]) if len(days) == 1 else f"{month_name(days[0])} to {month_name(days[-1])}"


def months_of(loads: Sequence[Any]) -> str:
    """The months that several loads are of, as one span."""
    return months_said(sorted({month for load in loads for month in load.months}))


def when_said(stamp: str | None) -> str:
    """A time stamp as a day and a time."""
    if not stamp:
        return "not known"
    when = datetime.fromisoformat(stamp)
    return f"{when.day} {when:%b %Y, %H:%M}"


def can_undo(loads: Sequence[Any]) -> list[Any]:
    """The loads that still hold something."""
    return [load for load in loads if load.state != "undone" and load.active_scopes]


def undone_said(loads: Sequence[Any]) -> str:
    """Which of these loads were undone, by whom and when; nothing where all of them stand."""
    gone: dict[str, list[str]] = {}
    for load in loads:
        if load.state == "undone":
            gone.setdefault(f"undone by {load.undone_by} on {when_said(load.undone_at)}", []).append(
                load.load_id
            )
    if len(gone) == 1 and all(load.state == "undone" for load in loads):
        return f"{next(iter(gone)).capitalize()[:1]}{next(iter(gone))[1:]}."
    return " ".join(
        f"{'Load' if len(ids) == 1 else 'Loads'} {join(ids)}: {how}." for how, ids in gone.items()
    )


def files_said(names: Sequence[str]) -> str:
    """The files of one sending: all of them, or the first few and how many more."""
    few = names if len(names) <= FILES_TOLD else names[:3]
    more = len(names) - len(few)
    return f"{', '.join(few)} and {more} more" if more else join(few)


def undo_label(load: Any) -> str:
    """A load in one line, for choosing it."""
    return f"{load.file_name} · {months_said(load.months)} · loaded {when_said(load.loaded_at)}"
