"""What to check after a load: worked out, at most three, and fewer where there are fewer."""

from datetime import date

import pytest

from contracts import SAYS
from metrics.catalogue import METRICS
from metrics.verdicts import Whose, judge
from ui.figures.status import Finding
from ui.findings.to_check import SAME, MonthHeld, title, to_check

OCTOBER = date(2026, 10, 31)
MONTHS = [date(2025, 11, 30), date(2025, 12, 31), *(date(2026, n, d) for n, d in (
    (1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31), (9, 30), (10, 31)))]  # fmt: skip
TRAINED = SAYS["trained_not_in_people"]
TITLES = {"DA1": "Domestic abuse", "CA1": "Child abuse"}


def new_cases(unit, last):
    usual = [50, 53, 49, 51, 50, 52, 48, 51, 50, 52, 49]
    return judge(METRICS["pressure/new"], MONTHS, [*usual, last], whose=Whose(unit, "investigations"))


def leads(**held):
    return [each.lead for each in to_check(MonthHeld(OCTOBER, titles=TITLES, **held), SAYS)]


def test_a_month_in_which_nothing_stands_out_gives_nothing_to_check():
    assert leads(judged=(new_cases("DA1", 51),), matched=(40, 40)) == []
    assert title([]) == "Nothing to check stands out"


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ({"missing": (("Caseload", ("Child abuse",)),)}, "Units are missing from October 2026: Child abuse."),
        ({"same": ("Child abuse",)}, "Every Caseload number is that of the month before: Child abuse."),
        ({"rows_held": 1}, "1 row is held back from October 2026."),
        ({"rows_held": 1_200}, "1,200 rows are held back from October 2026."),
        (
            {"judged": (new_cases("DA1", 90),)},
            "Unusually high. Domestic abuse: 90 new investigations in October 2026.",
        ),
        ({"matched": (187, 207)}, "20 of 207 identifiers could not be matched across systems."),
        ({"findings": (Finding("trained_not_in_people", "CA1", 2, "people"),)}, TRAINED),
        ({"accepted": ("Odd. Accepted with the reason “Checked” by me.",)}, "1 warning was accepted."),
    ],
)  # fmt: skip
def test_each_thing_that_may_be_wrong_is_one_to_check(held, said):
    assert leads(**held) == [said]


def test_of_two_moves_the_one_of_more_concern_and_size_is_named():
    found = leads(judged=(new_cases("DA1", 70), new_cases("CA1", 90)))
    assert found == ["Unusually high. Child abuse: 90 new investigations in October 2026."]


def test_no_more_than_three_are_named_and_missing_units_come_first():
    found = to_check(
        MonthHeld(
            OCTOBER, (("Caseload", ("Child abuse",)),), ("Domestic abuse",), 2,
            matched=(1, 2), accepted=("Odd.", "Odd too."),
        ),
        SAYS,
    )  # fmt: skip
    assert len(found) == 3 and title(found) == "Three things to check"
    assert found[0].lead.startswith("Units are missing")


def test_what_is_told_of_units_is_not_told_again_as_a_finding():
    assert (
        leads(findings=(Finding(SAME, "DA1", 6, ""), Finding("unit_not_in_this_month", "CA1", 9, ""))) == []
    )
