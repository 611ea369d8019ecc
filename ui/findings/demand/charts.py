"""Demand, people and money over time, as chart models."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from charts.lines import Line, Lines
from ui.findings.demand.model import (
    DEMAND,
    DEPLOYABLE,
    MONEY,
    PEOPLE,
    RULES_DRAWN,
    Month,
    Shares,
)
from ui.findings.demand.words import percent
from ui.parts.wording import month_name

MOST_LINES = 4
OTHER_RULE = "another rule"


def over_time(shares: Shares) -> Lines | None:
    """The shares month by month; demand is a line of its own for each counting rule."""
    lines = _lines(shares)
    if not lines or len(shares.months) < 2:
        return None
    return Lines(
        _moved(shares),
        "Share of the whole force, %, month by month",
        tuple(m.month_end for m in shares.months),
        lines[:MOST_LINES],
        suffix="%",
        breaks=_breaks(shares),
    )


def deployable_over_time(shares: Shares) -> Lines | None:
    """The share of deployable people by month, where two counting rules leave it no room beside demand."""
    lines = _lines(shares)[MOST_LINES:]
    if not lines:
        return None
    last = next(m for m in reversed(shares.months) if m.deployable.known)
    return Lines(
        f"{percent(last.deployable)} of the deployable people in {month_name(last.month_end)}",
        "Share of the whole force, %, of deployable FTE in roles that carry public-protection work",
        tuple(m.month_end for m in shares.months),
        lines,
        suffix="%",
    )


def _lines(shares: Shares) -> tuple[Line, ...]:
    """The lines there are, deployable people last."""
    months = shares.months
    lines = (
        *(_of_rule(shares, rule) for rule in shares.rules[-RULES_DRAWN:]),
        _line(PEOPLE, [m.people.value for m in months]),
        _line(MONEY, [m.money.value for m in months]),
        _line(DEPLOYABLE, [m.deployable.value for m in months]),
    )
    return tuple(line for line in lines if any(v is not None for v in line.values))


def _of_rule(shares: Shares, rule: str) -> Line:
    values = [m.demand.value if m.rule == rule else None for m in shares.months]
    line = _line(f"{DEMAND}, {rule}" if len(shares.rules) > 1 else DEMAND, values)
    return replace(line, marks=_by_other_rule(shares.months, rule))


def _by_other_rule(months: Sequence[Month], rule: str) -> tuple[str, ...]:
    """What a table prints for a month that was counted by another rule, which is not a missing return."""
    return tuple(OTHER_RULE if m.rule and m.rule != rule else "" for m in months)


def _line(name: str, values: Sequence[float | None]) -> Line:
    return Line(name, tuple(None if v is None else v * 100 for v in values))


def _breaks(shares: Shares) -> tuple[tuple[date, str], ...]:
    return tuple((day, "other counting rule") for day, _ in shares.breaks)


def _moved(shares: Shares) -> str:
    """The finding: the share of demand from the first month of the newest rule to the last."""
    newest = (shares.rules or ("",))[-1]
    known = [m for m in shares.months if m.demand.known and m.rule == newest]
    if not known:
        return "Shares of people and money over time"
    first, last = known[0], known[-1]
    now = f"{percent(last.demand)} in {month_name(last.month_end)}"
    if len(known) < 2:
        return f"Share of recorded crime {now}, the one month by its counting rule"
    return f"Share of recorded crime {percent(first.demand)} in {month_name(first.month_end)}, {now}"


def baselines(shares: Shares) -> tuple[date, ...]:
    """The months that can be 100: those of which most is known."""
    counts = {m.month_end: _known(m) for m in shares.months}
    most = max(counts.values(), default=0)
    return tuple(day for day, n in counts.items() if n == most and n > 0)


def default_baseline(shares: Shares) -> date | None:
    """The first such month by the newest counting rule."""
    days = baselines(shares)
    newest = {m.month_end for m in shares.months if shares.rules and m.rule == shares.rules[-1]}
    return next((day for day in days if day in newest), days[0] if days else None)


def _known(month: Month) -> int:
    return sum(share.known and bool(share.numerator) for share in (month.demand, month.people, month.money))


def indexed(shares: Shares, baseline: date) -> Lines | None:
    """Recorded crimes, people and pounds of the units, 100 in the baseline month, within its rule."""
    start = next((m for m in shares.months if m.month_end == baseline), None)
    if start is None or len(shares.months) < 2:
        return None
    names = {"Recorded crimes": "demand", "People, FTE": "people", "Budget, £": "money"}
    every = tuple(_indexed_line(name, shares.months, start, of) for name, of in names.items())
    lines = tuple(line for line in every if any(v is not None for v in line.values))
    if not lines:
        return None
    return Lines(
        _ahead(lines, [m.month_end for m in shares.months], baseline),
        f"{month_name(baseline)} = 100; the units' own counts, not shares. Season and chance move one month",
        tuple(m.month_end for m in shares.months),
        lines,
        decimals=0,
        from_zero=False,
        breaks=_breaks(shares),
    )


def _indexed_line(name: str, months: Sequence[Month], start: Month, of: str) -> Line:
    marks = _by_other_rule(months, start.rule) if of == "demand" else ()
    return Line(name, _index(months, start, of), marks)


def _index(months: Sequence[Month], start: Month, of: str) -> tuple[float | None, ...]:
    base = getattr(start, of).numerator
    same = [of != "demand" or m.rule == start.rule for m in months]
    counts = [getattr(m, of).numerator for m in months]
    return tuple(
        count / base * 100 if base and ok and count is not None else None
        for count, ok in zip(counts, same, strict=True)
    )


def _ahead(lines: Sequence[Line], months: Sequence[date], baseline: date) -> str:
    """How far each line has moved, and by which month: not all of them reach the last."""
    by_end: dict[date, list[str]] = {}
    for line in lines:
        known = [(m, v) for m, v in zip(months, line.values, strict=True) if v is not None]
        if known:
            end, value = known[-1]
            name = line.name.split(",")[0].lower()
            by_end.setdefault(end, []).append(f"{name} {_change(value - 100)}")
    said = [f"{', '.join(each)} by {month_name(end)}" for end, each in by_end.items()]
    return f"Since {month_name(baseline)}: {'; '.join(said)}"


def _change(points: float) -> str:
    return "unchanged" if abs(points) < 0.5 else f"{'up' if points > 0 else 'down'} {abs(points):.0f}%"
