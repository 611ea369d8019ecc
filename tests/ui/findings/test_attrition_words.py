"""What the attrition page says, from small tables."""

from datetime import date

import pandas as pd

from analysis.disclosure import Hidden
from ui.findings import attrition as words
from ui.findings import series

MONTHS = (date(2026, 8, 31), date(2026, 9, 30))


class Rate:
    """A ratio that says its value as a percentage."""

    kind = "ratio"

    def say(self, value, numerator, denominator):
        return f"{value:.0%}"


def test_three_rates_are_named_in_one_sentence_and_a_missing_one_left_out():
    assert words.headline(["18%", "11%", "6%"]) == (
        "In 12 months 18% left their unit, 11% public protection and 6% the force"
    )
    assert words.headline(["18%", "no return", "no return"]) == "In 12 months 18% left their unit"
    assert words.headline(["no return"] * 3) == "No 12-month leaving rate yet"


def test_the_title_of_the_flows_adds_up_what_is_known():
    assert words.flows(MONTHS, (2, 1), (3, 4)).title == "4 more left than joined over 2 months"
    assert words.flows_title((2, None), (3, 4)) == "1 more left than joined over 1 month"
    assert words.flows_title((2,), (2,)) == "As many joined as left over 1 month"


def test_a_hidden_month_is_not_a_missing_return_and_no_net_is_told_beside_it():
    model = words.flows(MONTHS, (Hidden(), 6.0), (7.0, 6.0))
    assert model.title == "People joining and leaving units"
    table = model.numbers()
    assert table["Joined a unit"].tolist() == ["fewer than 5", 6.0]
    assert table["Left a unit"].tolist() == [7.0, 6.0]
    assert words.flows(MONTHS, (Hidden(), Hidden()), (7.0, 6.0)).alt().count("fewer than 5") == 1
    year = tuple(date(2025, month, 28) for month in range(1, 13))
    old = words.flows((date(2024, 12, 31), *year), (Hidden(), *[6.0] * 12), (7.0,) * 13)
    assert old.title == "12 more left than joined over 12 months"


def test_a_month_keeps_its_mark_in_a_series():
    frame = pd.DataFrame({"month_end": MONTHS, "value": [Hidden(), 6.0]}, dtype=object)
    assert series.marked(frame, (*MONTHS, date(2026, 10, 31))) == (Hidden(), 6.0, None)
    assert series.series(frame, MONTHS) == (None, 6.0)


def test_small_reasons_are_hidden_with_enough_others_that_none_can_be_worked_out():
    months = [MONTHS[1]] * 4 + [date(2025, 8, 31)]
    named = ["resignation", "retirement", "transfer", "not recorded", "resignation"]
    frame = pd.DataFrame({"month_end": months, "reason": named, "numerator": [12.0, 7.0, 2.0, 9.0, 50.0]})
    table = words.reasons(frame, MONTHS)
    assert table["Reason"].tolist() == ["Resignation", "Retirement", "Transfer", "Not recorded"]
    assert table["People, 2 months"].tolist() == ["12", "not shown", "fewer than 5", "9"]


def test_how_many_reasons_are_missing_is_always_said():
    assert words.recorded(0.75, 15, 20) == "25% of leavers have no reason recorded (5 of 20)."
    assert words.recorded(1.0, 20, 20).startswith("Every leaver")
    assert words.recorded(None, None, None).startswith("No reasons have been sent")


def test_what_is_hidden_of_reasons_is_not_said_to_be_unsent():
    assert words.recorded(Hidden(), Hidden(), 20).startswith("How many leavers have a reason is not shown")


def test_a_rate_carries_the_people_behind_it_and_a_small_group_is_hidden():
    assert words.table_cell(Rate(), {"value": 0.25, "numerator": 5.0, "denominator": 20.5}) == "25% 5/20"
    hidden = {"value": Hidden(), "numerator": Hidden(), "denominator": 20}
    assert words.table_cell(Rate(), hidden) == "not shown"


def test_a_reason_of_which_a_month_is_hidden_is_not_summed_from_the_rest():
    frame = pd.DataFrame(
        {"month_end": MONTHS, "reason": ["resignation"] * 2, "numerator": [9.0, Hidden()]}, dtype=object
    )
    assert words.reasons(frame, MONTHS).iloc[0].tolist() == ["Resignation", "not shown"]


def test_a_reason_beside_one_that_is_not_shown_is_not_shown_either():
    """83 left and 80 of them for one reason, so 3 for the other."""
    named = ["resignation", "resignation", "transfer"]
    frame = pd.DataFrame(
        {"month_end": [*MONTHS, MONTHS[0]], "reason": named, "numerator": [38.0, 42.0, Hidden()]},
        dtype=object,
    )
    table = words.reasons(frame, MONTHS)
    assert table["People, 2 months"].tolist() == ["not shown", "not shown"] and words.none_shown(table)
    assert not words.none_shown(words.reasons(frame[:2], MONTHS))
