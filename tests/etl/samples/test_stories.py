"""Each story planted in the sample force can be read off its rows."""

from etl.samples import promises
from etl.samples.calendar import month_end
from etl.samples.courses import TRAUMA
from etl.samples.desk import Desk
from etl.samples.person import stage

EARLIER = 6  # months


def _mean(numbers):
    numbers = list(numbers)
    return sum(numbers) / len(numbers)


def _of(month, unit, work_type):
    return next(row for row in month.caseload if (row.unit, row.work_type) == (unit, work_type))


def _new(force, months):
    return _mean(_of(force[number], "DA1", "domestic abuse").new for number in months)


def test_domestic_abuse_demand_stepped_up_in_one_month_and_the_open_work_followed(force, stories):
    step, end = stories.demand_steps_up, stories.end
    assert _new(force, range(step, step + EARLIER)) > 1.25 * _new(force, range(step - EARLIER, step))
    before, last = (_of(force[number], "DA1", "domestic abuse") for number in (step - 1, end))
    assert last.open > 1.4 * before.open
    assert last.unallocated / last.open > 1.4 * before.unallocated / before.open


def test_the_other_work_of_the_team_did_not_step_up(force, stories):
    step = stories.demand_steps_up
    for work_type in ("stalking or harassment", "DVDS right to know"):
        before = _mean(_of(force[n], "DA1", work_type).new for n in range(step - 8, step))
        after = _mean(_of(force[n], "DA1", work_type).new for n in range(step, step + 8))
        assert 0.75 < after / before < 1.25


def test_the_rape_team_loses_experienced_people_to_other_units(force, stories):
    first = stories.experienced_leave

    def moved_out(unit, months):
        found = []
        for number in months:
            people = {row.person.hr_number: row.person for row in force[number - 1].people}
            found += [
                people[m.hr_number]
                for m in force[number].movements
                if m.event == "move" and m.from_unit == unit
            ]
        return found

    late, early = range(first, stories.end + 1), range(first - 9, first)
    experienced = [person for person in moved_out("RASSO1", late) if stage(person) == "PIP2 and specialist"]
    assert len(experienced) >= 6
    assert len(moved_out("RASSO1", early)) <= 4
    assert all(len(moved_out(unit, late)) < len(experienced) for unit in ("DA1", "CA1", "MOSOVO1", "MASH1"))


def _share_experienced(month, unit):
    people = [row for row in month.people if row.unit == unit and row.person.role == "investigator"]
    return sum(row.stage == "PIP2 and specialist" for row in people) / len(people)


def test_so_the_rape_team_is_less_experienced_at_the_end(force, stories):
    before, last = force[stories.experienced_leave - 1], force[stories.end]
    assert _share_experienced(last, "RASSO1") < _share_experienced(before, "RASSO1") - 0.1


def test_the_hub_s_trauma_informed_training_is_about_to_lapse_with_hardly_a_place_booked(force, stories):
    last = force[stories.end]
    needing = {
        r.person.training_number
        for r in last.people
        if r.unit == "MASH1" and r.person.role in ("referral officer", "supervisor")
    }
    done = [row for row in last.completions if row.training_number in needing and row.course == TRAUMA]
    lapsing = [row for row in done if _months_old(row.completed_on, stories.end) >= 21]
    booked = [row for row in last.bookings if row.training_number in needing and row.course == TRAUMA]
    assert len(lapsing) >= 0.55 * len(needing)
    assert len(booked) <= 0.25 * len(lapsing)


def _months_old(day, number):
    return number - (day.year * 12 + day.month - 1)


def test_adults_at_risk_has_more_people_than_posts_and_the_others_do_not(force, stories):
    for number in (stories.end - 24, stories.end):
        over = {}
        for row in force[number].establishment:
            over[row.unit] = over.get(row.unit, 0) + row.in_post_fte - row.funded_fte
        assert over.pop("VA1") >= 2
        assert max(over.values()) < 1


def test_the_offender_team_is_renamed_and_its_work_runs_on(force, stories, tmp_path):
    desk = Desk("Northshire Police", stories, tmp_path)
    before, after = stories.renamed - 1, stories.renamed
    assert desk.unit("MOSOVO1", month_end(before)) == "Public Protection Offender Team"
    assert desk.unit("MOSOVO1", month_end(after)) == "Sex Offender Management Unit"
    assert (
        abs(_of(force[after], "MOSOVO1", "medium").open - _of(force[before], "MOSOVO1", "medium").open) < 20
    )


def test_work_is_left_in_the_names_of_people_who_have_gone(force, stories):
    last = force[stories.end]
    here = {row.person.collar for row in last.people}
    left = {
        unit: [row for row in last.investigators if row.collar not in here and row.unit == unit]
        for unit in ("CA1", "OCSAE1", "DA1", "RASSO1", "VA1")
    }
    assert [len(left[unit]) for unit in ("CA1", "OCSAE1")] == [2, 1]
    assert all(row.open >= 9 for unit in ("CA1", "OCSAE1") for row in left[unit])
    assert not left["DA1"] + left["RASSO1"] + left["VA1"]


def test_those_who_left_the_work_behind_are_in_the_movements(force, stories):
    for unit in ("CA1", "OCSAE1"):
        for number in stories.gone_with_work(unit):
            assert any(m.event == "leave force" and m.from_unit == unit for m in force[number].movements)


def _posts(force, unit, role, worker_type):
    """The row of these posts in each month, by its number."""
    wanted = (unit, role, worker_type)
    return {
        number: next(r for r in month.establishment if (r.unit, r.role, r.worker_type) == wanted)
        for number, month in force.items()
    }


def _filled_after(rows):
    """How many months after the decision is first named all its posts are filled; None where never."""
    named = [number for number, row in sorted(rows.items()) if row.decision_ref]
    filled = (n for n in named if rows[n].in_post_fte >= rows[n].funded_fte)
    return next((n - named[0] for n in filled), None)


def test_one_promise_is_kept_at_once_one_late_and_one_not_at_all(force, stories):
    kept = _posts(force, "RASSO1", "support", "police staff")
    late = _posts(force, "OCSAE1", "support", "police staff")
    never = _posts(force, "RASSO1", "sexual-offence trained officer", "officer")
    assert [_filled_after(rows) for rows in (kept, late, never)] == [1, 8, None]
    for rows in (kept, late, never):
        named = [n for n, row in rows.items() if row.decision_ref]
        assert named == list(range(named[0], stories.end + 1))
        assert len({rows[n].decision_ref for n in named}) == 1
    assert all(rows[stories.end].in_post_fte >= rows[stories.end].funded_fte for rows in (kept, late))


def test_one_grant_ends_within_twelve_months_of_the_last_month(force, stories):
    ends = [row for row in force[stories.end].establishment if row.funding_ends]
    assert [(row.unit, row.role, row.time_limited_fte) for row in ends] == [("EXP1", "investigator", 4.0)]
    assert month_end(stories.end + 1) <= ends[0].funding_ends <= month_end(stories.end + 12)


def test_a_grant_is_never_over_when_the_next_month_is_sent():
    post = ("EXP1", "investigator", "officer")
    for end in range(24_300, 24_312):
        day = promises.funding(post, end)[1]
        assert (day.month, day.day) == (3, 31) and month_end(end + 1) <= day <= month_end(end + 13)
