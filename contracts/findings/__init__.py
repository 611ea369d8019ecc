"""What the sheets say about each other, and about last month. They run at publish and never block."""

from pathlib import Path

from contracts.findings.on_cases import ON_CASES
from contracts.findings.on_people import ON_PEOPLE
from contracts.model import Finding

HERE = Path(__file__).parent

FINDINGS: tuple[Finding, ...] = (*ON_CASES, *ON_PEOPLE)


def sql(finding: Finding) -> str:
    """The query over the published tables: "force", unit, month_end, n, detail. Raises FileNotFoundError."""
    return (HERE / finding.sql).read_text(encoding="utf-8")
