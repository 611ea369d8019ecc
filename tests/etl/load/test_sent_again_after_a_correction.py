"""The first version sent again after a correction does not put it back, and says so."""

import pytest

from etl.loading.load import load
from tests.etl.intake.workbooks import CASELOAD, CHILD, DOMESTIC, workbook

FIRST = ("first.xlsx", workbook(Caseload=[CASELOAD, DOMESTIC, CHILD]))
SECOND = ("second.xlsx", workbook(Caseload=[CASELOAD, [*DOMESTIC[:3], 90, *DOMESTIC[4:]], CHILD]))
PART = ("part.xlsx", workbook(Caseload=[CASELOAD, [*DOMESTIC[:3], 80, *DOMESTIC[4:]]]))


def sent(loads, *files) -> str:
    """What the last of these files, sent one after another, is answered with."""
    for file in files:
        told = load(loads.store, [file], "B. Analyst").said
    return " ".join(told)


def open_cases(loads) -> int:
    return loads.ask('SELECT sum("open") FROM caseload')[0][0]


def test_it_names_the_load_that_replaced_it_and_undoing_that_brings_it_back(loads):
    told = sent(loads, FIRST, SECOND, FIRST)
    assert "already loaded" in told
    assert "It has since been replaced by load L00002 (second.xlsx, " in told
    assert "Undoing that load brings it back." in told
    assert open_cases(loads) == 154
    loads.undo("L00002")
    assert open_cases(loads) == 184


def test_one_replaced_in_part_says_so(loads):
    assert "Part of it has since been replaced by load L00002 (part.xlsx" in sent(loads, FIRST, PART, FIRST)


@pytest.mark.deep
def test_several_that_replaced_it_are_named_newest_first(loads):
    told = sent(loads, FIRST, SECOND, PART, FIRST)
    assert told.index("L00003") < told.index("L00002")
    assert "Undoing those loads, the first named first, brings it back." in told
    loads.undo("L00003")
    loads.undo("L00002")
    assert open_cases(loads) == 184


def test_one_that_still_holds_is_not_said_to_be_replaced(loads):
    assert sent(loads, FIRST, FIRST).endswith("Nothing was changed.")
