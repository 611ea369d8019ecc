"""What the sheets say about each other, and about last month. They run at publish and never block."""

from pathlib import Path

from contracts.findings.on_cases import ON_CASES
from contracts.findings.on_people import ON_PEOPLE
from contracts.model import Finding

HERE = Path(__file__).parent

FINDINGS: tuple[Finding, ...] = (*ON_CASES, *ON_PEOPLE)

WORDS_OF_PUBLISH = {
    "etl.held_unknown_word": "Rows are held back, because a unit or another word that places them is no "
    "longer in the force's settings.",
    "etl.unknown_word": "Rows are shown without a word, such as a course or a reason, that is no longer in "
    "the force's settings.",
}
"""What publishing itself finds, without a query of its own, by finding id."""

SAYS: dict[str, str] = {**{each.id: each.says for each in FINDINGS}, **WORDS_OF_PUBLISH}
"""Every finding that a published file can hold, in the words a reader is shown: an id never is."""


TO_DO: dict[str, str] = {
    **{each.id: each.how_to_fix for each in FINDINGS},
    **dict.fromkeys(
        WORDS_OF_PUBLISH,
        "Put the word back into the force's settings, or send the rows again with one that is in them.",
    ),
}
"""What a reader can do about each of them, in the same keys."""

OF_NO_PEOPLE = frozenset(each.id for each in FINDINGS if not each.of_people)
"""The findings that count no people; of any other, known or not, number and detail are not published."""


def sql(finding: Finding) -> str:
    """The query over the published tables: "force", unit, month_end, n, detail. Raises FileNotFoundError."""
    return (HERE / finding.sql).read_text(encoding="utf-8")
