"""What an undo brings back, printed a line for each figure."""

from __future__ import annotations

from etl.loading.what_returns import Returning, Returns
from metrics.catalogue import METRICS


def print_returns(returns: Returns | None, was: str, will: str) -> None:
    """Each figure with what it is in one state and in the other, each state called by its name."""
    if returns is None:
        return
    for each in returns.figures:
        print(f"  {_named(each)}: {each.now} {was}, {each.after} {will}")
    if returns.others:
        print(f"  and {returns.others} figures of {returns.other_measures} other measures")
    if not (returns.figures or returns.others):
        print("  No figure is changed by it.")


def _named(each: Returning) -> str:
    family = f", {each.work_family}" if each.work_family else ""
    return f"{METRICS[each.metric].title}{family}, {each.unit or 'all units'}, {each.month_end:%B %Y}"
