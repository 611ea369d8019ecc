"""The XmR chart: what is marked, what stays quiet, and that its words, table and picture agree."""

from dataclasses import replace

import pytest

from analysis.new_quarters import quarterly_in_turn
from analysis.quarters import quarterly
from charts import judged, xmr_figure
from charts.draw import draw
from charts.month_axis import LONGEST_NOTE, Note
from charts.tokens import DARK, LIGHT
from metrics.catalogue import METRICS
from metrics.verdicts import judge
from tests.charts.made_signals import MONTHS, RULE, STEADY, STEPPED, XMR, made_xmr


def marks(model, tokens=LIGHT):
    """The triangles: symbol, colour and month of each."""
    drawn = xmr_figure.figure(model, tokens).data[1]
    return list(zip(drawn.marker.symbol, drawn.marker.color, drawn.x, strict=True))


def test_a_quiet_series_has_no_mark_and_says_so():
    model = made_xmr(STEADY)
    assert marks(model) == []
    assert "11.0 in September 2024, within the usual range of" in model.alt()
    assert "No unusual change" in model.alt()
    assert not [word for word in model.key() if word.glyph in "▲▼"]


def test_only_the_unusual_month_is_marked_with_glyph_word_and_colour():
    model = made_xmr([*STEADY, 15.0])
    assert marks(model) == [("triangle-up", LIGHT.concern, str(MONTHS[12]))]
    assert marks(model, DARK)[0][1] == DARK.concern
    assert ("▲", "Unusually high", "concern") in [(w.glyph, w.name, w.token) for w in model.key()]
    assert "15.0 in October 2024, above the usual range of" in model.alt()
    assert "Unusually high in October 2024" in model.alt()


@pytest.mark.parametrize(
    "improvement, value, symbol, colour",
    [
        ("higher", 15.0, "triangle-up", LIGHT.improve),
        ("higher", 5.0, "triangle-down", LIGHT.concern),
        ("neither", 15.0, "triangle-up", LIGHT.neutral),
        ("lower", 5.0, "triangle-down", LIGHT.improve),
    ],
)
def test_the_colour_says_whether_it_is_better_and_the_shape_which_way(improvement, value, symbol, colour):
    assert marks(made_xmr([*STEADY, value], improvement=improvement))[0][:2] == (symbol, colour)


def test_a_shift_is_said_with_the_month_it_began():
    model = made_xmr(STEPPED[:24])
    assert "since October 2024" in model.alt() and "ustained rise" in model.alt()


def test_both_ranges_stay_drawn_where_new_limits_begin_and_the_cause_is_said():
    ranges = [s for s in draw(XMR, LIGHT).layout.shapes if s.type == "rect"]
    assert len(ranges) == 2 and ranges[0].x1 == ranges[1].x0
    assert ranges[0].y1 < ranges[1].y0 + 5 and ranges[0].line.dash == "dash"
    assert "new limits" in [a.text for a in draw(XMR, LIGHT).layout.annotations]
    assert any("New limits from October 2024: recording rule" in line for line in XMR.below())


def test_a_note_is_a_number_on_the_picture_and_words_under_it_and_in_the_table():
    assert "1" in [a.text for a in draw(XMR, LIGHT).layout.annotations]
    said = "1. October 2024: New crime recording rule (A. Manager)"
    assert XMR.below()[0] == said
    assert list(XMR.numbers()["Note"]) == [""] * 12 + [said] + [""] * 13


def test_notes_of_one_month_share_a_mark_and_those_outside_the_months_are_left_out():
    late = Note(MONTHS[-1], "Later")
    model = replace(XMR, notes=(late, RULE, Note(MONTHS[12], "Second team merged in")))
    assert "1, 2" in [a.text for a in draw(model, LIGHT).layout.annotations]
    assert not any("Later" in line for line in model.below())


def test_a_note_longer_than_a_mark_can_hold_is_refused():
    with pytest.raises(ValueError, match=f"longer than {LONGEST_NOTE}"):
        Note(MONTHS[0], "x" * (LONGEST_NOTE + 1))


def test_the_table_holds_all_that_is_drawn():
    table = XMR.numbers()
    assert list(table["Figure"]) == STEPPED
    for at, band in ((0, XMR.bands[0]), (20, XMR.bands[1])):
        row = table.iloc[at]
        assert (row["Average"], row["Usual range from"], row["Usual range to"]) == (
            band.centre,
            band.lower,
            band.upper,
        )
    assert list(table["Signal"]) == [str(s) for s in XMR.signals]


@pytest.mark.parametrize("n, words", [(5, "No usual range yet: it takes 8 months"), (9, "Trial limits")])
def test_few_months_say_what_their_limits_are_worth(n, words):
    model = made_xmr(STEADY[:n])
    assert words in model.alt() and any(words in line for line in model.below())


