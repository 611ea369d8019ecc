"""Where somebody went who is no longer in the unit: another unit, or out of it all, or of the force."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import pandas as pd

from analysis.months import number_of

MOVED_UNIT = "moved_unit"
LEFT_PUBLIC_PROTECTION = "left_public_protection"
LEFT_FORCE = "left_force"
LEFT_UNIT = "left_unit"
NOT_RECORDED = "not recorded"
LEAVE = "leave force"
GOES = (LEAVE, "move", "temporary move")


class Going(NamedTuple):
    """One movement of a person out of a unit; "" for what it does not say."""

    event: str
    from_unit: str
    to_unit: str
    reason: str


Units = dict[tuple[str, float], tuple[str, ...]]
Told = dict[tuple[str, float], list[Going]]


def heard_in_next_month(returns: pd.DataFrame, succeeded_by: Mapping[str, Collection[str]]) -> pd.DataFrame:
    """Each unit and month that was sent, whether the next month was heard, and from which successors if so.

    `returns`: unit, month. A unit that sent its last return is heard in the month after it when every unit
    that took it over sent that month. Gives unit, month, heard, successors.
    """
    sent = set(zip(returns["unit"], returns["month"], strict=True))
    last = returns.groupby("unit")["month"].max()
    took_over = [_took_over(unit, month, sent, last, succeeded_by) for unit, month in _pairs(returns)]
    itself = [(unit, month + 1) in sent for unit, month in _pairs(returns)]
    heard = [sends or bool(units) for sends, units in zip(itself, took_over, strict=True)]
    return returns[["unit", "month"]].assign(heard=heard, successors=pd.Series(took_over, dtype=object))


def _took_over(
    unit: str,
    month: float,
    sent: set[tuple[str, float]],
    last: "pd.Series[float]",
    by: Mapping[str, Collection[str]],
) -> tuple[str, ...]:
    """The units that took over from this one after this month, when all of them sent the next."""
    units = tuple(sorted(by.get(unit, ()))) if month == last[unit] else ()
    return units if all((each, month + 1) in sent for each in units) else ()


def _pairs(frame: pd.DataFrame) -> list[tuple[str, float]]:
    return list(zip(frame["unit"].astype(str), frame["month"].astype(float), strict=True))


def ask_where(
    watches: pd.DataFrame, rows: pd.DataFrame, heard: pd.DataFrame, movements: pd.DataFrame | None
) -> pd.DataFrame:
    """Each watch with its `exit`, `to_unit`, `reason` and `successor` (unit that took over); "" for none.

    `exit`: "left_force" where Movements says so in the month of leaving; "moved_unit" where the person is
    then in another unit, or Movements names one; "left_public_protection" where they are in none, or
    Movements names a unit outside it; "left_unit" where they are in none that was heard, and some unit was
    not. `to_unit` is that unit, newly joined rather than kept; `reason` that of Movements, "not recorded"
    where there is none.
    """
    watches = watches.merge(
        heard, left_on=["unit", "last"], right_on=["unit", "month"], validate="many_to_one"
    ).sort_values("watch", ignore_index=True)
    known, quiet = set(heard["unit"]), set(heard.loc[~heard["heard"], "month"])
    seen, told = _units_of(rows), _movements_of(movements)
    answers = [
        _where(watch, seen, told, known, watch.last in quiet) if watch.heard else ("", "", "", "")
        for watch in watches.itertuples(index=False)
    ]
    names = ["exit", "to_unit", "reason", "successor"]
    return watches.join(pd.DataFrame(answers, columns=names))


def _units_of(rows: pd.DataFrame) -> Units:
    """Where each person was at each month end."""
    units: dict[tuple[str, float], list[str]] = {}
    for person, (unit, month) in zip(rows["person_key"], _pairs(rows), strict=True):
        units.setdefault((person, month), []).append(unit)
    return {key: tuple(sorted(each)) for key, each in units.items()}


def _movements_of(movements: pd.DataFrame | None) -> Told:
    """What Movements says of each person's going in each month, by day; leaving the force last."""
    told: Told = {}
    if movements is None or movements.empty:
        return told
    going = movements[movements["event"].isin(GOES)]
    going = going.assign(month=number_of(going["date"]), final=going["event"] == LEAVE)
    going = going.sort_values(["final", "date", *Going._fields])
    for person, month, *said in going[["person_key", "month", *Going._fields]].to_numpy().tolist():
        told.setdefault((person, month), []).append(Going(*map(_text, said)))
    return told


def _where(watch: Any, seen: Units, told: Told, known: set[str], quiet: bool) -> tuple[str, str, str, str]:
    """Exit, unit, reason and successor of one watch, whose next month was heard."""
    now, later = (seen.get((watch.person_key, month), ()) for month in (watch.last, watch.last + 1))
    if went := [unit for unit in later if unit in watch.successors]:
        return "", "", "", went[0]
    said = told.get((watch.person_key, watch.last + 1), [])
    fits = [each for each in said if each.event == LEAVE or each.from_unit in ("", watch.unit)]
    going = fits[-1] if fits else Going("", "", "", "")
    reason = going.reason or NOT_RECORDED
    if going.event == LEAVE:
        return LEFT_FORCE, "", reason, ""
    if later:
        return MOVED_UNIT, min(later, key=lambda unit: (unit in now, unit)), reason, ""
    if going.to_unit:
        return MOVED_UNIT if going.to_unit in known else LEFT_PUBLIC_PROTECTION, going.to_unit, reason, ""
    return LEFT_UNIT if quiet else LEFT_PUBLIC_PROTECTION, "", reason, ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
