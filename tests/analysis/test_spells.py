"""Spells: drawn as one line for each person, one column for each month; then against a second reckoning."""

import random
from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.incidence import cumulative_incidence
from analysis.spells import COLUMNS, spells
from analysis.survival import kaplan_meier

FIRST = pd.Period("2025-01", "M")
MISSING = "?"


def month_end(i: int) -> pd.Timestamp:
    return (FIRST + i).end_time.normalize()


def people(drawn: Mapping[str, str], since: Mapping[str, str | None] | None = None) -> pd.DataFrame:
    """`drawn`: for each person, the unit of each month as a letter, "." for none, "+" before a second."""
    rows = [
        (month_end(i), person, unit, (since or {}).get(person))
        for person, line in drawn.items()
        for i, units in enumerate(line.split())
        for unit in units.replace(".", "").split("+")
        if unit
    ]
    frame = pd.DataFrame(rows, columns=["month_end", "person_key", "unit", "in_unit_since"])
    return frame.assign(in_unit_since=pd.to_datetime(frame["in_unit_since"]))


def covered(returns: Mapping[str, str]) -> pd.DataFrame:
    """`returns`: for each unit a letter for each month, "?" where it sent nothing."""
    rows = [
        (unit, month_end(i))
        for unit, line in returns.items()
        for i, sent in enumerate(line)
        if sent != MISSING
    ]
    return pd.DataFrame(rows, columns=["unit", "month_end"])


def movement(
    day: str,
    person: str,
    event: str,
    to_unit: str | None = None,
    reason: str | None = None,
    from_unit: str | None = None,
) -> pd.DataFrame:
    row = (pd.Timestamp(day), person, event, from_unit, to_unit, reason)
    return pd.DataFrame([row], columns=["date", "person_key", "event", "from_unit", "to_unit", "reason"])


def told(found: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return list(found[list(columns)].itertuples(index=False, name=None))


ONE = ("unit", "entry", "time", "ended", "exit")


def test_somebody_who_was_there_before_us_comes_in_late_and_leaves() -> None:
    found = spells(people({"p": "A A . ."}, {"p": "2024-03-09"}), covered({"A": "xxxx"}))
    assert told(found, *ONE) == [("A", 10, 12, "exit", "left_public_protection")]
    assert told(found, "left_in", "began_from", "reason") == [(month_end(2), "stated", "not recorded")]


def test_somebody_still_there_is_watched_up_to_now() -> None:
    found = spells(people({"p": "A A A"}, {"p": "2025-01-20"}), covered({"A": "xxx"}))
    assert told(found, *ONE) == [("A", 0, 2, "still_here", "")]
    assert found["left_in"].isna().all()


def test_without_a_date_the_start_is_known_only_where_the_month_before_was_sent() -> None:
    found = spells(people({"p": "A A A", "q": ". A A"}), covered({"A": "xxx"}))
    assert told(found, "person_key", "began_from", "entry") == [
        ("p", "unknown", pytest.approx(float("nan"), nan_ok=True)),
        ("q", "seen_to_join", 0),
    ]
    unsent = spells(people({"q": ". . A"}), covered({"A": "x?x"}))
    assert told(unsent, "began_from") == [("unknown",)]


def test_a_date_after_somebody_was_first_seen_gives_way() -> None:
    found = spells(people({"p": "A A A"}, {"p": "2025-03-01"}), covered({"A": "xxx"}))
    assert told(found, "entry", "time", "began_from") == [(0, 2, "stated")]


def test_a_month_not_sent_is_no_exit_and_nobody_is_at_risk_in_it() -> None:
    found = spells(people({"p": "A A . A"}, {"p": "2025-01-01"}), covered({"A": "xx?x"}))
    assert told(found, *ONE) == [("A", 0, 1, "return_missing", ""), ("A", 3, 3, "still_here", "")]


def test_somebody_gone_after_a_month_not_sent_was_last_watched_before_it() -> None:
    found = spells(people({"p": "A A . ."}, {"p": "2025-01-01"}), covered({"A": "xx?x"}))
    assert told(found, *ONE) == [("A", 0, 1, "return_missing", "")]


def test_rows_of_a_month_that_is_not_covered_are_not_read() -> None:
    found = spells(people({"p": "A A A"}, {"p": "2025-01-01"}), covered({"A": "x?x"}))
    assert told(found, "time", "ended") == [(0, "return_missing"), (2, "still_here")]


def test_the_start_carries_over_a_gap_but_not_over_an_absence() -> None:
    gap = spells(people({"p": ". A . A"}), covered({"A": "xx?x"}))
    assert told(gap, "began_from", "entry") == [("seen_to_join", 0), ("seen_to_join", 2)]
    absence = spells(people({"p": ". A . A"}), covered({"A": "xxxx"}))
    assert told(absence, "began_from", "entry", "exit") == [
        ("seen_to_join", 0, "left_public_protection"),
        ("seen_to_join", 0, ""),
    ]


def test_moving_unit_is_an_exit_from_one_and_a_start_in_the_other() -> None:
    found = spells(people({"p": "A A B"}, {"p": "2024-01-01"}), covered({"A": "xxx", "B": "xxx"}))
    assert told(found, "unit", "exit", "to_unit") == [("A", "moved_unit", "B"), ("B", "", "")]


def test_of_two_units_the_newly_joined_is_where_somebody_went() -> None:
    found = spells(people({"p": "A+B B+C"}), covered(dict.fromkeys("ABC", "xx")))
    assert told(found[found["unit"] == "A"], "exit", "to_unit") == [("moved_unit", "C")]
    kept = spells(people({"p": "A+B B"}), covered(dict.fromkeys("AB", "xx")))
    assert told(kept, "unit", "exit", "to_unit") == [("A", "moved_unit", "B"), ("B", "", "")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("2025-03-04", "p", "leave force", None, "resignation", "A"), ("left_force", "", "resignation")),
        (("2025-03-04", "p", "leave force", None, None, "Z"), ("left_force", "", "not recorded")),
        (("2025-03-04", "p", "move", "Rest", "posted", "A"), ("left_public_protection", "Rest", "posted")),
        (("2025-03-04", "p", "temporary move", "B", "own request", None), ("moved_unit", "B", "own request")),
        (
            ("2025-02-28", "p", "leave force", None, "resignation", "A"),
            ("left_public_protection", "", "not recorded"),
        ),
        (
            ("2025-03-04", "q", "leave force", None, "resignation", "A"),
            ("left_public_protection", "", "not recorded"),
        ),
        (("2025-03-04", "p", "move", "C", "posted", "B"), ("left_public_protection", "", "not recorded")),
        (("2025-03-04", "p", "return", "A", None, None), ("left_public_protection", "", "not recorded")),
    ],
)
def test_movements_of_the_month_say_where_and_why(said: tuple[Any, ...], expected: tuple[str, ...]) -> None:
    sent = covered(dict.fromkeys("ABC", "xxx"))
    found = spells(people({"p": "A A ."}), sent, movement(*said))
    assert told(found, "exit", "to_unit", "reason") == [expected]


