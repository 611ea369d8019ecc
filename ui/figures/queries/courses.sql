-- What the force's courses are called.
select distinct course, title
from w.ref_course
where "force" = $force
order by course;
