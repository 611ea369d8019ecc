"""What is said of one monthly flow of a unit: the title of its chart, and why new limits may not begin."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from analysis.xmr import NoRebase
from charts.judged import empty, of_judged
from charts.month_axis import Note
from charts.signal_words import is_unusual
from charts.xmr import XmrModel
from metrics.catalogue import METRICS
from metrics.judged import Judged
from store.annotations import Annotation
from store.rebases import Rebase
from ui.findings.signals import figure, state_of, when
from ui.parts.wording import month_name

WHY_NOT: dict[NoRebase, str] = {
    "too few points before": (
        "New limits need 8 months with figures before them, and before {month} there are fewer."
    ),
    "too few points after": (
        "New limits need 8 months with figures to rest on, before any others begin; from {month} on there "
        "are fewer so far."
    ),
    "no shift": (
        "The 7 months from {month} do not all lie on one side of the average before them. Nothing shows that "
        "the level has moved, and new limits would hide ordinary change."
    ),
}

WHY_NOT_QUARTERS: dict[NoRebase, str] = {
    "too few points before": (
        "New limits need 5 whole quarters with figures before them, and before {month} there are fewer."
    ),
    "too few points after": (
        "New limits need 5 whole quarters with figures to rest on, before any others begin; from {month} on "
        "there are fewer so far."
    ),
    "no shift": (
        "The quarters from {month} hold no more and no fewer than chance gives at the rate before them. "
        "Nothing shows that the level has moved, and new limits would hide ordinary change."
    ),
}
IN_A_QUARTER = (
    "This chart counts whole quarters, and {month} is inside one. Choose January, April, July or October."
)


def name(judged: Judged) -> str:
    """The measure and, where it has any, its family of work: `New work, investigations`."""
    return title_of(judged.metric, judged.work_family)


def title_of(metric_id: str, work_family: str | None) -> str:
    """The same, of the measure's id."""
    title = METRICS[metric_id].title
    return f"{title}, {work_family}" if work_family else title


def title(judged: Judged) -> str:
    """The finding of one chart: `104 new investigations in September 2026, unusually high`."""
    if judged.latest is None:
        return f"{name(judged)}: no return for {month_name(judged.months[-1])}"
    said = f"{figure(judged)} {when(judged)}"
    state = state_of(judged)
    verdict = f", {state.word.lower()}" if is_unusual(state) else ""
    return f"{said[:1].upper()}{said[1:]}{verdict}"


def chart(judged: Judged, notes: Sequence[Annotation], rebases: Sequence[Rebase]) -> XmrModel:
    """The chart of a judged series, with the notes of its months and the causes of its new limits."""
    metric, months = METRICS[judged.metric], judged.months
    each = "quarter" if judged.kind == "quarterly" else "month"
    span = f"{months[0]:%b %Y} to {months[-1]:%b %Y}" if len(months) > 1 else f"{months[0]:%b %Y}"
    measure = f"{name(judged)}: {metric.unit} a {each}, {span}"
    frame = replace(empty(title(judged), measure, months), column=metric.title, height=250)
    mine = [r for r in rebases if (r.metric, r.unit, r.work_family) == _whose(judged)]
    causes = {months.index(r.from_month): f"{r.cause} ({r.by})" for r in mine if r.from_month in months}
    drawn = of_judged(judged, frame, causes)
    return replace(drawn, notes=tuple(Note(n.month_end, n.text, n.by) for n in notes))


def _whose(judged: Judged) -> tuple[str, str | None, str | None]:
    return judged.metric, judged.unit, judged.work_family


def refusal(why: NoRebase, month: date, quarters: bool = False) -> str:
    """Why new limits may not begin in a month (the first of a quarter); nothing where they may."""
    says = WHY_NOT_QUARTERS if quarters else WHY_NOT
    return says[why].format(month=month_name(month)) if why else ""
