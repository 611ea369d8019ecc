-- What a full-time post of each role costs a year, as it holds on a day: the newest row from on or before it.
select c.role, c.worker_type, c.includes, c.cost_pounds, c.source, c.valid_from, c.costed_on
from w.post_cost as c
where c."force" = $force and c.valid_from <= $day
qualify row_number() over (
    partition by c.role, c.worker_type, c.includes order by c.valid_from desc, c.load_id desc
) = 1
order by c.role, c.worker_type, c.includes;
