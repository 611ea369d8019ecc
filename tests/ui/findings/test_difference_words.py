"""What files would change, in words: figures with their range, missing units, people, rows and findings."""

from datetime import date

import pytest

from etl.difference.model import (
    Base,
    Difference,
    FigureChange,
    FindingChange,
    PeopleChange,
    Person,
    Range,
    Refusal,
    RowChange,
    UnitGone,
)
from ui.findings import difference as words
from ui.findings import difference_rows as row_words

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)
TITLES = {"DA1": "Domestic abuse", "CA1": "Child abuse"}
USUAL = Range(30.0, 60.0, "usual", 24)


def figure(will=45.0, metric="pressure/new", unit="", was_month=AUGUST, lay=USUAL, units=(8, 8)):
    family = "investigations" if metric.startswith("pressure") else ""
    return FigureChange(
        "N", metric, unit, family, SEPTEMBER, was_month, 41.0, "41", units[0],
        will, f"{will:.0f}", units[1], lay,
    )  # fmt: skip


def cells(*figures):
    return words.figures(figures, TITLES.get).values.tolist()


def test_a_figure_stands_as_it_is_and_as_it_would_be_with_its_usual_range():
    assert cells(figure()) == [
        ["New work: investigations (cases)", "All units", "41 (August 2026)", "45 (September 2026)",
         "Usual range 30 to 60"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("will", "said"),
    [(61.0, "61 (September 2026), ▲ Unusually high"), (29.0, "29 (September 2026), ▼ Unusually low")],
)
def test_a_figure_outside_its_usual_range_has_its_word_and_glyph(will, said):
    assert cells(figure(will, unit="DA1"))[0][1:4:2] == ["Domestic abuse", said]
    found = Difference(Base(1, ""), ("a.xlsx",), figures=(figure(), figure(will, unit="DA1")))
    assert (
        words.headline(found) == "What would change: 1 of 1 headline figure; 1 figure outside the usual range"
    )
    assert len(words.worth_showing(found)) == 2


@pytest.mark.parametrize(
    ("lay", "said"),
    [
        (Range(9.0, 9.0, "trial", 8), "Trial range 9"),
        (Range(1.0, 17.0, "usual quarter", 8), "Usual range of a quarter 1 to 17"),
        (Range(30.0, 40.0, "seen", 12), "30 to 40 in the 12 months before"),
        (Range(30.0, 40.0, "seen", 1), "30 to 40 in the 1 month before"),
        (None, "no earlier month"),
    ],
)
def test_a_range_is_named_for_what_it_is(lay, said):
    assert cells(figure(lay=lay))[0][-1] == said


def test_a_figure_outside_what_was_only_seen_is_not_called_unusual():
    assert figure(99.0, lay=Range(30.0, 40.0, "seen", 12)).outside == ""


def test_a_total_over_other_units_says_so_and_the_same_month_is_not_named_twice():
    assert cells(figure(units=(8, 3)))[0][3] == "45 (September 2026), for 3 units, not 8"
    assert cells(figure(was_month=SEPTEMBER))[0][2] == "41"
    assert cells(figure(was_month=None))[0][2] == "nothing yet"


def test_a_unit_that_is_gone_is_named_with_its_sheets():
    gone = UnitGone("N", "CA1", "Child abuse", SEPTEMBER, AUGUST, ("caseload", "people"))
    told = words.units_gone(Difference(Base(1, ""), units_gone=(gone,)))
    assert told[0].startswith(
        "Child abuse was in the file for August 2026 and is not in these (Caseload and People)."
    )


def test_findings_that_grow_since_the_month_before_come_first():
    def finding(unit, will, before):
        return FindingChange("trained_not_in_people", "N", unit, SEPTEMBER, "people", 0, will, before)

    settled = FindingChange("stock_and_flow", "N", "DA1", SEPTEMBER, "", 4, 0, 0)
    found = Difference(Base(1, ""), findings=(finding("CA1", 5, 5), finding("DA1", 3, 1), settled))
    table = row_words.findings(found, {"trained_not_in_people": "Trained."}, {}, TITLES.get, of_people=True)
    assert table["Unit"].tolist() == ["Domestic abuse", "Child abuse"]
    assert (
        row_words.findings_title(found)
        == "2 findings across sheets, 1 of more than the month before, 1 settled"
    )


def test_people_are_counted_and_named_by_reference_or_handle():
    counts = (
        PeopleChange("N", SEPTEMBER, "gone", "DA1", "", 2),
        PeopleChange("N", SEPTEMBER, "moved", "CA1", "DA1", 1),
    )  # fmt: skip
    known, new = "a" * 64, "0f3c" + "b" * 60
    found = Difference(
        Base(1, ""), people=counts,
        persons=(Person("N", SEPTEMBER, "gone", known, ("DA1",), (), None),
                 Person("N", SEPTEMBER, "new", new, (), ("DA1",), 12)),
    )  # fmt: skip
    assert row_words.people_title(found) == "People: 0 new, 2 gone and 1 moved"
    assert row_words.people(found, TITLES.get)["From"].tolist() == ["Domestic abuse", "Child abuse"]
    named = row_words.persons(found, {known: "4417"}, TITLES.get)
    assert named["Person"].tolist() == ["4417", "0F3CBBBB"]
    assert named["Row of the People sheet"].tolist() == ["–", "12"]


def test_rows_are_summed_by_sheet_and_told_by_unit_with_the_month_they_are_beside():
    rows = (
        RowChange("N", "people", SEPTEMBER, "DA1", AUGUST, 1, 2, 3, 4),
        RowChange("N", "people", SEPTEMBER, "", None, 5, 0, 0, 0),
        RowChange("N", "people", SEPTEMBER, "CA1", AUGUST, 0, 0, 0, 0),
    )  # fmt: skip
    found = Difference(Base(1, ""), rows=rows)
    assert row_words.rows_by_sheet(found).values.tolist() == [["People", "September 2026", 6, 2, 3, 4]]
    by_unit = row_words.rows_by_unit(found, TITLES.get)
    assert by_unit[["Unit", "Beside", "New"]].values.tolist() == [
        ["Domestic abuse", "August 2026", 1], ["no unit", "nothing", 5],
    ]  # fmt: skip


def test_files_that_change_nothing_say_so():
    found = Difference(Base(0, ""), refused=(Refusal("a.xlsx", ("Put it right.",)),))
    assert words.headline(found) == "What would change: nothing"
    assert words.refused(found) == ["a.xlsx: Put it right."]
    assert words.beside(found) == "Nothing is loaded yet. Nothing has been saved yet."
