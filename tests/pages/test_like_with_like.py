"""A total over fewer units than the month before says so, and nothing is claimed to have risen or fallen."""

import re
from datetime import date
from html import unescape

import pytest

from tests.depth import one_of
from tests.pages.test_states import h1, opened, text  # noqa: F401
from tests.ui.made_warehouse import Made
from ui.figures.like_with_like import not_alike

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)
LATE = Made(months=12, late=(("MASH1", SEPTEMBER),))
WAS_LATE = Made(months=12, late=(("MASH1", AUGUST),))
PAGES = ("overview/overview", "workforce/staffing", "workforce/training", "workforce/attrition")


def cards(said):
    """The basis and tag of each card with a figure, by title; a family of work is of its own units."""
    found = {}
    for card in said.split('<ul class="ppu-cards">')[1].split("</ul>")[0].split("<li")[1:]:
        title = card.split('ppu-k">')[1].split("<")[0]
        tag = card.split("</span>")[1].split("<")[0]
        if "investigations" not in title and tag != "no figure this month":
            found[title] = (card.split('ppu-basis">')[1].split("<")[0], tag)
    assert found
    return found


@pytest.mark.parametrize("page", one_of(PAGES, 1))
def test_a_total_without_a_unit_says_which_it_covers_and_is_not_compared(opened, page):  # noqa: F811
    for basis, tag in cards(unescape(text(opened(page, LATE)))).values():
        assert "7 of 8 units" in basis and tag == "not compared: 7 units, 8 in August"


@pytest.mark.parametrize("page", one_of(PAGES, 2))
def test_a_total_of_all_units_is_not_compared_with_one_that_lacked_a_unit(opened, page):  # noqa: F811
    for basis, tag in cards(unescape(text(opened(page, WAS_LATE)))).values():
        assert "of 8 units" not in basis and tag.endswith("not compared: 8 units, 7 in August")


@pytest.mark.parametrize("page", one_of(PAGES, 3))
def test_totals_of_the_same_units_are_compared_and_name_none(opened, page):  # noqa: F811
    for basis, tag in cards(unescape(text(opened(page, Made(months=12))))).values():
        assert "of 8 units" not in basis and "not compared" not in tag


def test_a_unit_that_never_sends_takes_no_comparison_away_but_is_told(opened):  # noqa: F811
    for basis, tag in cards(
        unescape(text(opened("overview/overview", Made(without_units=("MASH1",)))))
    ).values():
        assert "7 of 8 units" in basis and "not compared" not in tag


def test_a_headline_claims_no_change_between_months_of_other_units(opened):  # noqa: F811
    # The largest family is of six units; without one of them nothing is up or down.
    made = Made(months=12, late=(("CA1", SEPTEMBER),))
    head = h1(unescape(text(opened("overview/overview", made))))
    assert re.fullmatch(r"\d+\.\d open investigations for each deployable investigator, 5 of 6 units", head)


def test_a_headline_over_the_same_units_tells_its_change(opened):  # noqa: F811
    assert "August" in h1(text(opened("overview/overview", Made(months=12))))


def test_the_signal_of_a_total_is_not_judged_where_its_last_month_lacks_a_unit(opened):  # noqa: F811
    said = cards(unescape(text(opened("overview/overview", LATE))))["Leavers of the unit"]
    assert not re.search("unusual|rise|fall|up|down", said[1].lower())


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ("ab", "ab", ""),
        ("ab", "abc", "not compared: 2 units, 3 in August"),
        ("ab", "ac", "not compared: other units than in August"),
        ("", "ab", ""),
        ("ab", "", ""),
    ],
)
def test_only_the_same_units_are_compared(now, before, said):
    assert not_alike(set(now), set(before), AUGUST) == said
