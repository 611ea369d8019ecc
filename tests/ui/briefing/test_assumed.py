"""A brief prints every assumption with value, range, unit, source, who and when, in few lines."""

import pandas as pd

from ui.briefing.assumed import by_source

COLUMNS = ["What is assumed", "Value", "Range", "Unit", "Source", "Set by", "Set on"]
NEED = pd.DataFrame(
    [
        ("Hours for a case of rape", "90", "60 to 140", "hours", "Workshop", "A Head", "20 March 2025"),
        ("Hours for a case of stalking", "12", "8 to 20", "hours", "Workshop", "A Head", "20 March 2025"),
        (
            "Hours that go to supervision",
            "8%",
            "5% to 12%",
            "of hours for work",
            "Diaries",
            "A Head",
            "1 May 2025",
        ),
    ],
    columns=COLUMNS,
)
SCENARIO = pd.DataFrame(
    [
        (
            "In post, and paid",
            "25.6",
            "fixed",
            "FTE",
            "Published: in post, DA1: 25.6 FTE",
            "the returns",
            "30 September 2026",
        ),
        (
            "Funded posts",
            "30",
            "fixed",
            "FTE",
            "Published: funded, DA1: 30 FTE",
            "the returns",
            "30 September 2026",
        ),
        ("Cost of a post", "£60,000", "£55,000 to £66,000", "pounds a year", "Pay scales", "B", "1 May 2026"),
        ("Share who get through: vet", "80%", "fixed", "%", "Pay scales", "B", "1 May 2026"),
    ],
    columns=COLUMNS,
)


def test_numbers_of_one_source_stand_together_with_who_and_when():
    assert by_source([NEED]) == (
        (
            "Workshop. Set by A Head, 20 March 2025",
            "Hours for a case of rape: 90 (60 to 140) hours; "
            "Hours for a case of stalking: 12 (8 to 20) hours",
        ),
        (
            "Diaries. Set by A Head, 1 May 2025",
            "Hours that go to supervision: 8% (5% to 12%) of hours for work",
        ),
    )


def test_published_figures_stand_together_and_a_sign_is_not_said_again():
    assert by_source([SCENARIO, SCENARIO]) == (
        (
            "Published. Set by the returns, 30 September 2026",
            "In post, and paid: 25.6 FTE; Funded posts: 30 FTE",
        ),
        (
            "Pay scales. Set by B, 1 May 2026",
            "Cost of a post: £60,000 (£55,000 to £66,000) a year; Share who get through: vet: 80%",
        ),
    )
