"""What the returns page says: what has arrived, for which unit and month, and what was loaded."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ui.figures.status import TITLES, months_between
from ui.findings.not_in import SHOWS
from ui.parts.evidence_table import Cell, Row
from ui.parts.wording import join, month_name, plural

MONTHS_SHOWN = 9


@dataclass(frozen=True)
class Gone:
    """One sheet that has not come for a month, and the units it leaves out."""

    month: date
    dataset: str
    units: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """Months as columns, newest first, and one row for each unit. `late` are months with nothing at all.

    `sent` are the sheets that have ever come, `never` those expected that have not. `whole` counts the
    months in a row, back from the newest, in which everything that is sent here is in."""

    months: tuple[date, ...]
    rows: tuple[Row, ...]
    gone: tuple[Gone, ...]
    late: tuple[date, ...] = ()
    sent: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    whole: int = 0


def headline(grid: Grid) -> str:
    """Whether anything expected has not come: whole months first."""
    if not grid.months:
        return "No returns have been loaded yet"
    if grid.late:
        said = join(month_name(month) for month in sorted(grid.late)[:3])
        return f"No returns yet for {said}"
    if not grid.gone:
        return _all_in(grid)
    newest = max(each.month for each in grid.gone)
    earlier = len({each.month for each in grid.gone} - {newest})
    said = "; ".join(_not_come(grid, newest))
    tail = f"; {plural(earlier, 'earlier month')} {'lacks' if earlier == 1 else 'lack'} something too"
    return f"{said[:1].upper()}{said[1:]}{tail if earlier else ''}"


def _all_in(grid: Grid) -> str:
    """Over which months everything is in; sheets that never came are said first."""
    span = f" for the last {plural(grid.whole, 'month')}" if grid.whole > 1 else ""
    if not grid.never:
        return f"Every expected return is in{span}"
    have = "has" if len(grid.never) == 1 else "have"
    return f"{expected_said(grid.never)} {have} never been sent; every other expected return is in{span}"


def _not_come(grid: Grid, month: date) -> list[str]:
    """What has not come for a month as a person would count it: whole workbooks, sheets, then units."""
    gone = {each.dataset: each.units for each in grid.gone if each.month == month}
    nobody = {dataset for dataset, units in gone.items() if len(units) == len(grid.rows)}
    holds: dict[str, set[str]] = {}
    for dataset in grid.sent:
        holds.setdefault(SHOWS[dataset][0], set()).add(dataset)
    books = sorted(book for book, inside in holds.items() if inside <= nobody)
    single = [TITLES[d] for d in grid.sent if d in nobody and SHOWS[d][0] not in books]
    some = [
        f"{TITLES[d]} of {plural(len(gone[d]), 'unit')}" for d in grid.sent if d in gone and d not in nobody
    ]
    return [
        *_counted("workbook", books, month),
        *_counted("sheet", single, month),
        *([f"{month_name(month)} is without {join(some)}"] if some else []),
    ]


def _counted(what: str, names: Sequence[str], month: date) -> list[str]:
    """`the caseload workbook of October 2026 has not come`; several are counted and listed."""
    if not names:
        return []
    if len(names) == 1:
        return [f"the {names[0]} {what} of {month_name(month)} has not come"]
    return [f"{plural(len(names), what)} of {month_name(month)} have not come: {join(names)}"]


def grid(
    covered: Sequence[tuple[str, str, date]],
    units: Mapping[str, str],
    expected: Sequence[str],
    late: Sequence[date] = (),
) -> Grid:
    """The grid from (dataset, unit, month end); a sheet for the whole force (`*`) counts for each unit.

    Sheets that nobody has ever sent are not expected. `late` are months that have ended with nothing loaded.
    """
    came = tuple(sorted({month for _, _, month in covered}))
    months = (*came, *(m for m in late if came and m not in came))[: -MONTHS_SHOWN - 1 : -1]
    have = {(dataset, unit, month) for dataset, unit, month in covered}
    used = [dataset for dataset in expected if any(d == dataset for d, _, _ in covered)]
    absent = {
        (month, code): [d for d in used if not {(d, code, month), (d, "*", month)} & have]
        for month in {*came, *months}
        for code in units
    }
    rows = tuple(
        Row(code, title, tuple(_cell(absent[month, code], len(used), len(expected)) for month in months))
        for code, title in units.items()
    )
    gone = tuple(
        Gone(month, dataset, tuple(title for code, title in units.items() if dataset in absent[month, code]))
        for month in months
        if month in came
        for dataset in used
    )
    whole = _whole(came, {month for (month, _), lacks in absent.items() if lacks})
    late_here = tuple(m for m in months if m not in came)
    never = tuple(dataset for dataset in expected if dataset not in used)
    return Grid(months, rows, tuple(g for g in gone if g.units), late_here, tuple(used), never, whole)


def _whole(came: Sequence[date], lacking: Collection[date]) -> int:
    """Months in a row up to the newest that lack nothing; a month without any return ends them too."""
    count, last = 0, None
    for month in reversed(came):
        if month in lacking or (last and months_between(month, last)):
            break
        count, last = count + 1, month
    return count


def _cell(gone: Sequence[str], sent: int, expected: int) -> Cell:
    said = f"{sent - len(gone)} of {expected}"
    if not gone:
        return Cell(said, "✓", "all sheets in" if sent == expected else "all sheets that are sent here in")
    return Cell(said, "○", f"not in: {join(TITLES.get(d, d) for d in gone)}", "concern")


def gone_said(grid: Grid) -> list[str]:
    """Each sheet that has not come, newest month first, with the units it leaves out."""
    return [
        f"{TITLES.get(each.dataset, each.dataset)}, {month_name(each.month)}: "
        f"no return from {join(each.units) if len(each.units) < len(grid.rows) else 'any unit in view'}."
        for each in grid.gone
    ]


def expected_said(expected: Sequence[str]) -> str:
    """The sheets that are counted."""
    return join(TITLES[d] for d in expected)
