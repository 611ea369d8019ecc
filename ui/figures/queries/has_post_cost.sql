-- A file published before costs of posts could be sent has no table of them until the next publish.
select count(*) as tables from duckdb_tables() where database_name = 'w' and table_name = 'post_cost';
