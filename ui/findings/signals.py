"""What changed, and so what: sentences made from signals and from nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from analysis.quarters import QuarterlyChart
from charts.signal_words import Signal as State
from charts.signal_words import signal_of
from metrics.judged import Judged, Signal
from ui.findings.series import FAMILIES, things
from ui.parts.wording import join, month_name, plural

MOST = 5
MONTHS_MISSED = 12
YEAR = 12
TONES = ("concern", "neutral", "improve", "common")
RANKS = {"outside": 0, "quarter": 0, "trend": 1, "two of three": 2, "shift": 3}
ONE = {
    "investigations": "investigation",
    "registered offenders": "registered offender",
    "referrals": "referral",
    "disclosures": "disclosure",
    "MARAC": "MARAC case",
    "missing": "missing report",
}
NET = "pressure/net_change"
NOTHING = "Nothing unusual this month."
UNSEEN = "No signal is not the same as no change: a small change can go unseen for months."


@dataclass(frozen=True)
class Sentence:
    """One signal in words: its state (glyph, word, colour), what happened, and what to make of it."""

    state: State
    says: str
    so: str
    unit: str | None
    work_family: str | None
    metric: str


def sentences(found: Sequence[Judged], titles: Mapping[str, str], most: int = MOST) -> list[Sentence]:
    """A sentence for each signal, worst first, at most `most`; none for a series without a signal."""
    with_signal = [(each, each.signal) for each in found if each.signal]
    ranked = sorted(with_signal, key=lambda pair: _rank(*pair, titles))
    return [_sentence(*pair, titles) for pair in ranked[:most]]


def state_of(judged: Judged) -> State:
    """The glyph, word and colour of a series' last point."""
    signal = judged.signal
    if signal is None:
        return signal_of(judged.variation, None)
    reason = None if signal.reason == "quarter" else signal.reason
    return signal_of(judged.variation, signal.direction, reason)


def not_judged(found: Sequence[Judged], titles: Mapping[str, str]) -> str:
    """What has no verdict because its last month is missing, or because it is short; empty for neither.

    A unit that has sent nothing for a year is not waited for.
    """
    missing = [each for each in found if each.is_missing and any(_known(each)[-MONTHS_MISSED:])]
    short = sum(each.why_not.startswith("too few p") or each.why_not == "too few quarters" for each in found)
    parts = []
    if missing:
        units = join(sorted({titles.get(each.unit or "", each.unit or "") for each in missing}))
        parts.append(f"No verdict on {plural(len(missing), 'chart')}: the last month is missing ({units}).")
    if short:
        verb = "has" if short == 1 else "have"
        parts.append(f"{plural(short, 'chart')} {verb} too few months for a usual range.")
    return " ".join(parts)


def usual_range(judged: Judged) -> str:
    """`Usual range 52 to 91 a month`; empty where there is none."""
    if judged.usual is None:
        return ""
    low, high = (_whole(edge) for edge in judged.usual)
    name = "Trial range" if judged.trial else "Usual range"
    each = "quarter" if judged.kind == "quarterly" else "month"
    return f"{name} {low if low == high else f'{low} to {high}'} a {each}"


def _known(judged: Judged) -> list[bool]:
    return [value is not None for value in judged.values]


def _rank(judged: Judged, signal: Signal, titles: Mapping[str, str]) -> tuple[int, int, float, str, str, str]:
    """Concern first, then what is outside its range, then by size; names settle the rest."""
    title = titles.get(judged.unit or "", "")
    tone, reason = TONES.index(state_of(judged).token), RANKS[signal.reason]
    return tone, reason, -signal.size, title, judged.metric, judged.work_family or ""


def _sentence(judged: Judged, signal: Signal, titles: Mapping[str, str]) -> Sentence:
    title = titles.get(judged.unit or "", judged.unit or "All units in view")
    since, end = _since(judged, signal), _end(judged, signal)
    return Sentence(
        state_of(judged),
        f"{title}: {figure(judged)} {when(judged)}.",
        " ".join(part for part in (f"{usual_range(judged)}.", since, _year_before(judged), end) if part),
        judged.unit,
        judged.work_family,
        judged.metric,
    )


def figure(judged: Judged) -> str:
    """The last figure with what it counts: `104 new investigations`, `1 leaver`."""
    count = judged.latest or 0.0
    if judged.metric.startswith("attrition/"):
        return plural(count, "leaver" if judged.metric == "attrition/leavers_month" else "joiner")
    family = judged.work_family or ""
    one, many = ONE.get(family, family), things(family) if family in FAMILIES else family
    if judged.metric != NET:
        kind = "new" if judged.metric == "pressure/new" else "closed"
        return plural(count, f"{kind} {one}", f"{kind} {many}")
    if not count:
        return f"as many {many} new as closed"
    more = "more" if count > 0 else "fewer"
    return plural(abs(count), f"{more} {one} new than closed", f"{more} {many} new than closed")


def when(judged: Judged) -> str:
    """The month or quarter that was judged: `in September 2026`."""
    if judged.kind != "quarterly":
        return f"in {month_name(judged.months[-1])}"
    first, last = last_quarter(judged)
    return f"from {first:%B} to {month_name(last)}"


def last_quarter(judged: Judged) -> tuple[date, date]:
    """The first and last month ends of the quarter that was judged."""
    start = judged.chart.quarters[-1].start if isinstance(judged.chart, QuarterlyChart) else -3
    return judged.months[start], judged.months[start + 2]


def _since(judged: Judged, signal: Signal) -> str:
    since = month_name(signal.first)
    high = signal.direction == "high"
    if signal.reason == "trend":
        return f"It has {'risen' if high else 'fallen'} every month since {since}."
    if signal.reason == "shift":
        mean = f"{judged.centre or 0.0:,.1f}".replace("-", "\N{MINUS SIGN}")
        return f"{'Above' if high else 'Below'} the mean of {mean} every month since {since}."
    if signal.reason == "two of three":
        edge = "top" if high else "bottom"
        return f"Near the {edge} of that range in two of the last three months."
    if signal.months == (3 if signal.reason == "quarter" else 1):
        return f"Not unusual the {'quarter' if signal.reason == 'quarter' else 'month'} before."
    return f"Unusual since {since}."


def _year_before(judged: Judged) -> str:
    """The figure of the same month a year before: limits know of no season, and this shows one."""
    if judged.kind != "xmr" or len(judged.values) <= YEAR:
        return ""
    then = judged.values[-1 - YEAR]
    return "" if then is None else f"In {month_name(judged.months[-1 - YEAR])} it was {_whole(then)}."


def _end(judged: Judged, signal: Signal) -> str:
    """What it would take to return, where that can be said."""
    if signal.to_return is None:
        return ""
    edge, high, net = signal.to_return, signal.direction == "high", judged.metric == NET
    fewer = "less" if net else "fewer"
    bound = "None" if high and not edge and not net else f"{_whole(edge)} or {fewer if high else 'more'}"
    each = "quarter" if judged.kind == "quarterly" else "month"
    ends = {
        "trend": f"would end the {'rise' if high else 'fall'}",
        "shift": "would end the run",
        "two of three": "would end the signal",
    }.get(signal.reason, "would be back in the usual range")
    return f"{bound} in a {each} {ends}."


def _whole(count: float) -> str:
    text = f"{abs(count):,.0f}" if count == round(count) else f"{abs(count):,.1f}"
    return f"\N{MINUS SIGN}{text}" if count < 0 else text
