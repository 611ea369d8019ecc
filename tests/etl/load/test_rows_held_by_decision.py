"""A person may load the good rows and hold the rest: the figure stands, and says what is missing from it."""

from dataclasses import replace
from datetime import date

import pytest

from contracts import DATASETS
from etl.checking.check_file import check, checked
from etl.holding.hold import part
from etl.in_memory import cursor
from etl.loading.decisions import Accepts, Decisions, Holds
from etl.loading.load import load
from settings import sample
from store import held
from store.control import reading
from tests.etl.intake.workbooks import CASELOAD, CHILD, DOMESTIC, workbook

AUGUST = date(2026, 8, 31)
NOT_A_NUMBER = [CHILD[0], "Child abuse investigation", "online child abuse", "lots", 1, 2, 3]
NOWHERE = [CHILD[0], "Nowhere team", "domestic abuse", 9, 1, 2, 3]
HOLD = Decisions(holds=(Holds("The unit counts again on Monday"),))


def sent(*rows, headings=CASELOAD):
    return ("september.xlsx", workbook(Caseload=[headings, *rows]))


def load_it(loads, *rows, decisions=HOLD):
    return load(loads.store, [sent(*rows)], "S Patel", decisions)


def still_held(loads):
    with reading(loads.store) as con:
        return held.standing(con)


def test_without_the_decision_a_file_with_a_faulty_row_loads_nothing(loads):
    done = load_it(loads, DOMESTIC, NOT_A_NUMBER, decisions=Decisions())
    assert done.loads == () and "Nothing of this file was loaded" in done.refused[0].why[0]


def test_the_check_says_how_many_rows_could_be_loaded_and_held(loads):
    report = check(loads.store, sample(), [sent(DOMESTIC, CHILD, NOT_A_NUMBER)])[0]
    assert (report.could_load, report.could_hold, report.ok) == (2, 1, False)


def test_good_rows_are_counted_and_the_faulty_one_waits_beside_its_units_figure(loads):
    done = load_it(loads, DOMESTIC, CHILD, NOT_A_NUMBER)
    assert "2 rows loaded" in done.said[0] and "1 row is held back" in done.said[0]
    assert loads.ask('SELECT unit, "open" FROM w.caseload ORDER BY unit') == [("CA1", 64), ("DA1", 120)]
    assert loads.ask("SELECT unit, sheet, row_number, reason, held_by FROM w.held_row") == [
        ("CA1", "Caseload", 4, "The unit counts again on Monday", "S Patel")
    ]
    # The figure stands: held by decision is not held by settings that lost a name.
    assert loads.ask("SELECT unit FROM w.coverage WHERE rows_held > 0") == []


def test_rows_read_are_rows_loaded_held_and_left_out(loads):
    load_it(loads, DOMESTIC, CHILD, NOT_A_NUMBER, ["Total", None, None, 184, 17, 53, 48])
    [(read, loaded, back, ignored)] = loads.ask(
        "SELECT rows_read, rows_loaded, rows_held, rows_ignored FROM w.load"
    )
    assert (read, loaded, back, ignored) == (4, 2, 1, 1)


def test_a_row_whose_unit_cannot_be_read_touches_every_unit_of_its_return(loads):
    load_it(loads, DOMESTIC, CHILD, NOWHERE)
    assert loads.ask("SELECT unit FROM w.held_row ORDER BY unit") == [("CA1",), ("DA1",)]


def test_a_fault_of_the_whole_sheet_cannot_be_held(loads):
    report = checked(sample(), [sent(DOMESTIC[:6], headings=CASELOAD[:6])], today=date(2026, 10, 12))[
        0
    ].report
    assert "column_missing" in [b.code for b in report.errors] and report.could_hold == 0
    done = load(loads.store, [sent(DOMESTIC[:6], headings=CASELOAD[:6])], "me", HOLD)
    assert done.loads == () and "no rows can be held back" in done.refused[0].why[0]


def test_a_month_among_others_cannot_be_held(loads):
    other = [AUGUST, *CHILD[1:]]
    assert load_it(loads, DOMESTIC, [*DOMESTIC[:2], "rape", 1, 0, 0, 0], other).loads == ()


