"""Recorded demand, budgets and costs as performance and finance teams write them: dated row by row."""

from datetime import date

import pytest

from tests.etl.intake.workbooks import CASELOAD, DOMESTIC, check_sheets, codes, only

DEMAND = ["Month end", "Unit", "Category", "Counts", "Count", "Definition", "Source"]
BUDGET = ["Year ending", "Unit", "Includes", "Budget £", "Source"]
COSTS = ["From", "Role", "Worker type", "Cost per post £ a year", "Includes", "Source"]
RULE = "Home Office Counting Rules, April 2025"
AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)


def counted(month=SEPTEMBER, unit="Whole force", category="rape", count=40, rule=RULE, source="extract"):
    counts = "incidents" if category == "all incidents" else "recorded crimes"
    return [month, unit, category, counts, count, rule, source]


def demand(*rows, **other):
    return check_sheets(Demand=[DEMAND, *rows], **other)


def budget(*rows, headings=BUDGET):
    return check_sheets(Budget=[headings, *rows])


def costs(*rows):
    return check_sheets(Post_costs=[COSTS, *rows])


def kept(file, *names):
    return [tuple(row.kept[name] for name in names) for sheet in file.sheets for row in sheet.rows]


def test_a_sheet_holds_many_months_each_row_of_its_own():
    file = demand(counted(AUGUST, count=44), counted(SEPTEMBER, count=41), counted("Jul-26", count=39))
    assert codes(file) == []
    months = [(AUGUST, 44), (SEPTEMBER, 41), (date(2026, 7, 31), 39)]
    assert kept(file, "month_end", "count") == months


def test_a_month_that_is_not_clear_is_asked_for_by_its_cell():
    first, middle, future = date(2026, 9, 1), date(2026, 9, 15), date(2026, 10, 31)
    file = demand(*(counted(month) for month in (AUGUST, first, middle, future, "soon", None)))
    assert {(b.code, b.cells) for b in file.report.breaches} == {
        ("month_first", ("A3",)),
        ("month_not_end", ("A4",)),
        ("month_future", ("A5",)),
        ("cell_not_date", ("A6",)),
        ("cell_blank_text", ("A7",)),
    }


def test_a_month_end_that_its_month_does_not_have_is_told_by_the_length_of_that_month():
    file = demand(counted(AUGUST), counted("31/09/2026"))
    [told] = [b.says for b in file.report.breaches if b.code == "cell_not_date"]
    assert told.endswith("September 2026 has 30 days.")


def test_the_whole_force_is_kept_as_no_unit_however_it_is_written():
    words = ["Whole force", "whole  FORCE", "Force", "Force-wide"]
    file = demand(*(counted(date(2026, n, 28), word) for n, word in zip((2, 2, 2, 2), words, strict=True)))
    assert codes(file) == ["demand.repeated"]  # they are one
    file = demand(counted(AUGUST, words[2]), counted(SEPTEMBER, words[3]))
    assert codes(file) == [] and kept(file, "unit") == [(None,)] * 2
    assert not file.sheets[0].units_named


def test_a_blank_unit_is_not_the_whole_force():
    assert only(demand(counted(), counted(AUGUST, unit=None)), "cell_blank_text").cells == ("B3",)


def test_the_whole_force_is_no_unit_of_other_sheets():
    row = [SEPTEMBER, "Whole force", *DOMESTIC[2:]]
    assert "cell_unknown" in codes(check_sheets(Caseload=[CASELOAD, DOMESTIC, row]))


def test_a_unit_is_known_by_the_name_it_had_in_the_month_of_its_row():
    old, new = "Public Protection Offender Team", "Sex Offender Management Unit"
    file = demand(counted(date(2025, 9, 30), old), counted(SEPTEMBER, new))
    assert codes(file) == []
    assert [row.codes["unit"] for row in file.sheets[0].rows] == ["MOSOVO1", "MOSOVO1"]


def test_another_counting_rule_says_that_the_line_breaks_there():
    told = only(demand(counted(AUGUST, rule="Rules of 2024"), counted()), "demand.definition_changed")
    assert (told.severity, told.cells) == ("warning", ("row 3",))


