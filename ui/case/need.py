"""The need of the units in view or of one of them: what it is reckoned from, and what it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.assumptions import Assumption
from analysis.disclosure import NotShown
from analysis.gap import DRAWS, GapInputs, GapResult, Staff, WorkType, gap_of, volumes_of
from analysis.gap.weight_sets import WeightSet, weight_sets
from settings.hours import Allowance, Weight, WorkingTime
from ui.case.approved import Approved, approved_of, kind_of
from ui.case.carriers_shown import deployable_beside_work
from ui.case.hours_each import hours_each
from ui.case.new_work import NewWork, new_work
from ui.figures.kept import once
from ui.findings.need import still_needed
from ui.findings.series import at, plain, rows_at
from ui.page.open_page import Page

NO_HOURS, NO_YEAR, NO_STAFF = (
    "no hours approved for their work",
    "not twelve months of returns",
    "no posts sent",
)


@dataclass(frozen=True)
class Need:
    """The need and what it leaves out. `result` is None where something is needed first (`needed`).

    `without` is new work of twelve months that has no approved hours, by kind; `left_out` units by title with
    the reason; `held`: how many can be deployed may not be shown to this reader. `hours_each` is what can be
    said without a result. `sets` are the weight sets with the need under each, the force's own first.
    """

    staff: Staff
    held: bool
    approved: Approved
    work: NewWork
    units: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]
    without: tuple[tuple[str, float], ...]
    needed: tuple[str, ...] = ()
    hours_each: tuple[str, ...] = ()
    result: GapResult | None = None
    sets: tuple[tuple[WeightSet, GapResult], ...] = ()


@once
def need_of(page: Page, unit: str | None) -> Need:
    """The need of one unit, or of all in view that can be reckoned."""
    approved = approved_of(page)
    work = new_work(page, approved.families)
    asked = tuple(each for each in page.units if unit in (None, each.code))
    why = _left_out(page, approved, work)
    units = tuple(each.code for each in asked if not why[each.code])
    if not units or approved.year is None:
        return _not_yet(page, tuple(each.code for each in asked))
    staff, held = _staff(page, approved, units)
    left_out = tuple((each.title, why[each.code]) for each in asked if why[each.code])
    found = Need(staff, held, approved, work, units, left_out, _without(approved, work, units))
    return _reckoned(found, [code for code, reason in why.items() if not reason])


def _not_yet(page: Page, units: tuple[str, ...]) -> Need:
    """What there is where no need can be reckoned: all the posts that carry work, and what is needed."""
    approved = approved_of(page, every=True)
    work = new_work(page, approved.families)
    staff, held = _staff(page, approved, units)
    each = hours_each(page, units, approved.year, approved.allowances)
    without = _without(approved, work, units)
    return Need(staff, held, approved, work, (), (), without, _needed(page, work.year(units)), each)


def _without(approved: Approved, work: NewWork, units: Sequence[str]) -> tuple[tuple[str, float], ...]:
    return tuple((kind, n) for kind, n in work.year(units).items() if kind not in approved.weights)


def _needed(page: Page, cases: dict[str, float]) -> tuple[str, ...]:
    held = page.force_settings
    weights: dict[str, list[Weight]] = {}
    for weight in held.weights if held else ():
        weights.setdefault(kind_of(weight.work_family, weight.work_type), []).append(weight)
    years = held.working_time if held else ()
    return tuple(still_needed.of(weights, years, cases, page.month, page.months))


def _left_out(page: Page, approved: Approved, work: NewWork) -> dict[str, str]:
    """Why each unit in view is left out, "" where it is not."""
    frame = page.metric("staffing/funded_fte", only=page.month, where=approved.of_roles)
    with_posts = set(rows_at(frame, page.month).get("unit", ()))
    return {u.code: _why_left_out(approved, work, u.code, u.code in with_posts) for u in page.units}


def _why_left_out(approved: Approved, work: NewWork, unit: str, has_posts: bool) -> str:
    """Why a unit's need cannot be reckoned; "" where it can."""
    if not set(work.year([unit])) & set(approved.weights):
        return NO_HOURS
    if not work.whole_year(unit):
        return NO_YEAR
    return "" if has_posts else NO_STAFF


def _staff(page: Page, approved: Approved, units: Sequence[str]) -> tuple[Staff, bool]:
    """FTE of the units together, not known unless it is of every one; whether the deployable are hidden."""
    found = [_level(page, name, approved, units) for name in ("funded_fte", "in_post_fte", "deployable_fte")]
    if isinstance(found[-1], NotShown):
        found[-1] = deployable_beside_work(page, approved.roles, units) or found[-1]
    return Staff(*map(plain, found)), isinstance(found[-1], NotShown)


def _level(page: Page, name: str, approved: Approved, units: Sequence[str]) -> object:
    one = units[0] if len(units) == 1 else None
    where = {**approved.of_roles, **({} if one else {"unit": tuple(units)})}
    frame = page.metric(f"staffing/{name}", by=("month_end",), only=page.month, where=where, unit=one)
    covered = at(frame, page.month, "units")
    return at(frame, page.month) if covered == len(units) else None


def _reckoned(found: Need, in_view: Sequence[str]) -> Need:
    inputs = GapInputs(
        _work(found, found.units),
        _year(found.approved.year),
        found.staff,
        tuple(_allowance(each) for each in found.approved.allowances),
        draws=DRAWS,
    )
    sets = weight_sets(inputs.work, _work(found, in_view))
    each = tuple((one, gap_of(replace(inputs, work=one.work))) for one in sets)
    return replace(found, result=each[0][1], sets=each)


def _work(found: Need, units: Sequence[str]) -> tuple[WorkType, ...]:
    """New work of the units that has approved hours, with how far out "like the last year" has been."""
    series = found.work.together(units)
    with_hours = {kind: values for kind, values in series.items() if kind in found.approved.weights}
    volumes = {kind: volume for kind, volume in volumes_of(with_hours).items() if volume.monthly}
    return tuple(
        WorkType(kind, volume.monthly, volume.cv, _hours(kind, weight), weight.standard_error)
        for kind, volume in volumes.items()
        for weight in [found.approved.weights[kind]]
    )


def _hours(kind: str, weight: Weight) -> Assumption:
    return Assumption(
        f"hours: {kind}",
        f"Hours for a case of {kind}",
        weight.hours,
        weight.low,
        weight.high,
        "hours",
        weight.source,
        weight.set_by,
        weight.set_on,
    )


def _year(year: WorkingTime) -> Assumption:
    left = year.available_hours
    return Assumption(
        "working year",
        "Hours for work in a full-time year",
        left,
        left if year.available_low is None else year.available_low,
        left if year.available_high is None else year.available_high,
        "hours",
        year.source,
        year.set_by,
        year.set_on,
        at_most=year.contracted_hours,
    )


def _allowance(held: Allowance) -> Assumption:
    share, low, high = (each / 100 for each in (held.percent, held.low, held.high))
    return Assumption(
        f"allowance: {held.name}",
        f"Hours that go to {held.name}",
        share,
        low,
        high,
        "share of hours for work",
        held.source,
        held.set_by,
        held.set_on,
        at_most=1.0,
    )
