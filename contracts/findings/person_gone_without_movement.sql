-- People in last month's People who are nowhere in this month's, though their unit sent it, and have no leaving in
-- Movements between the two month ends.
with sent as (
    select distinct "force", month_end, unit
    from people
),

last_month as (
    select distinct
        "force",
        unit,
        person_key,
        month_end as was_there,
        last_day(month_end + interval 1 month) as month_end
    from people
)

select
    last_month."force",
    last_month.unit,
    last_month.month_end,
    count(distinct last_month.person_key) as n,
    'people' as detail
from last_month
inner join sent
    on last_month."force" = sent."force" and last_month.month_end = sent.month_end and last_month.unit = sent.unit
where not exists (
    select 1
    from people as this_month
    where this_month."force" = last_month."force" and this_month.person_key = last_month.person_key
        and this_month.month_end = last_month.month_end
)
and not exists (
    select 1
    from movements
    where movements."force" = last_month."force" and movements.person_key = last_month.person_key
        and movements.event in ('leave force', 'move', 'temporary move')
        and movements.date > last_month.was_there and movements.date <= last_month.month_end
)
group by last_month."force", last_month.unit, last_month.month_end
order by last_month."force", last_month.unit, last_month.month_end
