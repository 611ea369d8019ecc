-- Units whose Unavailable FTE is more than the FTE in post in People.
with away as (
    select "force", month_end, unit, sum(fte) as fte, count(*) as reason_rows
    from unavailable
    group by "force", month_end, unit
),

in_post as (
    select "force", month_end, unit, sum(fte) as fte
    from people
    group by "force", month_end, unit
)

select
    away."force",
    away.unit,
    away.month_end,
    away.reason_rows as n,
    'rows of Unavailable: ' || round(away.fte, 2) || ' FTE unavailable, ' || round(in_post.fte, 2)
    || ' FTE in post' as detail
from away
inner join in_post
    on away."force" = in_post."force" and away.month_end = in_post.month_end and away.unit = in_post.unit
where round(away.fte, 2) > round(in_post.fte, 2)
order by away."force", away.unit, away.month_end
