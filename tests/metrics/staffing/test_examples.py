# ruff: noqa: E501
"""Each staffing figure worked out by hand. The rest of force, and last month's rows, must not count."""

import pytest

from tests.metrics.example import Example, holds
from tests.metrics.warehouse import month_end

MONTH = month_end("2025-01")
POSTS = """
month_end | unit | role         | worker_type  | funded_fte | in_post_fte | start_agreed_fte
2025-01   | DA1  | investigator | officer      | 6.0        | 50          | 1.0
2025-01   | DA1  | supervisor   | officer      | 1.0        | 50          |
2025-01   | RA1  | investigator | police staff | 2.0        | 4.0         | 0.5
2025-01   | RA1  | supervisor   | officer      | 1.0        | 1.0         |
2025-01   | RA1  | support      | police staff | 1.0        | 1.0         |
2025-01   | REST | investigator | officer      | 100        | 90          | 3.0
2024-12   | DA1  | investigator | officer      | 77         | 77          | 7.0
"""
PEOPLE = """
month_end | unit | person_key | role         | worker_type  | fte | carries_work        | stage               | in_unit_since | acting_or_temporary
2025-01   | DA1  | p1         | investigator | officer      | 1.0 | full                | PIP2                | 2024-06-01    | no
2025-01   | DA1  | p2         | investigator | officer      | 0.5 | full                | trainee             | 2023-06-01    | no
2025-01   | DA1  | p3         | investigator | officer      | 1.0 | reduced             | PIP2 and specialist | 2020-06-01    | no
2025-01   | DA1  | p4         | investigator | police staff | 1.0 | none                | PIP2                |               | no
2025-01   | DA1  | p5         | supervisor   | officer      | 1.0 | full                | PIP2                | 2024-02-01    | yes
2025-01   | DA1  | p6         | supervisor   | officer      | 0.5 | not a carrying post | not needed          | 2010-02-01    |
2025-01   | REST | p7         | investigator | officer      | 9.0 | full                | PIP2                | 2024-06-01    | yes
"""
AWAY = """
month_end | unit | reason         | worker_type | fte
2025-01   | DA1  | long-term sick | officer     | 1.0
2025-01   | RA1  | long-term sick | officer     | 0.5
2025-01   | RA1  | in training    |             | 0.5
2025-01   | REST | in training    |             | 5.0
"""
TABLES = {"establishment": POSTS, "people": PEOPLE, "unavailable": AWAY}


def of_units(da1: str | None, ra1: str | None) -> Example:
    """What the two units should have; None where there should be no figure at all."""
    lines = [f"{unit} | {parts}" for unit, parts in (("DA1", da1), ("RA1", ra1)) if parts]
    expects = "\n".join(["unit | numerator | denominator", *lines])
    return Example(expects, TABLES, {"month_from": MONTH, "month_to": MONTH})


EXAMPLES = {
    "staffing/funded_fte": of_units("7.0 | 0", "4.0 | 0"),
    "staffing/in_post_fte": of_units("5.0 | 0", "6.0 | 0"),
    # DA1: 1.0 full, 0.5 full, half of 1.0 reduced. RA1 sends no People: 4.0 who carry, less 1.0 unavailable.
    "staffing/deployable_fte": of_units("2.0 | 5.0", "3.0 | 6.0"),
    "staffing/deployable_accredited_fte": of_units("1.5 | 2.0", None),
    "staffing/deployable_share_of_funded": of_units("2.0 | 6.0", "3.0 | 2.0"),
    "staffing/unavailable_fte": of_units("1.0 | 0", "1.0 | 0"),
    "staffing/vacancy_rate": of_units("2.0 | 7.0", "-2.0 | 4.0"),
    "staffing/vacancy_net_of_starts": of_units("1.0 | 7.0", "-2.5 | 4.0"),
    "staffing/rest_of_force_vacancy_rate": Example(
        "unit | numerator | denominator\nREST | 10 | 100", TABLES, {"month_from": MONTH, "month_to": MONTH}
    ),
    "staffing/staff_per_supervisor": of_units("3.5 | 1.5", "5.0 | 1.0"),
    "staffing/acting_supervisors": of_units("1.0 | 1.5", None),
    "staffing/under_one_year": of_units("2 | 5", None),
    "staffing/under_two_years": of_units("3 | 5", None),
}


@pytest.mark.parametrize("metric", EXAMPLES)
def test_a_drawn_example(metric: str) -> None:
    holds(metric, EXAMPLES[metric])


def test_a_post_that_needs_no_accreditation_is_accredited_as_far_as_it_needs() -> None:
    people = """
    month_end | unit | person_key | role         | worker_type | fte | carries_work | stage
    2025-01   | DA1  | p1         | investigator | officer     | 1.0 | full         | not needed
    2025-01   | DA1  | p2         | investigator | officer     | 0.5 | reduced      | not needed
    2025-01   | RA1  | p3         | investigator | officer     | 1.0 | full         | not needed
    2025-01   | RA1  | p4         | investigator | officer     | 0.8 | full         | trainee
    2025-01   | RA1  | p5         | investigator | officer     | 1.0 | none         | not needed
    """
    expects = """
    unit | numerator | denominator
    DA1  | 1.25      | 1.25
    RA1  | 1.0       | 1.8
    """
    asked = {"month_from": MONTH, "month_to": MONTH}
    holds("staffing/deployable_accredited_fte", Example(expects, {"people": people}, asked))


def test_unavailable_is_told_by_reason() -> None:
    expects = """
    unit | reason         | numerator | denominator
    DA1  | long-term sick | 1.0       | 0
    RA1  | long-term sick | 0.5       | 0
    RA1  | in training    | 0.5       | 0
    """
    holds("staffing/unavailable_fte", Example(expects, TABLES, {"month_from": MONTH, "month_to": MONTH}))


def test_a_unit_that_gives_no_starts_has_not_said_that_there_are_none() -> None:
    posts = """
    month_end | unit | role         | worker_type | funded_fte | in_post_fte | start_agreed_fte
    2025-01   | DA1  | investigator | officer     | 6.0        | 4.0         |
    """
    holds(
        "staffing/vacancy_net_of_starts",
        Example(
            "unit | numerator | denominator\nDA1 | | ",
            {"establishment": posts},
            {"month_from": MONTH, "month_to": MONTH},
        ),
    )


def test_in_post_is_not_known_where_neither_sheet_gives_it() -> None:
    posts = """
    month_end | unit | role         | worker_type | funded_fte | in_post_fte
    2025-01   | DA1  | investigator | officer     | 6.0        |
    """
    holds(
        "staffing/vacancy_rate",
        Example(
            "unit | numerator | denominator\nDA1 | | ",
            {"establishment": posts},
            {"month_from": MONTH, "month_to": MONTH},
        ),
    )
