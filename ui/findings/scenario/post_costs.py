"""What a post costs out of published costs by role: the mean over the people in post."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.disclosure import NotShown
from ui.findings.scenario.starts import ASKED, HIDDEN, Start, answer
from ui.findings.series import plain
from ui.parts.wording import join, number

# The widest first: what a commissioner pays is the full cost.
INCLUDES = ("full cost", "pay and on-costs", "pay only")
COLUMNS = ["Role", "Worker type", "Includes", "Pounds a year", "Source", "From"]
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
    without = sorted({role for role, kind in people if (role, kind) not in {c.post for c in costs}})
    said = f"Published costs do not hold for every role in post, such as {join(without)}. " if without else ""
    return Start("post_cost", None, f"{said}{ASKED}")


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
    from_what = join(sorted({known[post].source for post in people}))
    source = (
        f"Published: {kind}, mean of the roles in post, {where}: £{number(pounds)} of {number(fte, 1)} FTE. "
        f"{from_what}"
    )
    return Start("post_cost", answer("post_cost", mean, mean, mean, source, "the returns", month))


def table(costs: Sequence[PostCost]) -> pd.DataFrame:
    """Every cost that holds, by role."""
    rows = [
        (c.role, c.worker_type, c.includes, f"£{number(c.pounds)}", c.source, c.valid_from) for c in costs
    ]
    return pd.DataFrame(rows, columns=COLUMNS)
