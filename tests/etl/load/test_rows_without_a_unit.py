"""A training record often leaves the unit blank for a few people: they are neither lost nor doubled."""

RECORDS = "SELECT load_id, unit FROM training ORDER BY ALL"


def record(ref, unit=None):
    return {"person_ref": ref, "unit": unit}


def test_a_correction_of_the_only_unit_leaves_the_people_without_one(loads):
    first = loads.load(training=[record("1", "DA1"), record("2")])
    second = loads.load(training=[record("1", "DA1")])
    assert loads.ask(RECORDS) == [(first, None), (second, "DA1")]


def test_people_without_a_unit_who_are_sent_again_are_replaced(loads):
    first = loads.load(training=[record("1", "DA1"), record("2", "CA1"), record("3"), record("4")])
    second = loads.load(training=[record("1", "DA1"), record("3")])
    assert loads.ask(RECORDS) == [(first, "CA1"), (second, "DA1"), (second, None)]


def test_somebody_whose_unit_becomes_known_has_one_record(loads):
    loads.load(training=[record("1", "DA1"), record("3")])
    second = loads.load(training=[record("3", "CA1")])
    assert loads.ask("SELECT load_id, unit FROM training WHERE unit IS DISTINCT FROM 'DA1'") == [
        (second, "CA1")
    ]


def test_undoing_gives_back_the_people_without_a_unit(loads):
    first = loads.load(training=[record("1", "DA1"), record("3")])
    loads.undo(loads.load(training=[record("1", "DA1"), record("3"), record("4")]))
    assert loads.ask(RECORDS) == [(first, "DA1"), (first, None)]


def test_a_record_of_the_whole_force_takes_the_place_of_all(loads):
    loads.load(training=[record("1", "DA1"), record("3")])
    second = loads.load(training=[record("1"), record("5")])
    assert loads.ask(RECORDS) == [(second, None), (second, None)]


def test_nobody_without_a_unit_is_told_as_a_unit(loads):
    loads.load(training=[record("1", "DA1"), record("3")])
    assert loads.ask("SELECT unit FROM coverage") == [("DA1",)]
