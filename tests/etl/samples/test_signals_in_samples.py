"""The signals of the sample force's 25 months: the planted steps are found, and quiet units stay quiet."""

from collections import defaultdict
from itertools import pairwise

import pytest

from analysis.chance import JudgedChart, expected_by_chance
from contracts.words import FAMILY_OF
from etl.samples.calendar import month_end
from metrics.catalogue import METRICS
from metrics.judged import Judged
from metrics.verdicts import Whose, judge

FIRST = 8  # months that a first chart needs
WITH_STORIES = {"DA1", "RASSO1"}  # whose flows change; other stories are of late sheets, courses and names


@pytest.fixture(scope="module")
def flows(force):
    """Measure, unit, family -> its count for each month."""
    ends = sorted(force)
    found = defaultdict(lambda: [0] * len(ends))
    for place, number in enumerate(ends):
        for row in force[number].caseload:
            key = row.unit, FAMILY_OF[row.work_type]
            found["pressure/new", *key][place] += row.new
            found["pressure/closed", *key][place] += row.closed
            found["pressure/net_change", *key][place] += row.new - row.closed
    for place, (before, now) in enumerate(pairwise(ends), start=1):
        was, are = _members(force[before]), _members(force[now])
        for unit in was:
            found["attrition/leavers_month", unit, None][place] = len(was[unit] - are[unit])
            found["attrition/joiners_month", unit, None][place] = len(are[unit] - was[unit])
    return {key: [None, *values[1:]] if key[2] is None else values for key, values in found.items()}


@pytest.fixture(scope="module")
def as_of(force, flows):
    """Every chart as it stood at a month's end: `as_of(number)` judges what was known then."""
    ends = [month_end(number) for number in sorted(force)]

    def judged(number: int) -> list[Judged]:
        known = sorted(force).index(number) + 1
        return [
            judge(
                METRICS[name], ends[:known], values[:known], whose=Whose(unit, family),
                parts=tuple(flows.get((f"pressure/{part}", unit, family), [0])[:known]
                            for part in ("new", "closed")),
            )
            for (name, unit, family), values in sorted(flows.items(), key=str)
        ]  # fmt: skip

    return judged


def _members(month):
    found = defaultdict(set)
    for row in month.people:
        found[row.unit].add(row.person.hr_number)
    return found


def _one(found, name, unit, family):
    return next(j for j in found if (j.metric, j.unit, j.work_family) == (name, unit, family))


def test_the_step_in_domestic_abuse_is_signalled_by_the_month_after_it_and_not_before(as_of, stories):
    def seen(number):
        return _one(as_of(number), "pressure/new", "DA1", "investigations").signal

    step = stories.demand_steps_up
    assert [seen(number) for number in range(step - 9, step)] == [None] * 9
    assert seen(step + 1).direction == "high"


def test_the_run_that_the_last_month_shows_is_dated_from_the_month_of_the_step(as_of, stories):
    for number in range(stories.demand_steps_up + 6, stories.end + 1):
        signal = _one(as_of(number), "pressure/new", "DA1", "investigations").signal
        assert (signal.reason, signal.first) == ("shift", month_end(stories.demand_steps_up))


def test_the_work_that_did_not_step_up_has_no_signal_in_the_last_month(as_of, stories):
    found = as_of(stories.end)
    assert [(j.metric, j.unit, j.work_family) for j in found if j.signal] == [
        ("pressure/new", "DA1", "investigations")
    ]


def test_units_without_stories_signal_no_more_than_chance_would(as_of, force):
    charts, signals = [], 0
    for number in sorted(force)[FIRST:]:
        quiet = [each for each in as_of(number) if each.unit not in WITH_STORIES and each.is_judged]
        charts += [JudgedChart("xmr" if each.kind == "xmr" else "quarterly", each.points) for each in quiet]
        signals += sum(each.signal is not None for each in quiet)
    by_chance = expected_by_chance(charts)
    assert by_chance.charts > 300
    assert signals <= by_chance.expected


def test_units_with_stories_signal_far_more_than_chance_would(as_of, force, stories):
    charts, signals = [], 0
    for number in range(stories.demand_steps_up, stories.end + 1):
        told = [each for each in as_of(number) if each.unit in WITH_STORIES and each.is_judged]
        charts += [JudgedChart("xmr" if each.kind == "xmr" else "quarterly", each.points) for each in told]
        signals += sum(each.signal is not None for each in told)
    assert signals > 3 * expected_by_chance(charts).expected
