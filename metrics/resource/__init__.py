"""Resource: the share of the force's demand, people and money that public protection has."""

from functools import partial

from metrics.model import Metric
from metrics.told import DEPLOYABLE, IN_POST, of_numerator

YEAR_BEFORE = tuple(range(1, 12))
NO_ALL = "no count of all recorded crime by the same rule"
NO_YEAR = "not twelve months of all recorded crime by one rule"
NO_FORCE = "not every unit and the rest of the force are known"
NO_BUDGET = "no budget of the whole force for the year"
OVERLAP = "A crime may be of two kinds and is counted in each, so kinds together are at most what is printed."
OWN_COUNT = (
    "Of a unit that sends its own all recorded crime, that count, each crime once; of others kind by kind, "
    "each in every month."
)
ROLES = (
    "There is no role for response and neighbourhood officers, so of the rest of the force only what was "
    "sent under these roles is counted."
)
RULES = "Where the counting rule changes there is a break: no share is counted over two rules."
ALONE = "One unit's parts stand on two rows: its own, and that of the whole force."

_share = partial(Metric, kind="ratio", unit="%", needs=(), decimals=1)
_of_units = partial(_share, whose="share of force")
_crimes = partial(_share, basis="cases", dimensions=("work_type",), when_none=NO_ALL)
_year = partial(_crimes, also_needs=YEAR_BEFORE, when_none=NO_YEAR)
_people = partial(_of_units, basis="FTE", counts_people=True, when_none=NO_FORCE)

METRICS = (
    _crimes(
        id="resource/recorded_share",
        title="Share of recorded crime, by kind of work",
        question="How much of all recorded crime is of a kind that public protection deals with?",
        numerator="crimes of the kind recorded in the whole force in the month",
        denominator="all recorded crime of the force, in the month",
        whose="whole force",
        not_added_over=("work_type", "month_end"),
        caveats=(OVERLAP, RULES),
    ),
    _year(
        id="resource/recorded_share_12m",
        title="Share of recorded crime in 12 months, by kind of work",
        question="How much of a year's recorded crime is of a kind that public protection deals with?",
        numerator="crimes of the kind recorded in the whole force in 12 months",
        denominator="all recorded crime of the force, in the 12 months",
        whose="whole force",
        not_added_over=("work_type", "month_end"),
        caveats=(OVERLAP, RULES),
    ),
    _crimes(
        id="resource/share_of_demand",
        title="Share of demand",
        question="How much of all recorded crime becomes the work of the units?",
        numerator="recorded crimes that became the units' work in the month",
        denominator="all recorded crime of the force, in the month",
        whose="share of force",
        caveats=(
            OVERLAP,
            OWN_COUNT,
            RULES,
            "A crime is not an hour of work, and work that is no crime is not in it.",
            ALONE,
        ),
    ),
    _year(
        id="resource/share_of_demand_12m",
        title="Share of demand in 12 months",
        question="How much of a year's recorded crime becomes the work of the units?",
        numerator="recorded crimes that became the units' work in 12 months",
        denominator="all recorded crime of the force, in the 12 months",
        whose="share of force",
        caveats=(
            OVERLAP,
            OWN_COUNT,
            RULES,
            "A crime is not an hour of work, and work that is no crime is not in it.",
            ALONE,
        ),
    ),
    _people(
        id="resource/share_of_people",
        title="Share of people",
        question="How many of the force's people are in the units?",
        numerator="FTE in post in the units, of all roles",
        denominator="FTE in post in all units and the rest of the force, of all roles",
        same_people_as=("staffing/in_post_fte",),
        tells=(of_numerator(IN_POST),),
        caveats=("The rest of the force is what was sent as such.", ALONE),
    ),
    _people(
        id="resource/share_of_deployable",
        title="Share of deployable people",
        question="How many of the force's people who can carry work are in the units?",
        numerator="deployable FTE in the units, of roles that carry work",
        denominator="deployable FTE in all units and the rest of the force, of roles that carry work",
        same_people_as=("staffing/deployable_fte",),
        tells=(of_numerator(DEPLOYABLE),),
        caveats=(
            ROLES,
            "Known only where the rest of the force has sent Unavailable: without it everybody in post would "
            "count as deployable.",
            ALONE,
        ),
    ),
    _of_units(
        id="resource/share_of_money",
        title="Share of money",
        question="How much of the force's budget is the units'?",
        numerator="pounds in the units' budgets for the financial year of the month",
        denominator="pounds in the force's budget for the same year, including the same spending",
        basis="pounds",
        when_none=NO_BUDGET,
        caveats=(
            "Pay only or all spending, whichever the force and most of the units have; never the two mixed.",
            ALONE,
        ),
    ),
)
