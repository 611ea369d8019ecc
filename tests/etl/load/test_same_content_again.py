"""A workbook that was only saved anew says so and changes nothing; one that says anything else is loaded."""

import pytest

from etl.loading.decisions import Decisions, Holds, all_accepted
from etl.loading.load import load
from store import history
from tests.etl.intake.workbooks import CASELOAD, CHILD, DOMESTIC, workbook

HOLD = Decisions(holds=(Holds("Counted again on Monday"),))
ONLINE = [*CHILD[:2], "online child abuse", "lots", 1, 2, 3]


def send(loads, *rows, decisions=Decisions(), **more):  # noqa: B008 - a frozen value
    return load(
        loads.store, [("september.xlsx", workbook(Caseload=[CASELOAD, *rows], **more))], "me", decisions
    )


@pytest.fixture
def sent(loads):
    assert send(loads, DOMESTIC, CHILD).loads
    return loads


def test_saved_anew_it_says_which_load_holds_the_same_rows_and_changes_nothing(sent):
    done = send(sent, DOMESTIC, CHILD, Notes=[["saved on Tuesday"]])
    assert done.loads == () and done.refused == () and done.publication_id is None
    assert "holds the same rows as were loaded on" in done.said[0] and "(load L00001)" in done.said[0]
    assert len(history.loads(sent.store)) == 1


def test_what_is_loaded_already_asks_for_no_reason_again(sent):
    late = [["Return for October 2026"], CASELOAD, [*DOMESTIC[:3], 121, *DOMESTIC[4:]]]
    files = [("september.xlsx", workbook(Caseload=late))]
    (refused,) = load(sent.store, files, "me").refused
    assert "warnings without a reason: month_title_other" in refused.why[0]
    assert all(
        row.stem.startswith("L00001") for row in sent.store.new_rows.iterdir()
    )  # nothing is left of it
    assert load(sent.store, files, "me", all_accepted("An old title")).loads == ("L00002",)
    again = load(sent.store, files, "me")
    assert again.refused == () and "was already loaded on" in again.said[0]
    saved = load(sent.store, [("september.xlsx", workbook(Caseload=late, Notes=[["x"]]))], "me")
    assert saved.refused == () and "holds the same rows as were loaded on" in saved.said[0]


def test_a_file_of_which_rows_are_held_says_the_same_when_it_is_sent_again(sent):
    files = [("september.xlsx", workbook(Caseload=[CASELOAD, DOMESTIC, ONLINE]))]
    assert load(sent.store, files, "me", HOLD).loads == ("L00002",)
    again = load(sent.store, files, "me")
    assert again.refused == () and "was already loaded on" in again.said[0]


def test_rows_in_another_order_below_a_title_are_the_same_content(sent):
    data = workbook(Caseload=[["Return of the force"], CASELOAD, CHILD, DOMESTIC])
    assert load(sent.store, [("again.xlsx", data)], "me").loads == ()


@pytest.mark.parametrize(
    "rows",
    [
        [DOMESTIC, [*CHILD[:3], 65, *CHILD[4:]]],  # a count
        [DOMESTIC],  # a unit less that is sent, but it stands: the same content for what is sent
        [DOMESTIC, CHILD, [*CHILD[:2], "rape", 4, 0, 1, 1]],  # a row more
    ],
)
def test_what_differs_is_loaded(sent, rows):
    same = rows == [DOMESTIC]
    assert bool(send(sent, *rows).loads) is not same


def test_after_an_undo_the_same_content_loads_again(sent):
    sent.undo("L00001")
    assert send(sent, DOMESTIC, CHILD, Notes=[["again"]]).loads


def test_the_first_version_saved_anew_after_a_correction_is_a_correction(sent):
    send(sent, [*DOMESTIC[:3], 90, *DOMESTIC[4:]], CHILD)
    assert send(sent, DOMESTIC, CHILD, Notes=[["again"]]).loads
    assert sent.ask('SELECT sum("open") FROM w.caseload') == [(184,)]


def test_with_the_same_rows_held_back_it_is_the_same_and_without_them_it_is_not(loads):
    send(loads, DOMESTIC, CHILD, ONLINE, decisions=HOLD)
    again = send(loads, DOMESTIC, CHILD, ONLINE, decisions=HOLD, Notes=[["again"]])
    assert again.loads == () and "holds the same rows" in again.said[0]
    assert send(loads, DOMESTIC, CHILD).loads  # the faulty row is gone, and with it what was held
    assert loads.ask("SELECT count(*) FROM w.held_row") == [(0,)]
