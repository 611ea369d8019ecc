# ruff: noqa: E501
"""Each pressure figure worked out by hand. The rest of force, and another family of work, must not count."""

import pytest

from tests.metrics.example import Example, every_month, holds
from tests.metrics.warehouse import Warehouse, month_end

CASELOAD = """
month_end | unit | work_type             | open | unallocated | new | closed | high_risk | high_risk_unallocated
2025-01   | DA1  | domestic abuse        | 30   | 6           | 12  | 10     | 8         | 2
2025-01   | DA1  | stalking or harassment| 10   | 4           | 3   | 4      | 2         | 1
2025-01   | RA1  | rape                  | 20   | 0           | 5   | 2      | 20        | 0
2025-01   | DA1  | DVDS right to ask     | 7    | 1           | 9   | 8      | 5         | 5
2025-01   | REST | other                 | 99   | 9           | 9   | 9      | 9         | 9
"""
AGES = """
month_end | unit | work_type             | open | over_180_days | over_365_days | overdue | awaiting_cps | unallocated
2025-01   | DA1  | domestic abuse        | 30   | 9             | 3             | 4       | 6            | 6
2025-01   | DA1  | stalking or harassment| 10   | 2             | 1             | 0       | 0            | 4
2025-01   | RA1  | rape                  | 20   | 12            | 7             | 1       | 8            | 0
2025-01   | DA1  | DVDS right to ask     | 7    | 7             | 7             | 7       | 7            | 1
2025-01   | REST | other                 | 99   | 9             | 9             | 9       | 9            | 9
"""
WAITING = """
month_end | unit | work_type             | open | awaiting_digital_forensics | charged_before_court | unallocated | oldest_unallocated_days
2025-01   | DA1  | domestic abuse        | 30   | 7                          | 5                    | 6           | 40
2025-01   | DA1  | stalking or harassment| 10   | 2                          | 1                    | 4           | 65
2025-01   | RA1  | rape                  | 20   | 9                          | 3                    | 0           |
2025-01   | DA1  | DVDS right to ask     | 7    | 7                          | 7                    | 1           | 90
2025-01   | REST | other                 | 99   | 9                          | 9                    | 9           | 99
"""
PEOPLE = """
month_end | unit | person_key | role         | worker_type  | fte | carries_work
2025-01   | DA1  | p1         | investigator | officer      | 1.0 | full
2025-01   | DA1  | p2         | investigator | police staff | 0.5 | full
2025-01   | DA1  | p3         | investigator | officer      | 1.0 | reduced
2025-01   | DA1  | p4         | investigator | officer      | 1.0 | none
2025-01   | DA1  | p5         | supervisor   | officer      | 1.0 | full
2025-01   | RA1  | p6         | investigator | officer      | 0.8 | full
2025-01   | REST | p7         | investigator | officer      | 9.0 | full
"""
NAMED = """
month_end | unit | person_key | work_type              | open
2025-01   | DA1  | p1         | domestic abuse         | 11
2025-01   | DA1  | p4         | domestic abuse         | 4
2025-01   | DA1  | p6         | stalking or harassment | 3
2025-01   | DA1  | p99        | stalking or harassment | 2
2025-01   | RA1  | p6         | rape                   | 20
2025-01   | DA1  | p99        | DVDS right to ask      | 5
"""
INVESTIGATIONS = {"where": {"work_family": ("investigations",)}}
YEAR = every_month(
    """
    month_end | unit | work_type             | open | unallocated | new | closed
    MONTH     | DA1  | domestic abuse        | 30   | 6           | 12  | 10
    MONTH     | DA1  | stalking or harassment| 10   | 4           | 3   | 4
    MONTH     | RA1  | rape                  | 20   | 0           | 5   | 2
    MONTH     | DA1  | DVDS right to ask     | 7    | 1           | 9   | 8
    """,
    "2024-02",
    12,
)

STAFFED = every_month(
    """
    month_end | unit | person_key | role         | worker_type  | fte | carries_work
    MONTH     | DA1  | p1         | investigator | officer      | 1.0 | full
    MONTH     | DA1  | p2         | investigator | police staff | 0.5 | full
    MONTH     | DA1  | p3         | investigator | officer      | 1.0 | reduced
    MONTH     | RA1  | p6         | investigator | officer      | 0.8 | full
    """,
    "2024-02",
    12,
)


def of_work(table: str, da1: str, ra1: str, **other: str) -> Example:
    """What the two units should have of their investigations."""
    expects = f"unit | numerator | denominator\nDA1 | {da1}\nRA1 | {ra1}"
    asked = {**INVESTIGATIONS, "month_from": MONTH, "month_to": MONTH}
    return Example(expects, {"caseload": table, **other}, asked)


