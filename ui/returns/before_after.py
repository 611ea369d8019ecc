"""The headline figures at the newest month, read before a change and after it."""

from dataclasses import replace

from metrics.catalogue import METRICS
from metrics.headline import HEADLINES, OPEN, PER_CARRIER
from ui.figures.as_at import held
from ui.findings.carriers import one_carrier, who_carries_is_known
from ui.findings.series import main_family, said, things
from ui.page.open_page import Page
from ui.parts.wording import month_name


def headline_figures(page: Page) -> tuple[tuple[str, str, str], ...]:
    """(measure, month, value in words) over the units in view, at the newest month there is."""
    months = page.world.months_of(page.force or "")
    if not months:
        return ()
    newest = replace(page, month=months[-1])
    out = [_open_work(newest)]
    for name in HEADLINES:
        frame = newest.metric(name, by=("month_end",), only=newest.month)
        told = said(METRICS[name], frame, newest.month)
        rests_on = held(newest, METRICS[name])
        beside = ", ".join(part for part in (rests_on.units, rests_on.record) if part)
        words = f"{told}, {beside}" if beside and told != "no return" else told
        out.append((_named(name), month_name(newest.month), words))
    return tuple(each for each in out if each is not None)


def _named(name: str) -> str:
    """The measure and what its numbers count, such as `Deployable (FTE)`."""
    return f"{METRICS[name].title} ({METRICS[name].basis})"


def _open_work(page: Page) -> tuple[str, str, str] | None:
    by = ("month_end", "work_family")
    family = main_family(page.metric(OPEN, by=by, only=page.month), page.month)
    if family is None:
        return None
    words = said(
        METRICS[PER_CARRIER], page.metric(PER_CARRIER, by=by, only=page.month), page.month, work_family=family
    )
    units = held(page, METRICS[PER_CARRIER], family=family).units
    words = f"{words}, {units}" if units and words != "no return" else words
    who = one_carrier(family, who_carries_is_known(page.status))
    title = f"Open {things(family)} per {who} ({METRICS[PER_CARRIER].unit})"
    return (title, month_name(page.month), words)
