"""Spells: how long each person was seen in each unit, from the people sent month by month, and how it ended.

A month that a unit did not send is missing, and never an exit. What happened in it is not known, so the
watch stops before it and begins again after it: nobody is counted as at risk of leaving when leaving could
not have been seen.
"""

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd

from analysis.destinations import ask_where, heard_in_next_month
from analysis.months import end_of, number_of

STILL_HERE, RETURN_MISSING, SUCCEEDED, EXIT = "still_here", "return_missing", "succeeded", "exit"
STATED, SEEN_TO_JOIN, PREDECESSOR, UNKNOWN = "stated", "seen_to_join", "predecessor", "unknown"
COLUMNS = (
    *("person_key", "unit", "first_seen", "last_seen", "began_from", "entry", "time", "ended"),
    *("exit", "left_in", "to_unit", "reason"),
)
OF_ONE = ["person_key", "unit"]


def spells(
    people: pd.DataFrame,
    covered: pd.DataFrame,
    movements: pd.DataFrame | None = None,
    succeeded_by: Mapping[str, Collection[str]] | None = None,
) -> pd.DataFrame:
    """Every unbroken watch of a person in a unit: from when, until when, how it ended. One force at a time.

    `people`: month_end, person_key, unit, in_unit_since (date or missing); other columns are ignored.
    `covered`: unit and month_end of every return of People, of public protection units only. `movements`:
    date, person_key, event, from_unit, to_unit, reason. `succeeded_by`: for a unit that ended, the units
    that took it over.

    Gives COLUMNS, by unit, person and month. Times are whole months since the month the person joined:
    `entry` when first seen, `time` when gone or last seen, both missing where `began_from` is "unknown"; it
    is else "stated" (in unit since), "seen_to_join" (not in the return before) or "predecessor". `ended`:
    "exit" (not in the return of the month after `last_seen`), "still_here", "return_missing" (of that
    month) or "succeeded" (the unit, and the person went with it, which is no exit). `exit`: "" for none,
    else where to, as `analysis.destinations` tells; `left_in` is its month end. Somebody who comes and goes
    between two month ends is not seen.
    """
    returns = _returns(covered)
    rows = _rows(people, returns)
    if rows.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    watches = _watches(rows)
    heard = heard_in_next_month(returns, succeeded_by or {})
    watches = ask_where(watches, rows, heard, movements)
    watches["ended"] = _ended(watches, returns)
    began, source = _began(watches)
    return _as_sent(watches, began, source)


def _returns(covered: pd.DataFrame) -> pd.DataFrame:
    """Each month of each unit that was sent, once, with its place among the unit's own."""
    returns = pd.DataFrame({"unit": covered["unit"].astype(str), "month": number_of(covered["month_end"])})
    returns = returns.drop_duplicates().sort_values(["unit", "month"], ignore_index=True)
    units = returns.groupby("unit")["month"]
    returns["place"] = units.cumcount()
    returns["follows"] = units.diff() == 1
    return returns


def _rows(people: pd.DataFrame, returns: pd.DataFrame) -> pd.DataFrame:
    """Each person, unit and month that was sent, once; `since` is the earliest month stated in that row."""
    rows = (
        people[OF_ONE]
        .astype(str)
        .assign(month=number_of(people["month_end"]), since=number_of(people["in_unit_since"]))
    )
    once = rows.groupby([*OF_ONE, "month"])["since"].min().reset_index()
    kept = once.merge(returns, on=["unit", "month"], validate="many_to_one")
    return kept.sort_values([*OF_ONE, "month"], ignore_index=True)


def _watches(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows that follow each other, month by month, as one; `spell` joins those with only gaps between."""
    before = rows.groupby(OF_ONE)[["month", "place"]].diff()
    rows = rows.assign(watch=(before["month"] != 1).cumsum(), spell=(before["place"] != 1).cumsum())
    return rows.groupby("watch", as_index=False).agg(
        person_key=("person_key", "first"),
        unit=("unit", "first"),
        first=("month", "first"),
        last=("month", "last"),
        since=("since", "min"),
        follows=("follows", "first"),
        spell=("spell", "first"),
    )


def _ended(watches: pd.DataFrame, returns: pd.DataFrame) -> "pd.Series[str]":
    newest = watches["last"] == returns["month"].max()
    ended = np.select(
        [watches["exit"] != "", watches["successor"] != "", newest],
        [EXIT, SUCCEEDED, STILL_HERE],
        RETURN_MISSING,
    )
    return pd.Series(ended, index=watches.index)


def _began(watches: pd.DataFrame) -> tuple["pd.Series[float]", "pd.Series[str]"]:
    """The month each joined, and how that is known; one for all the watches of a spell.

    A date later than the first month somebody was seen is wrong, and gives way to that month.
    """
    spell = watches.groupby("spell")
    first, stated = spell["first"].min(), spell["since"].min()
    joined = first.where(spell["follows"].first())
    began = stated.clip(upper=first).fillna(joined).astype(float)
    source = pd.Series(
        np.select([stated.notna(), joined.notna()], [STATED, SEEN_TO_JOIN], UNKNOWN), index=first.index
    )
    _inherit(watches, began, source)
    return watches["spell"].map(began), watches["spell"].map(source)


def _inherit(watches: pd.DataFrame, began: "pd.Series[float]", source: "pd.Series[str]") -> None:
    """Somebody who went with their unit into the one that took it over began when they joined the old one."""
    spell_at = watches.set_index([*OF_ONE, "first"])["spell"]
    went = watches[watches["successor"] != ""].sort_values("last")
    for person, successor, last, old in went[["person_key", "successor", "last", "spell"]].itertuples(
        index=False
    ):
        new = spell_at.get((person, successor, last + 1))
        if new is not None and not began[new] <= began[old] and not np.isnan(began[old]):
            began[new], source[new] = began[old], PREDECESSOR


def _as_sent(watches: pd.DataFrame, began: "pd.Series[float]", source: "pd.Series[str]") -> pd.DataFrame:
    """Months as dates, and times as months served."""
    gone = watches["exit"] != ""
    done = watches.assign(
        first_seen=end_of(watches["first"]),
        last_seen=end_of(watches["last"]),
        began_from=source,
        entry=watches["first"] - began,
        time=watches["last"] + gone - began,
        left_in=end_of(watches["last"] + 1).where(gone),
    )
    return done.sort_values(["unit", "person_key", "first"], ignore_index=True)[list(COLUMNS)]
