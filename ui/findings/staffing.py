"""What the staffing page says: from funded posts to people who can carry work, and what lies between."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from analysis.disclosure import NotShown
from charts.lines import Line, Lines
from charts.waterfall import Waterfall
from ui.findings.bridge import over_funding
from ui.findings.series import plain
from ui.parts.wording import fte, join, number

NOT_SHOWN = "How many of the funded posts are worked is not shown: groups of under 5 people are hidden"
REST = "reasons not shown, together"


def headline(funded: float | None, in_post: float | None, deployable: float | None) -> str:
    """How many of the funded posts that carry work can be used, and what takes the rest."""
    if deployable is None and in_post is None:
        return "No workforce return for these units this month"
    if deployable is None and funded:
        filled = f"{fte(in_post)} of {fte(funded)} funded FTE in post"
        return f"{filled}; how many can carry work is not known"
    if deployable is None:
        return f"{fte(in_post)} FTE in post; how many can carry work is not known"
    if not funded:
        return f"{fte(deployable)} of {fte(in_post)} FTE in post can carry work"
    start = f"{fte(deployable)} of {fte(funded)} funded FTE can carry work"
    if deployable > funded:
        start = f"{fte(deployable)} FTE can carry work, {over_funding(deployable, funded)}"
    return (
        start
        if in_post is None
        else ": ".join(part for part in (start, _lost(funded, in_post, deployable)) if part)
    )


def _lost(funded: float, in_post: float, deployable: float) -> str:
    """What lies between posts and people who can carry: vacant or over funding, and not carrying."""
    gap, idle = round(funded - in_post, 1), round(in_post - deployable, 1)
    said = [f"{fte(gap)} vacant"] if gap > 0 else []
    said += [f"{fte(-gap)} over funding"] if gap < 0 and deployable <= funded else []
    said += [f"{fte(idle)} not carrying"] if idle > 0 else []
    return ", ".join(said)


def unexplained(chart: Waterfall) -> str:
    """A sentence on the step that nobody explains; empty where there is none."""
    left = next((s.amount for s in chart.steps if s.kind == "unexplained"), 0.0)
    if left < 0:
        return (
            f"{number(-left, 1)} FTE in post neither carry work nor stand under a reason in Unavailable. "
            "People who carry reduced work count here for the part they do not carry."
        )
    if left > 0:
        return (
            f"The Unavailable sheet names {number(left, 1)} FTE more than are missing from the carriers. "
            "Check it against People: somebody may be marked both away "
            "and carrying, or be away from a post that does not carry work."
        )
    return ""


def beside_rest(months: Sequence[date], own: Sequence[float | None], rest: Sequence[float | None]) -> Lines:
    """Vacancy of these units beside the rest of the force, in percent of funded posts."""
    lines = (Line("Public protection", tuple(own)), Line("Rest of force", tuple(rest)))
    return Lines(
        vacancy_title(own[-1] if own else None, rest[-1] if rest else None),
        "Vacant share of funded posts, FTE",
        tuple(months),
        lines,
        decimals=1,
        suffix="%",
    )


def vacancy_title(own: float | None, rest: float | None) -> str:
    """The comparison in words, at the latest month."""
    if own is None or rest is None:
        return "Vacancy beside the rest of the force"
    gap = own - rest
    if abs(gap) < 0.5:
        return "Public protection is as vacant as the rest of the force"
    word = "more" if gap > 0 else "less"
    return f"Public protection is {abs(gap):.1f} points {word} vacant than the rest of the force"


def unavailable_by_reason(frame: pd.DataFrame, total: float | None) -> dict[str, float]:
    """FTE by reason. Hidden ones are given together, out of the total; one alone takes the smallest along."""
    shown = {str(r["reason"]): plain(r["numerator"]) for r in frame.to_dict("records")}
    known = {reason: fte for reason, fte in shown.items() if fte}
    hidden = sum(fte is None for fte in shown.values())
    if hidden == 1 and known:
        known.pop(min(known, key=lambda reason: known[reason]))
    rest = (total or 0.0) - sum(known.values())
    return {**known, REST: rest} if hidden and rest >= 0.05 else known


def not_carrying(in_post_by_role: pd.DataFrame, carriers: set[str]) -> tuple[float | None, list[str]]:
    """FTE in roles that carry no family of work (supervisors, managers, support), and those roles.

    None where the FTE of one of them is not shown: the sum of the rest would not be theirs.
    """
    rows = [(str(r["role"]), r["numerator"]) for r in in_post_by_role.to_dict("records")]
    other = {role: fte for role, fte in rows if role not in carriers}
    held = {role for role, fte in other.items() if isinstance(fte, NotShown)}
    known = {role: fte for role, fte in ((r, plain(v)) for r, v in other.items()) if fte}
    return None if held else sum(known.values()), sorted({*known, *held})


def not_carrying_words(roles: Sequence[str], in_post: float | None, funded: float | None) -> str:
    """The posts that never carry work, named apart from those above."""
    if not roles:
        return ""
    left_out = f"Left out, as posts that do not carry work: {join(_plural(role) for role in roles)}"
    paid = "" if funded is None else f"{fte(funded)} funded"
    if in_post is None:
        return f"{left_out}{paid and ', ' + paid}. How many FTE are in post is not shown."
    return f"{left_out}, {fte(in_post)} FTE in post{paid and ' in ' + paid}."


def _plural(role: str) -> str:
    return role if role == "support" else f"{role}s"
