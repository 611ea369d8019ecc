"""A pack of figures beside the one before it: what the two together give away."""

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.disclosure import (
    CheckedPacks,
    Figure,
    Hidden,
    Range,
    Rounded,
    SmallChange,
    Suppressed,
    check_against_earlier,
)


def figure(covers: str, shown: int | Rounded | Hidden | Suppressed) -> Figure:
    """A figure of the groups named by the words."""
    return Figure(frozenset(covers.split()), shown)


def given_away(found: CheckedPacks) -> dict[str, tuple[int, int | None]]:
    return {" ".join(sorted(covers)): (r.low, r.high) for covers, r in found.disclosed}


def test_a_and_b_less_a_is_b() -> None:
    found = check_against_earlier([figure("A", 12)], [figure("A B", 15)])
    assert given_away(found) == {"B": (3, 3)}
    assert found.why_not == "can_be_worked_out"


def test_a_large_difference_gives_no_small_count_away() -> None:
    assert check_against_earlier([figure("A", 12)], [figure("A B", 25)]) == CheckedPacks()


def test_a_difference_of_several_groups_is_itself_a_small_count() -> None:
    found = check_against_earlier([figure("A", 12)], [figure("A B C", 15)])
    assert given_away(found) == {"B C": (3, 3)}


def test_what_is_hidden_now_was_shown_before() -> None:
    found = check_against_earlier([figure("A", Hidden()), figure("B", 20)], [figure("A B", 23)])
    assert given_away(found) == {"A": (3, 3)}


def test_a_rolling_total_beside_the_last_gives_the_new_month_away_once_the_old_is_known() -> None:
    before = [figure("jan feb mar", 30), figure("jan", 8)]
    now = [figure("feb mar apr", 26)]
    assert given_away(check_against_earlier(now, before)) == {"apr": (4, 4)}
    assert check_against_earlier(now, before[:1]).why_not == ""


def test_two_hidden_together_keep_their_secret() -> None:
    pack = [figure("A", Suppressed()), figure("B", Suppressed()), figure("A B", 11)]
    assert check_against_earlier(pack, []).why_not == ""


def test_more_protection_may_be_asked_for() -> None:
    pack = [figure("A", Hidden()), figure("B", Hidden()), figure("A B", 3), figure("C", 9)]
    assert given_away(check_against_earlier(pack, [], protection=2))["A"] == (1, 2)
    assert "A" not in given_away(check_against_earlier(pack, []))


def test_rounded_figures_leave_a_range() -> None:
    found = check_against_earlier([figure("A", Rounded(10))], [figure("A B", Rounded(15))])
    assert found == CheckedPacks()


def test_a_figure_corrected_by_a_few_people_gives_those_away() -> None:
    found = check_against_earlier([figure("A", 23)], [figure("A", 21)])
    assert found.changes == (SmallChange(frozenset({"A"}), 21, 23),)
    assert found.why_not == "can_be_worked_out"
    assert check_against_earlier([figure("A", 29)], [figure("A", 21)]) == CheckedPacks()


def test_a_rounded_figure_that_was_corrected_counts_as_it_is_now() -> None:
    assert check_against_earlier([figure("A", Rounded(25))], [figure("A", Rounded(20))]) == CheckedPacks()


def test_packs_that_contradict_each_other_prove_nothing() -> None:
    found = check_against_earlier([figure("A B", 9)], [figure("A", 12)])
    assert found == CheckedPacks(why_not="does_not_add_up")


def test_an_open_figure_has_a_range_without_an_end() -> None:
    assert Range(0, None).width == float("inf")
    assert check_against_earlier([figure("A", Suppressed())], []) == CheckedPacks()


def test_no_figures_give_nothing_away() -> None:
    assert check_against_earlier([], []) == CheckedPacks()


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 20), min_size=2, max_size=5), st.data())
def test_a_part_and_its_whole_give_away_a_small_rest_whatever_the_order(
    people: list[int], data: st.DataObject
) -> None:
    parts = data.draw(st.integers(1, len(people) - 1))
    names = [f"unit {i}" for i in range(len(people))]
    whole = Figure(frozenset(names), sum(people))
    part = Figure(frozenset(names[:parts]), sum(people[:parts]))
    rest = frozenset(names[parts:])
    found = check_against_earlier([part], [whole])
    assert (rest in dict(found.disclosed)) == (0 < sum(people[parts:]) < 5)
    assert check_against_earlier([whole], [part]) == found


def test_what_only_all_together_give_away_is_not_small_when_it_is_not() -> None:
    assert (
        check_against_earlier([figure("A B", 20), figure("B C", 20)], [figure("A C", 20)]) == CheckedPacks()
    )


def test_a_rounded_part_leaves_the_rest_as_wide_as_it_is() -> None:
    pack = [figure("A", Rounded(10)), figure("B C", Hidden())]
    assert given_away(check_against_earlier(pack, [figure("A B", 15)], protection=2))["B"] == (3, 4)


def test_a_large_correction_downwards_is_not_small() -> None:
    assert check_against_earlier([figure("A", 21)], [figure("A", 29)]) == CheckedPacks()
