-- The files of these loads, with what was read, held back and left out of each sheet they brought.
select
    load_id, dataset, file_name, loaded_at, loaded_by, sum(rows_read)::bigint as rows_read,
    sum(rows_held)::bigint as rows_held, sum(rows_ignored)::bigint as rows_ignored
from w.load
where list_contains($loads::varchar[], load_id)
group by all
order by load_id, dataset;
