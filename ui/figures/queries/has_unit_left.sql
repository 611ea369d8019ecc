-- A file published before leavers were counted by where to has no table of them until the next publish.
select count(*) as tables from duckdb_tables() where database_name = 'w' and table_name = 'unit_left';
