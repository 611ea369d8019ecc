"""Hours of work for each hour available: its range is always said, and what it needs where it has none."""

from datetime import date

import pytest

import settings
from settings.model import Weight, WorkingTime
from ui.findings import workload as words
from ui.findings.workload import Figure, TypeHours

MONTH, FIRST = date(2026, 9, 30), date(2025, 10, 31)
FIGURE = Figure(1.07, 0.67, 1.71, 72835, 68052)
PARTS = [TypeHours("rape", 244, 21960, 14640, 34160), TypeHours("child abuse", 683, 27320, 17075, 44395)]
YEAR = WorkingTime(
    contracted_hours=2000, lost=(("court", 500.0),), source="A study.", set_by="A head", set_on=FIRST,
    status="approved",
)  # fmt: skip


def weight(work_type: str, status: str = "approved", begins: date | None = None) -> Weight:
    return Weight(
        work_family="investigations", work_type=work_type, hours=10, low=5, high=20, source="A study",
        set_by="A head", set_on=FIRST, status=status, valid_from=begins,
    )  # fmt: skip


def test_the_sentence_says_the_range_both_parts_and_the_weight_that_moves_it_most() -> None:
    assert words.headline(FIGURE, MONTH, PARTS, ["Adults at risk"]) == (
        "1.07 hours of work came in for each hour available in the 12 months to September 2026: 0.67 if "
        "every case takes the low end of its hours, 1.71 if every case takes the high end. That is 72,835 "
        "hours of new work over 68,052 hours available. The hours for child abuse move the answer most. "
        "Without Adults at risk: what is still missing there stands with the parts."
    )


def test_other_work_of_the_same_people_is_named_in_sentence_and_chart() -> None:
    said = words.headline(FIGURE, MONTH, PARTS, also=["disclosures", "missing"])
    assert "over 68,052 hours available. The same people also carry disclosures and missing reports," in said
    assert "not in it: they have less time for this work than that." in said
    assert "The same people" not in words.headline(FIGURE, MONTH, PARTS)
    model = words.by_unit({"Rape": FIGURE}, MONTH, "investigations", ["disclosures", "missing"])
    assert model.measure.endswith("; without the hours of their disclosures and missing reports")
    assert "without the hours" not in words.by_unit({"Rape": FIGURE}, MONTH, "investigations").measure


def test_the_bar_of_low_and_high_hours_is_not_called_an_interval() -> None:
    model = words.by_unit({"Rape": FIGURE}, MONTH, "investigations")
    assert [word.name for word in model.key()] == ["Figure and range from the low to the high hours"]
    assert list(model.numbers())[2:] == ["At the low hours", "At the high hours"]
    assert "interval" not in model.alt()


def test_the_parts_add_up_to_the_hours_of_work_and_stand_beside_the_hours_available() -> None:
    rows = words.parts_table(PARTS, FIGURE).to_dict("records")
    assert [row["Part"] for row in rows] == ["Rape", "Child abuse", "Hours of work", "Hours available"]
    assert (rows[2]["New cases"], rows[2]["Hours"], rows[2]["Hours, low"]) == ("927", "49,280", "31,715")
    assert rows[3]["Hours"] == "68,052"


@pytest.mark.parametrize(
    ("weights", "years", "needs"),
    [
        ([weight("rape")], [YEAR], []),
        ([], [YEAR], ["Hours for a case of rape: none set."]),
        ([weight("rape", "proposed")], [YEAR], ["Hours for a case of rape: proposed, not approved."]),
        (
            [weight("rape", begins=date(2026, 1, 1))],
            [YEAR],
            ["Hours for a case of rape: holds from 1 January 2026, and the twelve months begin before it."],
        ),
        (
            [weight("rape", begins=date(2027, 1, 1))],
            [],
            [
                "Hours for a case of rape: none that holds in September 2026.",
                "A working year (hours contracted and lost): none set.",
            ],
        ),
    ],
)
def test_what_is_needed_is_named(weights: list[Weight], years: list[WorkingTime], needs: list[str]) -> None:
    assert words.needed(weights, years, ["rape"], MONTH, FIRST) == needs


def test_months_that_are_missing_are_named_or_counted() -> None:
    assert words.months_needed([]) == []
    assert words.months_needed([FIRST, MONTH]) == ["The returns of October 2025 and September 2026."]
    assert words.months_needed([FIRST] * 5) == ["Twelve months of returns: there are 7."]


def test_a_unit_without_a_figure_is_shown_without_one_and_units_keep_their_order() -> None:
    unknown = Figure(None, None, None, None, 900.0)
    model = words.by_unit({"Rape": FIGURE, "Adults": unknown}, MONTH, "investigations")
    assert model.title == "No unit has more work than hours at every weight in the range"
    rows = model.numbers().to_numpy().tolist()
    assert rows == [["Rape", 1.07, 0.67, 1.71], ["Adults", "not given", "not given", "not given"]]
    over = words.by_unit({"Rape": Figure(1.5, 1.1, 2.0, 3.0, 2.0)}, MONTH, "investigations")
    assert over.title == "More work came in than hours to do it, even at the low weights: Rape"


def test_the_working_year_says_both_readings_of_what_it_loses() -> None:
    said = words.year_said(settings.sample().force("NORTHSHIRE").working_time[0])
    assert "1,400 hours for work: 2,080 contracted, less 680 lost (public holidays 64," in said
    assert "33% of contracted hours and 49% on top of worked ones" in said
    assert words.year_said(None) == ""


def test_every_weight_is_shown_with_its_source_and_status() -> None:
    (row,) = words.weights_table([weight("rape", "proposed")]).to_dict("records")
    assert (row["Hours a case"], row["Low"], row["High"], row["Status"]) == ("10", "5", "20", "proposed")
