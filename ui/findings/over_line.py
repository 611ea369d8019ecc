"""How long units have been beyond the line that the force has set, in a few words."""

from collections.abc import Sequence
from typing import Protocol

from ui.parts.wording import plural


class Run(Protocol):
    """What these words need of a published run."""

    @property
    def current(self) -> int:
        """Months in a row up to now."""


def beyond(runs: Sequence[Run], better: str, one_unit: bool) -> str:
    """`over the local line for 7 months`; of several units how many, and the longest. Empty without a line.

    Where more is better the months under the line count.
    """
    if not runs:
        return ""
    side = "under" if better == "higher" else "over"
    now = [run.current for run in runs if run.current]
    if one_unit:
        return f"{side} the local line for {plural(now[0], 'month')}" if now else f"not {side} the local line"
    if not now:
        return f"no unit {side} its local line"
    longest = f"for {plural(max(now), 'month')}"
    if len(now) == 1:
        return f"1 unit {side} its local line, {longest}"
    return f"{len(now)} units {side} their local line, the longest {longest}"
