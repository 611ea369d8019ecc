"""Demand: what was recorded in one month, for a unit or for the whole force, and by which counting rule."""

from datetime import date

from contracts import words
from contracts.model import Column, Dataset, Rule, SetRule
from contracts.shared_columns import listed, month_end, source, unit

COLUMNS = (
    month_end(),
    unit("The unit whose work it becomes, or the words `Whole force`.", may_be_whole_force=True),
    listed(
        "category",
        "Category",
        "The kind of work, or all recorded crime, or all incidents.",
        "demand_categories",
        "domestic abuse",
        "Crime category",
        "Offence group",
        "Demand category",
        "Offence category",
        required=True,
    ),
    listed(
        "counted_as",
        "Counts",
        "What is counted: recorded crimes or incidents. The two are never added together.",
        "counted_as",
        "recorded crimes",
        "Counted as",
        "Measure counted",
        required=True,
    ),
    Column(
        "count",
        "Count",
        "whole_number",
        "How many were recorded in the month.",
        aliases=("Number recorded", "Volume", "Number of crimes", "Number of incidents", "Recorded in month"),
        at_least=0,
        example=187,
        sensitivity="open",
    ),
    Column(
        "definition",
        "Definition",
        "text",
        "The counting rule in force in that month. Where it changes, the line breaks.",
        aliases=("Counting rule", "Counting rules", "Recording standard"),
        example="Home Office Counting Rules, April 2025",
        sensitivity="open",
    ),
    source("The system or publication that the count was taken from.", "Crime system, monthly extract"),
    Column(
        "published_on",
        "Published or extracted on",
        "date",
        "The day the count was published or taken from the system.",
        required=False,
        aliases=("Published on", "Extracted on", "Extract date", "Publication date"),
        example=date(2026, 10, 5),
        sensitivity="open",
    ),
)

RULES = (
    Rule(
        "demand.counted_otherwise",
        "All recorded crime is counted in incidents, or all incidents in recorded crimes.",
        "Make Counts what the category says: recorded crimes, or incidents.",
        f"(category = '{words.ALL_RECORDED_CRIME}' and counted_as = 'incidents') "
        f"or (category = '{words.ALL_INCIDENTS}' and counted_as = 'recorded crimes')",
        column="counted_as",
        catches={"category": words.ALL_RECORDED_CRIME, "counted_as": "incidents"},
        allows={"category": words.ALL_INCIDENTS, "counted_as": "incidents"},
    ),
    Rule(
        "demand.published_before_the_month_ended",
        "The count was published or taken from the system before the month had ended.",
        "Correct the day, or take the whole month from the system again.",
        "published_on < month_end",
        column="published_on",
        catches={"published_on": date(2026, 9, 29)},
        allows={"published_on": date(2026, 9, 30)},
    ),
)

SET_RULES = (
    SetRule(
        "demand.repeated",
        "This month, unit, category and kind of count is in the sheet more than once.",
        "Keep one row. Counts of several systems are added up before they are sent.",
        "demand_repeated.sql",
        catches=({}, {"count": 12}),
        allows=({}, {"counted_as": "incidents"}),
    ),
    SetRule(
        "demand.more_than_all",
        "One category is larger than all recorded crime, or all incidents, of the same unit and month.",
        "Check both counts; the category is a part of all, counted by the same rule.",
        "demand_more_than_all.sql",
        column="count",
        catches=({"count": 200}, {"category": words.ALL_RECORDED_CRIME, "count": 199}),
        allows=(
            {"count": 200},
            {"category": words.ALL_RECORDED_CRIME, "count": 200},
            {"category": words.ALL_INCIDENTS, "counted_as": "incidents", "count": 9},
        ),
    ),
    SetRule(
        "demand.definition_changed",
        "The counting rule is another than in the month before: the line breaks there.",
        "Accept it and say why, where the rule did change; else write the definition as in the month before.",
        "demand_definition_changed.sql",
        severity="warning",
        column="definition",
        catches=({}, {"month_end": date(2026, 8, 31), "definition": "Counting rules of April 2024"}),
        allows=({}, {"month_end": date(2026, 8, 31)}),
    ),
)

DEMAND = Dataset(
    name="demand",
    title="Demand",
    workbook="demand",
    one_row_is="one category of recorded demand, for one unit or the whole force, in one month",
    key=("month_end", "unit", "category", "counted_as"),
    columns=COLUMNS,
    rules=RULES,
    set_rules=SET_RULES,
    stands=("unit", "category", "counted_as", "definition", "source"),
    sheet_aliases=("Recorded demand", "Recorded crime", "Crime and incidents"),
    optional=True,
    dated_by="month_end",
)
