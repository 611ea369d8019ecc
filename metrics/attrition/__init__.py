"""Attrition: who left the unit, public protection or the force, who came, and who stayed."""

from functools import partial

from metrics.model import Metric
from metrics.told import HEADCOUNT, Tells, of_numerator

POSTS = ("role", "worker_type")
AVERAGE = (
    "The denominator is the mean headcount of 13 month ends, as the NHS does; police statistics use the "
    "headcount at the start, and give a slightly different rate."
)
NHS = "https://www.nuffieldtrust.org.uk/chart/regional-variation-in-leaver-rates-for-selected-staff-groups-in-year-to-30-september-2021"
STABILITY = "https://www.parallelparliament.co.uk/question/158306"

_rate = partial(
    Metric,
    denominator="mean headcount in post at 13 month ends",
    kind="ratio",
    basis="headcount",
    unit="%",
    needs=(("people",),),
    dimensions=POSTS,
    window=12,
    numerator_enters="sum",
    denominator_enters="mean",
    better="lower",
    when_none="nobody in post",
    counts_people=True,
    same_people_as=("attrition/headcount",),
    verdict="interval",
    sources=(NHS,),
)
_flow = partial(
    Metric,
    denominator="",
    kind="count",
    basis="headcount",
    unit="people",
    needs=(("people",),),
    dimensions=POSTS,
    numerator_enters="sum",
    not_added_over=(),
    also_needs=(1,),
    counts_people=True,
    chart="xmr",
    verdict="signal",
)

METRICS = (
    _rate(
        id="attrition/left_unit_12m",
        title="Left the unit in 12 months",
        question="How many of the team have gone, wherever they went?",
        numerator="people in the unit at one month end and not at the next, over 12 months",
        dimensions=(*POSTS, "reason"),
        caveats=(AVERAGE, "Somebody who leaves and returns within a month is not seen to leave."),
    ),
    _rate(
        id="attrition/left_public_protection_12m",
        title="Left public protection in 12 months",
        question="How many have been lost to public protection?",
        numerator="people in a unit at one month end and in none of the force's at the next, over 12 months",
        tells=(Tells("moves within public protection", numerator=-1, beside="attrition/left_unit_12m"),),
        caveats=(AVERAGE, "A person in two units is counted once, where most of their FTE was."),
    ),
    _rate(
        id="attrition/joined_public_protection_12m",
        title="Joined public protection in 12 months",
        question="How many have come to public protection from elsewhere?",
        numerator="people in a unit at one month end and in none of the force's at the last, over 12 months",
        better="higher",
        caveats=(AVERAGE, "A person in two units is counted once, where most of their FTE is."),
    ),
    _rate(
        id="attrition/left_force_12m",
        title="Left the force in 12 months",
        question="How many have left the force?",
        numerator="people recorded in Movements as leaving the force from the unit, over 12 months",
        needs=(("people", "movements"),),
        tells=(
            Tells(
                "moves to the rest of the force", numerator=-1, beside="attrition/left_public_protection_12m"
            ),
        ),
        caveats=(
            AVERAGE,
            "Rests on Movements: a leaver it does not name is not counted here.",
            "A leaver without a From unit is counted where People last had them; one who joined and left "
            "between two month ends is in no People, and is not counted.",
        ),
    ),
    _flow(
        id="attrition/leavers_month",
        title="Leavers of the unit",
        question="How many left this month, and why?",
        numerator="people in the unit at the last month end and not at this one",
        dimensions=(*POSTS, "reason"),
        better="lower",
    ),
    _flow(
        id="attrition/joiners_month",
        title="Joiners of the unit",
        question="How many came this month?",
        numerator="people in the unit at this month end and not at the last",
    ),
    _flow(
        id="attrition/net_flow_month",
        title="Joiners less leavers",
        question="Is the team growing or shrinking?",
        numerator="people who joined the unit, less people who left it",
        better="higher",
        chart="bars",
        verdict="none",
        caveats=("Joiners and leavers are each judged by themselves.",),
    ),
    Metric(
        id="attrition/headcount",
        title="People in the unit",
        question="How many people are in the unit?",
        numerator="people in the unit at the month end, whatever their hours",
        denominator="",
        kind="count",
        basis="headcount",
        unit="people",
        needs=(("people",),),
        dimensions=POSTS,
        numerator_enters="last",
        better="neither",
        not_added_over=("month_end",),
        counts_people=True,
        tells=(of_numerator(HEADCOUNT),),
        chart="lines",
        verdict="none",
        caveats=("A person in two units is counted in each.",),
    ),
    _rate(
        id="attrition/stability_12m",
        title="Stability over 12 months",
        question="How much of the team of a year ago is still here?",
        numerator="people in the unit now who were in it twelve months ago",
        denominator="people in the unit twelve months ago",
        window=1,
        numerator_enters="last",
        denominator_enters="last",
        also_needs=(12,),
        better="higher",
        when_none="nobody in post a year ago",
        caveats=("It is not 100% less the leaver rate: one post can be left twice.",),
        sources=(STABILITY,),
    ),
    _rate(
        id="attrition/reason_recorded_share",
        title="Leavers with a reason recorded",
        question="Do we know why people leave?",
        numerator="people who left the unit in 12 months and for whom Movements gives a reason",
        denominator="people who left the unit in 12 months",
        needs=(("people", "movements"),),
        denominator_enters="sum",
        also_needs=(12,),
        better="higher",
        when_none="nobody left",
        same_people_as=("attrition/left_unit_12m",),
        sources=(),
    ),
)
