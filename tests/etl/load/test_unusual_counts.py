"""A count far from the unit's own months is a warning: it loads with a reason that stays with the figure."""

from datetime import timedelta

import pytest

from etl.checking.check_file import check
from etl.command_line.print_report import lines
from etl.loading.decisions import Accepts, Decisions
from etl.loading.load import load
from etl.publishing.plan import Change
from etl.publishing.publish import publish
from settings import sample
from store.lock import writing
from tests.etl.intake.workbooks import CASELOAD, CHILD, DOMESTIC, SEPTEMBER, workbook

WHY = "A large operation, checked"


def month_ends(n):
    ends, end = [], SEPTEMBER
    for _ in range(n):
        end = end.replace(day=1) - timedelta(days=1)
        ends.append(end)
    return ends[::-1]


@pytest.fixture
def year(loads):
    """Twelve months of one unit around 40 new cases, published in one step."""
    rows = [
        {"month_end": end, "unit": "DA1", "work_type": "domestic abuse", "open": 118 + n % 3,
         "unallocated": 14, "new": 40 + n % 4, "closed": 39 + n % 3}
        for n, end in enumerate(month_ends(12))
    ]  # fmt: skip
    with writing(loads.store):
        publish(loads.store, loads.settings, Change((loads.entry(caseload=rows),)), "me", "a year")
    return loads


def sent(new, *others):
    row = [*DOMESTIC[:5], new, DOMESTIC[6]]
    return ("september.xlsx", workbook(Caseload=[CASELOAD, row, *others]))


def unusual(loads, file):
    report = check(loads.store, sample(), [file])[0]
    return [b for b in report.breaches if b.code == "count_unusual"]


def test_it_names_the_cell_the_value_and_the_usual_range(year):
    [told] = unusual(year, sent(140))
    assert told.cells == ("F2",) and told.severity == "warning"
    assert told.says.startswith('"New" is 140; for this unit and kind of work it is usually between ')
    assert "going by its 12 months before" in told.says


def test_the_printed_line_says_the_count_once(year):
    (report,) = check(year.store, sample(), [sent(140)])
    (line,) = [each for each in lines(report) if "count_unusual" in each]
    assert line.count("140") == 1


@pytest.mark.parametrize("new", [38, 41, 45])
def test_a_count_like_the_others_is_not_asked_about(year, new):
    assert unusual(year, sent(new)) == []


def test_a_unit_without_a_history_is_not_asked_about(year):
    assert unusual(year, sent(41, [*CHILD[:5], 900, 10])) == []


def test_it_loads_only_with_a_reason_which_is_published_with_the_unit(year):
    refused = load(year.store, [sent(140)], "S Patel").refused
    assert "count_unusual" in refused[0].why[0]
    assert load(year.store, [sent(140)], "S Patel", Decisions((Accepts(WHY, "count_unusual"),))).loads
    assert year.ask("SELECT unit, reason FROM w.accepted_warning") == [("DA1", WHY)]


def test_the_month_itself_and_later_ones_do_not_make_their_own_range(year):
    load(year.store, [sent(140)], "me", Decisions((Accepts(WHY),)))
    assert len(unusual(year, sent(141))) == 1


def test_with_nothing_published_nothing_is_usual_yet(loads):
    assert unusual(loads, sent(4000)) == []
