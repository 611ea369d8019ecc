"""A reason for each warning: the narrowest decision counts, and one without a reason decides nothing."""

import pytest

from etl.loading.decisions import Accepts, Decisions, NotADecision, from_plain, typed
from etl.reports.catalogue import CODES, codes
from etl.reports.report import Breach, FileReport

FILE = "september.xlsx"
OFF = Breach("sheet_off", "warning", "investigators", "Investigators")
KIND = Breach("cell_missing_kind", "warning", "caseload", "Caseload")


def test_a_reason_for_one_code_and_sheet_speaks_of_that_warning_alone():
    decided = typed(["sheet_off=Switched off on purpose"])
    assert decided.why_accepted(FILE, OFF) == "Switched off on purpose"
    assert decided.why_accepted(FILE, KIND) == ""
    report = FileReport(FILE, "", breaches=(OFF, KIND))
    assert decided.not_accepted(report) == [KIND]


def test_the_narrowest_reason_is_the_one_that_is_kept():
    decided = typed(["Seen", "cell_missing_kind=Asked", "cell_missing_kind@Caseload=Asked the team"])
    assert decided.why_accepted(FILE, OFF) == "Seen"
    assert decided.why_accepted(FILE, KIND) == "Asked the team"
    other = Breach("cell_missing_kind", "warning", "people", "People")
    assert decided.why_accepted(FILE, other) == "Asked"


def test_a_blank_reason_accepts_nothing():
    assert Decisions((Accepts("  ", "sheet_off"),)).why_accepted(FILE, OFF) == ""


@pytest.mark.parametrize("said", ["sheet_of=Switched off", "sheet_off=", "  "])
def test_what_names_no_code_that_exists_or_gives_no_reason_is_turned_back(said):
    with pytest.raises(NotADecision, match=r"no code|needs a reason"):
        typed([said])


def test_an_equals_sign_in_a_reason_is_part_of_the_reason():
    assert typed(["FTE = 0.8, checked with HR"]).why_accepted(FILE, OFF) == "FTE = 0.8, checked with HR"


def test_decisions_are_the_same_after_they_were_written_down_for_the_worker():
    decided = typed(["Seen", "sheet_off@Investigators=Off"], hold="Two rows are with the unit")
    assert from_plain(decided.plain()) == decided
    assert decided.why_held(FILE) == "Two rows are with the unit"


def test_every_code_is_in_the_catalogue_once():
    assert len(CODES) == len(codes())
