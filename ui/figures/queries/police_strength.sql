-- Every force's strength as the Home Office published it, the newest edition of each figure, with its file.
select s."force" as force_name, s.region, s.as_at, s.worker_type, s.basis, s.edition, s.value, l.file_name
from w.police_strength as s
left join w.load as l on l.load_id = s.load_id
qualify row_number() over (
    partition by s."force", s.as_at, s.worker_type, s.basis order by s.edition desc, s.load_id desc
) = 1
order by s."force", s.as_at, s.worker_type, s.basis;
