-- People who left the force by Movements and are in People at a later month end, with no joining or return in between.
select
    people."force",
    people.unit,
    people.month_end,
    count(distinct people.person_key) as n,
    'people' as detail
from people
where exists (
    select 1
    from movements as leaving
    where leaving."force" = people."force" and leaving.person_key = people.person_key
        and leaving.event = 'leave force' and leaving.date < people.month_end
        and not exists (
            select 1
            from movements as back
            where back."force" = people."force" and back.person_key = people.person_key
                and back.event in ('join', 'return')
                and back.date >= leaving.date and back.date <= people.month_end
        )
)
group by people."force", people.unit, people.month_end
order by people."force", people.unit, people.month_end
