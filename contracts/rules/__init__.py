"""The queries of the set rules, one file each."""

from pathlib import Path

from contracts.model import SetRule

HERE = Path(__file__).parent


def sql(rule: SetRule) -> str:
    """The query that selects, from the view `rows`, the row numbers at fault. Raises FileNotFoundError."""
    return (HERE / rule.sql).read_text(encoding="utf-8")
