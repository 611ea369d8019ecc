"""What a scenario's sheet comes to: months until the line, and people at the end beside those required."""

from collections.abc import Iterator

from analysis.scenario import Inputs
from analysis.scenario.middle import Month
from exports.document import LiveCell, LiveTable


def ends(inputs: Inputs, has_work: bool, reckoned: tuple[Month, ...]) -> Iterator[LiveTable]:
    """The table, where a line or a number of people required was given for what the sheet reckons."""
    last = inputs.months
    rows = []
    if has_work and inputs.has("line"):
        months = f"Months until at or under the line ({last + 1}: not within {last})"
        until = sum(still_over(inputs, reckoned, now) for now in reckoned)
        rows.append((months, LiveCell("until", until, f"=SUMPRODUCT({{not_yet_0}}:{{not_yet_{last}}})", 0)))
    if inputs.has("required"):
        more = "Deployable at the end, more than required (under 0: fewer), FTE"
        beside = reckoned[-1].deployable - inputs.value("required")
        rows.append((more, LiveCell("beside_required", beside, f"={{deployable_{last}}}-{{required}}")))
    if rows:
        yield LiveTable("At the end", ("What", "Value"), tuple(rows))


def still_over(inputs: Inputs, reckoned: tuple[Month, ...], now: Month) -> float:
    """1 where no month up to this one is at or under the line, else 0."""
    return float(all(_is_over(inputs, month) for month in reckoned[: now.month + 1]))


def _is_over(inputs: Inputs, month: Month) -> bool:
    line = inputs.value("line")
    if inputs.line_of == "open_per_carrier":
        return (month.open_cases or 0.0) > line * month.deployable
    return month.workload is None or month.workload > line
