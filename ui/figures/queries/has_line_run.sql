-- A file published before there were runs has no table of them until the next publish.
select count(*) as tables from duckdb_tables() where database_name = 'w' and table_name = 'line_run';
