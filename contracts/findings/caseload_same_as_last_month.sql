-- Units in which every work type has the open, new and closed of the month before: probably last month's sheet.
with compared as (
    select
        this_month."force",
        this_month.unit,
        this_month.month_end,
        this_month."open" = last_month."open" and this_month."new" = last_month."new"
        and this_month.closed = last_month.closed as same,
        this_month."new" + this_month.closed as flow
    from caseload as this_month
    inner join caseload as last_month
        on this_month."force" = last_month."force" and this_month.unit = last_month.unit
        and this_month.work_type = last_month.work_type
        and last_month.month_end = last_day(this_month.month_end - interval 1 month)
)

select
    "force",
    unit,
    month_end,
    count(*) as n,
    'work types with the same open, new and closed' as detail
from compared
group by "force", unit, month_end
having bool_and(same) and sum(flow) >= 10
order by "force", unit, month_end
