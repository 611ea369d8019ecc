"""At most three things to check after a load, worked out from what the month holds, and from nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from analysis.disclosure import NotShown
from metrics.judged import Judged
from ui.findings.signals import Sentence, sentences
from ui.parts.wording import join, month_name, number, plural

MOST = 3
OUTSIDE = ("outside", "quarter")
SAME = "caseload_same_as_last_month"
# Told as units that have not sent, or are the same: not a second time as findings.
TOLD_ELSEWHERE = (SAME, "unit_not_in_this_month")
COUNTED = {1: "One thing to check", 2: "Two things to check", 3: "Three things to check"}
RETURNS, OVERVIEW = "data/returns", "overview/overview"


@dataclass(frozen=True)
class ToCheck:
    """One thing: what it is, what to do, and the page that shows it, or the signal whose series does."""

    lead: str
    says: str
    page: str
    signal: Sentence | None = None


@dataclass(frozen=True)
class MonthHeld:
    """What a month holds that may need a look. `missing`: each sheet with the titles of the units left out.

    `same`: titles of units whose Caseload is that of the month before. `matched`: people matched, and of how
    many; None where that is not known. `accepted`: what each accepted warning says.
    """

    month: date
    missing: tuple[tuple[str, tuple[str, ...]], ...] = ()
    same: tuple[str, ...] = ()
    rows_held: int = 0
    judged: tuple[Judged, ...] = ()
    titles: Mapping[str, str] | None = None
    matched: tuple[float, float] | None = None
    findings: tuple[Any, ...] = ()
    accepted: tuple[str, ...] = ()


def to_check(held: MonthHeld, says: Mapping[str, str]) -> list[ToCheck]:
    """The first three of: units missing, units the same, rows held back, the largest move outside its usual
    range, people unmatched, the largest finding across sheets, warnings accepted. Fewer where there are.
    """
    every = (
        *_missing(held), *_same(held), *_held(held), *_moved(held), *_unmatched(held),
        *_found(held.findings, says), *_accepted(held),
    )  # fmt: skip
    return list(every[:MOST])


def title(things: Sequence[ToCheck]) -> str:
    """How many there are, as the head of their list."""
    return COUNTED.get(len(things), "Nothing to check stands out")


def _missing(held: MonthHeld) -> Iterable[ToCheck]:
    if held.missing:
        units = join(sorted({unit for _, units in held.missing for unit in units}))
        sheets = join([sheet for sheet, _ in held.missing])
        yield ToCheck(
            f"Units are missing from {month_name(held.month)}: {units}.",
            f"Not in for them: {sheets}. Totals are for the units that sent a return.",
            RETURNS,
        )


def _same(held: MonthHeld) -> Iterable[ToCheck]:
    if held.same:
        yield ToCheck(
            f"Every Caseload number is that of the month before: {join(sorted(held.same))}.",
            "Check that the sheet was taken again, and is not last month's with a new date.",
            RETURNS,
        )


def _held(held: MonthHeld) -> Iterable[ToCheck]:
    if held.rows_held:
        what = "row is" if held.rows_held == 1 else "rows are"
        yield ToCheck(
            f"{held.rows_held:,} {what} held back from {month_name(held.month)}.",
            "The figures stand without them until they are put right and released.",
            RETURNS,
        )


def _moved(held: MonthHeld) -> Iterable[ToCheck]:
    outside = [each for each in held.judged if each.signal and each.signal.reason in OUTSIDE]
    for each in sentences(outside, held.titles or {}, 1):
        yield ToCheck(f"{each.state.word}. {each.says}", each.so, OVERVIEW, each)


def _unmatched(held: MonthHeld) -> Iterable[ToCheck]:
    found, of = held.matched or (0.0, 0.0)
    if of > found:
        yield ToCheck(
            f"{number(of - found)} of {number(of)} identifiers could not be matched across systems.",
            "The references in People (Crime system ref, Training ref) are what matches them.",
            OVERVIEW,
        )


def _found(findings: Iterable[Any], says: Mapping[str, str]) -> Iterable[ToCheck]:
    sums: dict[str, int] = {}
    for each in findings:
        if each.id in says and each.id not in TOLD_ELSEWHERE and not isinstance(each.n, NotShown):
            sums[each.id] = sums.get(each.id, 0) + each.n
    if sums:
        most = max(sums, key=lambda id: (sums[id], id))
        units = {each.unit for each in findings if each.id == most and each.unit}
        where = f" in {plural(len(units), 'unit')}" if units else ""
        yield ToCheck(
            says[most], f"{number(sums[most])}{where}, the most of any finding across sheets.", OVERVIEW
        )


def _accepted(held: MonthHeld) -> Iterable[ToCheck]:
    if held.accepted:
        what = "warning was" if len(held.accepted) == 1 else "warnings were"
        yield ToCheck(f"{len(held.accepted)} {what} accepted.", " ".join(held.accepted[:2]), RETURNS)
