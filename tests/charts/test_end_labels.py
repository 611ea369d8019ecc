"""Labels at the ends of lines."""

from charts.end_labels import GAP, apart


def test_labels_that_are_far_apart_stay_where_they_are():
    assert apart([0, 100], 0, 100, 200) == [0, 0]


def test_labels_that_would_lie_on_each_other_are_moved_apart_evenly_and_keep_their_order():
    lifted = apart([97.0, 96.6, 96.3], 95, 101, 240)
    where = [(v - 95) * 40 + shift for v, shift in zip([97.0, 96.6, 96.3], lifted, strict=True)]
    assert where[0] - where[1] >= GAP - 0.01 and where[1] - where[2] >= GAP - 0.01


def test_equal_ends_are_parted_too_and_no_line_at_all_is_allowed():
    assert apart([5, 5], 0, 10, 100) == [8.0, -8.0]
    assert apart([], 0, 10, 100) == []
