"""What lies ahead of a course: weeks, months, booked places, and who may read it."""

import pytest

from metrics import course_ahead
from metrics.course_ahead import read, together
from tests.metrics.warehouse import FORCE, Warehouse, month_end

MONTH = month_end("2025-01")
EVERYONE = frozenset({(FORCE, "DA1"), (FORCE, "RA1")})
PEOPLE = """
    month_end | unit | person_key | role         | worker_type | fte | carries_work
    2025-01   | DA1  | soon       | supervisor   | officer     | 1.0 | full
    2025-01   | DA1  | late       | supervisor   | officer     | 1.0 | full
    2025-01   | DA1  | never      | supervisor   | officer     | 1.0 | full
    2025-01   | DA1  | exempt     | supervisor   | officer     | 1.0 | full
    2025-01   | DA1  | today      | supervisor   | officer     | 1.0 | full
    2025-01   | RA1  | rape       | investigator | officer     | 1.0 | full
    2025-01   | DA1  | unneeded   | support      | staff       | 1.0 | full
"""
# TIP is valid for 12 months. 31 January and 10 days is 10 February, in the second week.
TRAINING = """
    month_end | unit | person_key | course | status    | completed_on | expires_on | booked_for
    2025-01   | DA1  | soon       | TIP    | completed | 2024-02-10   | 2025-02-10 |
    2025-01   | DA1  | late       | TIP    | completed | 2024-05-01   | 2025-05-01 |
    2025-01   | DA1  | late       | TIP    | booked    |              |            | 2025-05-02
    2025-01   | DA1  | never      | TIP    | booked    |              |            | 2025-02-07
    2025-01   | DA1  | exempt     | TIP    | exempt    |              |            |
    2025-01   | DA1  | today      | TIP    | completed | 2024-01-31   | 2025-01-31 |
    2025-01   | DA1  | today      | TIP    | booked    |              |            | 2025-03-01
    2025-01   | DA1  | unneeded   | TIP    | completed | 2024-02-10   | 2025-02-10 |
    2025-01   | RA1  | rape       | TIP    | completed | 2025-01-15   | 2026-01-31 |
"""


def filled():
    made = Warehouse().draw("people", PEOPLE).draw("training", TRAINING)
    made.build("training/expiring_90_days", "training/booked_90_days", "training/expiring_not_booked_90_days")
    course_ahead.fill(made.con)
    return made


def of(unit, scope=EVERYONE):
    found = read(filled().con.cursor(), scope, FORCE, MONTH)
    return next(each for each in found if each.unit == unit)


def weeks(**at):
    return tuple(at.get(f"w{n}", 0) for n in range(1, 14))


def test_each_record_runs_out_in_its_own_week_and_the_exempt_and_unneeded_do_not_count():
    # "late" runs out on day 90, the last day of the last week.
    assert of("DA1").needed == 4
    assert of("DA1").expiring == weeks(w1=1, w2=1, w13=1)


def test_a_place_within_90_days_counts_in_its_week_and_one_on_day_91_does_not():
    assert of("DA1").places == weeks(w1=1, w5=1)


def test_what_has_no_place_and_what_has_one_only_afterwards_are_told_apart():
    assert of("DA1").no_place == weeks(w2=1, w13=1)
    assert of("DA1").place_after == weeks(w1=1)


def test_months_ahead_count_whose_record_has_not_run_out():
    # At the month end soon, late and today are in date; at the end of February late alone, until 1 May.
    assert of("DA1").in_date == (3, 1, 1, 1, *[0] * 9)
    assert of("RA1").in_date == (1,) * 13


def test_a_booked_place_taken_up_holds_from_its_day_for_as_long_as_the_course_does():
    # never holds from 7 February 2025 until 7 February 2026; today lapses now and is back from 1 March; late
    # lapses on 1 May and is back from 2 May.
    assert of("DA1").if_booked == (3, 2, 3, 3, *[3] * 9)


def test_the_weeks_add_up_to_the_measures_of_90_days():
    made = filled()
    found = together(read(made.con.cursor(), EVERYONE, FORCE, MONTH))
    for name, metric in (
        ("expiring", "expiring_90_days"),
        ("no_place", "expiring_not_booked_90_days"),
        ("places", "booked_90_days"),
    ):
        total = sum(row[1] for row in made.rows(f"training/{metric}", ("month_end",)))
        assert sum(getattr(found, name)) == total > 0


def test_a_reader_sees_only_their_own_units():
    made = filled()
    seen = read(made.con.cursor(), frozenset({(FORCE, "RA1")}), FORCE, MONTH)
    assert [each.unit for each in seen] == ["RA1"]
    assert read(made.con.cursor(), frozenset({("ELSEWHERE", "RA1")}), FORCE, MONTH) == ()


def test_units_together_add_up_and_none_is_nothing():
    found = read(filled().con.cursor(), EVERYONE, FORCE, MONTH)
    both = together([each for each in found if each.course == "TIP"], "TIP")
    assert both.needed == 5 and both.in_date[0] == 4 and both.course == "TIP"
    assert together([]).expiring == (0,) * 13 and together([]).needed == 0


def test_filling_again_replaces_and_leaves_other_forces_as_they_were():
    made = filled()
    made.con.execute("INSERT INTO course_ahead SELECT * REPLACE ('ELSEWHERE' AS \"force\") FROM course_ahead")
    before = made.con.execute('SELECT "force", count(*) FROM course_ahead GROUP BY ALL ORDER BY 1').fetchall()
    course_ahead.fill(made.con)
    after = made.con.execute('SELECT "force", count(*) FROM course_ahead GROUP BY ALL ORDER BY 1').fetchall()
    assert after == before and len(before) == 2


def test_nothing_of_a_person_is_kept():
    rows = str(filled().con.execute("SELECT * FROM course_ahead").fetchall())
    assert "DA1" in rows and "soon" not in rows and "rape" not in rows


@pytest.mark.parametrize(("limit", "seen"), [("0.8", {"DA1", "RA1"}), ("0.9", {"RA1"})])
def test_a_unit_with_too_few_people_matched_between_the_records_is_not_read(limit, seen):
    # Without the last but one row of training, five of the six people of DA1 are in it.
    training = "\n".join(line for line in TRAINING.splitlines() if "unneeded" not in line)
    settings = f"name | value\nreduced_share | 0.5\nmatch_limit | {limit}"
    made = Warehouse(ref_setting=settings).draw("people", PEOPLE).draw("training", training)
    made.build("training/expiring_90_days", "trust/people_matched")
    course_ahead.fill(made.con)
    assert {each.unit for each in read(made.con.cursor(), EVERYONE, FORCE, MONTH)} == seen
