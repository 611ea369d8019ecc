"""Two files of one sending for the same unit and month: it is asked which of them counts."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from etl.__main__ import main
from etl.checking.check_file import check
from etl.difference.compare import compare
from etl.loading.decisions import Accepts, Decisions, Holds
from etl.loading.load import load
from settings import sample
from store.own_settings import settings_of
from tests.etl.intake.workbooks import saved
from tests.etl.load.test_command_line import caseload, place  # noqa: F401

OPEN = 'SELECT "open" FROM caseload'
BOTH = (
    "a.xlsx and b.xlsx were sent together, and both hold Caseload of Domestic abuse investigation, "
    "September 2026. The later file would take the place of the earlier."
)


@pytest.fixture
def two():
    return [("a.xlsx", caseload(100)), ("b.xlsx", caseload(120))]


def with_a_faulty_row(data):
    book = openpyxl.load_workbook(BytesIO(data))
    row = [cell.value for cell in book.active[2]]
    book.active.append([*row[:2], "rape", "lots", *row[4:]])
    return saved(book)


def test_the_second_file_of_a_unit_and_month_is_refused_and_both_are_named(loads, two):
    done = load(loads.store, two, "S Patel")
    assert loads.ask(OPEN) == [(100,)]
    (refused,) = done.refused
    assert refused.file_name == "b.xlsx"
    assert [each.says for each in refused.report.warnings] == [BOTH]
    assert "Send the one that is right." in refused.report.warnings[0].how_to_fix


@pytest.mark.deep
def test_a_correction_sent_with_its_return_is_taken_where_somebody_says_why(loads, two):
    why = Decisions((Accepts("The tray was left out", "return_twice"),))
    assert not load(loads.store, two, "S Patel", why).refused
    assert loads.ask(OPEN) == [(120,)]


def test_a_check_says_it_before_anything_is_loaded(loads, two):
    first, second = check(loads.store, settings_of(loads.store), two)
    assert not first.breaches
    assert [each.says for each in second.warnings] == [BOTH]


@pytest.mark.deep
def test_what_would_change_says_it_too_although_nobody_has_answered_yet(loads, two):
    assert any(BOTH in sentence for sentence in compare(loads.store, two).said)


def test_where_rows_of_the_first_are_held_it_is_asked_before_loading_what_the_second_takes_over(loads):
    files = [("a.xlsx", with_a_faulty_row(caseload(100))), ("b.xlsx", caseload(120))]
    first, second = check(loads.store, settings_of(loads.store), files)
    assert first.could_hold == 1 and not second.breaches  # nothing of the first is sent, unless rows are held
    held = Decisions(holds=(Holds("not said yet", "a.xlsx"),))
    (asked,) = compare(loads.store, files, held).to_answer
    assert (asked.file_name, asked.sheet, asked.code, asked.says) == (
        "b.xlsx", "Caseload", "return_twice", BOTH,
    )  # fmt: skip


def test_other_months_and_other_units_stand_beside_each_other(loads):
    files = [
        ("september.xlsx", caseload()),
        ("august.xlsx", caseload(month=date(2026, 8, 31))),
        ("child abuse.xlsx", caseload(unit="Child abuse investigation")),
    ]
    assert [each.breaches for each in check(loads.store, sample(), files)] == [(), (), ()]


@pytest.mark.deep
def test_a_file_that_is_refused_holds_nothing_that_a_later_one_could_replace(loads):
    files = [("a.xlsx", caseload("many")), ("b.xlsx", caseload(120))]
    assert [refused.file_name for refused in load(loads.store, files, "S Patel").refused] == ["a.xlsx"]
    assert loads.ask(OPEN) == [(120,)]


def test_the_same_bytes_under_two_names_are_one_file_and_told_as_such_by_a_check(loads, two):
    told = check(loads.store, sample(), [two[0], ("copy of a.xlsx", two[0][1])])[1]
    assert not told.breaches
    assert "It is the same file as a.xlsx, which was sent with it. It is loaded once." in told.said


@pytest.mark.deep
def test_the_same_bytes_under_two_names_are_loaded_once(loads, two):
    done = load(loads.store, [two[0], ("copy of a.xlsx", two[0][1])], "S Patel")
    assert "copy of a.xlsx is the same file as a.xlsx, given with it; it is loaded once." in done.said


@pytest.mark.deep
def test_on_the_command_line_the_way_out_stands_below_the_refusal(place, capsys):  # noqa: F811
    files = [place("a.xlsx", caseload(100)), place("b.xlsx", caseload(120))]
    assert main(["load", *files]) == 1
    said = capsys.readouterr().out
    assert "b.xlsx: refused." in said and BOTH in said and "[return_twice]" in said
