-- A file published before time in a unit was counted has no table of it until the next publish.
select count(*) as tables from duckdb_tables() where database_name = 'w' and table_name = 'tenure';
