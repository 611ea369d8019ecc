"""Units of Establishment are spoken for in a sheet that is in the workbook, and in no other."""

from datetime import date

import pytest

BOTH = [{"unit": "DA1"}, {"unit": "CA1"}]
PEOPLE = [{"unit": "DA1", "person_ref": "1"}, {"unit": "CA1", "person_ref": "2"}]
AWAY = [{"unit": "DA1", "reason": "long-term sick", "fte": 2.0}]
MOVES = [
    {"date": date(2026, 9, 14), "person_ref": "7", "event": "move", "from_unit": "DA1", "to_unit": "CA1"},
    {"date": date(2026, 9, 15), "person_ref": "8", "event": "join", "from_unit": None, "to_unit": "CA1"},
]
SENT = {"people": PEOPLE, "unavailable": AWAY, "movements": MOVES}
FOLLOW = sorted(SENT)


def spoken_for(loads) -> set[tuple[str, str]]:
    """(dataset, unit) of all that is covered, Establishment left out."""
    return set(loads.ask("SELECT dataset, unit FROM coverage WHERE dataset <> 'establishment'"))


def rows(loads) -> dict[str, int]:
    """How many rows of each sheet stand."""
    return {name: loads.ask(f"SELECT count(*) FROM {name}")[0][0] for name in FOLLOW}


def away(loads) -> dict[str, float | None]:
    """The published FTE not available by unit; a unit without a figure is not in it."""
    said = "SELECT unit, sum(numerator) FROM figure WHERE metric = 'staffing/unavailable_fte' "
    return dict(loads.ask(said + "AND unit IN ('DA1', 'CA1') GROUP BY unit"))


def test_establishment_alone_speaks_for_nothing_else_and_nobody_reads_as_none(loads):
    loads.load(establishment=BOTH)
    assert spoken_for(loads) == set()
    assert away(loads) == {}


@pytest.mark.parametrize("dataset", FOLLOW)
def test_a_sheet_in_the_workbook_speaks_for_every_unit_of_establishment(loads, dataset):
    loads.load(establishment=BOTH, **{dataset: SENT[dataset][:1]})
    assert spoken_for(loads) == {(dataset, "DA1"), (dataset, "CA1")}


@pytest.mark.parametrize("dataset", ["movements", "unavailable"])
def test_a_sheet_with_headings_alone_says_none_of_those_units(loads, dataset):
    loads.load(establishment=BOTH, **{dataset: []})
    assert spoken_for(loads) == {(dataset, "DA1"), (dataset, "CA1")}
    assert away(loads) == ({"DA1": 0.0, "CA1": 0.0} if dataset == "unavailable" else {})


def test_a_unit_without_rows_in_a_sheet_that_came_has_zero(loads):
    loads.load(establishment=BOTH, unavailable=AWAY)
    assert away(loads) == {"DA1": 2.0, "CA1": 0.0}


def test_a_correction_with_establishment_alone_leaves_everybody_and_so_does_its_undoing(loads):
    loads.load(establishment=BOTH, **SENT)
    before = spoken_for(loads), rows(loads), away(loads)
    correction = loads.load(establishment=[{"unit": "DA1", "funded_fte": 30.0}])
    assert (spoken_for(loads), rows(loads), away(loads)) == before
    assert loads.ask("SELECT funded_fte FROM establishment WHERE unit = 'DA1'") == [(30.0,)]
    loads.undo(correction)
    assert (spoken_for(loads), rows(loads), away(loads)) == before


@pytest.mark.parametrize("dataset", FOLLOW)
def test_a_correction_with_one_more_sheet_replaces_that_sheet_alone_until_it_is_undone(loads, dataset):
    loads.load(establishment=BOTH, **SENT)
    before = rows(loads)
    correction = loads.load(establishment=BOTH, **{dataset: []})
    assert rows(loads) == {**before, dataset: 0}
    loads.undo(correction)
    assert rows(loads) == before


def test_a_correction_of_one_unit_with_headings_alone_leaves_the_other_unit(loads):
    loads.load(establishment=BOTH, unavailable=[*AWAY, {**AWAY[0], "unit": "CA1"}])
    loads.load(establishment=[{"unit": "DA1"}], unavailable=[])
    assert loads.ask("SELECT unit FROM unavailable") == [("CA1",)]
    assert away(loads) == {"DA1": 0.0, "CA1": 2.0}
