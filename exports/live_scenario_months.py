"""The columns of a scenario's sheet that recomputes: each month out of the one before."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from analysis.scenario import Inputs
from analysis.scenario.draws import mean_rate
from analysis.scenario.middle import Month, leave_of
from exports.document import LiveCell
from exports.live_scenario_ends import still_over


class Parts(Protocol):
    """Which parts the sheet holds."""

    @property
    def pipeline(self) -> bool: ...
    @property
    def accredited(self) -> bool: ...
    @property
    def work(self) -> bool: ...
    @property
    def cost(self) -> bool: ...
    @property
    def overtime(self) -> bool: ...


@dataclass(frozen=True)
class Column:
    """One column. `first` is its formula at month 0 and `then` in every later one, in which `[x]` is the cell
    of a column x in the month, `[x<]` in the month before, `[x..]` the cells of months 1 to this one and
    `[x..<]` those of month 0 to the one before.
    """

    name: str
    title: str
    first: str
    then: str
    value: Callable[[Month], float]
    decimals: int = 2

    def cell(self, month: int, reckoned: tuple[Month, ...]) -> LiveCell:
        """The cell of a month with the value that the product reckoned."""
        text = self.first if month == 0 else _placed(self.then, month)
        return LiveCell(f"{self.name}_{month}", self.value(reckoned[month]), f"={text}", self.decimals)


def _placed(text: str, month: int) -> str:
    text = re.sub(r"\[(\w+)\.\.<\]", rf"{{\g<1>_0}}:{{\g<1>_{month - 1}}}", text)
    text = re.sub(r"\[(\w+)<\]", rf"{{\g<1>_{month - 1}}}", text)
    text = re.sub(r"\[(\w+)\.\.\]", rf"{{\g<1>_1}}:{{\g<1>_{month}}}", text)
    return re.sub(r"\[(\w+)\]", rf"{{\g<1>_{month}}}", text)


def columns(inputs: Inputs, parts: Parts, reckoned: tuple[Month, ...]) -> tuple[Column, ...]:
    """Every column of the parts that the sheet holds, each only over those before it and the month before."""
    found = [*_leaving(inputs), *_coming(inputs, parts, reckoned), *_stocks(inputs, parts)]
    if parts.work:
        found += _work(inputs, all(month.workload is not None for month in reckoned), parts.overtime)
        found += _line(inputs, reckoned)
    if parts.cost:
        found.append(_cost(inputs, parts))
    return tuple(found)


AFTER = "IF([month]>={change_month},"


def _leaving(inputs: Inputs) -> Iterator[Column]:
    yield Column("month", "Month", "0", "[month<]+1", lambda m: m.month, 0)
    then = f"{{leave}}*(1-{AFTER}{{leavers_cut}},0))"
    yield Column(
        "gone", "Share who leave", "0", then, lambda m: leave_of(inputs, m.month) if m.month else 0.0, 5
    )
    yield Column(
        "staying", "Share of month 0 still there", "1", "[staying<]*(1-[gone])", lambda m: m.staying, 4
    )


def _coming(inputs: Inputs, parts: Parts, reckoned: tuple[Month, ...]) -> Iterator[Column]:
    """Empty posts, and who fills them: intakes that get through, then starters as now."""
    stock = "([accredited<]+[other<])" if parts.accredited else "[other<]"
    stay = "(1-{training_leave})"
    paid = f"{stock}*(1-[gone])" + (f"+([seat<]+[training<])*{stay}" if parts.pipeline else "")
    vacant = f"MAX(0,{{funded}}+{AFTER}{{extra_posts}},0)-({paid}))"
    yield Column("vacant", "Empty funded posts", "0", vacant, lambda m: _vacant(inputs, reckoned, m))
    if parts.pipeline:
        yield from _intakes(inputs, stay)
    left = "[vacant]-[posted]" if parts.pipeline else "[vacant]"
    yield Column("came", "Starters as now", "0", f"MIN({{starters}}/12,{left})", lambda m: m.came)


def _vacant(inputs: Inputs, reckoned: tuple[Month, ...], now: Month) -> float:
    if now.month == 0:
        return 0.0
    last, stay = reckoned[now.month - 1], 1 - inputs.value("training_leave")
    paid = last.trained * (1 - leave_of(inputs, now.month)) + (last.awaiting_seat + last.in_training) * stay
    extra = inputs.value("extra_posts") if now.month >= inputs.begins else 0.0
    return max(0.0, inputs.value("funded") + extra - paid)


def _intakes(inputs: Inputs, stay: str) -> Iterator[Column]:
    last = len(inputs.intakes)
    months, people = (f"{{intake_{of}_1}}:{{intake_{of}_{last}}}" for of in ("month", "people"))
    through = f"SUMPRODUCT(({months}+{{lead}}=[month])*{people})*{{reach}}"
    yield Column(
        "through", "Got through to post", "0", through, lambda m: inputs.arrivals(m.month) * inputs.reach_post
    )
    yield Column("posted", "Posted", "0", "MIN([waiting<]+[through],[vacant])", lambda m: m.posted)
    yield Column(
        "waiting", "Waiting for a post", "0", "[waiting<]+[through]-[posted]", lambda m: m.awaiting_post
    )
    queue = f"[seat<]*{stay}+[posted]"
    started = f"MIN({queue},{{seats}})" if inputs.has("seats") else queue
    yield Column("started", "Began training", "0", started, lambda m: m.started)
    yield Column("seat", "Waiting for a seat", "0", f"{queue}-[started]", lambda m: m.awaiting_seat)
    finished = f"SUMPRODUCT(([month..]=[month]-{{train_months}})*[started..])*{stay}^{{train_months}}"
    training = f"[training<]*{stay}+[started]-{finished}"
    yield Column("training", "In training", "0", training, lambda m: m.in_training)
    joined = f"([training<]*{stay}+[started]-[training])*{{train_pass}}"
    yield Column("through_training", "Through training", "0", joined, lambda m: _trained(inputs, m))


def _trained(inputs: Inputs, now: Month) -> float:
    return now.finished * inputs.value("train_pass", 1.0)


def _stocks(inputs: Inputs, parts: Parts) -> Iterator[Column]:
    new = "([came]+[through_training])" if parts.pipeline else "[came]"
    stock = "([accredited]+[other])" if parts.accredited else "[other]"
    if parts.accredited:
        yield from _accrediting(inputs, new)
    else:
        yield Column(
            "other", "In post, trained", "{in_post}", f"[other<]*(1-[gone])+{new}", lambda m: m.other
        )
    away = f"{AFTER}{{absence_later}},{{absence}})" if inputs.has("absence_later") else "{absence}"
    first = "{in_post}*(1-{absence})"
    yield Column("deployable", "Deployable", first, f"{stock}*(1-{away})", lambda m: m.deployable)
    also = "+[seat]+[training]" if parts.pipeline else ""
    yield Column("in_pay", "In pay", "{in_post}", f"{stock}{also}", lambda m: m.in_pay)


def _accrediting(inputs: Inputs, new: str) -> Iterator[Column]:
    """Who takes a seat, who passes, whose accreditation runs out; `share` is seats for each still there."""
    ready = f"([accredited<]*(1-[gone])+{new}*(1-{{course_share}}))"
    other = f"([other<]*(1-[gone])+{new}*{{course_share}})"
    under_way = "[staying]*SUMPRODUCT(([month..<]>[month]-1-{accredit_months})*[share..<])"
    done = "[staying]*SUMPRODUCT(([month..]=[month]-{accredit_months})*[share..])"
    seats = "{course_seats}"
    if inputs.has("course_seats_later"):
        seats = f"{AFTER}{{course_seats_later}},{{course_seats}})"
    sat = f"MIN(MAX({other}-{under_way},0),{seats})"
    yield Column("sat", "Take an accreditation seat", "0", sat, lambda m: m.sat)
    share = "IF([staying]>0,[sat]/[staying],0)"
    yield Column("share", "Seats for each still there", "0", share, _share, 4)
    yield Column("passed", "Accredited", "0", f"MIN({done},{other})*{{accredit_pass}}", lambda m: m.passed)
    ends = f"{ready}*{{course_share}}/{{course_valid}}" if inputs.has("course_valid") else "0"
    yield Column("lapsed", "Accreditation ends", "0", ends, lambda m: m.lapsed)
    begin = "{in_post}*{ready}", "{in_post}*(1-{ready})"
    yield Column("accredited", "Past training, accredited", begin[0], f"{ready}+[passed]-[lapsed]",
                 lambda m: m.accredited)  # fmt: skip
    yield Column("other", "Past training, not accredited", begin[1], f"{other}-[passed]+[lapsed]",
                 lambda m: m.other)  # fmt: skip


def _share(month: Month) -> float:
    return month.sat / month.staying if month.staying else 0.0


def _work(inputs: Inputs, has_workload: bool, has_overtime: bool) -> Iterator[Column]:
    """Hours of new work beside hours available, overtime, and what stays open."""

    def brought(now: Month) -> float:
        rate = mean_rate(inputs, "new_cases", 12.0) * (1 + inputs.value("growth")) ** (now.month / 12)
        return rate * inputs.value("case_hours")

    def available(now: Month) -> float:
        return now.deployable * inputs.value("fte_hours") / 12

    new = "{new}*(1+{growth})^([month]/12)"
    yield Column("brought", "Hours of new work", "{new}*{case_hours}", f"{new}*{{case_hours}}", brought, 1)
    hours = "[deployable]*{fte_hours}/12"
    yield Column("hours", "Hours available", "{deployable_0}*{fte_hours}/12", hours, available, 1)
    if has_workload:
        first = "{brought_0}/{hours_0}"
        yield Column(
            "workload", "Work for each hour", first, "[brought]/[hours]", lambda m: m.workload or 0.0, 3
        )
    most = f"{AFTER}{{overtime_hours}},0)" if has_overtime else "0"
    extra = f"MIN(MAX([brought]-[hours],0),{most})"
    yield Column("overtime", "Overtime, hours", "0", extra, lambda m: m.overtime or 0.0, 1)
    on_hand = "([open<]+[brought]/{case_hours})"
    left = f"{on_hand}-MIN({on_hand}*{{closable}},([hours]+[overtime])/{{case_hours}})"
    yield Column("open", "Open cases", "{open_cases}", left, lambda m: m.open_cases or 0.0, 1)


def _line(inputs: Inputs, reckoned: tuple[Month, ...]) -> Iterator[Column]:
    """Until when the line is not reached, where there is one."""
    if not inputs.has("line"):
        return
    of, by = ("open", "deployable") if inputs.line_of == "open_per_carrier" else ("brought", "hours")
    first = f"IF({{{of}_0}}<={{line}}*{{{by}_0}},0,1)"
    then = f"IF([{of}]<={{line}}*[{by}],0,[not_yet<])"
    yield Column(
        "not_yet", "Not yet at or under the line", first, then, lambda m: still_over(inputs, reckoned, m), 0
    )


def _cost(inputs: Inputs, parts: Parts) -> Column:
    """Pounds from month 0 on."""
    came = "[came]*{recruited}" if inputs.has("starters_outside") else "[came]"
    came = f"([posted]+{came})" if parts.pipeline else came
    added = f"{AFTER}MIN(MAX([in_pay]-MAX({{funded}},{{in_post}}),0),{{extra_posts}}),0)"
    pay = f"([in_pay]*{{post_cost}}+{added}*({{extra_post_cost}}-{{post_cost}}))/12"
    spent = f"[cost<]+{pay}+{came}*{{recruit_cost}}"
    spent += "+[started]*{training_cost}" if parts.pipeline else ""
    spent += "+[overtime]*{overtime_cost}" if parts.work and inputs.has("overtime_cost") else ""
    return Column("cost", "Cost from now on, pounds", "0", spent, lambda m: m.cost or 0.0, 0)
