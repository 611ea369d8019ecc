-- Units with open cases where, by People of the same month, nobody carries work.
with carrying as (
    select "force", month_end, unit, count(*) filter (where carries_work in ('full', 'reduced')) as carriers
    from people
    group by "force", month_end, unit
)

select
    caseload."force",
    caseload.unit,
    caseload.month_end,
    sum(caseload."open") as n,
    'open cases' as detail
from caseload
inner join carrying
    on caseload."force" = carrying."force" and caseload.month_end = carrying.month_end
    and caseload.unit = carrying.unit
where carrying.carriers = 0
group by caseload."force", caseload.unit, caseload.month_end
having sum(caseload."open") > 0
order by caseload."force", caseload.unit, caseload.month_end
