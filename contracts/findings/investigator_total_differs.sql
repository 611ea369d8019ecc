-- By unit and work type: open less unallocated in Caseload against the sum of Investigators.
with named as (
    select "force", month_end, unit, work_type, sum("open") as open_cases
    from investigators
    group by "force", month_end, unit, work_type
),

allocated as (
    select
        caseload."force",
        caseload.month_end,
        caseload.unit,
        caseload.work_type,
        caseload."open" - caseload.unallocated as open_cases
    from caseload
    where exists (
        select 1
        from named
        where named."force" = caseload."force" and named.month_end = caseload.month_end and named.unit = caseload.unit
    )
)

select
    coalesce(allocated."force", named."force") as "force",
    coalesce(allocated.unit, named.unit) as unit,
    coalesce(allocated.month_end, named.month_end) as month_end,
    coalesce(named.open_cases, 0) - coalesce(allocated.open_cases, 0) as n,
    coalesce(allocated.work_type, named.work_type) as detail
from allocated
full outer join named
    on allocated."force" = named."force" and allocated.month_end = named.month_end
    and allocated.unit = named.unit and allocated.work_type = named.work_type
where coalesce(named.open_cases, 0) <> coalesce(allocated.open_cases, 0)
    and (allocated.work_type is null or allocated.open_cases is not null)
order by "force", unit, month_end, detail
