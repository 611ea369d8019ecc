"""The coverage rules, each as two loads and what stands after them."""

from datetime import date

OPEN = 'SELECT unit, "open" FROM caseload ORDER BY unit'
AUGUST = date(2026, 8, 31)


def case(unit, open_cases, **more):
    return {"unit": unit, "open": open_cases, "unallocated": 0, **more}


def post(unit, **more):
    return {"unit": unit, **more}


def person(unit, ref, **more):
    return {"unit": unit, "person_ref": ref, **more}


def test_a_month_sent_again_is_replaced_and_never_doubled(loads):
    loads.load(caseload=[case("DA1", 100), case("CA1", 50)])
    loads.load(caseload=[case("DA1", 110), case("CA1", 50)])
    assert loads.ask(OPEN) == [("CA1", 50), ("DA1", 110)]


def test_a_unit_that_a_correction_does_not_name_keeps_its_earlier_load(loads):
    first = loads.load(caseload=[case("DA1", 100), case("CA1", 50)])
    second = loads.load(caseload=[case("DA1", 110)])
    assert loads.ask(OPEN) == [("CA1", 50), ("DA1", 110)]
    assert loads.ask("SELECT unit, load_id FROM caseload ORDER BY unit") == [("CA1", first), ("DA1", second)]


def test_a_correction_replaces_all_work_types_of_its_unit(loads):
    loads.load(caseload=[case("DA1", 100), case("DA1", 7, work_type="stalking or harassment")])
    loads.load(caseload=[case("DA1", 90)])
    assert loads.ask(OPEN) == [("DA1", 90)]


def test_another_month_is_left_alone(loads):
    loads.load(caseload=[case("DA1", 100, month_end=AUGUST)])
    loads.load(caseload=[case("DA1", 110)])
    assert loads.ask('SELECT month_end, "open" FROM caseload ORDER BY month_end') == [
        (AUGUST, 100),
        (date(2026, 9, 30), 110),
    ]


def test_an_undone_load_gives_back_what_it_replaced(loads):
    loads.load(caseload=[case("DA1", 100), case("CA1", 50)])
    second = loads.load(caseload=[case("DA1", 110)])
    loads.undo(second)
    assert loads.ask(OPEN) == [("CA1", 50), ("DA1", 100)]


def test_undoing_the_older_of_two_leaves_the_newer(loads):
    first = loads.load(caseload=[case("DA1", 100), case("CA1", 50)])
    loads.load(caseload=[case("DA1", 110)])
    loads.undo(first)
    assert loads.ask(OPEN) == [("DA1", 110)]


def test_undoing_everything_leaves_an_empty_month(loads):
    loads.undo(loads.load(caseload=[case("DA1", 100)]))
    assert loads.ask("SELECT * FROM caseload") == []
    assert loads.ask("SELECT * FROM figure") == []


def test_a_unit_in_establishment_that_people_does_not_name_has_none(loads):
    loads.load(establishment=[post("DA1"), post("CA1")], people=[person("DA1", "1"), person("CA1", "2")])
    loads.load(establishment=[post("DA1"), post("CA1")], people=[person("CA1", "2")])
    assert loads.ask("SELECT unit FROM people") == [("CA1",)]
    covered = loads.ask("SELECT DISTINCT dataset FROM coverage WHERE unit = 'DA1' ORDER BY 1")
    assert covered == [("establishment",), ("people",)]


def test_a_correction_of_one_unit_leaves_the_people_of_the_others(loads):
    loads.load(establishment=[post("DA1"), post("CA1")], people=[person("DA1", "1"), person("CA1", "2")])
    loads.load(establishment=[post("DA1")], people=[person("DA1", "3"), person("DA1", "4")])
    assert loads.ask("SELECT unit, count(*) FROM people GROUP BY unit ORDER BY unit") == [
        ("CA1", 1),
        ("DA1", 2),
    ]


MOVE = {"date": date(2026, 9, 14), "person_ref": "77", "event": "move", "from_unit": "DA1", "to_unit": "CA1"}
MOVED = "SELECT from_unit, to_unit FROM movements"


def test_a_movement_told_of_in_two_months_is_counted_once_on_its_own_day(loads):
    loads.load(movements=[MOVE])
    loads.load(movements=[{**MOVE, "month_end": date(2026, 10, 31)}])
    assert loads.ask("SELECT date FROM movements") == [(MOVE["date"],)]


def test_movements_are_replaced_by_return_month(loads):
    loads.load(movements=[MOVE])
    loads.load(movements=[{**MOVE, "person_ref": "78"}])
    assert loads.ask("SELECT count(*) FROM movements") == [(1,)]


def test_a_movement_that_the_unit_left_no_longer_tells_of_is_gone(loads):
    both = [post("DA1"), post("CA1")]
    loads.load(establishment=both, movements=[MOVE])
    loads.load(establishment=[post("DA1")], movements=[])
    assert loads.ask(MOVED) == []


def test_the_unit_joined_correcting_its_return_does_not_remove_the_leavers_of_another(loads):
    both = [post("DA1"), post("CA1")]
    loads.load(establishment=both, movements=[MOVE, {**MOVE, "person_ref": "78"}])
    loads.load(establishment=[post("CA1")], movements=[MOVE])
    assert loads.ask(MOVED) == [("DA1", "CA1"), ("DA1", "CA1")]


RECORD = {"person_ref": "5", "unit": None}


def test_training_without_a_unit_column_speaks_for_the_whole_force(loads):
    loads.load(training=[RECORD, {**RECORD, "person_ref": "6"}])
    loads.load(training=[{**RECORD, "person_ref": "7"}])
    assert loads.ask("SELECT count(*) FROM training") == [(1,)]
    assert loads.ask("SELECT unit FROM coverage") == [(None,)]


def test_training_of_one_unit_takes_the_place_of_those_people_alone(loads):
    loads.load(training=[RECORD, {**RECORD, "person_ref": "6"}])
    loads.load(training=[{"person_ref": "6", "unit": "DA1", "completed_on": date(2026, 1, 5)}])
    assert loads.ask("SELECT unit, completed_on FROM training ORDER BY unit NULLS FIRST") == [
        (None, date(2025, 3, 12)),
        ("DA1", date(2026, 1, 5)),
    ]
