"""Police functions: the FTE of each force by what it does, as the Home Office publishes them."""

from datetime import date

from contracts.model import Column, Dataset, Rule, SetRule
from contracts.police_strength import FORCE_COLUMN, REGION_COLUMN
from contracts.published_rules import rules_of_national
from contracts.shared_columns import listed

COLUMNS = (
    FORCE_COLUMN,
    Column(
        "as_at",
        "As at",
        "date",
        "The day the count describes: 31 March.",
        aliases=("As at 31 March", "As at date", "Snapshot date", "Date"),
        example=date(2025, 3, 31),
        sensitivity="open",
    ),
    listed(
        "worker_type",
        "Worker type",
        "The kind of worker that is counted.",
        "strength_worker_types",
        "officers",
        "Workforce type",
        required=True,
    ),
    Column(
        "wider_function",
        "Wider function",
        "text",
        "What the workers do, in the broad functions of the Police Objective Analysis.",
        aliases=("Wider function name",),
        example="Public Protection",
        sensitivity="open",
    ),
    Column(
        "function",
        "Function",
        "text",
        "What they do more closely, within the wider function.",
        aliases=("Function subgroup name", "Function sub-group name", "Function name"),
        example="Public Protection",
        sensitivity="open",
    ),
    Column(
        "edition",
        "Edition",
        "date",
        "The newest date in the publication, which tells a figure from its revision.",
        aliases=("Publication", "Release"),
        example=date(2025, 3, 31),
        sensitivity="open",
    ),
    Column(
        "value",
        "FTE",
        "number",
        "Full-time equivalents on that day, over all of the force's workers of that kind in that function.",
        aliases=("Total (FTE)", "Total FTE", "Value"),
        at_least=0,
        example=312.4,
        sensitivity="open",
    ),
    REGION_COLUMN,
)

RULES = (
    *rules_of_national("police_functions"),
    Rule(
        "police_functions.total_of_functions",
        "This row is a total of functions, which would count its workers twice.",
        "Take it out; totals are added up from the functions.",
        "wider_function ilike 'total%' or wider_function ilike 'all functions%'",
        column="wider_function",
        catches={"wider_function": "Total"},
        allows={"wider_function": "Other"},
    ),
)

SET_RULES = (
    SetRule(
        "police_functions.repeated",
        "This force, day, worker type and function is in the publication more than once.",
        "Keep one of the rows; look for a second table with the same title.",
        "police_functions_repeated.sql",
        catches=({}, {"value": 1.0}),
        allows=({}, {"as_at": date(2024, 3, 31)}),
    ),
)

POLICE_FUNCTIONS = Dataset(
    name="police_functions",
    title="Police functions",
    workbook="home office",
    one_row_is="one force, one day, one kind of worker in one function",
    key=("force", "as_at", "worker_type", "wider_function", "function", "edition"),
    columns=COLUMNS,
    rules=RULES,
    set_rules=SET_RULES,
    optional=True,
    published=("edition",),
)
