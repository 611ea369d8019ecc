"""What changed, and so what: grammar and numbers of each kind of signal, and no sentence without a signal."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.chance import ByChance
from metrics.catalogue import METRICS
from metrics.verdicts import Whose, judge
from tests.metrics.warehouse import months
from ui.figures.signals import MEASURES, by_chance
from ui.findings import signals as words
from ui.findings.signal_counts import counted

QUIET = [20, 24, 19, 23, 21, 25, 18, 22, 20, 24, 19, 23, 21, 25, 18, 22]
TITLES = {"DA1": "Domestic abuse", "VA1": "Adults at risk"}


def judged(values, name="new", unit="DA1", family="investigations", parts=None):
    theme = "attrition" if name in ("leavers_month", "joiners_month") else "pressure"
    whose = Whose(unit, None if theme == "attrition" else family)
    ends = months("2025-01", len(values))
    return judge(METRICS[f"{theme}/{name}"], ends, values, whose=whose, parts=parts)


def said(*found):
    return [(each.state.word, each.says, each.so) for each in words.sentences(found, TITLES)]


def test_a_month_outside_names_unit_measure_figure_range_and_what_it_takes_to_return():
    assert said(judged([*QUIET, 60])) == [
        (
            "Unusually high",
            "Domestic abuse: 60 new investigations in May 2026.",
            "Usual range 13 to 34 a month. Not unusual the month before. In May 2025 it was 21. "
            "34 or fewer in a month would be back in the usual range.",
        )
    ]


def test_the_same_month_a_year_before_is_told_where_it_is_known():
    """Limits know of no season; this is what shows one."""
    assert "In May 2025 it was 21." in said(judged([*QUIET, 60]))[0][2]
    assert "it was" not in said(judged([*QUIET[:4], None, *QUIET[5:], 60]))[0][2]
    assert "it was" not in said(judged([*QUIET[:11], 60]))[0][2]
    low = [each - 42 for each in QUIET]
    assert "In May 2025 it was −21." in said(judged([*low, 60], "net_change", parts=([20], [20])))[0][2]


def test_a_month_far_below_asks_for_more():
    word, says, so = said(judged([*QUIET, 1], "closed"))[0]
    assert (word, says) == ("Unusually low", "Domestic abuse: 1 closed investigation in May 2026.")
    assert re.search(r"\. \d+ or more in a month would be back in the usual range\.$", so)


def test_several_months_outside_are_dated_from_the_first():
    steady = [*QUIET, *QUIET, *QUIET]
    assert "Unusual since January 2029." in said(judged([*steady, 60, 61]))[0][2]


def test_a_run_on_one_side_names_the_mean_and_the_month_it_began():
    low, high = [20, 24, 19, 23, 21, 25, 18, 22, 20, 24, 19, 23], [26, 28, 25, 27, 26, 29, 25, 27]
    word, says, so = said(judged([*low, *high], family="referrals"))[0]
    assert (word, says) == ("Sustained rise", "Domestic abuse: 27 new referrals in August 2026.")
    assert "Above the mean of 23.6 every month since January 2026." in so
    assert so.endswith("23 or fewer in a month would end the run.")


def test_a_fall_is_dated_from_the_month_it_began():
    values = [24, 28, 24, 28, 24, 28, 24, 28, 24, 33, 31, 29, 28, 26, 25, 23, 21]
    word, _, so = said(judged(values, "leavers_month"))[0]
    assert word == "Sustained fall"
    assert "It has fallen every month since October 2025." in so
    assert so.endswith("21 or more in a month would end the fall.")


def test_two_of_three_near_the_edge_are_said_so():
    values = [20, 24, 19, 23, 21, 25, 18, 22, 20, 24, 19, 23, 21, 25, 24, 31, 32]
    word, _, so = said(judged(values))[0]
    assert word == "Unusually high"
    assert "Near the top of that range in two of the last three months." in so
    assert so.endswith("in a month would end the signal.")


def test_small_counts_are_said_by_quarter():
    found = judged([0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 4, 3, 4], "leavers_month")
    assert said(found) == [
        (
            "Unusually high",
            "Domestic abuse: 11 leavers from July to September 2026.",
            "Usual range 0 to 7 a quarter. Not unusual the quarter before. "
            "7 or fewer in a quarter would be back in the usual range.",
        )
    ]
    assert words.sentences([found], TITLES)[0].state.token == "concern"


@pytest.mark.parametrize(
    ("last", "says"),
    [
        (61, "61 more investigations new than closed"),
        (-60, "60 fewer investigations new than closed"),
        (1, "1 more investigation new than closed"),
        (0, "as many investigations new as closed"),
    ],
)
def test_a_difference_is_said_as_more_or_fewer(last, says):
    values = [each - 21 for each in QUIET] + [last]
    assert words.figure(judged(values, "net_change", parts=([20], [20]))) == says


def test_the_range_of_a_difference_has_a_sign_and_is_not_counted_as_few():
    values = [each - 21 for each in QUIET] + [60]
    so = said(judged(values, "net_change", parts=([20], [20])))[0][2]
    assert so.startswith("Usual range −6 to 14 a month.")
    assert "14 or less in a month would be back in the usual range." in so


@pytest.mark.parametrize(
    ("name", "family", "count", "says"),
    [
        ("new", "MARAC", 1, "1 new MARAC case"),
        ("closed", "registered offenders", 2, "2 closed registered offenders"),
        ("new", "missing", 1234, "1,234 new missing reports"),
        ("leavers_month", "", 1, "1 leaver"),
        ("joiners_month", "", 0, "0 joiners"),
    ],
)
def test_one_is_singular_and_every_other_number_plural(name, family, count, says):
    fillers = [30, 32] * 4 if family else [9, 8] * 4
    assert words.figure(judged([*fillers, count], name, family=family)) == says


def test_worst_first_and_at_most_five():
    concern = judged([*(each + 20 for each in QUIET), 90], "leavers_month")
    smaller, larger = judged([*QUIET, 40], unit="VA1"), judged([*QUIET, 70])
    shift = judged([*[20, 24, 19, 23, 21, 25, 18, 22, 20, 24, 19, 23], *[26, 28, 25, 27, 26, 29, 25, 27]])
    better = judged([*(each + 20 for each in QUIET), 0], "leavers_month")
    order = words.sentences([better, shift, smaller, larger, concern], TITLES)
    assert [each.state.token for each in order] == ["concern", "neutral", "neutral", "neutral", "improve"]
    assert [each.unit for each in order[1:3]] == ["DA1", "VA1"]
    assert order[3].state.word == "Sustained rise"
    assert len(words.sentences([larger] * 8, TITLES)) == 5


def test_how_many_chance_would_give_is_said_beside_how_many_there_are():
    quiet = judged([*QUIET, 22])
    loud = judged([*QUIET, 70])

    def told(found, charts, expected, under):
        return counted(found, ByChance(charts, 0, expected, round(expected), under))

    assert told([loud] * 6, 120, 2.1, False) == (
        "6 signals this month; about 2 expected by chance. The 5 to look at first are shown. "
        "120 charts judged."
    )
    assert (
        told([loud], 1, 0.02, True)
        == "1 signal this month; fewer than one expected by chance. 1 chart judged."
    )
    assert told([quiet], 60, 1.1, False).startswith("0 signals this month; about 1 expected by chance.")
    assert "eight in a row" in counted([judged(QUIET[:3])], by_chance((judged(QUIET[:3]),)))


def test_signals_of_a_quarter_long_past_are_not_said_to_be_of_this_month():
    small = [0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 4, 3, 4]
    past = judged([*small, 0, 1], "leavers_month")
    loud = judged([*QUIET, 70])
    assert past.signal is not None and past.months[-1] == date(2026, 11, 30)
    chance = ByChance(9, 0, 1.1, 1, False)
    assert counted([loud, past, loud], chance) == (
        "3 signals: 2 of this month, 1 of the last whole quarter (July to September); about 1 expected by "
        "chance. 9 charts judged."
    )
    assert counted([past], chance).startswith(
        "1 signal, of the last whole quarter (July to September); about 1 expected"
    )


def test_charts_and_chance_are_those_that_were_judged():
    short, missing, quiet = judged(QUIET[:3]), judged([*QUIET, None]), judged(QUIET)
    quarters = judged([0, 1, 0] * 6, "leavers_month")
    found = by_chance((short, missing, quiet, quarters))
    assert (found.charts, found.too_short) == (2, 0)
    assert 0 < found.expected < 0.1


def test_a_missing_last_month_gives_no_verdict_and_says_so():
    missing = judged([*QUIET, None], unit="VA1")
    assert words.sentences([missing], TITLES) == []
    assert words.not_judged([missing, judged(QUIET)], TITLES) == (
        "No verdict on 1 chart: the last month is missing (Adults at risk)."
    )
    two = words.not_judged([missing, missing, judged(QUIET[:3])], TITLES)
    assert two.startswith("No verdict on 2 charts") and two.endswith(
        "1 chart has too few months for a usual range."
    )
    assert words.not_judged([judged([*QUIET, *[None] * 12])], TITLES) == ""


COUNTS = st.lists(st.one_of(st.none(), st.integers(0, 60)), min_size=1, max_size=40)


@given(COUNTS, st.sampled_from(MEASURES))
def test_no_sentence_without_a_signal_and_each_holds_its_own_numbers(values, name):
    found = judge(METRICS[name], months("2025-01", len(values)), values, whose=Whose("DA1", "referrals"),
                  parts=([20], [20]))  # fmt: skip
    told = words.sentences([found], TITLES)
    assert len(told) == (found.signal is not None)
    for each in told:
        assert (
            found.latest is not None and str(int(abs(found.latest))) in each.says
        ) or "as many" in each.says
        assert each.so.startswith(("Usual range", "Trial range")) and each.so.endswith(".")
        assert not re.search(
            r"\b1 (\w+ )?(leavers|joiners|referrals)\b|  |\.\.|None|nan", each.says + each.so
        ) or ("None in a" in each.so)
        assert each.state.token != "common" and each.state.word != "No unusual change"


@given(st.integers(2, 40))
def test_a_series_that_never_moves_says_nothing(number):
    found = judged([12] * number)
    assert found.signal is None and words.sentences([found], TITLES) == []
    assert found.months[-1] >= date(2025, 2, 28)
