# ruff: noqa: E501
"""Each share of the force worked out by hand. Incidents, another counting rule and half a force must not count."""

import pytest

from tests.metrics.example import Example, every_month, holds
from tests.metrics.warehouse import month_end

MONTH = month_end("2025-01")
ONLY = {"month_from": MONTH, "month_to": MONTH}
HEAD = "month_end | unit | category | counted_as | count | definition"
DEMAND = f"""
{HEAD}
2025-01   |      | all recorded crime | recorded crimes | 1000 | Rules A
2025-01   |      | all incidents      | incidents       | 5000 | Rules I
2025-01   |      | domestic abuse     | recorded crimes | 200  | rules a
2025-01   |      | domestic abuse     | incidents       | 900  | Rules I
2025-01   |      | rape               | recorded crimes | 30   | Rules B
2025-01   | DA1  | domestic abuse     | recorded crimes | 60   | Rules A
2025-01   | DA2  | domestic abuse     | recorded crimes | 40   | Rules A
2025-01   | DA1  | rape               | recorded crimes | 5    | Rules A
2025-01   | RA1  | rape               | recorded crimes | 20   | Rules B
2025-01   | DA2  | rape               | recorded crimes | 7    | Rules A
2025-01   | DA2  | all recorded crime | recorded crimes | 43   | Rules A
2025-02   |      | domestic abuse     | recorded crimes | 210  | Rules A
"""
YEAR = every_month(
    f"""
{HEAD}
MONTH     |      | all recorded crime | recorded crimes | 1000 | Rules A
MONTH     |      | domestic abuse     | recorded crimes | 200  | Rules A
MONTH     | DA1  | domestic abuse     | recorded crimes | 60   | Rules A
MONTH     | RA1  | domestic abuse     | recorded crimes | 50   | Rules A
MONTH     | DA2  | domestic abuse     | recorded crimes | 30   | Rules A
MONTH     | DA2  | all recorded crime | recorded crimes | 40   | Rules A
""",
    "2024-02",
    12,
)
# February 2025 is by another rule, so the twelve months to it are of two; rape was counted in January alone, so the year
# of RA1 is not known, while DA2 says how many its crimes are in all.
YEAR += """
2025-01   | RA1  | rape               | recorded crimes | 5    | Rules A
2025-01   |      | rape               | recorded crimes | 30   | Rules A
2025-01   | DA2  | rape               | recorded crimes | 20   | Rules A
2025-02   |      | all recorded crime | recorded crimes | 1000 | Rules B
2025-02   |      | domestic abuse     | recorded crimes | 200  | Rules B
2025-02   | DA1  | domestic abuse     | recorded crimes | 60   | Rules B
"""
YEARS = {"month_from": MONTH}
ESTABLISHMENT = """
month_end | unit | role         | worker_type | funded_fte | in_post_fte
2025-01   | DA1  | investigator | officer     | 9          | 9
2025-01   | DA2  | investigator | officer     | 4          | 3
2025-01   | DA2  | support      | staff       | 2          | 1
2025-01   | RA1  | investigator | officer     | 4          | 4
2025-01   | REST | investigator | officer     | 80         | 70
2025-01   | REST | support      | staff       | 20         | 20
2025-02   | DA1  | investigator | officer     | 9          | 9
2025-02   | DA2  | investigator | officer     | 4          | 3
2025-02   | REST | investigator | officer     | 80         | 70
"""
PEOPLE = """
month_end | unit | person_key | role         | worker_type | fte | carries_work
2025-01   | DA1  | p1         | investigator | officer     | 1.0 | full
2025-01   | DA1  | p2         | investigator | officer     | 0.5 | none
"""
UNAVAILABLE = """
month_end | unit | reason         | worker_type | fte
2025-01   | DA2  | long-term sick | officer     | 1
2025-01   | RA1  | other          | officer     | 0.5
2025-01   | REST | other          | officer     | 10
2025-02   | DA2  | long-term sick | officer     | 1
"""
BUDGET = """
month_end  | year_ending | unit | includes     | budget_pounds
2025-03-31 | 2025-03-31  |      | pay only     | 1000
2025-03-31 | 2025-03-31  |      | all spending | 1500
2025-03-31 | 2025-03-31  | DA1  | pay only     | 60
2025-03-31 | 2025-03-31  | DA1  | all spending | 90
2025-03-31 | 2025-03-31  | REST | pay only     | 500
2026-03-31 | 2026-03-31  |      | all spending | 2000
2026-03-31 | 2026-03-31  | DA2  | all spending | 50
2026-03-31 | 2026-03-31  | RA1  | pay only     | 70
2027-03-31 | 2027-03-31  |      | pay only     | 1000
2027-03-31 | 2027-03-31  | DA1  | pay only     | 60
2027-03-31 | 2027-03-31  |      | all spending | 1500
2027-03-31 | 2027-03-31  | DA1  | all spending | 90
2027-03-31 | 2027-03-31  | RA1  | all spending | 80
"""
EXAMPLES = {
    # Rape is counted by another rule than all recorded crime: its share is not known.
    "resource/recorded_share": Example(
        "work_type | numerator | denominator\ndomestic abuse | 200 | 1000\nrape | |",
        {"demand": DEMAND},
        ONLY,
    ),
    "resource/recorded_share_12m": Example(
        "month_end | work_type | numerator | denominator\n2025-01 | domestic abuse | 2400 | 12000\n2025-01 | rape | |",
        {"demand": YEAR},
        YEARS,
    ),
    # The row without a unit is the force; 60 and 5 are of two kinds of one unit; DA2 says how many its are in all.
    "resource/share_of_demand": Example(
        "unit | numerator | denominator\nDA1 | 65 | 0\nDA2 | 43 | 0\nRA1 | |\n | 0 | 1000",
        {"demand": DEMAND},
        ONLY,
    ),
    "resource/share_of_demand_12m": Example(
        """
        unit | month_end | numerator | denominator
        DA1  | 2025-01   | 720       | 0
        DA2  | 2025-01   | 480       | 0
        RA1  | 2025-01   |           |
             | 2025-01   | 0         | 12000
        """,
        {"demand": YEAR},
        YEARS,
    ),
    # DA1 is counted by People: 1.5, not the 9 of its posts. In February RA1 sent nothing, so there is no whole.
    "resource/share_of_people": Example(
        """
        unit | month_end | numerator | denominator
        DA1  | 2025-01   | 1.5       | 0
        DA2  | 2025-01   | 4         | 0
        RA1  | 2025-01   | 4         | 0
             | 2025-01   | 0         | 99.5
        DA1  | 2025-02   | 9         | 0
        DA2  | 2025-02   | 3         | 0
        """,
        {"establishment": ESTABLISHMENT, "people": PEOPLE},
    ),
    # Investigators alone carry work: 1.0 of DA1, 3 - 1, 4 - 0.5, 70 - 10. In February the rest sent no Unavailable.
    "resource/share_of_deployable": Example(
        """
        unit | month_end | numerator | denominator
        DA1  | 2025-01   | 1         | 0
        DA2  | 2025-01   | 2         | 0
        RA1  | 2025-01   | 3.5       | 0
             | 2025-01   | 0         | 66.5
        DA2  | 2025-02   | 2         | 0
        """,
        {"establishment": ESTABLISHMENT, "people": PEOPLE, "unavailable": UNAVAILABLE},
    ),
    # Pay only to March 2025; in the next year only all spending is given of both force and a unit; in the third
    # more units have all spending than pay only.
    "resource/share_of_money": Example(
        """
        unit | month_end | numerator | denominator
        DA1  | 2025-03   | 60        | 0
             | 2025-03   | 0         | 1000
        DA2  | 2025-04   | 50        | 0
             | 2025-04   | 0         | 2000
        DA2  | 2026-03   | 50        | 0
             | 2026-03   | 0         | 2000
        DA1  | 2026-04   | 90        | 0
        RA1  | 2026-04   | 80        | 0
             | 2026-04   | 0         | 1500
        """,
        {"budget": BUDGET},
        {"month_from": month_end("2025-03"), "month_to": month_end("2026-04")},
        covers={"caseload": [(month_end("2025-04"), "DA1"), (month_end("2026-04"), "DA1")]},
    ),
}


@pytest.mark.parametrize("metric", EXAMPLES)
def test_an_example_worked_out_by_hand(metric: str) -> None:
    holds(metric, EXAMPLES[metric])