def test_leaving_the_force_outlasts_what_else_is_said_of_the_month() -> None:
    both = pd.concat([movement("2025-03-20", "p", "move", "B"), movement("2025-03-04", "p", "leave force")])
    found = spells(people({"p": "A A ."}), covered({"A": "xxx", "B": "xxx"}), both)
    assert told(found, "exit") == [("left_force",)]


def test_while_another_unit_is_unheard_nobody_has_left_public_protection() -> None:
    found = spells(people({"p": "A A . ."}), covered({"A": "xxxx", "B": "xx?x"}))
    assert told(found, "exit") == [("left_unit",)]
    moved = spells(
        people({"p": "A A ."}), covered({"A": "xxx", "B": "xx?"}), movement("2025-03-04", "p", "move", "B")
    )
    assert told(moved, "exit", "to_unit") == [("moved_unit", "B")]


def test_a_unit_taken_over_is_no_exit_and_its_people_keep_their_start() -> None:
    drawn = people({"p": "A A B B", "q": "A A . ."}, {"p": None, "q": "2024-11-02"})
    drawn.loc[drawn["unit"] == "B", "in_unit_since"] = pd.Timestamp("2025-03-01")
    drawn.loc[(drawn["unit"] == "A"), "in_unit_since"] = pd.Timestamp("2024-11-02")
    found = spells(drawn, covered({"A": "xx??", "B": "??xx"}), None, {"A": ["B"]})
    assert told(found, "person_key", *ONE, "began_from") == [
        ("p", "A", 2, 3, "succeeded", "", "stated"),
        ("q", "A", 2, 4, "exit", "left_public_protection", "stated"),
        ("p", "B", 4, 5, "still_here", "", "predecessor"),
    ]


def test_moving_into_a_unit_before_it_takes_over_is_a_move() -> None:
    returns = covered({"A": "xxx?", "B": "xxxx"})
    found = spells(people({"p": "A B B B"}), returns, None, {"A": ["B"]})
    assert told(found, "unit", "ended", "exit") == [("A", "exit", "moved_unit"), ("B", "still_here", "")]


def test_a_unit_split_in_two_is_heard_only_when_both_are() -> None:
    drawn = people({"p": "A B", "q": "A C", "r": "A ."})
    one = spells(drawn, covered({"A": "x?", "B": "?x"}), None, {"A": ["B", "C"]})
    assert set(one.loc[one["unit"] == "A", "ended"]) == {"return_missing"}
    both = spells(drawn, covered({"A": "x?", "B": "?x", "C": "?x"}), None, {"A": ["B", "C"]})
    assert told(both[both["unit"] == "A"], "person_key", "ended") == [
        ("p", "succeeded"),
        ("q", "succeeded"),
        ("r", "exit"),
    ]


def test_nobody_at_all_has_no_spells() -> None:
    found = spells(people({}), covered({"A": "xx"}))
    assert found.empty and tuple(found.columns) == COLUMNS


