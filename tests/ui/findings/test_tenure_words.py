"""What is said of time in a unit, from small counts."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.risk_sets import RiskSets
from metrics.tenure import Comparison, Tenure
from ui.findings import tenure as words
from ui.findings.destinations import destinations

NAMES = {"DA": "Domestic abuse"}


def name(code):
    return NAMES.get(code, code)


def made(at_risk, exits, times, level="force", starts_at=0.0, fewest=5, unknown=0, every_year=(30, 20, 8)):
    left = {to: np.array(counts, dtype=float) for to, counts in exits.items()}
    sets = RiskSets(np.array(times, float), np.array(at_risk, float), left, starts_at, 40)
    return Tenure(level, "DA", fewest, sets, tuple(every_year), unknown)


FORCE = made([40, 30, 20], {"moved_unit": [4, 6, 0], "left_force": [4, 3, 9]}, [6, 12, 24])
FEW = made([40, 30], {"moved_unit": [1, 1]}, [6, 12], level="unit type")
NOBODY = made([], {}, [], level="unit type")


def test_the_title_says_when_half_have_gone():
    assert words.survival([FORCE], name, True).title == "Half have left their unit 24 months after joining"
    assert words.survival([FEW], name, True).title == (
        "More than half are still in Domestic abuse after 12 months"
    )
    assert words.survival([NOBODY], name, True).title == "Time in unit: too few people to draw a curve"


def test_with_joined_steps_the_title_does_not_say_that_half_left_just_then():
    title = words.survival([FORCE], name, False).title
    assert title == "Half or more have left their unit 24 months after joining"


def test_a_curve_of_those_who_had_already_stayed_says_so_in_its_title():
    late = made([40, 30, 20], {"left_force": [8, 9, 9]}, [6, 12, 24], starts_at=1.0)
    title = words.survival([late], name, True).title
    assert title.startswith("Of people who have stayed 1 month, half have left their unit")


def test_the_numbers_at_risk_are_those_of_the_years_and_too_few_are_not_given():
    model = words.survival([made([40, 30, 20], {}, [6, 12, 24], every_year=(30, 4, 8))], name, True)
    assert model.ticks == (0.0, 12.0, 24.0)
    assert model.curves[0].at_risk == (30, None, 8)


def test_for_publication_no_step_shows_fewer_than_five_people():
    drawn = words.survival([made([40, 39, 38, 30], {"left_force": [1, 1, 3, 6]}, [2, 4, 6, 9])], name, False)
    curve = drawn.curves[0]
    assert curve.joined
    assert curve.times == (6.0, 9.0)
    assert curve.share[0] == pytest.approx(39 / 40 * 38 / 39 * 35 / 38)
    few = words.survival([FEW], name, False)
    assert few.curves[0].why_not == "fewer than 5 people have left"
    assert few.curves[0].times == ()


def test_the_table_has_all_units_first_and_then_the_types_by_name():
    table = words.by_type([FEW, FORCE], name, True)
    assert list(table["Units of type"]) == ["All units", "Domestic abuse"]
    assert list(table["Left while 5 or more were at risk, people"]) == ["26", "2"]
    assert "Left, people" not in table, "who left outside the curve's stretch is not counted"
    assert list(table["Half have gone by"]) == ["24 months", "not reached"]
    assert list(table["Still there after 24 months"]) == ["31%", "too few at risk"]


def test_the_table_for_publication_has_no_small_count_and_no_share_between_steps():
    table = words.by_type([made([40, 30], {"moved_unit": [2, 6]}, [6, 12], fewest=10)], name, False)
    assert list(table["Left while 10 or more were at risk, people"]) == ["fewer than 10"]
    assert not [column for column in table if column.startswith("Still there")]


def test_for_publication_a_second_type_is_hidden_so_that_none_is_the_total_less_the_rest():
    kinds = [
        replace(made([60, 40], {"left_force": left}, [6, 12], level="unit type", fewest=10), name=kind)
        for kind, left in (("A", [4, 0]), ("B", [6, 6]), ("C", [9, 12]))
    ]
    force = made([180, 120], {"left_force": [19, 18]}, [6, 12], fewest=10)
    table = words.by_type([force, *kinds], name, False)
    column = "Left while 10 or more were at risk, people"
    assert list(table[column]) == ["37", "fewer than 10", "not shown", "21"]
    one = words.by_type([kinds[1]], name, False, [force, *kinds])
    assert list(one[column]) == ["not shown"]
    assert list(words.by_type([force, *kinds], name, True)["Left while 10 or more were at risk, people"]) == [
        "37",
        "4",
        "12",
        "21",
    ]


def test_where_people_have_gone_adds_up_to_everybody():
    model = destinations(FORCE, name)
    assert [row for row, _ in model.rows] == ["After 12 months", "After 24 months"]
    assert all(sum(parts) == pytest.approx(100) for _, parts in model.rows)
    # 4/40, then 32/40 x 6/30, to another unit; 4/40, 32/40 x 3/30 and 32/40 x 21/30 x 9/20 out of the force.
    assert model.rows[1][1] == pytest.approx((30.8, 26, 0, 43.2))
    assert model.title == "Within 24 months 26% move unit, 0% leave public protection and 43% leave the force"
    assert model.measure.startswith("Share of people who join a unit, by where they are")


def test_who_left_for_nobody_knows_where_is_not_said_to_be_out_of_public_protection():
    left = {"left_public_protection": [4, 0], "left_unit": [8, 0], "moved_unit": [2, 0]}
    model = destinations(made([40, 20], left, [6, 12]), name)
    assert model.parts[3:] == ("Left the force", "Left the unit, where to not known")
    assert model.rows[0][1] == pytest.approx((65, 5, 10, 0, 20))
    assert model.title.endswith(
        "10% leave public protection, 0% leave the force and 20% go, where to not known"
    )
    assert len(model.key()) == 5 == len({word.token for word in model.key()})


def test_those_who_were_not_seen_from_the_start_are_said_to_have_stayed_so_long():
    late = made([40, 30], {"left_force": [4, 6]}, [12, 24], level="unit type", starts_at=10.0)
    assert destinations(late, name).measure.startswith(
        "Share of people who had stayed 10 months in Domestic abuse, by where they are"
    )
    row = words.by_type([late], name, True).iloc[0]
    assert row["Units of type"] == "Domestic abuse, of those who had stayed 10 months"


def test_where_people_have_gone_is_not_said_where_nobody_was_seen_a_year():
    assert destinations(made([9, 8], {"left_force": [1, 1]}, [3, 6]), name) is None


@pytest.mark.parametrize(
    ("test", "said"),
    [
        (None, ""),
        (
            Comparison("DA", None, None, None, None),
            "Domestic abuse and the other units are not tested against each other: it takes at least 10 "
            "leavers in each. The curves and their intervals are what can be said.",
        ),
        (
            Comparison("DA", 14, 10.43, 1.5, 0.2168),
            "Domestic abuse and the other units cannot be told apart: 14 people left, at whatever time since "
            "joining, and 10.4 would have left had all units been alike (log-rank test, p = 0.217).",
        ),
        (
            Comparison("DA", 30, 20.0, 9.9, 0.0004),
            "People leave Domestic abuse sooner than the other units, by more than chance would give: "
            "30 people left, at whatever time since joining, "
            "and 20.0 would have left had all units been alike (log-rank test, p under "
            "0.001).",
        ),
        (
            Comparison("DA", 10, 20.0, 6.6, 0.01),
            "People leave Domestic abuse later than the other units, by more than chance would give: "
            "10 people left, at whatever time since joining, "
            "and 20.0 would have left had all units been alike (log-rank test, p = 0.010).",
        ),
    ],
)
def test_the_test_says_which_way_or_that_it_cannot_tell_or_why_it_was_not_done(test, said):
    assert words.tested(test, "Domestic abuse") == said


def test_one_of_many_tests_is_judged_by_what_it_is_worth_among_them():
    one = Comparison("DA", 30, 20.0, 5.4, 0.02, q_value=0.16, tested=8)
    said = words.tested(one, "Domestic abuse")
    assert said.startswith("Domestic abuse and the other units cannot be told apart")
    assert said.endswith("(log-rank test, p = 0.020; 0.160 among the 8 types tested).")
    sure = words.tested(replace(one, p_value=0.0001, q_value=0.0008), "Domestic abuse")
    assert sure.startswith("People leave Domestic abuse sooner")
    assert sure.endswith("(log-rank test, p under 0.001; under 0.001 among the 8 types tested).")
    alone = words.tested(replace(one, q_value=0.02, tested=1), "Domestic abuse")
    assert alone.endswith("(log-rank test, p = 0.020).") and "sooner" in alone


@pytest.mark.parametrize(
    ("unknown", "internal", "said"),
    [
        (0, True, ""),
        (1, True, "1 stay is left out"),
        (3, True, "3 stays are left out"),
        (3, False, "Some stays are left out"),
    ],
)
def test_those_without_a_date_of_joining_are_counted_out(unknown, internal, said):
    assert words.left_out(made([40], {}, [6], unknown=unknown), internal).startswith(said)
    assert bool(words.left_out(made([40], {}, [6], unknown=unknown), internal)) == bool(said)
