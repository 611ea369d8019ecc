-- Rows held back of the sheets, months and units of a figure: by a person, who says why, or for a word that the settings
-- do not know, where what is left gives no figure.
with wanted as (
    select unnest($datasets::varchar[]) as dataset, unnest($months::date[]) as month_end
)
select h.dataset, h.month_end, h.unit, h.load_id, h.reason, list_sort(list(distinct h.row_number)) as row_numbers,
    count(distinct h.row_number) as n
from w.held_row as h
inner join wanted as a on h.dataset = a.dataset and h.month_end = a.month_end
where h."force" = $force and (h.unit is null or list_contains($units::varchar[], h.unit))
group by all
union all
select c.dataset, c.month_end, c.unit, c.load_id, null, null, c.rows_held
from w.coverage as c
inner join wanted as a on c.dataset = a.dataset and c.month_end = a.month_end
where c."force" = $force and c.rows_held > 0 and (c.unit is null or list_contains($units::varchar[], c.unit))
order by all;
