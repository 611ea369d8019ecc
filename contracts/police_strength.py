"""Police strength: officers and staff of each force, as the Home Office publishes them."""

from datetime import date

from contracts.model import Column, Dataset, Rule, SetRule, Wide
from contracts.published_rules import rules_of_national
from contracts.shared_columns import listed

FORCE_COLUMN = Column(
    "force",
    "Force",
    "text",
    "The police force area; regions and totals are not forces.",
    aliases=(
        "Police force area",
        "Police force",
        "Force name",
        "Police force area, English region and Wales",
    ),
    example="Cleveland",
    sensitivity="open",
)
REGION_COLUMN = Column(
    "region",
    "Region",
    "text",
    "The English region, or Wales.",
    required=False,
    aliases=("English region", "Area"),
    example="North East",
    sensitivity="open",
)

COLUMNS = (
    FORCE_COLUMN,
    Column(
        "as_at",
        "As at",
        "date",
        "The day the count describes: 31 March or 30 September.",
        aliases=("As at 31 March", "As at date", "Snapshot date", "Date"),
        example=date(2015, 9, 30),
        sensitivity="open",
    ),
    listed(
        "worker_type",
        "Worker type",
        "The kind of worker the table counts.",
        "strength_worker_types",
        "officers",
        "Workforce type",
        required=True,
    ),
    listed(
        "basis", "Basis", "Full-time equivalents, or headcount.", "bases", "FTE", "Measure", required=True
    ),
    Column(
        "edition",
        "Edition",
        "date",
        "The newest date in the publication, which tells a figure from its revision.",
        aliases=("Publication", "Release"),
        example=date(2015, 9, 30),
        sensitivity="open",
    ),
    Column(
        "value",
        "FTE or headcount",
        "number",
        "The strength on that day.",
        aliases=("Value", "Strength", "Total", "Number"),
        at_least=0,
        example=1315.32,
        sensitivity="open",
    ),
    REGION_COLUMN,
)

RULES = (
    *rules_of_national("police_strength"),
    Rule(
        "police_strength.not_a_snapshot_day",
        "The count is not dated 31 March or 30 September.",
        "The Home Office counts on those two days. Check the date above the column.",
        "not ((month(as_at) = 3 and day(as_at) = 31) or (month(as_at) = 9 and day(as_at) = 30))",
        severity="warning",
        column="as_at",
        catches={"as_at": date(2015, 8, 31)},
        allows={"as_at": date(2015, 3, 31)},
    ),
)

SET_RULES = (
    SetRule(
        "police_strength.repeated",
        "This force, day, worker type and basis is in the publication more than once.",
        "Keep one of the rows; look for a second table with the same title.",
        "police_strength_repeated.sql",
        catches=({}, {"value": 1.0}),
        allows=({}, {"as_at": date(2015, 3, 31)}),
    ),
)

PUBLISHED_TABLE = Wide(
    down=("force",),
    across="as_at",
    cells="value",
    says="Forces down, dates across, under a title that names worker type and basis; regions are subtotals.",
    from_title=("worker_type", "basis", "edition"),
)

POLICE_STRENGTH = Dataset(
    name="police_strength",
    title="Police strength",
    workbook="home office",
    one_row_is="one force, one day, one kind of worker",
    key=("force", "as_at", "worker_type", "basis", "edition"),
    columns=COLUMNS,
    rules=RULES,
    set_rules=SET_RULES,
    optional=True,
    wide=PUBLISHED_TABLE,
    published=("edition", "worker_type", "basis"),
)
