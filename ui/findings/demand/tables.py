"""Demand beside people and money, as tables: every share with its parts, definition, period and source."""

from collections.abc import Sequence

import pandas as pd

from ui.findings.demand.model import DEPLOYABLE, Group, Kind, Share, Shares
from ui.findings.demand.words import percent
from ui.parts.wording import join, number

BASIS = ("Definition", "Period", "Source")
COLUMNS = ("Unit", "Share of", "Share", "Part", "Whole", *BASIS)


def together_table(shares: Shares) -> pd.DataFrame:
    """A row for each share of the units together: those with recorded crimes, and all in view."""
    return _table(_together(shares), True)


def _together(shares: Shares) -> list[Group]:
    groups = [shares.whole] if shares.counted else []
    return groups + ([shares.every] if shares.counted != shares.units else [])


def together_left_out(shares: Shares) -> str:
    """Which shares the table of the units together has no row of, and why; "" where it has each."""
    return left_out(_together(shares), True)


def units_table(shares: Shares) -> pd.DataFrame:
    """A row for each unit and share."""
    return _table(shares.each)


def by_kind_table(shares: Shares) -> pd.DataFrame:
    """A row for each share of the units that take a kind of work."""
    return _table(shares.by_kind).rename(columns={"Unit": "Kind of work and its units"})


def _table(groups: Sequence[Group], deployable: bool = False) -> pd.DataFrame:
    """A row for each share that is known; of deployable people as `_asked` says."""
    rows = [
        (
            group.name,
            name.lower(),
            percent(share),
            *_parts(share),
            *_basis(share),
        )
        for group, name, share in _asked(groups, deployable)
        if share.known
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _asked(groups: Sequence[Group], deployable: bool) -> list[tuple[Group, str, Share]]:
    """The shares a table is of. `deployable`: that of deployable people too where it is known of no unit."""
    some = deployable or any(each.deployable.known or each.deployable.hidden for each in groups)
    return [
        (group, name, share) for group in groups for name, share in group.shares if some or name != DEPLOYABLE
    ]


def left_out(groups: Sequence[Group], deployable: bool = False) -> str:
    """Which shares have no row, each said once with whose it is and why; "" where every share has one."""
    gone: dict[tuple[str, str], list[str]] = {}
    for group, name, share in _asked(groups, deployable):
        if not share.known:
            gone.setdefault((name.lower(), share.said or "not known"), []).append(group.name)
    told = [
        f"{name}{f' of {join(whose)}' if len(whose) < len(groups) else ''} ({why})"
        for (name, why), whose in gone.items()
    ]
    return f"Not in the table: {'; '.join(told)}." if told else ""


def _parts(share: Share) -> tuple[str, str]:
    if not share.known:
        return "not given", "not given"
    return _counted(share.numerator, share.unit), _counted(share.denominator, share.unit)


def _basis(share: Share) -> tuple[str, str, str]:
    return share.definition, share.period, share.source


def _counted(count: float | None, unit: str) -> str:
    if unit == "£":
        return f"£{number(count)}"
    return f"{number(count, 1 if unit == 'FTE' else 0)} {unit}"


def kinds_table(kinds: tuple[Kind, ...]) -> pd.DataFrame:
    """Each kind of work of the whole force, the largest first."""
    ordered = sorted(kinds, key=lambda k: -(k.share.value if k.share.value is not None else -1.0))
    return pd.DataFrame(
        [(_capital(k.work_type), percent(k.share), *_parts(k.share), *_basis(k.share)) for k in ordered],
        columns=["Kind of work", "Share of recorded crime", "Recorded", "All recorded crime", *BASIS],
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
