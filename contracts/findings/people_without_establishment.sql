-- People in a unit that has no funded posts in Establishment of the same month.
with sent as (
    select distinct "force", month_end
    from establishment
)

select
    people."force",
    people.unit,
    people.month_end,
    count(distinct people.person_key) as n,
    'people, ' || round(sum(people.fte), 2) || ' FTE' as detail
from people
inner join sent
    on people."force" = sent."force" and people.month_end = sent.month_end
left join (select distinct "force", month_end, unit from establishment) as posts
    on people."force" = posts."force" and people.month_end = posts.month_end and people.unit = posts.unit
where posts.unit is null
group by people."force", people.unit, people.month_end
order by people."force", people.unit, people.month_end
