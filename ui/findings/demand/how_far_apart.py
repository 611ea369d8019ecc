"""Demand beside people and money at one month, as a chart model: how far apart shares lie."""

from collections.abc import Sequence

from charts.dumbbell import Dumbbell, Ends
from ui.findings.demand.model import DEMAND, DEPLOYABLE, MONEY, PEOPLE, Group, Shares
from ui.findings.demand.words import percent
from ui.parts.wording import month_name


def dumbbell(shares: Shares) -> Dumbbell | None:
    """The shares of the units together and of each; None where fewer than two can be shown of any."""
    rows = (shares.whole, *shares.groups) if shares.counted else (shares.every, *shares.groups)
    if not any(sum(share.known for _, share in row.shares) > 1 for row in rows):
        return None
    names = _names_known(rows)
    most = ", at most" if shares.whole.demand.at_most else ""
    when = f", of {month_name(shares.demand_month)}" if shares.waits else ""
    return Dumbbell(
        _apart(shares),
        f"Share of the whole force, %, {month_name(shares.month)}; demand is recorded crime{most}{when}",
        names,
        tuple(_ends(row, names) for row in rows),
        suffix="%",
    )


def _names_known(rows: Sequence[Group]) -> tuple[str, ...]:
    """The shares by name. Deployable people stand among them only where they are known of some units."""
    deployable = any(row.deployable.known or row.deployable.hidden for row in rows)
    return (DEMAND, PEOPLE, *([DEPLOYABLE] if deployable else []), MONEY)


def _apart(shares: Shares) -> str:
    known = [group for group in shares.groups if group.demand.known and group.people.known]
    more = sum((g.people.value or 0) > (g.demand.value or 0) for g in known)
    if not known:
        return "Demand beside people and money"
    if len(known) == 1:
        one = known[0]
        return f"{one.name}: {percent(one.demand)} of recorded crime, {percent(one.people)} of the people"
    least = "At least " if any(group.demand.at_most for group in known) else ""
    of = "units" if len(shares.groups) == len(shares.each) else "types of unit"
    return f"{least}{more} of {len(known)} {of} have a larger share of people than of recorded crime"


def _ends(row: Group, names: Sequence[str]) -> Ends:
    each = [dict(row.shares)[name] for name in names]
    values = tuple(None if share.value is None else share.value * 100 for share in each)
    return Ends(row.name, values, tuple("" if share.known else share.said for share in each))
