"""Accredited people beside deployable ones: said with the headline where the two do not move alike."""

from analysis.scenario import Fan, Scenario
from ui.parts.wording import number


def other_way(found: Scenario, is_alone: bool) -> str:
    """What becomes of the accredited, where it is worse or better when deployable people are not; else "".

    Judged in what is printed, from now to the end and, unless doing nothing stands alone, between the ways.
    """
    changed, nothing = found.changed, found.nothing
    if changed.accredited is None or nothing.accredited is None:
        return ""
    ready, accredited = (nothing if is_alone else changed).deployable, changed.accredited
    moves = [(_way(ready, ready, 0), _way(accredited, accredited, 0))]
    if not is_alone:
        beside = _way(changed.deployable, nothing.deployable), _way(changed.accredited, nothing.accredited)
        moves.append(beside)
    if not any(one * two < 0 for one, two in moves):
        return ""
    return f"; accredited among them {_said(changed.accredited, nothing.accredited, is_alone)}"


def _way(fan: Fan, beside: Fan, at: int = -1) -> int:
    """1 where the end of a fan prints higher than another's month, -1 where lower, 0 where it is the same."""
    end, other = round(fan.middle[-1], 1), round(beside.middle[at], 1)
    return (end > other) - (end < other)


def _said(changed: Fan, nothing: Fan, is_alone: bool) -> str:
    now = f"{number(nothing.middle[0], 1)} now"
    if is_alone:
        return f"{number(nothing.middle[-1], 1)}, {now}"
    ends = [number(fan.middle[-1], 1) for fan in (changed, nothing)]
    return f"{ends[0]} with the changes, {ends[1]} doing nothing, {now}"
