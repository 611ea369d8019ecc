# ruff: noqa: E501
"""Each training figure worked out by hand. The month end is 31 January 2025; TIP lasts 12 months and DAM
24.
"""

import pytest

from tests.metrics.example import Example, holds
from tests.metrics.warehouse import month_end

MONTH = month_end("2025-01")
PEOPLE = """
month_end | unit | person_key | crime_key | training_key | role         | worker_type  | fte | carries_work
2025-01   | DA1  | p1         | c1        | t1           | investigator | officer      | 1.0 | full
2025-01   | DA1  | p2         |           |              | investigator | officer      | 1.0 | none
2025-01   | DA1  | p3         |           |              | supervisor   | officer      | 1.0 | not a carrying post
2025-01   | RA1  | p4         |           |              | investigator | police staff | 0.5 | full
2025-01   | RA1  | p5         |           |              | investigator | officer      | 1.0 | reduced
2025-01   | RA1  | p6         |           |              | support      | officer      | 1.0 | not a carrying post
2025-01   | REST | p7         |           |              | investigator | officer      | 1.0 | full
"""
# p1 is in date on TIP by two days and lapsed on DAM; p2 lapsed on TIP; p3 exempt; p4 in date by Expires on;
# p5 booked. p7 is in the rest of force, p9 in nobody's People: neither counts. The record of December is no
# longer current.
TRAINING = """
month_end | unit | person_key | course | status     | completed_on | expires_on | booked_for
2025-01   |      | t1         | TIP    | completed  | 2024-02-02   |            |
2025-01   |      | t1         | TIP    | completed  | 2020-02-02   |            |
2025-01   |      | t1         | DAM    |            | 2022-05-01   |            |
2025-01   |      | p2         | TIP    | completed  | 2023-12-31   |            |
2025-01   |      | p2         | DAM    | accredited | 2023-03-20   |            |
2025-01   |      | p3         | TIP    | exempt     |              |            |
2025-01   |      | p4         | TIP    | completed  | 2020-01-01   | 2025-04-15 |
2025-01   |      | p5         | TIP    | booked     |              |            | 2025-02-20
2025-01   |      | p7         | TIP    | completed  | 2025-01-01   |            |
2025-01   |      | p9         | TIP    | completed  | 2025-01-01   |            |
2024-12   |      | p5         | TIP    | completed  | 2024-12-01   |            |
"""
NAMED = """
month_end | unit | person_key | work_type              | open
2025-01   | DA1  | c1         | domestic abuse         | 10
2025-01   | DA1  | p2         | domestic abuse         | 3
2025-01   | DA1  | p2         | stalking or harassment | 2
2025-01   | DA1  | p99        | domestic abuse         | 5
2025-01   | RA1  | p4         | rape                   | 6
2025-01   | RA1  | p5         | rape                   | 8
2025-01   | RA1  | p6         | rape                   | 100
2025-01   | DA1  | c1         | DVDS right to ask      | 50
"""
TABLES = {"people": PEOPLE, "training": TRAINING, "investigators": NAMED}
ONLY = {"month_from": MONTH, "month_to": MONTH}


def of_units(da1: str, ra1: str, **asked: object) -> Example:
    """What the two units should have."""
    return Example(f"unit | numerator | denominator\nDA1 | {da1}\nRA1 | {ra1}", TABLES, {**ONLY, **asked})


INVESTIGATIONS = {"work_family": ("investigations",)}
EXAMPLES = {
    # p3 is exempt and left out; p2 carries none and is not at work.
    "training/trauma_informed_in_date_at_work": of_units("1 | 1", "1 | 3"),
    "training/trauma_informed_in_date_in_post": of_units("1 | 2", "1 | 3"),
    "training/trauma_informed_ever_in_post": of_units("2 | 2", "1 | 3"),
    # DA1: p1 and p2 each need TIP and DAM. RA1: p4 and p5 need TIP; support needs nothing.
    "training/required_course_in_date": of_units("2 | 4", "1 | 2"),
    "training/required_course_ever": of_units("4 | 4", "1 | 2"),
    "training/no_record": of_units("0 | 4", "1 | 2"),
    "training/expired": of_units("2 | 4", "0 | 2"),
    "training/expiring_90_days": of_units("2 | 0", "1 | 0"),
    # p5's place is on no course of p4's, and covers nobody else.
    "training/expiring_not_booked_90_days": of_units("2 | 2", "1 | 1"),
    "training/booked_90_days": of_units("0 | 0", "1 | 0"),
    # Nobody in DA1 is in date on both; p99 is not there. In RA1 p6 needs no course and is left out.
    "training/open_work_held_in_date": of_units("0 | 20", "6 | 14", where=INVESTIGATIONS),
    "training/open_work_held_trauma_informed": of_units("10 | 20", "6 | 114", where=INVESTIGATIONS),
}


@pytest.mark.parametrize("metric", EXAMPLES)
def test_a_drawn_example(metric: str) -> None:
    holds(metric, EXAMPLES[metric])


def test_what_lapses_is_told_by_how_soon() -> None:
    expects = """
    unit | course | reason         | numerator | denominator
    DA1  | TIP    | within 30 days | 1         | 0
    DA1  | DAM    | 31 to 60 days  | 1         | 0
    RA1  | TIP    | 61 to 90 days  | 1         | 0
    """
    holds("training/expiring_90_days", Example(expects, TABLES, ONLY))


def test_a_place_booked_covers_its_own_person_and_course_alone() -> None:
    booked = """
    2025-01   |      | p4         | DAM    | booked     |              |            | 2025-03-01
    2025-01   |      | t1         | TIP    | booked     |              |            | 2025-02-01
    2025-01   |      | p2         | DAM    | booked     |              |            | 2025-08-01
    """.replace("\n    ", "\n")
    example = Example(
        "unit | course | numerator | denominator\nDA1 | DAM | 1 | 1\nDA1 | TIP | 0 | 1\nRA1 | TIP | 1 | 1",
        {"people": PEOPLE, "training": TRAINING.rstrip() + booked},
        ONLY,
    )
    holds("training/expiring_not_booked_90_days", example)


def test_the_latest_record_taken_by_the_month_end_holds_until_the_next() -> None:
    people = "\n".join(line.replace("2025-01 ", "2025-03 ") for line in PEOPLE.splitlines())
    march = month_end("2025-03")
    example = Example(
        "unit | numerator | denominator\nDA1 | 0 | 2\nRA1 | 1 | 3",
        {"people": people, "training": TRAINING},
        {"month_from": march, "month_to": march},
    )
    holds("training/trauma_informed_in_date_in_post", example)
