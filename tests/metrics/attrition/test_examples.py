"""Each attrition figure worked out by hand, over 13 month ends."""

import pytest

from metrics.catalogue import METRICS
from tests.metrics.example import Example, every_month, holds
from tests.metrics.warehouse import month_end, months

MONTH = month_end("2025-01")
ONLY = {"month_from": MONTH, "month_to": MONTH}


def people(*spells: tuple[str, str, str, str, str]) -> str:
    """Rows of People from spells: person, unit, first month, number of months, FTE."""
    head = "month_end | unit | person_key | role | worker_type | fte | carries_work"
    rows = [
        row
        for person, unit, first, number, fte in spells
        for row in every_month(
            f"{head}\nMONTH | {unit} | {person} | investigator | officer | {fte} | full", first, int(number)
        ).splitlines()[1:]
    ]
    return "\n".join([head, *rows])


# DA1 has a, b, c, d through the year; b goes to RA1 in July, c leaves in September, d in January.
# e comes in March and goes in April; f is in two units, and leaves DA2 alone. h works in the rest of force.
SPELLS = (
    ("a", "DA1", "2024-01", "13", "1.0"),
    ("b", "DA1", "2024-01", "6", "1.0"),
    ("b", "RA1", "2024-07", "7", "1.0"),
    ("c", "DA1", "2024-01", "8", "1.0"),
    ("d", "DA1", "2024-01", "12", "1.0"),
    ("e", "DA1", "2024-03", "1", "1.0"),
    ("i", "DA1", "2025-01", "1", "1.0"),
    ("f", "RA1", "2024-01", "13", "0.4"),
    ("g", "RA1", "2024-01", "13", "1.0"),
    ("h", "REST", "2024-01", "5", "1.0"),
)
MOVEMENTS = """
month_end | date       | person_key | event       | from_unit | to_unit | leaver_type | move_reason
2024-07   | 2024-07-03 | b          | move        | DA1       | RA1     |             | own request
2024-09   | 2024-09-15 | c          | leave force | DA1       |         | resignation |
2024-09   | 2024-09-15 | c          | leave force | DA1       |         | resignation |
2025-01   | 2025-01-10 | d          | move        | DA1       |         |             | not recorded
2024-05   | 2024-05-10 | h          | leave force | REST      |         | retirement  |
"""
SENT = {"movements": [(month, unit) for month in months("2024-01", 13) for unit in ("DA1", "RA1")]}
TABLES = {"people": people(*SPELLS)}
WITH_MOVEMENTS = {**TABLES, "movements": MOVEMENTS}
# Headcounts of DA1: 4 4 5 4 4 4 3 3 2 2 2 2 2 over the 13 month ends; of RA1: 2 six times, then 3 seven
# times.
DA1, RA1 = 41 / 13, 33 / 13


def of_units(da1: str, ra1: str, movements: bool = False) -> Example:
    """What the two units should have in January 2025."""
    expects = f"unit | numerator | denominator\nDA1 | {da1}\nRA1 | {ra1}"
    return Example(expects, WITH_MOVEMENTS, ONLY, SENT) if movements else Example(expects, TABLES, ONLY)


EXAMPLES = {
    "attrition/left_unit_12m": of_units(f"4 | {DA1:.9f}", f"0 | {RA1:.9f}"),
    "attrition/left_public_protection_12m": of_units(f"3 | {DA1:.9f}", f"0 | {RA1:.9f}"),
    "attrition/joined_public_protection_12m": of_units(f"2 | {DA1:.9f}", f"0 | {RA1:.9f}"),
    "attrition/left_force_12m": of_units(f"1 | {DA1:.9f}", f"0 | {RA1:.9f}", movements=True),
    "attrition/leavers_month": of_units("1 | 0", "0 | 0"),
    "attrition/joiners_month": of_units("1 | 0", "0 | 0"),
    "attrition/headcount": of_units("2 | 0", "3 | 0"),
    "attrition/net_flow_month": of_units("0 | 0", "0 | 0"),
    "attrition/stability_12m": of_units("1 | 4", "2 | 2"),
    "attrition/reason_recorded_share": Example(
        "unit | numerator | denominator\nDA1 | 2 | 4", WITH_MOVEMENTS, ONLY, SENT
    ),
}


