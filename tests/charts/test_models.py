"""Every chart model says in words what its picture shows, and draws in both sets of colours."""

from datetime import date

import pytest

from charts.bars import Posts, PostsRow
from charts.draw import KINDS, draw
from charts.dumbbell import Dumbbell, Ends
from charts.lines import Line, Lines
from charts.ranked_bars import Bar, RankedBars
from charts.small_multiple import SmallMultiple
from charts.stacked import Stacked
from charts.steps import Steps
from charts.tokens import DARK, LIGHT
from charts.waterfall import Step, Waterfall, residual, spans
from tests.charts import made_signals
from tests.charts.test_tokens import contrast

MONTHS = (date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30))
MODELS = (
    Lines("Title", "cases", MONTHS, (Line("New", (10.0, None, 15.8)), Line("Closed", (9.0, 8.0, 7.0)))),
    SmallMultiple("Domestic abuse", "open work", MONTHS, (12.0, None, 15.8)),
    Posts(
        "Title",
        "FTE",
        (PostsRow("Domestic abuse investigation", 62, 50, 15.8), PostsRow("Hub", 5, None, None)),
    ),
    RankedBars("Title", "cases", (Bar("Hub", 15.8), Bar("Team", None, "nobody to carry them")), "Open"),
    Dumbbell(
        "Title",
        "share",
        ("Demand", "People", "Money"),
        (
            Ends("Hub", (None, 2.5, None), ("no recorded crimes sent", "", "not sent")),
            Ends("Team", (15.8, 9.0, 11.0)),
        ),
    ),
    Stacked("Title", "cases", ("young", "old"), (("Hub", (15.8, None)),), decimals=1),
    Steps("Title", "people", ("30 days", "90 days"), (2.0, 15.8), (1.0, 4.0)),
    Waterfall(
        "Title", "FTE", (Step("Funded", 20, "total"), Step("Vacant", -4.2), Step("In post", 15.8, "total"))
    ),
)


EVERY = (*MODELS, *made_signals.MODELS)


def test_the_numbers_of_a_dumbbell_stand_beside_the_plot_in_a_margin_that_holds_them():
    [model] = [each for each in MODELS if isinstance(each, Dumbbell)]
    drawn = draw(model, LIGHT)
    assert len(drawn.layout.annotations) == 4
    for each in drawn.layout.annotations:
        assert (each.xref, each.x, each.xanchor) == ("paper", 1, "left")
        assert 0 < each.xshift <= drawn.layout.margin.r - 40


FIVE_PARTS = Stacked("Title", "cases", ("a", "b", "c", "d", "e"), (("Hub", (1.0, 2.0, 3.0, 4.0, 5.0)),))


def by_kind(model):
    return type(model).__name__


def test_every_kind_of_chart_is_tried_here():
    assert {type(model) for model in EVERY} == set(KINDS)


@pytest.mark.parametrize("model", EVERY, ids=by_kind)
@pytest.mark.parametrize("tokens", (LIGHT, DARK), ids=lambda t: t.name)
def test_it_draws_in_both_sets_of_colours(model, tokens):
    figure = draw(model, tokens)
    assert figure.data
    assert figure.layout.template.layout.font.color == tokens.ink
    assert not figure.layout.showlegend


@pytest.mark.parametrize("model", (*EVERY, FIVE_PARTS), ids=by_kind)
@pytest.mark.parametrize("tokens", (LIGHT, DARK), ids=lambda t: t.name)
def test_each_word_of_its_key_can_be_read_on_the_card(model, tokens):
    assert all(contrast(getattr(tokens, word.token), tokens.card) >= 4.5 for word in model.key())


@pytest.mark.parametrize("model", EVERY, ids=by_kind)
def test_its_text_names_the_latest_value_and_its_table_holds_it(model):
    assert "16" in model.alt() or "15.8" in model.alt()
    assert 15.8 in [v for column in model.numbers() for v in model.numbers()[column]]


def test_funded_posts_stay_in_sight_under_more_people_and_the_axis_ends_with_the_bars():
    over = Posts("t", "FTE", (PostsRow("Adults", 10.0, 13.2, 13.2), PostsRow("Hub", 35.0, 20.0, 15.0)))
    drawn = draw(over, LIGHT)
    assert drawn.data[-1].name == "funded" and drawn.data[-1].marker.color == "rgba(0,0,0,0)"
    assert drawn.layout.xaxis.range[1] < 36
    assert "13.2 of 10.0, 3.2 over" in [each.text for each in drawn.layout.annotations]


def test_a_month_without_a_return_is_a_gap_in_picture_and_table():
    model = MODELS[0]
    assert draw(model, LIGHT).data[0].connectgaps is False
    assert draw(model, LIGHT).data[0].y[1] is None
    assert model.numbers()["New"].isna().tolist() == [False, True, False]


def test_a_table_of_percentages_says_so():
    model = Lines("t", "share", MONTHS, (Line("Vacancy", (1.0, 2.0, 3.0)),), suffix="%")
    assert list(model.numbers().columns) == ["Month ending", "Vacancy, %"]


def test_one_month_is_a_point_and_not_an_invisible_line():
    one = SmallMultiple("Hub", "open work", MONTHS[:1], (4.0,))
    assert draw(one, LIGHT).data[0].mode == "markers"


def test_nothing_known_says_no_return():
    assert "no return" in SmallMultiple("Hub", "open work", MONTHS, (None, None, float("nan"))).alt()


def test_a_waterfall_stands_each_change_on_the_level_before_it():
    model = MODELS[-1]
    assert spans(model) == [(0.0, 20), (20, 15.8), (0.0, 15.8)]
    assert residual(model) == pytest.approx(0.0)


def test_a_waterfall_whose_steps_do_not_add_up_says_by_how_much():
    off = Waterfall("t", "FTE", (Step("a", 10, "total"), Step("b", -3), Step("c", 6, "total")))
    assert residual(off) == pytest.approx(1.0)


def test_a_small_chart_says_its_note_under_it_and_in_its_text():
    noted = SmallMultiple("Hub", "open work", MONTHS[:1], (4.0,), note="over the local line for 7 months")
    assert noted.below() == ("Over the local line for 7 months",)
    assert noted.alt().endswith("; over the local line for 7 months")
    assert SmallMultiple("Hub", "open work", MONTHS[:1], (4.0,)).below() == ()


def test_a_hidden_last_month_has_no_end_label_and_the_hidden_months_are_said():
    marks, values = ("", "not shown", "not shown"), (63.0, None, None)
    small = SmallMultiple("Offenders", "open work", MONTHS, values, marks=marks)
    line = Lines("Offenders", "open work", MONTHS, (Line("Open", values, marks),))
    for model in (small, line):
        fig = draw(model, LIGHT)
        assert "63.0" not in "".join(note.text or "" for note in fig.layout.annotations)
        assert any("2 of 3 months are not shown" in said for said in model.below())
        assert model.numbers().iloc[2, 1] == "not shown"
    assert draw(small, LIGHT).data[0].marker.size[0] > 0  # a month alone between hidden ones is drawn
    shown = SmallMultiple("Offenders", "open work", MONTHS, (63.0, None, 60.0), marks=("", "not shown", ""))
    assert any("60.0" in (note.text or "") for note in draw(shown, LIGHT).layout.annotations)
