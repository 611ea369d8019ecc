"""A force beside the set of similar forces that it has chosen: median and range, each with its number."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from contracts.forces import by_code, by_key, key
from settings.similar import SimilarForces
from ui.parts.wording import day, join, number, plural

NOT_SET = (
    "No set of similar forces has been chosen, so the force stands beside its region and all forces. A set "
    "is a setting with its source, under [[similar_forces]] in the settings of the force "
    "(docs/how-to/set-up-your-force.md)."
)
CHANGE, SHARE = "Change in strength, %", "Officers in public protection, share, %"
COLUMNS = (
    "Measure",
    "Period",
    "The force",
    "Median of the set",
    "Least",
    "Most",
    "Forces in the set with a figure",
)


def code_of(name: str) -> str:
    """The code of a force as a table names it; the name's key where it is none of the 43."""
    known = by_key().get(key(name))
    return known.code if known else key(name)


def changes(figures: pd.DataFrame) -> tuple[pd.Series, date | None, date | None]:
    """The change of each force in per cent, from the first to the last of the days that most forces have."""
    counted = figures.dropna(subset=["value"]).groupby("as_at")["force"].nunique()
    days = sorted(counted[counted == counted.max()].index)
    if len(days) < 2:
        return pd.Series(dtype=float), None, None
    first, last = (
        figures[figures["as_at"] == when].set_index("force")["value"] for when in (days[0], days[-1])
    )
    found = (last / first.where(first > 0) - 1) * 100
    return found.dropna(), days[0], days[-1]


def row(
    measure: str, period: str, values: pd.Series, force: str, chosen: SimilarForces
) -> tuple[object, ...] | None:
    """One measure of the force beside the set; None where no force of the set has a figure."""
    codes = {name: code_of(str(name)) for name in values.index}
    mine = next((float(values[name]) for name, code in codes.items() if code == code_of(force)), None)
    others = [float(values[name]) for name, code in codes.items() if code in chosen.forces]
    if not others:
        return None
    set_of = pd.Series(others)
    told = "not in the table" if mine is None else mine
    n = f"{len(others)} of {len(chosen.forces)}"
    return measure, period, told, float(set_of.median()), min(others), max(others), n


def table(rows: Sequence[tuple[object, ...] | None]) -> pd.DataFrame:
    """The measures that can be set beside the set."""
    return pd.DataFrame([each for each in rows if each], columns=list(COLUMNS))


def period(first: date | None, last: date | None) -> str:
    """The days that a change is between."""
    return f"{day(first)} to {day(last)}" if first and last else ""


def finding(shown: pd.DataFrame, force: str) -> str:
    """Where the force lies beside the set, measure by measure."""
    said = []
    for each in shown.to_dict("records"):
        mine, least, most = each["The force"], each["Least"], each["Most"]
        if not isinstance(mine, float):
            continue
        where = (
            "below all of them"
            if mine < least
            else "above all of them"
            if mine > most
            else "within their range"
        )
        name = str(each["Measure"]).removesuffix(", %").lower()
        said.append(
            f"{name} {number(mine, 1)}%, median of the set {number(each['Median of the set'], 1)}%, {where}"
        )
    return (
        f"{force}: {'; '.join(said)}." if said else f"{force} is not in the table, so only the set is shown."
    )


def about(chosen: SimilarForces) -> str:
    """Which forces are in the set, from where, who set it and why."""
    names = join(sorted(by_code()[code].name for code in chosen.forces))
    return (
        f"{chosen.name}: {plural(len(chosen.forces), 'force')}, {names}. Source: {chosen.source}. "
        f"Set by {chosen.set_by}: {chosen.why}"
    )
