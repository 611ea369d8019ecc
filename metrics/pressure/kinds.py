"""The kinds of figure that pressure is made of, each with what all of its kind share."""

from functools import partial

from metrics.model import Metric
from metrics.told import DEPLOYABLE, of_denominator

STOCK = ("work_family", "month_end")
FLOW = ("work_family",)
WORK = ("work_family", "work_type")
CARRIERS = (("caseload", "people"), ("caseload", "establishment"))
WITHOUT_PEOPLE = (
    "Where a unit sends no People, deployable is in post less Unavailable; where that is not sent either, "
    "everyone in post whose role carries work counts, and pages say “in post”."
)
BESIDE_WAITING = (
    "Work waiting on the Crown Prosecution Service or on forensics is old without being neglected."
)

of_open = partial(
    Metric,
    denominator="all open cases",
    basis="cases",
    needs=(("caseload",),),
    dimensions=WORK,
    not_added_over=STOCK,
    better="lower",
    when_none="no open work",
    verdict="months over the line",
)
share = partial(of_open, kind="ratio", unit="%")
count = partial(of_open, kind="count", unit="cases")
flow = partial(
    Metric,
    denominator="",
    kind="count",
    basis="cases",
    unit="cases",
    needs=(("caseload",),),
    dimensions=WORK,
    not_added_over=FLOW,
    numerator_enters="sum",
    chart="xmr",
    verdict="signal",
)
per_carrier = partial(
    Metric,
    denominator="deployable FTE of the people who carry that family of work",
    kind="ratio",
    basis="FTE",
    unit="cases per FTE",
    needs=CARRIERS,
    dimensions=WORK,
    not_added_over=STOCK,
    better="lower",
    decimals=1,
    when_none="nobody to carry them",
    tells=(of_denominator(DEPLOYABLE, "of the family"),),
    verdict="months over the line",
    caveats=(WITHOUT_PEOPLE,),
)
workload = partial(
    Metric,
    denominator="hours available: deployable FTE of the family's carriers, times the approved working year, "
    "before what of it goes to no case",
    kind="ratio",
    basis="hours",
    unit="hours of work for each hour available",
    needs=CARRIERS,
    dimensions=WORK,
    window=12,
    numerator_enters="sum",
    denominator_enters="sum",
    not_added_over=STOCK,
    better="lower",
    decimals=2,
    when_none="nobody to carry them",
    same_people_as=("pressure/open_per_deployable_carrier",),
    verdict="months over the line",
    caveats=(
        "Given only where the force has approved hours for a case of every work type that came in, and a "
        "working year, for all twelve months.",
        "Hours for a case are local judgement: the range from low to high weights goes with the figure.",
        "Supervision, and work that is no case, are not in it, and the hours that they take are not taken "
        "off: People needed and Scenarios take them off, so they have fewer hours for the same people.",
        "Where the same people carry other families of work, all their hours stand beside this family's work "
        "alone: they have less time for it than the figure says.",
    ),
)
