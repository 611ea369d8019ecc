-- A file published before what lies ahead of courses was counted has no table of it until the next publish.
select count(*) as tables from duckdb_tables() where database_name = 'w' and table_name = 'course_ahead';
