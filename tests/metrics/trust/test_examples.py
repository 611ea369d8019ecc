# ruff: noqa: E501
"""Each figure of trust worked out by hand. The rest of force must not count."""

from datetime import date

import pytest

from tests.metrics.example import Example, holds
from tests.metrics.warehouse import Warehouse, month_end

MONTH = month_end("2025-01")
ONLY = {"month_from": MONTH, "month_to": MONTH}
CASELOAD = """
month_end | unit | work_type             | open | unallocated | new | closed | reopened | transferred_in | transferred_out
2024-12   | DA1  | domestic abuse        | 20   | 0           | 1   | 1      |          |                |
2025-01   | DA1  | domestic abuse        | 30   | 0           | 12  | 5      | 1        | 2              | 1
2024-12   | DA1  | stalking or harassment| 10   | 0           | 1   | 1      |          |                |
2025-01   | DA1  | stalking or harassment| 8    | 0           | 3   | 3      |          |                |
2024-12   | RA1  | rape                  | 5    | 0           | 1   | 1      |          |                |
2025-01   | RA1  | rape                  | 9    | 0           | 6   | 2      |          |                |
2024-12   | REST | rape                  | 5    | 0           | 1   | 1      |          |                |
2025-01   | REST | rape                  | 99   | 0           | 6   | 2      |          |                |
2025-01   | RA1  | other                 | 4    | 0           | 0   | 0      |          |                |
"""
PEOPLE = """
month_end | unit | person_key | crime_key | training_key | role         | worker_type | fte | carries_work
2025-01   | DA1  | p1         | c1        | t1           | investigator | officer     | 1.0 | full
2025-01   | DA1  | p2         |           |              | investigator | officer     | 1.0 | full
2025-01   | RA1  | p3         | c3        |              | investigator | officer     | 1.0 | full
2025-01   | REST | p4         |           |              | investigator | officer     | 1.0 | full
"""
NAMED = """
month_end | unit | person_key | work_type              | open
2025-01   | DA1  | c1         | domestic abuse         | 10
2025-01   | DA1  | c1         | stalking or harassment | 10
2025-01   | DA1  | c3         | domestic abuse         | 1
2025-01   | DA1  | p9         | domestic abuse         | 1
2025-01   | RA1  | p3         | rape                   | 1
2025-01   | REST | p4         | rape                   | 1
"""
TRAINING = """
month_end | unit | person_key | course | status | completed_on
2025-01   |      | t1         | TIP    |        | 2024-02-02
2025-01   |      | p3         | DAM    | exempt |
2025-01   |      | p4         | TIP    |        | 2024-02-02
"""
ESTABLISHMENT = """
month_end | unit | role         | worker_type | funded_fte
2025-01   | DA1  | investigator | officer     | 4
2025-01   | REST | investigator | officer     | 4
"""
EXAMPLES = {
    # c3 works in RA1 under that number; p3 is not a number of the crime system that People gives.
    "trust/people_matched": Example(
        """
        unit | reason          | numerator | denominator
        DA1  | crime system    | 2         | 3
        RA1  | crime system    | 0         | 1
        DA1  | training record | 1         | 2
        RA1  | training record | 1         | 1
        """,
        {"people": PEOPLE, "investigators": NAMED, "training": TRAINING},
        ONLY,
    ),
    # 20 + 12 + 1 + 2 - 5 - 1 = 29, not 30; 10 + 3 - 3 = 10, not 8; without sign 1 + 2. A new line has
    # nothing before.
    "trust/stock_flow_residual": Example(
        "unit | numerator | denominator\nDA1 | 3 | 38\nRA1 | 0 | 9",
        {"caseload": CASELOAD},
        {**ONLY, "where": {"work_family": ("investigations",)}},
    ),
    # 12 + 1 + 2 - 5 - 1 and 3 - 3; 6 - 2 and a new line of nothing.
    "trust/in_less_out": Example(
        "unit | numerator | denominator\nDA1 | 9 | 0\nRA1 | 4 | 0",
        {"caseload": CASELOAD},
        {**ONLY, "where": {"work_family": ("investigations",)}},
    ),
    "trust/returns_in": Example(
        "unit | numerator | denominator\nDA1 | 3 | 3\nDA2 | 1 | 3\nRA1 | 2 | 3",
        {"caseload": CASELOAD, "establishment": ESTABLISHMENT, "training": TRAINING},
        ONLY,
    ),
}


@pytest.mark.parametrize("metric", EXAMPLES)
def test_a_drawn_example(metric: str) -> None:
    holds(metric, EXAMPLES[metric])


OF_THE_FORCE = {"trust/rows_held_back": "test_rows_held_back_belong_to_the_newest_month_of_their_load"}


def held(*loads: tuple[str, str, date, int, int]) -> Warehouse:
    """Loads as (id, dataset, month, rows held, rows read)."""
    warehouse = Warehouse()
    for load_id, dataset, month, rows_held, rows_read in loads:
        warehouse.covers(dataset, [(month, "DA1"), (month, "RA1")], load_id)
        warehouse.con.execute(
            'UPDATE "load" SET rows_held = $held, rows_read = $read WHERE load_id = $id',
            {"held": rows_held, "read": rows_read, "id": load_id},
        )
    return warehouse.build("trust/rows_held_back")


def test_rows_held_back_belong_to_the_newest_month_of_their_load() -> None:
    december = month_end("2024-12")
    loads = held(
        ("L1", "caseload", MONTH, 2, 40),
        ("L2", "training", MONTH, 3, 90),
        ("L0", "caseload", december, 7, 50),
    )
    assert loads.rows("trust/rows_held_back", ("month_end", "reason"), month_from=MONTH) == [
        (MONTH, "caseload", 2.0, 40.0),
        (MONTH, "training", 3.0, 90.0),
    ]
    one_unit = frozenset({("NORTHSHIRE", "DA1")})
    assert loads.rows("trust/rows_held_back", ("month_end",), scope=one_unit)[-1] == (MONTH, 5.0, 130.0)
    elsewhere = frozenset({("SOUTHSHIRE", "DA1")})
    assert loads.rows("trust/rows_held_back", ("month_end",), scope=elsewhere) == []