def test_columns_may_come_as_categories_and_dates_as_plain_dates() -> None:
    drawn, sent = people({"p": "A A .", "q": ". B B"}, {"p": "2024-03-09"}), covered({"A": "xxx", "B": "xxx"})
    loaded = drawn.assign(
        unit=drawn["unit"].astype("category"),
        in_unit_since=[None if pd.isna(day) else day.date() for day in drawn["in_unit_since"]],
        month_end=[day.date() for day in drawn["month_end"]],
    )
    as_loaded = spells(loaded, sent.assign(unit=sent["unit"].astype("category")))
    pd.testing.assert_frame_equal(as_loaded, spells(drawn, sent))


# Each example makes several small frames, which is slow work: fewer examples than usual.
few = settings(max_examples=25)
World = tuple[dict[str, str], dict[str, str]]
UNITS, MONTHS = "ABC", 7


@st.composite
def worlds(draw: st.DrawFn) -> World:
    places = st.sampled_from([".", "A", "A", "A", "B", "C", "A+B", "B+C"])
    lines = draw(st.lists(st.lists(places, min_size=MONTHS, max_size=MONTHS), min_size=1, max_size=6))
    returns = {unit: draw(st.text("xxx?", min_size=MONTHS, max_size=MONTHS)) for unit in UNITS}
    return {f"p{i}": " ".join(line) for i, line in enumerate(lines)}, returns


def there(drawn: dict[str, str], unit: str, month: int) -> set[str]:
    return {person for person, line in drawn.items() if unit in line.split()[month].split("+")}


def steps(returns: dict[str, str]) -> list[tuple[str, int]]:
    """The months from which a unit's people can be followed into the next."""
    return [
        (u, i) for u, line in returns.items() for i in range(MONTHS - 1) if MISSING not in line[i : i + 2]
    ]


@few
@given(worlds())
def test_exits_are_those_who_were_there_and_are_not_where_both_months_were_sent(world: World) -> None:
    drawn, returns = world
    found = spells(people(drawn), covered(returns))
    gone = found[found["exit"] != ""]
    expected = [
        (unit, person, month_end(i + 1))
        for unit, i in steps(returns)
        for person in there(drawn, unit, i) - there(drawn, unit, i + 1)
    ]
    assert sorted(told(gone, "unit", "person_key", "left_in")) == sorted(expected)


@few
@given(worlds(), st.dates(pd.Timestamp("2020-01-01").date(), pd.Timestamp("2025-01-31").date()))
def test_the_months_at_risk_are_the_months_that_could_be_followed(world: World, since: Any) -> None:
    drawn, returns = world
    found = spells(people(drawn, dict.fromkeys(drawn, since.isoformat())), covered(returns))
    followed = sum(len(there(drawn, unit, i)) for unit, i in steps(returns))
    assert (found["time"] - found["entry"]).sum() == followed


@few
@given(worlds(), st.sampled_from(UNITS), st.integers(0, MONTHS - 1))
def test_a_return_that_is_taken_away_makes_no_exits(world: World, unit: str, month: int) -> None:
    drawn, returns = world
    line = returns[unit]
    fewer = {**returns, unit: line[:month] + MISSING + line[month + 1 :]}
    before, after = (spells(people(drawn), covered(each)) for each in (returns, fewer))
    exits = [set(told(each[each["exit"] != ""], "unit", "person_key", "left_in")) for each in (before, after)]
    assert exits[1] <= exits[0]
    assert not {
        exit_
        for exit_ in exits[1]
        if exit_[0] == unit and exit_[2] in (month_end(month), month_end(month + 1))
    }


@few
@given(worlds(), st.randoms(use_true_random=False), st.sampled_from([{}, {"A": ["B"]}, {"A": ["B", "C"]}]))
def test_the_order_of_the_rows_and_rows_sent_twice_change_nothing(
    world: World, chance: random.Random, succeeded_by: dict[str, Collection[str]]
) -> None:
    drawn, returns = world
    rows, sent = people(drawn), covered(returns)
    moves = pd.concat(
        [movement("2025-03-04", "p0", event, "B") for event in ("move", "leave force", "return")]
    )
    mixed = [frame.sample(frac=1, random_state=chance.randrange(99)) for frame in (rows, sent, moves)]
    twice = pd.concat([mixed[0], rows]), pd.concat([mixed[1], sent]), mixed[2]
    pd.testing.assert_frame_equal(spells(*twice, succeeded_by), spells(rows, sent, moves, succeeded_by))


@few
@given(worlds())
def test_spells_are_what_the_curves_are_made_of(world: World) -> None:
    drawn, returns = world
    found = spells(people(drawn, dict.fromkeys(drawn, "2024-06-30")), covered(returns))
    if not found.empty:
        curve = kaplan_meier(
            found["time"].to_numpy(), (found["exit"] != "").tolist(), found["entry"].to_numpy(), fewest=1
        )
        where = cumulative_incidence(
            found["time"].to_numpy(), found["exit"].tolist(), found["entry"].to_numpy(), 1
        )
        assert sum(curve.exits) == sum(n for _, n in where.exits)
        assert curve.survival == where.still_there
