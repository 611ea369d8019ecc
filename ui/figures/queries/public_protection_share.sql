-- Officers (FTE) in the function Public Protection and in all functions, by force and day, from the newest edition that
-- has the force on that day. A part that is missing leaves the sum missing: it is never read as none.
with newest as (
    select
        f.*,
        lower(f.wider_function) = 'public protection' or lower(f."function") = 'public protection' as is_protection
    from w.police_functions as f
    where f.worker_type = 'officers'
    qualify dense_rank() over (partition by f."force", f.as_at order by f.edition desc) = 1
),
-- A file may hold functions on several sheets, each with its own line: it is one file here, and no row counts twice.
file as (
    select distinct load_id, file_name
    from w.load
)

select
    n."force" as force_name, n.as_at,
    case
        when bool_or(n.value is null and n.is_protection) then null
        else coalesce(sum(n.value) filter (where n.is_protection), 0)
    end as protection,
    case when bool_or(n.value is null) then null else sum(n.value) end as all_officers,
    max(n.edition) as edition, max(f.file_name) as file_name
from newest as n
left join file as f on f.load_id = n.load_id
group by n."force", n.as_at
order by n."force", n.as_at;
