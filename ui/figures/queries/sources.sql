-- The files behind a month's figures of some units: what each held of them, its name as sent, and when it was loaded.
select l.file_name, string_agg(distinct c.dataset, ',' order by c.dataset) as datasets, max(l.loaded_at) as loaded_at
from w.coverage as c
inner join w.load as l on l.load_id = c.load_id
where c."force" = $force and c.month_end = $month and c.dataset not in ('budget', 'post_cost')
    and (c.unit = '*' or list_contains($units::varchar[], c.unit))
group by l.load_id, l.file_name
order by loaded_at desc, l.file_name;
