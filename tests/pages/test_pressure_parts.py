"""The parts of the pressure page in each state: what each says, and what it says in place of a figure."""

import pytest

from tests.pages.test_states import opened, text
from tests.ui.made_warehouse import Made

__all__ = ["opened"]
PAGE = "units/pressure"


def expanders(app):
    return [each.label for each in app.expander]


def test_the_change_is_split_into_demand_and_capacity_since_last_year_and_last_month(opened):
    said = text(opened(PAGE, Made()))
    assert "Is it demand or capacity?" in said
    for month in ("September 2025", "August 2026"):
        assert f"since {month}, from " in said
    assert said.count(" and capacity ") >= 2 and ": demand " in said
    assert "Demand and capacity by unit, cases per FTE, September 2025 to September 2026" in said


def test_the_month_to_compare_with_is_in_the_address(opened):
    said = text(opened(PAGE, Made(), since="month"))
    assert "Demand and capacity by unit, cases per FTE, August 2026 to September 2026" in said


def test_one_month_has_nothing_to_compare_with(opened):
    said = text(opened(PAGE, Made(months=1)))
    assert "<b>Nothing to compare with.</b>" in said
    assert "Twelve months of returns in a row are needed" in said and "Over 12 months" not in said


def test_a_unit_chosen_in_the_address_is_the_one_that_is_split_and_judged(opened):
    said = text(opened(PAGE, Made(), unit="RASSO1"))
    assert "Investigations in the month, Rape and serious sexual offences." in said
    assert "carrier FTE, Rape and serious sexual offences, September 2025" in said
    assert "all units in view together" in text(opened(PAGE, unit="nobody"))


def test_flows_are_judged_with_their_usual_range(opened):
    said = text(opened(PAGE, Made()))
    assert said.count("Usual range") >= 2 and "New work, investigations: cases a month" in said


def test_without_published_hours_it_says_what_is_needed(opened):
    said = text(opened(PAGE, Made(months=6)))
    assert "<b>No figure yet. It needs:</b> Twelve months of returns: there are 6." in said
    assert "hours of work came in for each hour available" not in said


def test_without_a_line_it_says_how_one_is_set(opened):
    assert "No line is set for this work." in text(opened(PAGE, Made(months=2)))


@pytest.mark.parametrize(("months", "short"), [(6, True), (14, False)])
def test_closures_need_twelve_months_and_say_so(opened, months, short):
    said = text(opened(PAGE, Made(months=months)))
    assert ("Twelve months of returns in a row are needed" in said) == short


@pytest.mark.parametrize(
    ("months", "says"),
    [(24, "open investigations in March 2027 with a chance of 80%"), (8, "without a gap; there are 8.")],
)
def test_a_projection_is_made_only_when_asked_for(opened, months, says):
    app = opened(PAGE, Made(months=months))
    assert says not in text(app)
    app.toggle(key="project").set_value(True).run()
    said = text(app)
    assert says in said
    assert ("past months; up to 6 months ahead in" in said) == (months == 24)


@pytest.mark.deep
def test_an_address_asks_for_the_projection(opened):
    """Streamlit reads the switch from the address, and the browser writes it there."""
    app = opened(PAGE, Made(months=24), project="true")
    assert app.toggle(key="project").value
    assert "open investigations in March 2027" in text(app)


@pytest.mark.deep
def test_what_is_kept_is_told_to_the_footer_on_every_run(opened):
    app = opened(PAGE, Made(months=14))
    first = [each for each in expanders(app) if "on this page mean" in each]
    app.run()
    assert [each for each in expanders(app) if "on this page mean" in each] == first
    assert int(first[0].split()[2]) >= 20


def test_families_of_work_have_their_overdue_side_by_side_and_never_added(opened):
    said = text(opened(PAGE, Made(months=2)))
    assert "What counts as overdue differs, so kinds of work are never added." in said
    assert "Visit or ARMS assessment overdue" in said and "Supervisor review overdue" in said


def test_where_small_groups_are_hidden_the_page_still_stands(opened, monkeypatch):
    import access

    outside = access.Reader("A Reader", "local user", scope=None, internal=False)
    monkeypatch.setattr(access, "identify", lambda: outside)
    said = text(opened(PAGE, Made(months=14)))
    assert "Is it demand or capacity?" in said
