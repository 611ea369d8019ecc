-- A file published before people in two units were counted has no table of them until the next publish.
select count(*) as tables from duckdb_tables() where database_name = 'w' and table_name = 'in_two_units';
