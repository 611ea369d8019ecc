-- Open cases in the name of a person who, by People of the same month, does not carry work, works elsewhere or is not
-- there at all. The crime system's number is looked for first, then the HR number.
with sent as (
    select distinct "force", month_end
    from people
),

posts as (
    select
        "force",
        month_end,
        coalesce(crime_key, person_key) as held_by,
        unit,
        bool_or(carries_work in ('full', 'reduced')) as carries
    from people
    group by "force", month_end, held_by, unit
),

held as (
    select
        investigators."force",
        investigators.month_end,
        investigators.unit,
        investigators."open" as open_cases,
        (
            select count(*)
            from posts
            where posts."force" = investigators."force" and posts.month_end = investigators.month_end
                and posts.held_by = investigators.person_key
        ) as posts_anywhere,
        here.carries
    from investigators
    inner join sent
        on investigators."force" = sent."force" and investigators.month_end = sent.month_end
    left join posts as here
        on investigators."force" = here."force" and investigators.month_end = here.month_end
        and investigators.unit = here.unit and investigators.person_key = here.held_by
)

select
    "force",
    unit,
    month_end,
    sum(open_cases) as n,
    case
        when posts_anywhere = 0 then 'gone or not in People'
        when carries is null then 'works in another unit'
        else 'does not carry work'
    end as detail
from held
where open_cases > 0 and (posts_anywhere = 0 or carries is null or not carries)
group by "force", unit, month_end, detail
order by "force", unit, month_end, detail