def test_a_sheet_of_which_no_row_is_good_cannot_be_held(loads):
    assert load_it(loads, NOT_A_NUMBER).loads == ()


def test_rows_that_are_there_twice_are_all_held(loads):
    load_it(loads, CHILD, DOMESTIC, [*DOMESTIC[:3], 7, 1, 1, 1])
    assert sorted(row.row_number for row in still_held(loads)) == [3, 4]
    assert loads.ask("SELECT unit FROM w.caseload") == [("CA1",)]


def test_a_later_return_of_the_unit_ends_the_holding_and_an_undo_brings_it_back(loads):
    load_it(loads, DOMESTIC, CHILD, NOT_A_NUMBER)
    later = load_it(loads, CHILD, [*NOT_A_NUMBER[:3], 5, 1, 2, 3], decisions=Decisions())
    assert later.refused == ()
    assert loads.ask("SELECT count(*) FROM w.held_row") == [(0,)]
    loads.undo(later.loads[0])
    assert loads.ask("SELECT unit FROM w.held_row") == [("CA1",)]


def test_a_reference_to_a_person_and_a_reason_of_health_are_not_in_the_file_of_held_rows(loads):
    headings = ["Month end", "Unit", "Officer", "Role", "Worker type", "FTE", "Carries work"]
    good = [CHILD[0], "Child abuse investigation", "4417", "investigator", "officer", 1, "full"]
    named = [CHILD[0], "Child abuse investigation", "Jane Marlowe", "investigator", "officer", 1, "full"]
    ill = [CHILD[0], "Child abuse investigation", "4418", "long term sick", "officer", 1, "full"]
    slipped = [CHILD[0], "Jane Marlowe", "4419", "investigator", "officer", "Marlowe", "full"]
    file = ("people.xlsx", workbook(People=[headings, good, named, ill, slipped]))
    report = checked(sample(), [file], today=date(2026, 10, 12))[0].report
    assert report.could_hold == 3, [(b.code, b.rows, b.column) for b in report.breaches]
    load(loads.store, [file], "me", HOLD)
    kept = b"".join(path.read_bytes() for path in loads.store.accepted.iterdir())
    names = [row.file for row in still_held(loads)]
    assert names
    told = str(
        cursor().execute(f"SELECT * FROM read_parquet('{loads.store.accepted / names[0]}')").fetchall()
    )
    assert "cell_name" in told and "cell_person_health" in told
    for secret in ("Marlowe", "long term", "4418"):
        assert secret not in told and secret.encode() not in kept


@pytest.mark.parametrize("decided", [Decisions(), HOLD])
def test_a_file_without_a_fault_loads_whole_whatever_was_decided_about_faults(loads, decided):
    assert "2 rows loaded" in load_it(loads, DOMESTIC, CHILD, decisions=decided).said[0]


def test_an_accepted_warning_is_published_with_the_units_it_is_about(loads):
    odd = [*CHILD[:3], 64, 0, 12, 10, 23]
    file = ("september.xlsx", workbook(Caseload=[[*CASELOAD, "Oldest unallocated"], [*DOMESTIC, 4], odd]))
    code = "caseload.oldest_without_unallocated"
    load(loads.store, [file], "S Patel", Decisions((Accepts("Checked with the unit", code),)))
    assert loads.ask("SELECT unit, code, reason, accepted_by FROM w.accepted_warning") == [
        ("CA1", code, "Checked with the unit", "S Patel")
    ]


def test_a_sheet_that_was_sent_empty_keeps_no_row_of_another_from_being_held():
    file = checked(sample(), [sent(DOMESTIC, NOT_A_NUMBER)])[0]
    [good], [faulty] = file.parted.good, file.parted.held
    caseload = replace(good, rows=good.rows + faulty.sheet.rows)
    none = replace(caseload, dataset=DATASETS["movements"], sheet="Movements", rows=())
    parted = part((caseload, none), file.report.errors)
    assert parted is not None and (parted.rows_good, parted.rows_held) == (1, 1)
    assert part((faulty.sheet, none), file.report.errors) is None
