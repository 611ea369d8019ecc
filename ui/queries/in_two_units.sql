-- Whether anybody is in more than one of these units at a month end: yes or no, never how many.
select count(*) > 0 as somebody
from (
    select person_key
    from w.people
    where "force" = $force and month_end = $month and unit in (select unnest($units::varchar[]))
    group by person_key
    having count(distinct unit) > 1
);
