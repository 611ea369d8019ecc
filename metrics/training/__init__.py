"""Training: who is in date on what their role needs, what lapses soon, and what is booked."""

from functools import partial

from metrics.model import IN_EACH_UNIT, Metric
from metrics.told import of_other

NEEDS = (("people", "training"),)
AS_HELD = "Read from the latest training record taken by the month end."
EXEMPT = "People the record calls exempt are left out."

_people = partial(
    Metric,
    kind="ratio",
    basis="headcount",
    unit="%",
    needs=NEEDS,
    dimensions=("role", "worker_type"),
    better="higher",
    when_none="nobody in post",
    rests_on_match=True,
    counts_people=True,
    same_people_as=("attrition/headcount",),
    verdict="months over the line",
    caveats=(AS_HELD, EXEMPT, IN_EACH_UNIT),
)
_courses = partial(
    Metric,
    denominator="courses that people in post need, by the role and unit they work in",
    kind="ratio",
    basis="courses",
    unit="%",
    needs=NEEDS,
    dimensions=("role", "worker_type", "course"),
    when_none="no course is required",
    rests_on_match=True,
    counts_people=True,
    verdict="months over the line",
    caveats=(AS_HELD, EXEMPT, "One person who needs two courses is counted in both."),
)
_ahead = partial(
    _courses,
    denominator="",
    kind="count",
    unit="places",
    dimensions=("role", "worker_type", "course", "reason"),
    chart="steps",
    verdict="none",
)
_held = partial(
    Metric,
    denominator="all open cases in somebody's name",
    kind="ratio",
    basis="cases",
    unit="%",
    needs=(("investigators", "people", "training"),),
    dimensions=("work_family", "work_type"),
    not_added_over=("work_family", "month_end"),
    better="higher",
    when_none="no work in anybody's name",
    rests_on_match=True,
)

METRICS = (
    _people(
        id="training/trauma_informed_in_date_at_work",
        title="Trauma-informed, in date, of people at work",
        question="Does a victim meet somebody trained for it?",
        numerator="people at work whose trauma-informed training is in date",
        denominator="people in post, without those whose post carries work and who carry none",
    ),
    _people(
        id="training/trauma_informed_in_date_in_post",
        title="Trauma-informed, in date, of all in post",
        question="How much of the whole team is in date?",
        numerator="people in post whose trauma-informed training is in date",
        denominator="people in post, at work or not",
    ),
    _people(
        id="training/trauma_informed_ever_in_post",
        title="Trauma-informed, ever, of all in post",
        question="How much of the whole team has ever had it?",
        numerator="people in post who have ever completed trauma-informed training",
        denominator="people in post, at work or not",
    ),
    _courses(
        id="training/required_course_in_date",
        title="Required courses in date",
        question="Are people in date on what their role needs?",
        numerator="required courses in date",
        better="higher",
        rest_is_told=True,
    ),
    _courses(
        id="training/required_course_ever",
        title="Required courses ever completed",
        question="Have people ever done what their role needs?",
        numerator="required courses ever completed",
        better="higher",
        rest_is_told=True,
        tells=(
            of_other("courses in date", "training/required_course_in_date"),
            of_other("courses expired", "training/expired"),
        ),
        same_people_as=("training/required_course_in_date",),
    ),
    _courses(
        id="training/no_record",
        title="Required courses with no record",
        question="For how much is there no record at all?",
        numerator="required courses with no completion recorded",
        better="lower",
        same_people_as=("training/required_course_ever",),
    ),
    _courses(
        id="training/expired",
        title="Required courses expired",
        question="How much has lapsed?",
        numerator="required courses completed once and no longer in date",
        better="lower",
        same_people_as=("training/required_course_ever",),
    ),
    _ahead(
        id="training/expiring_90_days",
        title="Expiring in 90 days",
        question="What lapses next?",
        numerator="required courses in date that lapse in the 90 days after the month end",
        better="lower",
    ),
    _ahead(
        id="training/expiring_not_booked_90_days",
        title="Expiring in 90 days, no place booked",
        question="For how many of them has nobody booked a place?",
        numerator="required courses in date that lapse in the 90 days after the month end, of people with no "
        "place booked on that course in those days",
        denominator="required courses in date that lapse in the 90 days after the month end",
        better="lower",
        same_people_as=("training/expiring_90_days",),
        rest_is_told=True,
    ),
    _ahead(
        id="training/booked_90_days",
        title="Booked in 90 days",
        question="Are the places booked?",
        numerator="places booked in the 90 days after the month end on courses people need",
        better="higher",
    ),
    _held(
        id="training/open_work_held_in_date",
        title="Open work held by someone in date on every required course",
        question="How much of the work is with somebody trained for it?",
        numerator="open cases held by a person in date on every course their role needs",
        denominator="open cases in somebody's name, without those of people whose role needs no course",
    ),
    _held(
        id="training/open_work_held_trauma_informed",
        title="Open work held by someone trauma-informed",
        question="How much of the work is with somebody whose trauma-informed training is in date?",
        numerator="open cases held by a person in the unit whose trauma-informed training is in date",
    ),
)
