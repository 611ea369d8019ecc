"""Intervals, funnel, survival, fan and the shared axis: their words, their tables, their pictures."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.funnels import funnel
from analysis.survival import kaplan_meier
from charts import judged, judged_funnel, shared_axis
from charts.draw import draw
from charts.shared_axis import Panel, SharedAxis
from charts.survival import median_words
from charts.tokens import LIGHT
from charts.words import wrapped
from metrics.verdicts import every_month
from tests.charts.made_signals import FAN, FUNNEL, INTERVALS, SHARED, SIZES, SURVIVAL


def texts(model):
    """Everything written on the picture."""
    return [a.text for a in draw(model, LIGHT).layout.annotations]


def test_the_units_keep_the_order_they_came_in_and_are_not_ranked():
    order = list(draw(INTERVALS, LIGHT).layout.yaxis.categoryarray)
    assert order == [dot.name for dot in INTERVALS.dots[::-1]]


def test_each_interval_reaches_from_its_lower_to_its_upper_end():
    drawn = draw(INTERVALS, LIGHT).data[0]
    upper = [x + up for x, up in zip(drawn.x, drawn.error_x.array, strict=True) if x is not None]
    assert upper == pytest.approx([47.1, 49.3, 44.8])


def test_it_says_who_can_be_told_apart_and_prints_counts_for_a_small_unit():
    said = INTERVALS.alt()
    assert "Adults at risk: 16.7%, from 4.7% to 44.8%, cannot be told apart from all units" in said
    assert "Domestic abuse: 36.7%, from 25.6% to 49.3%, above all units, unusually high" in said
    assert "Hub: 1 of 8" in said and "1 of 8" in texts(INTERVALS)
    assert "Team: no return" in said


def test_the_shape_marks_the_unit_that_stands_out():
    assert list(draw(INTERVALS, LIGHT).data[0].marker.symbol) == ["circle", "circle", "triangle-up", "circle"]


def test_the_table_of_intervals_holds_the_figure_of_them_all():
    row = INTERVALS.numbers().iloc[-1]
    assert (row["Unit"], row["Left"]) == ("All units", 15.8)


def test_a_funnel_names_only_the_units_outside_and_says_of_which_limits():
    assert texts(FUNNEL) == ["<b>Adults at risk</b>"]
    assert "Adults at risk 42.9%, above the 99.8% limits, unusually high" in FUNNEL.alt()
    assert "5 of 6 units lie within the 95% limits" in FUNNEL.alt()


def test_the_limits_of_the_curve_pass_through_those_of_the_units():
    unit = FUNNEL.units[0]
    near = min(FUNNEL.curve, key=lambda at: abs(at.size - unit.size))
    assert near.upper998 == pytest.approx(unit.limits.upper998, rel=0.05)
    assert len(FUNNEL.curve) == 61 and FUNNEL.curve[0].upper95 > FUNNEL.curve[-1].upper95


def test_a_unit_outside_95_but_within_998_is_named_and_has_no_signal():
    found = funnel(
        {"A": (8, 100), "B": (10, 100), "C": (9, 100), "D": (11, 100), "E": (19, 100)}, "proportion"
    )
    model = judged_funnel.of_funnel(found, FUNNEL, improvement="lower", scale=100)
    unit = model.units[-1]
    assert (unit.outside, unit.signal.word) == ("95%", "No unusual change")
    assert texts(model) == ["<b>E</b>"]


def test_overdispersion_is_said_where_the_limits_allow_for_it():
    wild = {f"Unit {n}": (2 + 9 * (n % 3), 60 + n) for n in range(12)}
    model = judged_funnel.of_funnel(funnel(wild, "rate"), FUNNEL, scale=100)
    assert model.adjusted and "overdispersion" in model.alt()
    assert not FUNNEL.adjusted and "overdispersion" not in FUNNEL.alt()


def test_too_few_units_are_refused_a_funnel():
    few = {name: SIZES[name] for name in "ABC"}
    with pytest.raises(ValueError, match="intervals"):
        judged_funnel.of_funnel(funnel(few, "rate"), FUNNEL)


def test_the_numbers_at_risk_stand_under_the_curves_one_row_for_each():
    under = [a for a in draw(SURVIVAL, LIGHT).layout.annotations if a.yref == "paper"]
    assert [a.text for a in under] == ["Months. Under it, number at risk", "20", "9", "4", "–"]
    assert under[1].yshift == under[2].yshift > under[3].yshift


def test_the_curve_falls_in_steps_from_everybody():
    line = draw(SURVIVAL, LIGHT).data[2]
    assert (line.line.shape, list(line.x), list(line.y)) == ("hv", [0, 6.0, 15.8], [1.0, 0.7, 0.4])


def test_the_median_or_its_absence_is_said_and_a_curve_that_is_not_there_too():
    all_units, hub = SURVIVAL.curves
    assert median_words(SURVIVAL, all_units) == (
        "All: half have gone by 16 months (95% interval 6 to not reached)."
    )
    unreached = replace(all_units, median=None, median_lower=None)
    assert median_words(SURVIVAL, unreached) == "All: median not reached within 16 months."
    assert median_words(SURVIVAL, hub) == "Hub: no curve, too few were at risk at any one time."
    assert "40% still there after 16 months, within 20% to 60%" in SURVIVAL.alt()
    assert "20 at 0; 9 at 12" in SURVIVAL.alt()


def test_a_curve_that_starts_late_says_about_whom_it_is():
    late = replace(SURVIVAL.curves[0], starts_at=5.0)
    said = replace(SURVIVAL, curves=(late,)).alt()
    assert "of people who had already stayed 5 months" in said


def test_the_table_of_survival_has_steps_and_numbers_at_risk():
    table = SURVIVAL.numbers()
    mine = table[table["Who"] == "All"]
    assert list(mine["After, months"]) == [0.0, 6.0, 12.0, 15.8]
    assert list(mine["Still there, %"]) == pytest.approx([100, 70, 70, 40])
    assert list(mine["At risk"]) == [20, 18, 9, 10]
    assert set(table[table["Who"] == "Hub"]["At risk"]) == {4, "not shown"}


def test_a_joined_curve_has_shares_at_its_own_times_only():
    joined = replace(SURVIVAL, curves=(replace(SURVIVAL.curves[0], joined=True),), ticks=(0.0, 4.0, 12.0))
    joined = replace(joined, curves=(replace(joined.curves[0], at_risk=(20, 19, 9)),))
    table = joined.numbers()
    assert list(table["After, months"]) == [0.0, 4.0, 6.0, 12.0, 15.8]
    assert list(table["Still there, %"]) == [
        100,
        "not shown",
        pytest.approx(70),
        "not shown",
        pytest.approx(40),
    ]
    assert list(table["95% from, %"])[1::2] == ["not shown", "not shown"]
    assert list(table["At risk"]) == [20, 19, 18, 9, 10]
    (drawn,) = draw(joined, LIGHT).data
    assert (drawn.mode, list(drawn.x), list(drawn.y)) == ("markers", [6.0, 15.8], [0.7, 0.4])
    assert list(drawn.error_y.array) == pytest.approx([0.1, 0.2])
    assert list(drawn.error_y.arrayminus) == pytest.approx([0.2, 0.2])


def test_a_curve_as_reckoned_is_drawn_as_it_is():
    found = kaplan_meier([3, 5, 5, 8, 9, 12], [True, True, False, True, False, True], fewest=1)
    curve = judged.of_survival("All", found, (6, 4))
    assert (curve.times, curve.share, curve.at_risk_then) == (found.times, found.survival, found.at_risk)
    nobody = judged.of_survival("Hub", kaplan_meier([], []), (None, None))
    assert nobody.why_not == "nobody was seen in it"


def test_the_fan_opens_from_the_last_figure_and_the_widest_lies_under_the_others():
    drawn = draw(FAN, LIGHT).data
    assert [t.y[0] for t in drawn[:4]] == [15.8] * 4
    assert drawn[0].y[-1] == 12.0 and drawn[2].y[-1] == 15.0


def test_the_fan_says_its_ends_its_method_and_that_it_is_the_last_figure_carried_on():
    said = FAN.alt()
    assert "15.8 in December 2023" in said and "about 17.0" in said
    assert "within 12.0 to 22.0 with a chance of 95%" in said
    assert "Nothing tried did better in the past" in said
    assert "Nothing tried" not in replace(FAN, naive=False).alt()
    assert "Last figure carried on" in [w.name for w in FAN.key()]


def test_the_table_of_the_fan_has_every_end():
    table = FAN.numbers()
    assert list(table.iloc[-1])[2:] == [17.0, 15.0, 19.0, 12.0, 22.0]
    assert table.iloc[0]["Middle"] == "has been" and table.iloc[-1]["Figure"] == "to come"


def test_measures_share_their_months_and_each_has_a_scale_of_its_own():
    fig = draw(SHARED, LIGHT)
    assert {trace.yaxis for trace in fig.data} == {"y", "y2"} and {t.xaxis for t in fig.data} == {None}
    assert fig.layout.yaxis.domain[0] > fig.layout.yaxis2.domain[1]


def test_the_shared_axis_says_each_measure_and_its_signal():
    said = SHARED.alt()
    assert "New: 15.8 in December 2023, above the usual range of 8.0 to 12.0, unusually high" in said
    assert "Deployable: no return" in said and "1. November 2023: Second team merged in" in said
    assert list(SHARED.numbers()["New, signal"]) == ["▲ Unusually high"] * 3


def test_a_share_that_was_nought_all_along_has_no_scale_below_nought():
    months = every_month((date(2026, 1, 31), date(2026, 3, 31)))
    never, below = Panel("Left", (0.0, 0.0, None), suffix="%"), Panel("New less closed", (1.0, -2.0, 0.0))
    drawn = shared_axis.figure(SharedAxis("t", "m", months, (never, below)), LIGHT)
    assert [drawn.layout.yaxis.rangemode, drawn.layout.yaxis2.rangemode] == ["nonnegative", "normal"]


def test_the_shared_axis_marks_its_notes():
    assert "1" in texts(SHARED)


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 300)), min_size=5, max_size=16),
    st.sampled_from(["rate", "ratio"]),
)
def test_a_unit_is_outside_if_and_only_if_its_point_lies_beyond_the_drawn_limit(sizes, kind):
    found = funnel({f"Unit {n:02}": pair for n, pair in enumerate(sizes)}, kind)
    assume(found.form == "funnel")
    model = judged_funnel.of_funnel(found, FUNNEL, scale=100)
    for unit, row in zip(model.units, model.numbers().to_dict("records"), strict=True):
        at = unit.limits
        wide = not at.lower998 <= unit.value <= at.upper998
        narrow = not at.lower95 <= unit.value <= at.upper95
        assert unit.outside == ("99.8%" if wide else "95%" if narrow else "")
        assert row["Outside"] == (unit.outside or "within")
        assert (row["95% from"], row["99.8% to"]) == (at.lower95, at.upper998)


MARKED = "A <b>& B</b> %{x}"
"""A title that a picture would read as mark-up and as a value, were it not escaped."""
AS_WRITTEN = "A &lt;b&gt;&amp; B&lt;/b&gt; &#37;{x}"


def named(model):
    """The same model with a unit, panel or curve of a name full of mark-up."""
    rename = {
        FUNNEL: lambda: replace(
            FUNNEL, units=tuple(replace(u, name=MARKED, outside="95%") for u in FUNNEL.units)
        ),
        SHARED: lambda: replace(SHARED, panels=tuple(replace(p, name=MARKED) for p in SHARED.panels)),
        INTERVALS: lambda: replace(INTERVALS, dots=tuple(replace(d, name=MARKED) for d in INTERVALS.dots)),
        SURVIVAL: lambda: replace(SURVIVAL, curves=tuple(replace(c, name=MARKED) for c in SURVIVAL.curves)),
    }
    return rename[model]()


@pytest.mark.parametrize("model", [FUNNEL, SHARED, INTERVALS, SURVIVAL], ids=lambda m: type(m).__name__)
def test_a_name_is_drawn_as_it_is_written_and_never_read_as_mark_up(model):
    drawn = str(draw(named(model), LIGHT).to_dict())
    assert AS_WRITTEN in drawn.replace("<br>", " ")
    assert "<b>& B" not in drawn and "} %{x}" not in drawn and "</b> %{x}" not in drawn


def test_names_of_bars_are_escaped_on_one_line_and_on_two():
    assert wrapped("Hub <A>") == "Hub &lt;A&gt;"
    assert wrapped("Child & family abuse <north>") == "Child &amp; family<br>abuse &lt;north&gt;"