MONTH = month_end("2025-01")
EXAMPLES = {
    "pressure/open_per_deployable_carrier": of_work(CASELOAD, "40 | 2.0", "20 | 0.8", people=PEOPLE),
    "pressure/allocated_per_carrier": of_work(CASELOAD, "30 | 2.0", "20 | 0.8", people=PEOPLE),
    "pressure/open": of_work(CASELOAD, "40 | 0", "20 | 0"),
    "pressure/unallocated": of_work(CASELOAD, "10 | 40", "0 | 20"),
    "pressure/high_risk_unallocated": of_work(CASELOAD, "3 | 10", "0 | 20"),
    "pressure/oldest_unallocated_days": of_work(WAITING, "65 | 0", "0 | 0"),
    "pressure/held_by_someone_not_carrying": of_work(
        CASELOAD, "9 | 20", "0 | 20", people=PEOPLE, investigators=NAMED
    ),
    "pressure/new": of_work(CASELOAD, "15 | 0", "5 | 0"),
    "pressure/closed": of_work(CASELOAD, "14 | 0", "2 | 0"),
    "pressure/net_change": of_work(CASELOAD, "1 | 0", "3 | 0"),
    "pressure/closures_per_new": of_work(YEAR, "168 | 180", "24 | 60"),
    "pressure/workload_per_hour": of_work(YEAR, "1620 | 2880", "5400 | 1152", people=STAFFED),
    "pressure/workload_per_hour_low": of_work(YEAR, "1296 | 2880", "3600 | 1152", people=STAFFED),
    "pressure/workload_per_hour_high": of_work(YEAR, "2376 | 2880", "8400 | 1152", people=STAFFED),
    "pressure/over_180_days": of_work(AGES, "11 | 40", "12 | 20"),
    "pressure/over_365_days": of_work(AGES, "4 | 40", "7 | 20"),
    "pressure/overdue": of_work(AGES, "4 | 40", "1 | 20"),
    "pressure/awaiting_cps": of_work(AGES, "6 | 40", "8 | 20"),
    "pressure/awaiting_digital_forensics": of_work(WAITING, "9 | 40", "9 | 20"),
    "pressure/charged_before_court": of_work(WAITING, "6 | 40", "3 | 20"),
}


@pytest.mark.parametrize("metric", EXAMPLES)
def test_a_drawn_example(metric: str) -> None:
    holds(metric, EXAMPLES[metric])


def test_work_left_in_a_name_says_whether_the_person_is_not_carrying_moved_or_gone() -> None:
    example = Example(
        """
        unit | reason       | numerator | denominator
        DA1  | not carrying | 4         | 20
        DA1  | moved        | 3         | 20
        DA1  | gone         | 2         | 20
        """,
        {"caseload": CASELOAD, "people": PEOPLE, "investigators": NAMED},
        {**INVESTIGATIONS, "month_from": MONTH, "month_to": MONTH},
    )
    holds("pressure/held_by_someone_not_carrying", example)


def spread_of(number: int) -> Warehouse:
    """Ten units of work for the first person carrying fully, eleven for the next, and so on; one carries
    less.
    """
    people = [
        {"month_end": MONTH, "unit": "DA1", "person_key": f"p{n}", "role": "investigator", "worker_type": "officer",
         "fte": 1.0, "carries_work": "full"}
        for n in range(number)
    ]  # fmt: skip
    people.append({**people[0], "person_key": "slow", "carries_work": "reduced"})
    work = [
        {"month_end": MONTH, "unit": "DA1", "person_key": f"p{n}", "work_type": kind, "open": half}
        for n in range(number)
        for kind, half in (("rape", 4), ("domestic abuse", 6 + n))
    ]
    work.append({**work[0], "person_key": "slow", "open": 500})
    ceiling = (
        "work_family | role | open_per_fte | valid_from\ninvestigations | investigator | 17 | 2024-01-01"
    )
    warehouse = Warehouse(ref_ceiling=ceiling).add("people", people).add("investigators", work)
    return warehouse.build("pressure/open_per_person")


SPREADS = {"pressure/open_per_person": "test_the_spread_of_work"}


def test_the_spread_of_work() -> None:
    rows = (
        spread_of(10).con.execute("SELECT level, name, n, median, p90, over_ceiling FROM spread").fetchall()
    )
    assert sorted(rows) == [
        ("force", "NORTHSHIRE", 10, 14.5, pytest.approx(18.1), pytest.approx(0.2)),
        ("unit", "DA1", 10, 14.5, pytest.approx(18.1), pytest.approx(0.2)),
        ("unit type", "DA", 10, 14.5, pytest.approx(18.1), pytest.approx(0.2)),
    ]


def test_there_is_no_spread_of_nine_people() -> None:
    assert spread_of(9).con.execute("SELECT count(*) FROM spread").fetchone() == (0,)


def test_new_work_of_a_type_without_approved_hours_leaves_the_workload_unknown_and_is_never_none() -> None:
    """Hours for a disclosure are proposed, so the family has no figure; a new type without hours has no number."""
    other = YEAR.replace("stalking or harassment", "adult at risk")
    warehouse = Warehouse().draw("caseload", other).draw("people", STAFFED)
    warehouse.build("pressure/workload_per_hour")
    rows = warehouse.rows(
        "pressure/workload_per_hour", ("unit", "work_family"), month_from=MONTH, month_to=MONTH
    )
    assert rows == [("DA1", "investigations", None, None), ("RA1", "investigations", 5400.0, 1152.0)]


def test_a_year_that_began_before_the_approved_weights_has_no_workload() -> None:
    """Hours for a rape hold from February 2024: the twelve months to December are not all covered."""
    early = [text.replace("2025-01", "2024-01") for text in (YEAR, STAFFED)]
    warehouse = Warehouse().draw("caseload", early[0]).draw("people", early[1])
    warehouse.build("pressure/workload_per_hour")
    found = warehouse.rows("pressure/workload_per_hour", month_from=month_end("2024-12"), **INVESTIGATIONS)
    assert found == [("DA1", month_end("2024-12"), 1620.0, 2880.0), ("RA1", month_end("2024-12"), None, None)]
