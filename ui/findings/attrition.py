"""What the attrition page says: who left what, how many came, why, and how much of that is known."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from analysis.disclosure import FEWEST_PEOPLE_SHOWN, Hidden, NotShown, Suppressed, hide_row
from charts.lines import Line, Lines
from ui.findings.series import plain
from ui.parts.wording import join, number, plural

RATES = (
    ("attrition/left_unit_12m", "left their unit"),
    ("attrition/left_public_protection_12m", "left public protection"),
    ("attrition/left_force_12m", "left the force"),
)
NOT_RECORDED = "not recorded"
MONTHS_HIDDEN = (
    "Beside the figures over twelve months, a month in which nobody left would tell how many left in another."
)


def headline(said: Sequence[str]) -> str:
    """The three rates in one sentence, each named; where none is known, what is missing."""
    known = [f"{value} {words}" for value, (_, words) in zip(said, RATES, strict=True) if value[:1].isdigit()]
    if not known:
        return "No 12-month leaving rate yet"
    # "Left" is said once: a headline has fifteen words at most.
    first, *others = known
    return f"In 12 months {join([first, *(each.replace('% left ', '% ') for each in others)])}"


def flows(months: Sequence[date], joiners: Sequence[Any], leavers: Sequence[Any]) -> Lines:
    """People who joined and who left a unit in each month; a month that is hidden says so in the table."""
    lines = (_line("Joined a unit", joiners), _line("Left a unit", leavers))
    return Lines(
        flows_title(joiners, leavers), "People in the month, headcount", tuple(months), lines, decimals=0
    )


def _line(name: str, people: Sequence[Any]) -> Line:
    marks = tuple(str(v) if isinstance(v, NotShown) else "" for v in people)
    return Line(name, tuple(plain(v) for v in people), marks)


def flows_title(joiners: Sequence[Any], leavers: Sequence[Any]) -> str:
    """Whether more left than joined over the last 12 months that are known; nothing where one is hidden."""
    pairs = [(j, v) for j, v in zip(joiners, leavers, strict=True) if j is not None and v is not None][-12:]
    if not pairs or any(isinstance(n, NotShown) for pair in pairs for n in pair):
        return "People joining and leaving units"
    net = sum(j for j, _ in pairs) - sum(v for _, v in pairs)
    span = plural(len(pairs), "month")
    if net == 0:
        return f"As many joined as left over {span}"
    return f"{number(abs(net))} more {'joined than left' if net > 0 else 'left than joined'} over {span}"


def reasons(
    frame: pd.DataFrame, months: Sequence[date], threshold: int = FEWEST_PEOPLE_SHOWN
) -> pd.DataFrame:
    """Leavers by reason over `months`, largest first, the unrecorded last.

    Small groups are hidden, with enough others that none can be worked out."""
    counts, unknown = _by_reason(frame, months)
    ordered = sorted(counts.items(), key=lambda item: (item[0] == NOT_RECORDED, -item[1]))
    shown = hide_row([count for _, count in ordered], threshold)
    if unknown:
        # What all of them come to, less those shown, would be the one that is not.
        shown = [Suppressed(threshold) for _ in ordered]
        ordered += [(name, 0.0) for name in sorted(unknown)]
        shown += [Suppressed(threshold) for _ in unknown]
    rows = [(_capital(name), _people(value)) for (name, _), value in zip(ordered, shown, strict=True)]
    return pd.DataFrame(rows, columns=["Reason", f"People, {plural(len(months), 'month')}"])


def none_shown(table: pd.DataFrame) -> bool:
    """Whether no count of a table of reasons may be shown, so that it would say nothing."""
    return bool((table.iloc[:, 1] == str(Suppressed())).all())


def _by_reason(frame: pd.DataFrame, months: Sequence[date]) -> tuple[dict[str, float], set[str]]:
    """People by reason, and the reasons of which a month is hidden: what is left would not be their sum."""
    counts: dict[str, float] = {}
    unknown: set[str] = set()
    for row in frame.to_dict("records"):
        if pd.Timestamp(row["month_end"]).date() not in months:
            continue
        if isinstance(row["numerator"], NotShown):
            unknown.add(row["reason"])
        elif value := plain(row["numerator"]):
            counts[row["reason"]] = counts.get(row["reason"], 0.0) + value
    return {reason: n for reason, n in counts.items() if reason not in unknown}, unknown


def _people(shown: Any) -> str:
    return str(shown) if isinstance(shown, NotShown) else number(shown)


def recorded(share: Any, numerator: Any, denominator: Any) -> str:
    """How much of the reasons is known; always said beside them."""
    if any(isinstance(each, NotShown) for each in (share, numerator, denominator)):
        return "How many leavers have a reason is not shown, so that nobody can be picked out."
    value, top, bottom = plain(share), plain(numerator), plain(denominator)
    if value is None or top is None or not bottom:
        return "No reasons have been sent. The Movements sheet gives them."
    missing = bottom - top
    if not missing:
        return "Every leaver of the last 12 months has a reason."
    return (
        f"{missing / bottom:.0%} of leavers have no reason recorded ({number(missing)} of {number(bottom)})."
    )


def table_cell(metric: Any, row: dict[str, Any]) -> str:
    """A rate with the people behind it: `12% 4/33`; that of a small group reads `not shown`."""
    value = row.get("value")
    if isinstance(value, Hidden) or isinstance(row.get("numerator"), Hidden):
        return str(Suppressed() if metric.kind == "ratio" else Hidden())
    said = str(metric.say(value, row.get("numerator"), row.get("denominator")))
    top, bottom = plain(row.get("numerator")), plain(row.get("denominator"))
    if metric.kind != "ratio" or top is None or bottom is None or plain(value) is None:
        return said
    return f"{said} {number(top)}/{number(bottom)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
