"""The waterfall and the expiries: their words, their numbers, and a drawing for each set of colours."""

import pytest

from charts import steps, waterfall
from charts.tokens import DARK, LIGHT
from charts.waterfall import Step, Waterfall

BRIDGE = Waterfall(
    "A third of posts cannot be used",
    "FTE, September 2026",
    (
        Step("Funded posts", 10.0, "total"),
        Step("Vacant", -2.0),
        Step("In post", 8.0, "total"),
        Step("Long-term sick", -1.5),
        Step("Not explained", -0.5, "unexplained"),
        Step("Deployable", 6.0, "total"),
    ),
)
RUN_OUT = steps.Steps(
    "Expiries run ahead of places", "People", ("now", "30 days", "90 days"), (0, 4, 9), (0, 2, 5)
)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda t: t.name)
@pytest.mark.parametrize("kind, model", [(waterfall, BRIDGE), (steps, RUN_OUT)], ids=["waterfall", "steps"])
def test_each_is_drawn_in_both_sets_of_colours(kind, model, tokens):
    assert kind.figure(model, tokens).data


def test_without_steps_there_is_an_empty_drawing_and_no_failure():
    nothing = Waterfall("Nothing is known", "FTE", ())
    assert not waterfall.figure(nothing, LIGHT).data[0].x
    assert waterfall.residual(nothing) == 0 and nothing.numbers().empty and nothing.key() == ()


def test_each_bar_of_the_waterfall_begins_where_the_one_before_ended():
    assert waterfall.spans(BRIDGE) == [(0, 10), (10, 8), (0, 8), (8, 6.5), (6.5, 6), (0, 6)]
    assert waterfall.residual(BRIDGE) == 0


def test_what_nobody_explains_is_hatched_and_named_in_the_key():
    shapes = waterfall.figure(BRIDGE, LIGHT).data[0].marker.pattern.shape
    assert shapes == ("", "", "", "", "/", "")
    assert [word.name for word in BRIDGE.key()] == ["Posts or people", "Taken away", "Not explained"]


def test_the_text_for_people_who_cannot_see_it_holds_every_level():
    assert "Deployable: 6.0" in BRIDGE.alt() and "Not explained: −0.5" in BRIDGE.alt()


def test_both_totals_are_drawn_in_one_form():
    drawn = steps.figure(RUN_OUT, LIGHT).data
    assert len({(trace.mode, trace.line.shape) for trace in drawn}) == 1


@pytest.mark.parametrize("weeks", [1, 2, 5, 13])
def test_a_phone_has_room_for_the_labels_of_the_weeks_and_they_stand_level(weeks):
    points = ("Now", *(f"{day + 1} Oct" for day in range(weeks)))
    axis = steps.figure(
        steps.Steps("t", "m", points, (1,) * len(points), (0,) * len(points)), LIGHT
    ).layout.xaxis
    assert axis.tickangle == 0
    assert (axis.ticktext[0], axis.ticktext[-1]) == ("Now", points[-1])
    assert len(set(axis.tickvals)) == len(axis.tickvals) <= 4


def test_the_text_of_the_expiries_says_whether_the_places_are_enough():
    assert RUN_OUT.alt().endswith("4 have no place booked")
    assert list(RUN_OUT.numbers()["No place booked"]) == [0, 2, 4]
    assert "Nothing in view" in steps.Steps("t", "m", (), (), ()).alt()
