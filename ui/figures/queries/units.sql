-- Every unit with its present title and type, and the days from and to which there is one.
select "force" as force_code, unit, title, type, coalesce(benchmark, false) as benchmark, valid_from, valid_to
from w.ref_unit
order by force_code, benchmark, title;
