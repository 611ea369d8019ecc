"""What the sample force says in one sheet agrees with what it says in the others, in every month."""

from collections import Counter

from etl.samples.calendar import month_end
from etl.samples.plan import CARRYING_ROLES, REST


def _by_tray(month):
    return {(row.unit, row.work_type): row for row in month.caseload}


def test_what_is_open_is_what_was_open_and_came_in_less_what_went_out(force):
    for before, after in zip(list(force.values())[:-1], list(force.values())[1:], strict=True):
        previous = _by_tray(before)
        for tray, row in _by_tray(after).items():
            came = row.new + row.reopened + row.transferred_in
            assert row.open == previous[tray].open + came - row.closed - row.transferred_out, tray


def test_a_part_is_never_more_than_the_whole(force):
    for month in force.values():
        for row in month.caseload:
            assert row.open >= row.over_90_days >= row.over_180_days >= row.over_365_days >= 0
            assert row.open >= row.unallocated >= row.high_risk_unallocated <= row.high_risk <= row.open
            assert row.awaiting_cps + row.awaiting_digital_forensics <= row.open
            assert (row.oldest_unallocated_days is None) == (row.unallocated == 0)


def test_officers_hold_what_is_open_less_what_is_unallocated(force):
    for month in force.values():
        held, over, charged = Counter(), Counter(), Counter()
        for row in month.investigators:
            held[row.unit, row.work_type] += row.open
            over[row.unit, row.work_type] += row.over_180_days
            charged[row.unit, row.work_type] += row.charged_before_court
        for tray, row in _by_tray(month).items():
            assert held[tray] == row.open - row.unallocated
            assert over[tray] <= row.over_180_days and charged[tray] <= row.charged_before_court


def test_strength_is_the_fte_of_the_people(force):
    for month in force.values():
        people = Counter()
        for row in month.people:
            people[row.unit, row.person.role, row.person.worker_type] += row.fte
        posts = {(row.unit, row.role, row.worker_type): row.in_post_fte for row in month.establishment}
        for post, fte in people.items():
            assert abs(posts[post] - fte) < 0.01


def test_what_is_not_available_is_the_fte_of_those_who_carry_nothing(force):
    for month in force.values():
        by_reason, carrying_nothing = Counter(), Counter()
        for unit, _reason, _worker_type, fte in month.unavailable:
            by_reason[unit] += fte
        for row in month.people:
            if row.carries_work == "none":
                carrying_nothing[row.unit] += row.fte
        assert {unit: round(fte, 2) for unit, fte in by_reason.items()} == {
            unit: round(fte, 2) for unit, fte in carrying_nothing.items()
        }


def test_every_joining_move_and_leaving_is_seen_in_the_people(force):
    for before, after in zip(list(force.values())[:-1], list(force.values())[1:], strict=True):
        was = {row.person.hr_number: row.person.unit for row in before.people}
        now = {row.person.hr_number: row.person.unit for row in after.people}
        for move in after.movements:
            was[move.hr_number] = move.to_unit
        assert now == {number: unit for number, unit in was.items() if unit not in ("", REST)}


def test_movements_are_dated_in_their_month_and_some_have_no_reason(force):
    reasons = Counter()
    for month in force.values():
        for move in month.movements:
            assert move.date.year * 12 + move.date.month - 1 == month.number
            assert bool(move.leaver_type) == (move.event == "leave force")
            if move.event == "move" and move.from_unit != REST:
                reasons[move.move_reason] += 1
    assert 0 < reasons["not recorded"] < sum(reasons.values()) / 2


def test_a_number_is_never_given_to_two_people_nor_used_by_two_systems(force):
    people = {row.person.hr_number: row.person for month in force.values() for row in month.people}.values()
    numbers = [n for person in people for n in (person.hr_number, person.collar, person.training_number)]
    assert len(numbers) == len(set(numbers))


def test_there_are_about_220_people_and_only_carrying_posts_carry(force):
    for month in force.values():
        assert 195 <= len(month.people) <= 235
        for row in month.people:
            assert (row.carries_work == "not a carrying post") == (row.person.role not in CARRYING_ROLES)


def test_courses_are_completed_before_the_month_ends_and_booked_after(force):
    for month in force.values():
        last = month_end(month.number)
        assert all(row.completed_on <= last for row in month.completions)
        assert all(row.booked_for > last for row in month.bookings)