def test_a_category_larger_than_all_is_told():
    every = counted(category="all recorded crime", count=39)
    assert only(demand(counted(count=40), every), "demand.more_than_all").cells == ("row 2",)


def test_total_recorded_crime_is_a_category_and_no_total_row():
    file = demand(counted(category="Total recorded crime", count=90), counted())
    assert codes(file) == []
    assert [row.codes["category"] for row in file.sheets[0].rows] == ["all recorded crime", "rape"]


def test_a_total_row_is_still_left_out():
    file = demand(counted(), counted(AUGUST), ["Total", None, None, None, 80, None, None])
    assert codes(file) == [] and len(file.sheets[0].rows) == 2


def test_a_row_without_a_source_is_refused():
    assert only(demand(counted(), counted(AUGUST, source=None)), "cell_blank_text").cells == ("G3",)


def test_demand_of_other_months_may_lie_beside_a_return():
    assert codes(demand(counted(AUGUST), Caseload=[CASELOAD, DOMESTIC])) == []


def test_pounds_are_read_as_people_write_them():
    cells = {
        "£1,234,000": 1_234_000,
        "1.2m": 1_200_000,
        "£ 850k": 850_000,
        1234567.4: 1_234_567,
        "1,234": 1_234,
        "2 million": 2_000_000,
    }
    file = budget(*([date(2020 + n, 3, 31), "Force", "all", cell, "book"] for n, cell in enumerate(cells)))
    assert codes(file) == [] and kept(file, "budget_pounds") == [(pounds,) for pounds in cells.values()]


def test_rounded_amounts_are_told():
    rows = [
        ["2026/27", "Whole force", "pay only", "1.2m", "book"],
        ["2025/26", "Force", "pay", 10.4e5 + 0.5, "book"],
    ]
    said = " ".join(budget(*rows).report.said)
    assert "amounts written short were read as pounds, such as 1.2m as 1,200,000" in said
    assert "pence were rounded to whole pounds" in said


def test_what_is_not_clearly_an_amount_is_asked_for():
    cells = ["1.2", "12,34", "about 2m", "(1,234)", "£1.2m a year", "1,2m"]
    file = budget(*([date(2020 + n, 3, 31), "Force", "all", cell, "book"] for n, cell in enumerate(cells)))
    asked = {cell for b in file.report.breaches for cell in b.cells}
    assert asked == {f"D{row}" for row in range(2, 8)}


@pytest.mark.parametrize("heading", ["Budget £000", "Budget (£k)"])
def test_a_heading_in_thousands_is_never_read_as_pounds(heading):
    headings = [*BUDGET[:3], heading, BUDGET[4]]
    file = budget([date(2027, 3, 31), "Whole force", "pay only", 1200, "book"], headings=headings)
    assert {"pounds_in_thousands", "column_missing"} & set(codes(file)) and not file.report.ok


def test_a_financial_year_may_be_written_as_one():
    rows = [
        [text, "Whole force", kind, 5_000, "book"]
        for text, kind in (("2026/27", "pay only"), ("2026-2027", "all"))
    ]
    assert kept(budget(*rows), "year_ending") == [(date(2027, 3, 31),)] * 2


def test_a_year_that_is_not_clear_or_ends_on_another_day_is_asked_for():
    file = budget(
        *([text, "Force", "all", 5_000, "book"] for text in ("2026/28", "26/27", "2026", "31/12/2026"))
    )
    told = {(b.code, cell) for b in file.report.breaches for cell in b.cells}
    assert told == {*(("cell_not_date", f"A{row}") for row in (2, 3, 4)), ("budget.not_a_year_end", "A5")}


def test_a_cost_far_from_the_one_before_it_is_told():
    row = ["investigator", "officer", 60_000, "pay only", "costing"]
    dear = [date(2026, 9, 1), *row[:2], 90_000, *row[3:]]
    assert only(costs([date(2025, 9, 1), *row], dear), "post_cost.far_from_earlier").cells == ("row 3",)


def test_the_day_above_a_budget_is_not_its_month():
    file = check_sheets(
        Budget=[["Budget as at 12/10/2026"], BUDGET, ["2026/27", "Force", "all", 5_000, "book"]]
    )
    assert codes(file) == [] and file.sheets[0].month_end is None
