"""What stays true of an XmR chart whatever the values."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.xmr import PRECEDENCE, XmrChart, xmr

# Whole numbers and doublings are exact in floating point, so that ties stay ties.
COUNTS = st.lists(st.integers(0, 40), min_size=0, max_size=40)
WITH_GAPS = st.lists(st.none() | st.integers(-40, 40), min_size=0, max_size=40)


def signals(chart: XmrChart) -> list[tuple[object, ...]]:
    return [point.flags for point in chart.points]


@given(WITH_GAPS, st.lists(st.integers(0, 40), max_size=3), st.none() | st.integers(1, 40))
def test_any_series_gives_a_point_for_each_month(
    values: list[int | None], rebase_at: list[int], fix_after: int | None
) -> None:
    chart = xmr(values, rebase_at=rebase_at, fix_after=fix_after, improvement="lower", target=10)
    assert [point.value for point in chart.points] == values
    for point in chart.points:
        assert (point.lower is None) == (point.upper is None)
        assert point.reason == min(point.flags, key=PRECEDENCE.index, default=None)
        assert (point.variation == "not known") == (point.value is None or point.upper is None)
        assert point.variation in ("common", "not known") or point.flags


@given(WITH_GAPS)
def test_doubling_the_values_doubles_the_limits_and_keeps_the_signals(values: list[int | None]) -> None:
    one, two = xmr(values), xmr([None if v is None else 2 * v for v in values])
    assert signals(one) == signals(two)
    for a, b in zip(one.groups, two.groups, strict=True):
        assert (a.upper is None) == (b.upper is None)
        assert a.upper is None or b.upper == 2 * a.upper


@given(COUNTS, st.integers(1, 1000))
def test_adding_a_constant_moves_the_centre_and_not_the_width(values: list[int], added: int) -> None:
    one, two = xmr(values), xmr([v + added for v in values])
    assert [g.average_range for g in one.groups] == [g.average_range for g in two.groups]
    for a, b in zip(one.groups, two.groups, strict=True):
        assert a.centre is not None and b.centre is not None
        assert abs(b.centre - a.centre - added) < 1e-9


@given(WITH_GAPS)
def test_turning_the_values_over_turns_the_signals_over(values: list[int | None]) -> None:
    one = xmr(values, improvement="lower")
    two = xmr([None if v is None else -v for v in values], improvement="higher")
    assert signals(one) == signals(two)
    assert [p.variation for p in one.points] == [p.variation for p in two.points]


@given(COUNTS, COUNTS)
def test_two_groups_are_two_charts(first: list[int], second: list[int]) -> None:
    both = xmr([*first, *second], rebase_at=[len(first)])
    assert signals(both) == signals(xmr(first)) + signals(xmr(second))


@given(WITH_GAPS)
def test_missing_months_at_the_end_change_no_limit(values: list[int | None]) -> None:
    one, two = xmr(values), xmr([*values, None, None])
    assert signals(two)[: len(values)] == signals(one)
    if values:
        assert [g.upper for g in one.groups] == [g.upper for g in two.groups]
