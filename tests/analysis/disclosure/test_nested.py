"""Units, groups and their totals: what is shown of them holds against the attack by integer programme."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.disclosure import Figure, Hidden, Shown, Suppressed, check_against_earlier, shown_of
from analysis.disclosure.nested import worked_out

GROUPS = {"A": "x", "B": "x", "C": "y", "D": "y", "E": "z", "F": "z"}


def figures(counts, shown):
    """The figures that readers see of one month: units, groups and all of them."""
    for unit, n in counts.items():
        mark = Hidden() if 0 < n < 5 else Suppressed() if unit in shown.hidden else n
        yield Figure(frozenset({unit}), mark)
    for group in set(GROUPS.values()) - shown.withheld:
        inside = frozenset(unit for unit in counts if GROUPS[unit] == group)
        yield Figure(inside, sum(counts[unit] for unit in inside))
    if shown.total:
        yield Figure(frozenset(counts), sum(counts.values()))


def parts(counts):
    return {unit: (float(n),) for unit, n in counts.items()}


def test_two_units_of_four_that_come_to_eight_take_a_third_along():
    counts = {"A": 4, "B": 4, "C": 20, "D": 30}
    two = Shown(frozenset("AB"), frozenset("xy"))
    assert check_against_earlier(list(figures(counts, two)), []).disclosed
    assert worked_out(parts(counts), GROUPS, two)
    assert shown_of(parts(counts), GROUPS).hidden == frozenset("ABC")


def test_a_group_that_is_withheld_is_not_the_total_less_the_other_groups():
    counts = {"A": 3, "B": 9, "C": 3, "D": 9, "E": 3, "F": 30}
    one = Shown(frozenset("ABCDE"), frozenset("z"))
    assert check_against_earlier(list(figures(counts, one)), []).disclosed
    assert worked_out(parts(counts), GROUPS, one)


def test_a_lone_small_unit_has_no_total_and_no_group():
    assert shown_of({"A": (4.0,)}, {"A": "x"}) == Shown(frozenset("A"), frozenset("x"), total=False)


def test_what_must_not_be_told_is_not_the_rest_either():
    counts = {"A": 9, "B": 12, "C": 21, "D": 30}
    found = shown_of(parts(counts), GROUPS, Shown(hidden=frozenset("A")))
    assert found.hidden == frozenset("AB") and found.total
    held = shown_of(parts(counts), GROUPS, Shown(withheld=frozenset("x")))
    assert "x" in held.withheld and held.hidden & {"A", "B"}
    assert not worked_out(parts(counts), GROUPS, held, Shown(withheld=frozenset("x")))


def test_hours_are_no_heads_and_are_hidden_by_the_same_rule():
    counts = {"A": (4.6, 40.0), "B": (7.2, 51.0), "C": (21.5, 80.0)}
    assert shown_of(counts, dict.fromkeys(counts, "")).hidden == frozenset("AB")


@settings(max_examples=60, deadline=None)
@given(st.tuples(*[st.sampled_from([0, 1, 2, 3, 4, 5, 6, 9, 14, 30])] * 6))
@example((4, 4, 20, 30, 9, 9))
@example((3, 9, 3, 9, 3, 30))
@example((1, 1, 1, 1, 1, 1))
def test_the_integer_programme_learns_nothing_small(numbers):
    counts = dict(zip("ABCDEF", numbers, strict=True))
    found = shown_of(parts(counts), GROUPS)
    assert not check_against_earlier(list(figures(counts, found)), []).disclosed