@pytest.mark.parametrize("metric", EXAMPLES)
def test_a_drawn_example(metric: str) -> None:
    holds(metric, EXAMPLES[metric])


def test_leavers_are_told_by_the_reason_in_movements() -> None:
    expects = """
    month_end | reason       | numerator | denominator
    2024-04   | not recorded | 1         | 0
    2024-07   | own request  | 1         | 0
    2024-09   | resignation  | 1         | 0
    2025-01   | not recorded | 1         | 0
    """
    holds("attrition/leavers_month", Example(expects, WITH_MOVEMENTS))


def test_a_leaver_of_no_unit_is_counted_where_last_seen_and_one_never_seen_is_named_as_a_limit() -> None:
    no_unit = """2024-08   | 2024-08-20 | z          | leave force |           |         | resignation |
2024-10   | 2024-10-05 | b          | leave force |           |         | resignation |
"""
    tables = {**TABLES, "movements": MOVEMENTS + no_unit}
    expects = f"unit | numerator | denominator\nDA1 | 1 | {DA1:.9f}\nRA1 | 1 | {RA1:.9f}"
    holds("attrition/left_force_12m", Example(expects, tables, ONLY, SENT))
    caveats = " ".join(METRICS["attrition/left_force_12m"].caveats)
    assert "joined and left between two month ends is in no People, and is not counted" in caveats


def without(*gone: tuple[str, str]) -> str:
    """The same People with a unit's month not sent."""
    lines = TABLES["people"].splitlines()
    return "\n".join(line for line in lines if not any(line.startswith(f"{m} | {u} ") for m, u in gone))


def test_a_month_that_was_not_sent_is_not_everybody_gone() -> None:
    expects = "unit | numerator | denominator\nRA1 | 0 | 0"
    example = Example(expects, {"people": without(("2025-01", "DA1"))}, ONLY)
    holds("attrition/leavers_month", example)


def test_a_month_that_was_not_sent_leaves_a_year_without_a_rate() -> None:
    expects = f"unit | numerator | denominator\nRA1 | 0 | {RA1:.9f}"
    holds("attrition/left_unit_12m", Example(expects, {"people": without(("2024-06", "DA1"))}, ONLY))


def test_nobody_can_be_said_to_have_left_public_protection_while_another_unit_is_unheard() -> None:
    expects = f"unit | numerator | denominator\nDA1 |  | {DA1:.9f}"
    tables = {"people": without(("2024-07", "RA1"))}
    frame_of = Example(expects.replace(f"{DA1:.9f}", ""), tables, ONLY)
    holds("attrition/left_public_protection_12m", frame_of)


def test_nobody_can_be_said_to_have_joined_public_protection_where_another_unit_was_unheard_before() -> None:
    expects = "unit | numerator | denominator\nDA1 |  |"
    tables = {"people": without(("2024-07", "RA1"))}
    holds("attrition/joined_public_protection_12m", Example(expects, tables, ONLY))


def test_a_move_between_two_units_is_leaving_and_joining_a_unit_and_neither_of_public_protection() -> None:
    july = month_end("2024-07")
    in_july = {"month_from": july, "month_to": july}
    for metric, expects in (
        ("leavers_month", "DA1 | 1 | 0\nRA1 | 0 | 0"),
        ("joiners_month", "DA1 | 0 | 0\nRA1 | 1 | 0"),
    ):
        holds(f"attrition/{metric}", Example(f"unit | numerator | denominator\n{expects}", TABLES, in_july))


def test_somebody_in_two_units_who_leaves_both_has_left_public_protection_once() -> None:
    spells = (*SPELLS, ("k", "DA1", "2024-01", "9", "0.4"), ("k", "RA1", "2024-01", "9", "0.6"))
    expects = f"""
    unit | numerator | denominator
    DA1  | 3         | {DA1 + 9 / 13:.9f}
    RA1  | 1         | {RA1 + 9 / 13:.9f}
    """
    holds("attrition/left_public_protection_12m", Example(expects, {"people": people(*spells)}, ONLY))
