-- A file published before first reports were kept has no table of them until the next publish.
select count(*) as tables from duckdb_tables() where database_name = 'w' and table_name = 'figure_first';
