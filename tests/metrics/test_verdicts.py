"""Each metric is judged by a chart that fits it; a missing month gives no verdict; stocks give no signal."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.catalogue import METRICS
from metrics.verdicts import DIFFERENCE_OF, Whose, every_month, fits, judge
from tests.metrics.warehouse import months

NEW, CLOSED, NET = (METRICS[f"pressure/{name}"] for name in ("new", "closed", "net_change"))
OPEN, LEAVERS = METRICS["pressure/open"], METRICS["attrition/leavers_month"]
QUIET = [20, 24, 19, 23, 21, 25, 18, 22, 20, 24, 19, 23, 21, 25, 18, 22]
FLOWS = {"pressure/new", "pressure/closed", "pressure/net_change", "attrition/leavers_month",
         "attrition/joiners_month"}  # fmt: skip


def judged(values, metric=NEW, first="2025-01", **asked):
    return judge(metric, months(first, len(values)), values, **asked)


@pytest.mark.parametrize("metric", METRICS.values(), ids=list(METRICS))
def test_every_metric_names_a_chart_and_a_verdict_that_fit_what_it_counts(metric):
    assert fits(metric)
    assert (metric.verdict == "signal") == (metric.id in FLOWS)


@pytest.mark.parametrize("metric", METRICS.values(), ids=list(METRICS))
def test_a_stock_or_a_rolling_rate_on_a_chart_with_signals_does_not_fit(metric):
    asked = replace(metric, chart="xmr", verdict="signal")
    assert fits(asked) == (metric.over_time == "flow" and metric.kind == "count")
    assert judged([*QUIET, 90], asked).is_judged == (fits(asked) and metric.id not in DIFFERENCE_OF)


def test_what_counts_as_flow_stock_and_rolling():
    assert (NEW.over_time, OPEN.over_time) == ("flow", "stock")
    assert METRICS["attrition/left_unit_12m"].over_time == "rolling"
    assert METRICS["attrition/stability_12m"].over_time == "rolling"


def test_a_month_outside_is_found_with_its_usual_range_and_what_would_end_it():
    found = judged([*QUIET, 60], whose=Whose("DA1", "investigations"))
    assert (found.kind, found.variation, found.unit) == ("xmr", "neutral high", "DA1")
    assert (found.signal.reason, found.signal.first, found.signal.months) == ("outside", date(2026, 5, 31), 1)
    least, most = found.usual
    assert 0 <= least < found.centre < most < 60
    assert found.signal.to_return == most == int(found.chart.points[-1].upper)


@pytest.mark.parametrize(("high", "ends"), [(True, min), (False, max)])
def test_the_count_that_would_end_a_signal_does_end_it_and_one_more_does_not(high, ends):
    limits = judged([*QUIET, 60 if high else 0]).chart.groups[-1]
    found = judged([*QUIET, 60 if high else 0])
    edge = found.signal.to_return
    assert limits.lower <= edge <= limits.upper
    assert not limits.lower <= edge + (1 if high else -1) <= limits.upper


def test_a_run_on_one_side_is_dated_from_its_first_month():
    low, high = [20, 24, 19, 23, 21, 25, 18, 22, 20, 24, 19, 23], [26, 28, 25, 27, 26, 29, 25, 27]
    found = judged([*low, *high])
    assert (found.signal.reason, found.signal.months) == ("shift", 8)
    assert found.signal.first == date(2026, 1, 31)
    assert found.signal.to_return == int(found.centre)


def test_a_rise_is_dated_from_the_month_it_began():
    found = judged([24, 20, 24, 20, 24, 20, 24, 20, 24, 15, 17, 19, 20, 22, 23, 25, 27], LEAVERS)
    assert (found.signal.reason, found.signal.direction) == ("trend", "high")
    assert (found.signal.first, found.signal.months) == (date(2025, 10, 31), 8)
    assert found.signal.to_return == 27 and found.variation == "concern"


def test_the_usual_range_of_a_count_is_never_below_zero_and_that_of_a_difference_may_be():
    jumpy = [6, 20, 1, 18, 7, 0, 22, 5, 19, 2, 9, 14]
    assert judged(jumpy).usual[0] == 0
    parts = ([20] * 12, [10] * 12)
    assert judged(jumpy, NET, parts=parts).usual[0] < 0


def test_a_difference_of_small_counts_is_not_judged():
    values = [0, 1, -1, 0, 2, -1, 0, 1, 0, -2, 1, 9]
    small = judged(values, NET, parts=([2] * 12, [2] * 12))
    assert (small.why_not, small.is_judged, small.signal) == ("too few to judge", False, None)
    assert judged(values, NET).why_not == "too few to judge"
    assert judged(values, NET, parts=([20] * 12, [20] * 12)).variation == "neutral high"


def test_small_counts_are_judged_by_whole_quarters_of_the_calendar():
    found = judged([0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 4, 3, 4, 9], LEAVERS)
    assert (found.kind, found.latest, found.variation) == ("quarterly", 11, "concern")
    assert (found.signal.reason, found.signal.first) == ("quarter", date(2026, 7, 31))
    assert found.chart.months_left_over == 1 and found.signal.to_return == found.usual[1] < 11
    later = judged([1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1], LEAVERS, first="2025-02")
    assert {found.months[quarter.start].month % 3 for quarter in found.chart.quarters} == {1}
    assert {later.months[quarter.start].month % 3 for quarter in later.chart.quarters} == {1}


def test_a_missing_last_month_gives_no_verdict_and_says_why():
    found = judged([*QUIET, None])
    assert (found.why_not, found.variation, found.signal) == ("last month missing", "not known", None)
    assert found.is_missing and not found.is_judged and found.usual


def test_too_few_months_give_no_limits():
    assert (judged(QUIET[:7]).why_not, judged(QUIET[:7]).usual) == ("too few points", None)
    assert judged(QUIET[:9]).trial and judged(QUIET[:9]).is_judged


def test_a_month_that_nobody_sent_is_a_hole_in_the_series():
    sent = [month for month in months("2025-01", 17) if month != date(2025, 4, 30)]
    found = judge(NEW, sent, QUIET, rebase_at=(8,))
    assert len(found.values) == 17 and found.values[3] is None
    assert found.chart.groups[1].start == 9


def test_a_rebase_begins_new_limits():
    assert judged([*QUIET, *(each + 40 for each in QUIET)], rebase_at=(16,)).signal is None
    assert judged([*QUIET, *(each + 40 for each in QUIET)]).signal.first == date(2026, 5, 31)


def test_a_rebase_of_quarters_keeps_the_earlier_ones_and_judges_by_the_new():
    few, more = [1, 0, 1] * 5, [3, 2, 3] * 5
    found = judged([*few, *more], LEAVERS, rebase_at=(15,))
    assert (found.kind, found.signal, found.centre) == ("quarterly", None, 8)
    assert [len(each.quarters) for each in found.chart.earlier] == [5]
    assert judged([*few, *more], LEAVERS).chart.earlier == ()


def test_months_over_the_line_are_counted_and_under_it_where_more_is_better():
    per = METRICS["pressure/open_per_deployable_carrier"]
    over = judged([17.0, 19.0, 20.0, 18.0, 18.5, 19.0], per, line=18.0)
    assert (over.kind, over.why_not, over.signal) == ("line", "no chart", None)
    assert (over.over.current.months, over.over.longest.months, over.over.over) == (2, 2, 4)
    share = METRICS["training/trauma_informed_in_date_in_post"]
    under = judged([0.9, 0.8, 0.7], share, line=[0.85, None, 0.85])
    assert (under.over.over, under.over.known) == (1, 2)


@given(st.dates(date(2015, 1, 1), date(2040, 1, 1)), st.integers(1, 60))
def test_every_month_end_from_first_to_last_is_there_once(day, number):
    ends = tuple(months(f"{day:%Y-%m}", number))
    assert every_month((ends[0], ends[-1])) == ends


@given(st.lists(st.one_of(st.none(), st.integers(0, 60)), max_size=40), st.sampled_from(sorted(FLOWS)))
def test_whatever_the_months_hold_a_signal_has_a_verdict_and_its_numbers_agree(values, name):
    found = judged(values, METRICS[name], parts=([20], [20]))
    assert (found.signal is not None) == (found.variation not in ("common", "not known"))
    if found.signal:
        signal, (least, most) = found.signal, found.usual
        assert signal.first in found.months and signal.size >= 0 and least <= most
        assert found.latest is not None and signal.to_return is not None
        if signal.reason in ("outside", "quarter"):
            assert found.latest > most if signal.direction == "high" else found.latest < least
