"""Budget: the money of one unit, or of the whole force, for one financial year."""

from datetime import date

from contracts.model import Column, Dataset, Rule, SetRule
from contracts.shared_columns import listed, pounds, source, unit

COLUMNS = (
    Column(
        "year_ending",
        "Year ending",
        "date",
        "The last day of the financial year, 31 March. 2026/27 is read as 31 March 2027.",
        aliases=("Financial year", "Financial year ending", "Year end", "Year to 31 March"),
        example=date(2027, 3, 31),
    ),
    unit("The unit the money is for, or the words `Whole force`.", may_be_whole_force=True),
    listed(
        "includes",
        "Includes",
        "What the amounts include: pay only, or all spending. The two are never added together.",
        "budget_includes",
        "pay only",
        "Budget includes",
        "What is included",
        "Budget type",
        required=True,
    ),
    pounds(
        "budget_pounds",
        "Budget £",
        "The budget for the year, in whole pounds.",
        2_150_000,
        "Budget",
        "Budget for the year",
        "Annual budget",
        "Approved budget",
        required=True,
    ),
    pounds(
        "spent_pounds",
        "Spent £",
        "What has been spent of it, in whole pounds: in the whole year, or up to the day of Spent up to.",
        1_040_000,
        "Spent",
        "Spend",
        "Spent to date",
        "Actual spend",
        "Expenditure",
    ),
    Column(
        "spent_as_at",
        "Spent up to",
        "date",
        "The day up to which the spending is counted; blank for the whole year.",
        required=False,
        aliases=("Spent as at", "Spend as at", "Actuals to"),
        example=date(2026, 9, 30),
    ),
    source("The budget book, report or decision that the amounts are in.", "Budget book 2026/27, page 14"),
    Column(
        "agreed_on",
        "Agreed on",
        "date",
        "The day the budget was agreed.",
        required=False,
        aliases=("Date agreed", "Approved on", "Date approved"),
        example=date(2026, 2, 24),
    ),
)

FORCE = {"unit": "Whole force"}
CHILD_ABUSE = {"unit": "Child abuse investigation"}

RULES = (
    Rule(
        "budget.not_a_year_end",
        "The year does not end on 31 March.",
        "Write the last day of the financial year, such as 31/03/2027, or the year as 2026/27.",
        "not (month(year_ending) = 3 and day(year_ending) = 31)",
        column="year_ending",
        catches={"year_ending": date(2026, 12, 31)},
        allows={"year_ending": date(2026, 3, 31)},
    ),
    Rule(
        "budget.spent_over_budget",
        "More was spent than the budget for the year.",
        "This is accepted where it did happen; say why. Else check that both are of the same year and kind.",
        "spent_pounds > budget_pounds",
        severity="warning",
        column="spent_pounds",
        catches={"budget_pounds": 2_150_000, "spent_pounds": 2_150_001},
        allows={"budget_pounds": 2_150_000, "spent_pounds": 2_150_000},
    ),
    Rule(
        "budget.in_thousands",
        "The budget is less than £1,000.",
        "Write pounds: 2,150 thousand is 2,150,000. Accept it where the budget is truly so small.",
        "budget_pounds > 0 and budget_pounds < 1000",
        severity="warning",
        column="budget_pounds",
        catches={"budget_pounds": 999, "spent_pounds": None},
        allows={"budget_pounds": 1000, "spent_pounds": None},
    ),
    Rule(
        "budget.spent_up_to_another_year",
        "The spending is counted up to a day that is not in the financial year.",
        "Correct the day or the year; a year ending 31 March 2027 begins on 1 April 2026.",
        "spent_as_at > year_ending or spent_as_at <= year_ending - interval 1 year",
        column="spent_as_at",
        catches={"spent_as_at": date(2027, 4, 1)},
        allows={"spent_as_at": date(2026, 4, 1)},
    ),
)

SET_RULES = (
    SetRule(
        "budget.repeated",
        "This year, unit and kind of budget is in the sheet more than once.",
        "Keep one row for each year and unit; add parts of one budget together first.",
        "budget_repeated.sql",
        catches=({}, {"budget_pounds": 1_000_000, "spent_pounds": None}),
        allows=({}, {"includes": "all spending"}),
    ),
    SetRule(
        "budget.unit_over_force",
        "The budget of a unit is larger than that of the whole force for the same year.",
        "Check both amounts: the unit is a part of the force, and both are to be in pounds.",
        "budget_unit_over_force.sql",
        column="budget_pounds",
        catches=({"budget_pounds": 501}, {**FORCE, "budget_pounds": 500}),
        allows=({"budget_pounds": 500}, {**FORCE, "budget_pounds": 500}),
    ),
    SetRule(
        "budget.units_over_force",
        "The budgets of the units add up to more than that of the whole force for the same year.",
        "Check that no budget is in two units, and that all amounts are in pounds.",
        "budget_units_over_force.sql",
        severity="warning",
        column="budget_pounds",
        catches=(
            {"budget_pounds": 300},
            {**CHILD_ABUSE, "budget_pounds": 201},
            {**FORCE, "budget_pounds": 500},
        ),
        allows=(
            {"budget_pounds": 300},
            {**CHILD_ABUSE, "budget_pounds": 200},
            {**FORCE, "budget_pounds": 500},
        ),
    ),
)

BUDGET = Dataset(
    name="budget",
    title="Budget",
    workbook="finance",
    one_row_is="the money of one unit, or of the whole force, for one financial year",
    key=("year_ending", "unit", "includes"),
    columns=COLUMNS,
    rules=RULES,
    set_rules=SET_RULES,
    stands=("unit", "includes"),
    stands_in_period=("budget_pounds", "source", "agreed_on"),
    sheet_aliases=("Budgets", "Budget by unit", "Unit budgets"),
    optional=True,
    dated_by="year_ending",
)
