"""What a post costs out of published costs by role: the mean over the people in post."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.assumptions import Assumption
from analysis.disclosure import NotShown
from ui.findings.scenario.starts import ASKED, HIDDEN, RETURNS, TYPE, Start, answer
from ui.findings.series import plain
from ui.parts.wording import day, join, number, plural

# The widest first: what a commissioner pays is the full cost.
INCLUDES = ("full cost", "pay and on-costs", "pay only")
COLUMNS = ["Role", "Worker type", "Includes", "Pounds a year", "Source", "From"]
NAMED = 2
Post = tuple[str, str]


@dataclass(frozen=True)
class PostCost:
    """Pounds a year of one full-time post, as it holds in the month."""

    role: str
    worker_type: str
    includes: str
    pounds: float
    source: str
    valid_from: date
    costed_on: date | None

    @property
    def post(self) -> Post:
        """Whose cost it is."""
        return self.role, self.worker_type


def start(costs: Sequence[PostCost], in_post: pd.DataFrame, month: date, where: str) -> Start:
    """Σ FTE in post × cost / Σ FTE, over roles and worker types that all have a cost of the same kind.

    Empty where none has been sent, where a role in post has none, or where a part of the people is hidden.
    """
    if not costs:
        return Start("post_cost", None, ASKED)
    people = _people(in_post)
    if people is None:
        return Start("post_cost", None, HIDDEN)
    for kind in INCLUDES:
        known = {each.post: each for each in costs if each.includes == kind}
        if people and set(people) <= set(known):
            return _mean(kind, people, known, month, where)
    return Start("post_cost", None, f"{_why(people, costs)} {TYPE}")


def _why(people: Mapping[Post, float], costs: Sequence[PostCost]) -> str:
    """Why the costs that were sent give no mean: a role in post has none, or they are of different kinds."""
    without = sorted({role for role, kind in people if (role, kind) not in {c.post for c in costs}})
    if without:
        return f"Published costs do not hold for every role in post, such as {join(without)}."
    if not people:
        return "Nobody is in post in these roles, so published costs give no mean."
    kinds = sorted({f"{c.role} {c.includes}" for c in costs if c.post in people})
    return f"Published costs of these roles are of different kinds, which have no mean: {join(kinds)}."


def _people(in_post: pd.DataFrame) -> dict[Post, float] | None:
    """FTE in post by role and worker type; None where a part is not shown."""
    found: dict[Post, float] = {}
    for role, kind, fte in zip(
        *(in_post.get(n, ()) for n in ("role", "worker_type", "numerator")), strict=True
    ):
        if isinstance(fte, NotShown):
            return None
        value = plain(fte)
        if value:
            found[str(role), str(kind)] = found.get((str(role), str(kind)), 0.0) + value
    return found


def _mean(
    kind: str, people: dict[Post, float], known: dict[Post, PostCost], month: date, where: str
) -> Start:
    fte = sum(people.values())
    pounds = sum(known[post].pounds * share for post, share in people.items())
    mean = float(round(pounds / fte))
    used = [known[post] for post in people]
    oldest = min(each.costed_on or each.valid_from for each in used)
    source = (
        f"Published: {kind}, mean of the roles in post, {where}, {day(month)}: £{number(pounds)} of "
        f"{number(fte, 1)} FTE. Costs as of {day(oldest)}. {_sources(used)}"
    )
    return Start("post_cost", answer("post_cost", mean, mean, mean, source, RETURNS, oldest))


def _sources(used: Sequence[PostCost]) -> str:
    """Where the costs come from: two by name, the rest as a number, since all stand in the table of costs."""
    named = sorted({each.source for each in used})
    more = len(named) - NAMED
    return join(
        [*named[:NAMED], *([f"{plural(more, 'more source')} in the table of costs"] if more > 0 else [])]
    )


def includes(known: Assumption) -> str:
    """What a cost of a post includes: the kind that was published; of a typed one, that and its source."""
    kind = next((each for each in INCLUDES if known.source.startswith(f"Published: {each},")), "")
    return kind or f"as typed: {known.source}"


def table(costs: Sequence[PostCost]) -> pd.DataFrame:
    """Every cost that holds, by role."""
    rows = [
        (c.role, c.worker_type, c.includes, f"£{number(c.pounds)}", c.source, c.valid_from) for c in costs
    ]
    return pd.DataFrame(rows, columns=COLUMNS)