def test_without_limits_the_table_says_so_and_the_points_are_dots():
    model = made_xmr(STEADY[:5])
    assert set(model.numbers()["Usual range to"]) == {"none yet"}
    assert set(model.numbers()["Signal"]) == {"Not judged"}
    assert draw(model, LIGHT).data[0].mode == "markers"


def test_a_missing_month_is_a_gap_and_a_missing_last_month_is_said():
    model = made_xmr([*STEADY[:6], None, *STEADY[:8], None])
    assert draw(model, LIGHT).data[0].y[6] is None and draw(model, LIGHT).data[0].connectgaps is False
    assert "9.0 in December 2024" in model.alt() and "no return for January 2025" in model.alt()


def test_nothing_known_says_no_return():
    assert "No return" in made_xmr([None] * 9).alt() and draw(made_xmr([None] * 9), LIGHT).data


def test_no_limit_of_a_count_is_drawn_below_none():
    assert made_xmr([0.0, 3.0, 1.0] * 6).bands[0].lower == 0.0


def test_a_figure_below_zero_has_a_minus_sign():
    frame = judged.empty("Net change", "cases", MONTHS[:9])
    from analysis.xmr import xmr

    assert "\N{MINUS SIGN}4 in June 2024" in judged.of_xmr(xmr([-4.0, 4.0, -4.0] * 3), frame).alt()


def test_quarters_are_named_by_their_last_months_and_judged_as_counts():
    counts = [0, 1, 1] * 11 + [5, 5, 5]
    frame = judged.empty("Leavers", "people a quarter", MONTHS)
    model = judged.of_quarters(quarterly(counts, improvement="lower"), frame)
    assert len(model.months) == 12 and model.months[0] == MONTHS[2]
    assert "15 in the quarter to September 2026, above the usual range" in model.alt()
    assert model.numbers().iloc[-1]["Signal"] == "▲ Unusually high"
    assert "Quarter ending" in model.numbers() and draw(model, LIGHT).data


def test_quarters_before_new_limits_keep_their_own_and_the_cause_is_said():
    chart = quarterly_in_turn([1, 0, 1] * 5 + [0, 0] + [3, 2, 3] * 5, [(0, 0), (16, 17)])
    frame = judged.empty("Leavers", "people a quarter", MONTHS[:32])
    model = judged.of_quarters(chart, frame, {16: "Team moved (A)"})
    before, after = model.bands
    assert (before.start, before.stop, after.start, after.stop) == (0, 5, 5, 10)
    assert (before.centre, after.centre, after.cause) == (2, 8, "Team moved (A)")
    ends = f"{MONTHS[19]:%B %Y}"
    assert model.below()[0] == (
        f"New limits from the quarter that ends in {ends}: Team moved (A). The earlier limits stay "
        "drawn over their own quarters."
    )
    assert len(model.numbers()) == 10 and draw(model, LIGHT).data


def test_where_nothing_ever_happened_no_range_is_drawn_or_said():
    model = judged.of_quarters(quarterly([0] * 15), judged.empty("Leavers", "people", MONTHS[:15]))
    assert [word.name for word in model.key()] == ["Average 0"]
    assert "No usual range yet: there was none in any quarter" in model.alt()


def test_few_quarters_have_no_range():
    model = judged.of_quarters(quarterly([1] * 9), judged.empty("Leavers", "people", MONTHS[:9]))
    assert "No usual range yet: it takes five whole quarters" in model.alt()


@pytest.mark.parametrize("unit_counts, kind", [([20, 24, 22] * 6, "month"), ([1, 0, 2] * 6, "quarter")])
def test_a_judged_metric_is_drawn_by_month_or_quarter_within_its_usual_range(unit_counts, kind):
    found = judge(METRICS["pressure/new"], MONTHS[:18], unit_counts)
    model = judged.of_judged(found, judged.empty("New", "cases", ()))
    assert (model.each, (model.bands[-1].lower, model.bands[-1].upper)) == (kind, found.usual)
    assert f"usual range of {found.usual[0]:.0f} to {found.usual[1]:.0f}" in model.alt()


def test_a_metric_without_a_chart_is_refused_one():
    found = judge(METRICS["pressure/open"], MONTHS[:18], [20.0] * 18)
    with pytest.raises(ValueError, match="draw its line"):
        judged.of_judged(found, judged.empty("Open", "cases", ()))


def test_before_the_first_whole_quarter_there_is_nothing_to_draw_and_no_fault():
    model = judged.of_quarters(quarterly([1, 2]), judged.empty("Leavers", "people", MONTHS[:2]))
    assert "No return" in model.alt() and len(model.numbers()) == 0 and not model.key()
    assert not [s for s in draw(model, LIGHT).layout.shapes if s.type == "rect"]


def test_months_and_points_that_do_not_fit_are_refused():
    from analysis.xmr import xmr

    with pytest.raises(ValueError, match="2 months for 3 points"):
        judged.of_xmr(xmr([1.0, 2.0, 3.0]), judged.empty("t", "m", MONTHS[:2]))
