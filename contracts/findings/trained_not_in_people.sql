-- People with a training record who are not in People of the same month, looked for by training number, then HR number.
with roll as (
    select distinct "force", month_end, coalesce(training_key, person_key) as trained
    from people
),

sent as (
    select distinct "force", month_end
    from people
)

select
    training."force",
    training.unit,
    training.month_end,
    count(distinct training.person_key) as n,
    'people' as detail
from training
inner join sent
    on training."force" = sent."force" and training.month_end = sent.month_end
left join roll
    on training."force" = roll."force" and training.month_end = roll.month_end
    and training.person_key = roll.trained
where roll.trained is null
group by training."force", training.unit, training.month_end
order by training."force", training.unit, training.month_end
