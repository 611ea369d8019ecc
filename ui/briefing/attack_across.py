"""Whether few people can be worked out from several measures of a document that show the same people.

Vacancy beside funded posts gives people in post; open work, and that for each carrier, give the carriers.
Each row of each measure, as it is shown, is turned into the people it gives (metrics/told.py), and it is
tried whether some of these sums, each so many times, come to a sum of few people.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.disclosure import NotShown
from analysis.disclosure.linear import Counts, follow, rows_of
from metrics.model import Metric
from metrics.told import COUNTED_BY
from ui.figures.sums_shown import given, sums_at
from ui.findings.series import records
from ui.hidden.sums import Whose
from ui.page.open_page import Page


class View(NamedTuple):
    """One way in which a measure can be seen: its split and filter, of one unit or of those in view."""

    by: tuple[str, ...]
    where: Mapping[str, tuple[str, ...]]
    unit: str | None = None


def told_by(page: Page, metrics: Sequence[Metric]) -> Metric | None:
    """The measure that, with those before it, tells of few people; None where none does."""
    if page.month is None or page.world.file is None:
        return None
    of_people = {
        of: sums_at(page.world.file, of, page.force, page.among, page.month).whose for of in COUNTED_BY
    }
    shown: dict[str, set[Counts]] = {of: set() for of in COUNTED_BY}
    small = {of: whose.small(whose.sums()) for of, whose in of_people.items()}
    for metric in metrics:
        for of, counts in _shown(page, metric, of_people):
            shown[of].add(counts)
        if any(_told(small[each.of], shown[each.of]) for each in metric.tells if each.of in shown):
            return metric
    return None


def _told(small: Sequence[Counts], shown: Collection[Counts]) -> bool:
    """Whether a sum of few people follows from those that are shown."""
    rows = rows_of([*small, *shown])
    return bool(follow(rows[: len(small)], rows[len(small) :]).any())


def _shown(page: Page, metric: Metric, of_people: Mapping[str, Whose]) -> Iterator[tuple[str, Counts]]:
    """The people whom each row of the measure gives that is not hidden, in every view of it."""
    tells = [each for each in metric.tells if each.of in of_people]
    for by, where, unit in views(page, metric) if tells else ():
        frame = page.metric(metric.id, by=by, only=page.month, where=where, unit=unit)
        units = {unit} if unit else {code for _, code in page.scope}
        for row in records(frame):
            if not isinstance(row["value"], NotShown) and _said(row):
                yield from ((each.of, given(row, each, of_people[each.of], units, where)) for each in tells)


def _said(row: Mapping[Any, Any]) -> bool:
    return all(row[part] == row[part] for part in ("numerator", "denominator"))


def views(page: Page, metric: Metric) -> Iterator[View]:
    """Every view of a measure at the page's month: unit by unit, all together, and by role."""
    family = tuple(name for name in ("work_family",) if name in metric.dimensions)
    wheres: list[Mapping[str, tuple[str, ...]]] = [{}]
    by_role = "role" in metric.dimensions and metric.kind == "count"
    if by_role:
        carry = page.among.roles(page.month) if page.month else {}
        sets = {*carry.values(), frozenset[str]().union(*carry.values())}
        wheres += [{"role": tuple(sorted(roles))} for roles in sets]
    for where in wheres:
        if metric.whose != "share of force":
            yield View(("unit", "month_end", *family), where)
        yield View(("month_end", *family), where)
    if by_role:
        yield View(("role",), {})
        yield from (View(("role",), {}, code) for _, code in sorted(page.scope))
