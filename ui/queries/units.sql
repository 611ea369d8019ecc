-- Every unit with its present title and type.
select "force" as force_code, unit, title, type, coalesce(benchmark, false) as benchmark
from w.ref_unit
order by force_code, benchmark, title;
