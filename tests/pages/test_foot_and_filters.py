"""Every page has its foot; a page whose filters leave nothing says which one to change."""

import pytest

from tests.depth import one_of
from tests.pages.test_states import MONTHLY, OTHERS, opened, text
from tests.ui.made_warehouse import Made

__all__ = ["opened"]
FIGURES = ("overview/overview", "units/pressure", "units/one_unit", *MONTHLY)


def expanders(app):
    return [each.label for each in app.expander]


@pytest.mark.parametrize("page", one_of(FIGURES, 1))
def test_a_page_with_figures_names_its_publication_files_measures_and_link(opened, page):
    app = opened(page, Made(months=2))
    assert "Figures are those of publication 1, made 6 October 2026 at 09:00." in text(app)
    assert "Source files of September 2026 (5 files)" in expanders(app)
    assert "caseload.xlsx: Caseload; loaded 6 October 2026 at 00:00" in text(app)
    assert any(each.startswith("What the ") and each.endswith("on this page mean") for each in expanders(app))
    assert any("month=2026-09" in code.value for code in app.code)


@pytest.mark.parametrize("page", one_of([page for page in OTHERS if page != "data/trace"]))
def test_a_page_without_measures_has_its_foot_too(opened, page):
    app = opened(page, Made(months=1))
    assert "Figures are those of publication 1" in text(app) and len(app.code) == 1
    assert not [label for label in expanders(app) if label.startswith("Source files")]


def test_where_a_figure_comes_from_names_the_files_of_its_month(opened):
    assert "Source files of September 2026 (5 files)" in expanders(opened("data/trace", Made(months=1)))


@pytest.mark.parametrize("page", ("overview/overview", "data/upload"))
def test_before_the_first_load_the_foot_says_so(opened, page):
    assert "Nothing has been published yet." in text(opened(page))


@pytest.mark.parametrize("page", one_of(FIGURES, 2))
def test_filters_that_leave_no_unit_say_which_to_change_and_can_be_cleared(opened, monkeypatch, page):
    """A reader whose units are all of one type, on a link that names another."""
    import access

    one = access.Reader("A Reader", "local user", scope=frozenset({("NORTHSHIRE", "DA1")}), internal=True)
    monkeypatch.setattr(access, "identify", lambda: one)
    app = opened(page, Made(months=2), units="MASH")
    assert "No unit matches these filters." in text(app)
    assert "Choose other units under Units, or clear the filters." in text(app)
    app.button(key="clear_filters").click().run()
    assert "1 of 8 units" in text(app)


@pytest.mark.parametrize("page", ("data/upload", "data/definitions"))
def test_filters_that_would_do_nothing_are_not_drawn_and_are_not_forgotten(opened, page):
    app = opened(page, Made(months=3), month="2026-08", units="MASH")
    assert not {"filter_month", "filter_units"} & {each.key for each in app.selectbox}
    app.switch_page("pages/workforce/staffing.py").run()
    assert "1 of 8 units · month ending 31 August 2026" in text(app)


def test_a_search_that_finds_no_definition_says_which_box_to_change(opened):
    app = opened("data/definitions", Made(months=1))
    app.text_input(key="q").set_value("zebra crossing").run()
    assert "No measure holds these words. Look for fewer words, or clear the box." in text(app)
    app.text_input(key="q").set_value("").run()
    assert "No measure holds these words" not in text(app)


def test_figures_are_withheld_with_a_sentence_where_too_few_people_were_matched(opened):
    said = text(opened("workforce/training", Made(months=2, match_limit=0.99)))
    assert "Some figures are withheld." in said and "fewer than 99% of the people" in said
    assert "withheld: 9" in said


def test_nothing_is_withheld_where_enough_people_were_matched(opened):
    assert "withheld" not in text(opened("workforce/training", Made(months=2)))


def test_a_unit_in_the_address_that_is_not_in_view_is_said_and_not_passed_over(opened):
    said = text(opened("units/one_unit", Made(months=2), unit="NOPE"))
    assert "No unit in view has the code NOPE." in said and "is shown instead." in said
    assert "has the code" not in text(opened("units/one_unit", unit="DA1"))
