"""The rules that every national table is held to: of its edition, and of rows that are sums of forces."""

from datetime import date

from contracts.model import Rule


def rules_of_national(dataset: str) -> tuple[Rule, ...]:
    """The rules of a national table, named after its dataset."""
    return (
        Rule(
            f"{dataset}.newer_than_edition",
            "The count is dated after the publication it is in.",
            "Correct the edition, which is the newest date in the file.",
            "as_at > edition",
            column="as_at",
            catches={"as_at": date(2199, 3, 31)},
            allows={"as_at": date(2000, 3, 31)},
        ),
        Rule(
            f"{dataset}.not_a_force",
            "This row is a total or a region, not a force.",
            "Take it out; totals are added up from the forces.",
            "force ilike '%total%' or force ilike 'england%' or force ilike 'all forces%'",
            column="force",
            catches={"force": "Total of all 43 forces"},
            allows={"force": "Wiltshire"},
        ),
    )
