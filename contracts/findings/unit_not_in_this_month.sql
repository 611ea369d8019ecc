-- Units in last month's Caseload that this month's, sent by the same force, does not name.
with sent as (
    select distinct "force", month_end
    from caseload
),

last_month as (
    select
        "force",
        unit,
        last_day(month_end + interval 1 month) as month_end,
        sum("open") as open_cases
    from caseload
    group by "force", unit, month_end
)

select
    last_month."force",
    last_month.unit,
    last_month.month_end,
    last_month.open_cases as n,
    'open cases last month' as detail
from last_month
inner join sent
    on last_month."force" = sent."force" and last_month.month_end = sent.month_end
where not exists (
    select 1
    from caseload as this_month
    where this_month."force" = last_month."force" and this_month.unit = last_month.unit
        and this_month.month_end = last_month.month_end
)
order by last_month."force", last_month.unit, last_month.month_end
