"""What has been and what is to come on a course: the picture, its words and its table."""

from dataclasses import replace

from charts.draw import draw
from charts.tokens import LIGHT
from tests.charts.made_signals import OUTLOOK


def test_both_ways_begin_at_the_last_known_share_and_the_range_lies_under_them():
    drawn = draw(OUTLOOK, LIGHT).data
    assert [trace.y[0] for trace in drawn] == [15.8, 15.8, 70.0, 15.8, 15.8]
    assert drawn[0].y[-1] == 45.0 and drawn[1].y[-1] == 55.0
    assert drawn[3].y[-1] == 68.0 and drawn[4].y[-1] == 50.0


def test_the_text_says_the_latest_share_both_ends_the_range_and_the_target():
    said = OUTLOOK.alt()
    assert "16% in December 2023" in said
    assert "50% (45% to 55%) with nothing renewed, 68% with booked places taken up" in said
    assert "Own target 90%" in said and "Places are taken up on their day." in said


def test_without_a_range_or_a_target_neither_is_named():
    bare = replace(OUTLOOK, lower=(), upper=(), target=None)
    assert [word.name for word in bare.key()] == ["So far", "Nothing renewed", "Booked places taken up"]
    assert "50% with nothing renewed" in bare.alt() and "target" not in bare.alt()
    assert list(bare.numbers().iloc[-1])[1:] == ["to come", 50.0, "none", "none", 68.0]


def test_the_table_has_a_row_for_each_month_past_and_ahead():
    table = OUTLOOK.numbers()
    assert len(table) == 5
    assert list(table.iloc[-1])[1:] == ["to come", 50.0, 45.0, 55.0, 68.0]
