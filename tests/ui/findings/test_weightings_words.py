"""Three weightings side by side: a sentence where they disagree, and no figure without a weight."""

from datetime import date

import pytest

from analysis.staffing.weightings import Weightings, weightings
from ui.findings import weightings as words

LOCAL = {"rape": 90.0, "other sexual offence": 45.0, "domestic abuse": 14.0}


def weighted(
    before: dict[str, float | None], after: dict[str, float | None], local: bool = True
) -> Weightings:
    sets = {words.CURRENT: words.current_practice()}
    return weightings(before, after, {**sets, **({words.LOCAL: LOCAL} if local else {})})


APART = weighted({"rape": 100, "other sexual offence": 50}, {"rape": 80, "other sexual offence": 80})
TOGETHER = weighted({"rape": 100}, {"rape": 110})


def test_each_weighting_says_its_change_or_what_has_no_weight() -> None:
    found = {
        "Apart": APART,
        "Domestic": weighted({"domestic abuse": 100}, {"domestic abuse": 97}),
        "New": weighted({"rape": None}, {"rape": 4}, local=False),
        "First": weighted({"rape": 0}, {"rape": 4}),
    }
    assert words.table(found).to_numpy().tolist() == [
        ["Apart", "+7%", "\N{MINUS SIGN}1%", "\N{MINUS SIGN}4%"],
        ["Domestic", "\N{MINUS SIGN}3%", "no weight for domestic abuse", "\N{MINUS SIGN}3%"],
        ["New", "not 24 months of returns", "not 24 months of returns", "no weights approved"],
        ["First", "none a year before", "none a year before", "none a year before"],
    ]


def test_weightings_that_go_different_ways_are_said() -> None:
    assert words.sentences({"Apart": APART})[0] == (
        "Apart: the weightings disagree. New work is up 7% by cases, down 1% by current practice and down 4% "
        "by local hours."
    )


def test_weightings_that_turn_the_order_of_two_units_are_said_once_for_each() -> None:
    said = words.sentences({"Steady": weighted({"rape": 100}, {"rape": 103}), "Apart": APART})
    assert said[1:] == [
        "By cases, new work grew more (or fell less) in Apart than in Steady; by current practice it is the "
        "other way round.",
        "By cases, new work grew more (or fell less) in Apart than in Steady; by local hours it is the other "
        "way round.",
    ]


def test_weightings_that_agree_say_so_and_one_weighting_alone_says_nothing() -> None:
    assert words.sentences({"One": TOGETHER}) == ["The weightings agree on which way new work has gone."]
    alone = weighted({"adult at risk": 10}, {"adult at risk": 12})
    assert words.sentences({"Alone": alone}) == []


def test_current_practice_is_labelled_with_its_source_and_its_figures() -> None:
    assert "not what good work needs" in words.SOURCE and "24 November 2025" in words.SOURCE
    rows = words.costs_table().to_numpy().tolist()
    assert rows[0] == ["Rape", "£5,110", "1.00"] and rows[1] == ["Other sexual offences", "£3,100", "0.61"]
    assert words.current_practice()["stalking or harassment"] == pytest.approx(290 / 5110)
    assert "domestic abuse" not in words.current_practice()


def test_the_caption_says_both_years() -> None:
    assert words.caption("investigations", date(2026, 9, 30), date(2025, 9, 30)) == (
        "New investigations, 12 months to September 2026 against 12 months to September 2025, by "
        "three weightings"
    )


def test_an_order_is_only_spoken_of_where_two_units_have_a_change_both_ways() -> None:
    agreed = "The weightings agree on which way new work has gone"
    assert words.sentences({"Only": TOGETHER}) == [f"{agreed}."]
    two = {"Only": TOGETHER, "Other": weighted({"rape": 100}, {"rape": 120})}
    assert words.sentences(two) == [f"{agreed}, and on the order of the changes."]
