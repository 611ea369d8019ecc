"""Every code that checking a file can give: the catalogue's own, and those of the contracts' rules."""

from __future__ import annotations

from dataclasses import dataclass

from contracts import DATASETS
from etl.reports.messages import MESSAGES


@dataclass(frozen=True)
class Code:
    """A code with its sentence, its way out, its severity, and the title of the sheet where it is of one."""

    code: str
    says: str
    how_to_fix: str
    severity: str
    sheet: str = ""


def codes() -> tuple[Code, ...]:
    """The catalogue's codes in their order, then the rules of each sheet."""
    own = [Code(name, m.says, m.how_to_fix, m.severity) for name, m in MESSAGES.items()]
    rules = [
        Code(rule.id, rule.says, rule.how_to_fix, rule.severity, dataset.title)
        for dataset in DATASETS.values()
        for rule in (*dataset.rules, *dataset.set_rules)
    ]
    return (*own, *rules)


CODES: frozenset[str] = frozenset(each.code for each in codes())
