"""Staffing: what is funded, who is in post, who of them can carry work, and how new they are."""

from functools import partial

from metrics import told
from metrics.model import IN_EACH_UNIT, Metric
from metrics.told import (
    ACCREDITED,
    DEPLOYABLE,
    STARTS,
    Tells,
    of_denominator,
    of_numerator,
    of_rest,
)

IN_POST = (("people",), ("establishment",))
CAN_CARRY = (("people",), ("establishment", "unavailable"))
POSTS = ("role", "worker_type")
NOT_SENT = (
    "Where a unit sends no People, deployable is in post less Unavailable; where that is not sent either, "
    "it is not known."
)
OVER = "{} FTE more than posts"
NEW_TEAM = "Many people with one date is usually a reorganisation, not new people."

_fte = partial(
    Metric,
    denominator="",
    kind="count",
    basis="FTE",
    unit="FTE",
    needs=IN_POST,
    dimensions=POSTS,
    decimals=1,
    chart="bars",
)
_rate = partial(
    Metric,
    kind="ratio",
    basis="FTE",
    unit="%",
    needs=(("establishment",),),
    dimensions=POSTS,
    when_none="no funded posts",
    verdict="months over the line",
)
_new = partial(
    Metric,
    denominator="people in post whose date of joining the unit is given",
    kind="ratio",
    basis="headcount",
    unit="%",
    needs=(("people",),),
    dimensions=POSTS,
    when_none="no joining dates given",
    counts_people=True,
    same_people_as=("attrition/headcount",),
    caveats=(NEW_TEAM, IN_EACH_UNIT),
)

METRICS = (
    _fte(
        id="staffing/funded_fte",
        title="Funded posts",
        question="How many posts are paid for?",
        numerator="funded FTE",
        needs=(("establishment",),),
    ),
    _fte(
        id="staffing/in_post_fte",
        title="In post",
        question="How many of those posts have somebody in them?",
        numerator="FTE of people in post, at work or not",
        counts_people=True,
        tells=(of_numerator(told.IN_POST),),
    ),
    _fte(
        id="staffing/deployable_fte",
        title="Deployable",
        question="How many people can carry work?",
        numerator="FTE of people who carry work: full at 1, reduced at the share the force has set",
        denominator="FTE of people in post",
        needs=CAN_CARRY,
        better="higher",
        counts_people=True,
        tells=(of_numerator(DEPLOYABLE), of_denominator(told.IN_POST)),
        caveats=(NOT_SENT,),
    ),
    _fte(
        id="staffing/deployable_accredited_fte",
        title="Deployable and accredited",
        question="How many of them are accredited for the work?",
        numerator="deployable FTE of people at PIP2 or beyond, or whose post needs no accreditation",
        denominator="deployable FTE",
        needs=(("people",),),
        better="higher",
        counts_people=True,
        tells=(of_numerator(ACCREDITED), of_denominator(DEPLOYABLE)),
        caveats=(
            "A person whose stage is blank is not counted as accredited.",
            "Stage “not needed” counts as accredited as far as the post asks.",
        ),
    ),
    _rate(
        id="staffing/deployable_share_of_funded",
        title="Deployable, of funded posts",
        question="Of the posts paid for that carry work, how much can be used?",
        numerator="deployable FTE",
        denominator="funded FTE of the roles that carry work",
        needs=(("establishment", "people"), ("establishment", "unavailable")),
        better="higher",
        tells=(of_numerator(DEPLOYABLE),),
        caveats=(NOT_SENT,),
    ),
    Metric(
        id="staffing/unavailable_fte",
        title="Not available",
        question="What takes people away?",
        numerator="FTE of people in post who are not available, by reason",
        denominator="",
        kind="count",
        basis="FTE",
        unit="FTE",
        needs=(("unavailable",),),
        dimensions=("reason", "worker_type"),
        better="lower",
        decimals=1,
        counts_people=True,
        chart="stacked",
        caveats=("A reason under 5 FTE is not shown below force level; the total is.",),
    ),
    _rate(
        id="staffing/vacancy_rate",
        title="Vacancy",
        question="How many funded posts are empty?",
        numerator="funded FTE less FTE in post",
        denominator="funded FTE",
        better="lower",
        tells=(of_rest(told.IN_POST),),
        below_zero=OVER,
        caveats=(
            "A unit's posts and people are netted: empty posts of one role may stand beside people beyond "
            "the posts of another. Below zero is more people than posts, and is said so.",
        ),
    ),
    _rate(
        id="staffing/vacancy_net_of_starts",
        title="Vacancy, net of starts agreed",
        question="How many funded posts are empty with nobody on the way?",
        numerator="funded FTE less FTE in post and FTE with a start agreed",
        denominator="funded FTE",
        better="lower",
        below_zero=f"{OVER}, with starts agreed",
        # Beside vacancy it gives the starts; where there are none, the people in post.
        tells=(of_rest(told.IN_POST), Tells(STARTS, numerator=-1, beside="staffing/vacancy_rate")),
    ),
    _rate(
        id="staffing/rest_of_force_vacancy_rate",
        title="Vacancy in the rest of the force",
        question="Is public protection shorter of people than the rest of the force?",
        numerator="funded FTE less FTE in post, outside public protection",
        denominator="funded FTE outside public protection",
        below_zero=OVER,
        whose="rest of force",
        better="neither",
        caveats=("To set beside public protection; never added to it.",),
    ),
    Metric(
        id="staffing/staff_per_supervisor",
        title="Staff for each supervisor",
        question="Can supervisors see what their people carry?",
        numerator="FTE in post who are neither supervisors nor managers",
        denominator="FTE of supervisors in post",
        kind="ratio",
        basis="FTE",
        unit="staff per supervisor",
        needs=IN_POST,
        dimensions=("worker_type",),
        better="lower",
        decimals=1,
        when_none="no supervisor in post",
        counts_people=True,
        tells=(
            of_numerator(told.IN_POST, "neither supervisors nor managers"),
            of_denominator(told.IN_POST, "supervisors"),
        ),
        verdict="months over the line",
        caveats=("Acting and temporary supervisors are counted, and shown beside.",),
    ),
    Metric(
        id="staffing/acting_supervisors",
        title="Supervisors acting or temporary",
        question="How many supervisors are in the role only for now?",
        numerator="FTE of supervisors acting or temporary",
        denominator="FTE of supervisors in post",
        kind="ratio",
        basis="FTE",
        unit="%",
        needs=(("people",),),
        dimensions=("worker_type",),
        better="lower",
        when_none="no supervisor in post",
        counts_people=True,
        tells=(of_denominator(told.IN_POST, "supervisors"),),
    ),
    _new(
        id="staffing/under_one_year",
        title="Under one year in the unit",
        question="How new is the team?",
        numerator="people who joined the unit less than one year ago",
    ),
    _new(
        id="staffing/under_two_years",
        title="Under two years in the unit",
        question="How new is the team?",
        numerator="people who joined the unit less than two years ago",
    ),
)
