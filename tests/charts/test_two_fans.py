"""The months to come with a change and without it: the picture, its words and its table."""

import math
from dataclasses import replace

from charts.draw import draw
from charts.tokens import LIGHT
from charts.two_fans import Way
from tests.charts.made_signals import TWO_FANS


def test_both_ways_are_drawn_with_their_fans_and_end_in_figures_that_do_not_cover_each_other():
    figure = draw(TWO_FANS, LIGHT)
    assert [trace.y[-1] for trace in figure.data] == [14.2, 16.4, 15.0, 15.1, 17.2, 15.8]
    ends = {note.text: note.yshift for note in figure.layout.annotations if note.yshift is not None}
    assert ends["<b>15.8</b>"] > 0 > ends["<b>15.0</b>"]


def test_the_text_says_where_both_begin_and_end_with_their_ranges_and_the_line():
    said = TWO_FANS.alt()
    assert "with the changes 15.8 (15.1 to 17.2), doing nothing 15.0 (14.2 to 16.4)" in said
    assert "Required 18.0." in said and "Eight of ten runs lie within each fan." in said


def test_what_is_infinite_is_told_in_words_and_not_drawn():
    nobody = Way(TWO_FANS.nothing.low, (20.0, 18.0, math.inf), (20.0, math.inf, math.inf))
    model = replace(TWO_FANS, nothing=nobody)
    assert draw(model, LIGHT).data[2].y[-1] is None
    assert "doing nothing nobody to carry it (14.2 to nobody to carry it)" in model.alt()
    assert list(model.numbers().iloc[-1])[4:] == [14.2, "nobody to carry it", "nobody to carry it"]


def test_pounds_are_said_to_the_nearest_thousand():
    pounds = replace(TWO_FANS, prefix="£", decimals=0, nearest=1000)
    assert pounds.said(7_870_110) == "£7,870,000"
