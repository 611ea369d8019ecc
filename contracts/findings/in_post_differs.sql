-- Units whose In post FTE in Establishment differs from People by more than one FTE.
with said as (
    select "force", month_end, unit, sum(in_post_fte) as fte
    from establishment
    where in_post_fte is not null
    group by "force", month_end, unit
),

named as (
    select "force", month_end, unit, sum(fte) as fte, count(distinct person_key) as people
    from people
    group by "force", month_end, unit
)

select
    said."force",
    said.unit,
    said.month_end,
    named.people as n,
    'people: ' || round(said.fte, 2) || ' FTE in Establishment, ' || round(named.fte, 2)
    || ' FTE in People' as detail
from said
inner join named
    on said."force" = named."force" and said.month_end = named.month_end and said.unit = named.unit
where abs(said.fte - named.fte) > 1.001
order by said."force", said.unit, said.month_end
